import { CAUSE, CAUSES } from "../ledger/cause.js";
import type { TraceLine } from "../ledger/trace.js";

/** One life in one program world, beside the twin's, and the rule its points lapse by. */
export interface LifePair {
  readonly twin: readonly TraceLine[];
  readonly world: readonly TraceLine[];
  /** Months that points live after the one they were issued in; null when they never expire. */
  readonly expiryMonths: number | null;
  /** Day each month begins, and the end of the horizon. */
  readonly monthStart: ArrayLike<number>;
}

/** Something that must hold in every life, whatever the scenario. */
export interface Invariant {
  readonly name: string;
  /** Says in words what does not hold; empty when everything does. */
  readonly violations: (pair: LifePair) => string[];
}

/** The invariants of a life, for `verify` and for tests. */
export const INVARIANTS: readonly Invariant[] = [
  { name: "world = kept + lifted + retained, twin = kept + displaced, purchase by purchase", violations: twinIdentity },
  { name: "nothing is bought before joining or after leaving", violations: nothingAfterLeaving },
  { name: "balances are never negative and follow from the events", violations: balances },
  { name: "earliest expiry is spent first", violations: earliestFirst },
  { name: "points lapse exactly when their time is over", violations: lapseOnTime },
  { name: "a reward's points and cost split over causes without loss", violations: splitsLoseNothing },
  { name: "who is no member lives the twin's life", violations: nonMembersAreTwins },
];

function purchases(lines: readonly TraceLine[], ...causes: number[]): TraceLine[] {
  return lines.filter(({ kind, cause }) => (kind === "purchase" || kind === "displaced") && causes.includes(cause));
}

function twinIdentity({ twin, world }: LifePair): string[] {
  const ofTwin = purchases(twin, CAUSE.kept);
  const ofWorld = purchases(world, CAUSE.kept, CAUSE.forgone, CAUSE.lost);
  const same =
    ofTwin.length === ofWorld.length &&
    ofTwin.every((line, at) => {
      const other = ofWorld[at];
      return line.time === other.time && line.amount === other.amount && line.value === other.value;
    });
  const found = same ? [] : [`twin has ${ofTwin.length} purchases, world kept and displaced ${ofWorld.length}`];
  const twinLeft = twin.find(({ kind }) => kind === "leave")?.time ?? Number.POSITIVE_INFINITY;
  const worldLeft = world.find(({ kind }) => kind === "leave")?.time ?? Number.POSITIVE_INFINITY;
  for (const line of world) {
    const isAfterTwin = line.time > twinLeft;
    const isAfterWorld = line.time > worldLeft;
    if (line.kind === "purchase" && isAfterTwin !== (line.cause === CAUSE.retained)) {
      found.push(`a purchase on day ${line.time} is ${CAUSES[line.cause]}, the twin left on day ${twinLeft}`);
    }
    if (line.kind === "displaced" && isAfterWorld !== (line.cause === CAUSE.lost)) {
      found.push(`displaced on day ${line.time} as ${CAUSES[line.cause]}, the member left on day ${worldLeft}`);
    }
  }
  return found;
}

function nothingAfterLeaving({ world, twin }: LifePair): string[] {
  return [world, twin].flatMap((lines) => {
    const joined = lines[0].time;
    const left = lines.find(({ kind }) => kind === "leave")?.time ?? Number.POSITIVE_INFINITY;
    return lines
      .filter(({ kind, time }) => (kind === "purchase" || kind === "redeem") && (time < joined || time > left))
      .map(({ kind, time }) => `${kind} on day ${time}, customer from ${joined} to ${left}`);
  });
}

function balances({ world }: LifePair): string[] {
  const found: string[] = [];
  let balance = 0;
  for (const line of world) {
    if (line.kind === "issue") balance += line.amount;
    if (line.kind === "take" || line.kind === "expire") balance -= line.amount;
    if (balance < 0) found.push(`balance ${balance} on day ${line.time}`);
    if (line.kind === "close" && line.balance !== balance) {
      found.push(`balance ${line.balance} at the close of month ${line.lot + 1}, events say ${balance}`);
    }
  }
  return found;
}

function earliestFirst({ world }: LifePair): string[] {
  const lots = new Map<number, number>();
  const found: string[] = [];
  for (const { kind, lot, amount, time } of world) {
    if (kind === "issue") lots.set(lot, (lots.get(lot) ?? 0) + amount);
    if (kind !== "take" && kind !== "expire") continue;
    for (const [other, held] of lots) {
      if (other < lot && held > 0) found.push(`day ${time}: lot ${lot} touched while lot ${other} holds ${held}`);
    }
    lots.set(lot, (lots.get(lot) ?? 0) - amount);
    if ((lots.get(lot) ?? 0) < 0) found.push(`day ${time}: lot ${lot} overdrawn`);
  }
  return found;
}

function lapseOnTime({ world, expiryMonths, monthStart }: LifePair): string[] {
  const found: string[] = [];
  const lots = new Map<number, number>();
  for (const { kind, lot, amount, time } of world) {
    if (kind === "issue") lots.set(lot, (lots.get(lot) ?? 0) + amount);
    if (kind === "take" || kind === "expire") lots.set(lot, (lots.get(lot) ?? 0) - amount);
    if (kind === "expire" && (expiryMonths === null || time !== monthStart[lot + expiryMonths + 1])) {
      found.push(`points of month ${lot + 1} lapsed on day ${time}`);
    }
    if (kind !== "close" || expiryMonths === null) continue;
    for (const [issued, held] of lots) {
      if (held > 0 && issued + expiryMonths <= lot)
        found.push(`points of month ${issued + 1} outlive month ${lot + 1}`);
    }
  }
  return found;
}

function splitsLoseNothing({ world }: LifePair): string[] {
  const found: string[] = [];
  let redeem: TraceLine | null = null;
  let points = 0;
  let cost = 0;
  const settle = (): void => {
    if (redeem === null) return;
    if (points !== redeem.amount) found.push(`day ${redeem.time}: took ${points} of ${redeem.amount} points`);
    if (cost !== redeem.value) found.push(`day ${redeem.time}: booked ${cost} of cost ${redeem.value}`);
  };
  for (const line of world) {
    if (line.kind === "redeem") {
      settle();
      [redeem, points, cost] = [line, 0, 0];
    }
    if (line.kind === "take") points += line.amount;
    if (line.kind === "bear") cost += line.value;
  }
  settle();
  return found;
}

function nonMembersAreTwins({ world, twin }: LifePair): string[] {
  if (world.some(({ kind }) => kind === "enrol")) return [];
  const words = (lines: readonly TraceLine[]): string =>
    lines.map(({ kind, time, cause, amount, value }) => [kind, time, cause, amount, value].join(" ")).join("\n");
  return words(world) === words(twin) ? [] : ["a customer who never enrolled lives another life than the twin"];
}
