import type { TraceKind, TraceLine } from "../ledger/trace.js";
import type { Invariant, LifePair } from "./lifePair.js";
import { monthOf } from "./lifePair.js";

/** What must hold of points, lot by lot. */
export const pointInvariants: readonly Invariant[] = [
  { name: "balances are never negative and follow from the events", violations: balances },
  { name: "earliest expiry is spent first", violations: earliestFirst },
  {
    name: "points lapse exactly when their time is over",
    violations: lapseOnTime,
    appliesTo: (_, { expiryMonths }) => expiryMonths > 0,
  },
  {
    name: "points are forfeited when a contract ends, all of them, and at no other time",
    violations: forfeitAtEnd,
    appliesTo: ({ base }) => base.contractMonths > 0,
  },
  { name: "a reward's points and cost split over causes without loss", violations: splitsLoseNothing },
];

/** Lines that take points out of a lot. */
const GOING: ReadonlySet<TraceKind> = new Set(["take", "expire", "forfeit"]);

function balances({ world }: LifePair): string[] {
  const found: string[] = [];
  let balance = 0;
  for (const line of world) {
    if (line.kind === "issue") balance += line.amount;
    if (GOING.has(line.kind)) balance -= line.amount;
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
    if (!GOING.has(kind)) continue;
    for (const [other, held] of lots) {
      if (other < lot && held > 0) found.push(`day ${time}: lot ${lot} touched while lot ${other} holds ${held}`);
    }
    lots.set(lot, (lots.get(lot) ?? 0) - amount);
    if ((lots.get(lot) ?? 0) < 0) found.push(`day ${time}: lot ${lot} overdrawn`);
  }
  return found;
}

function lapseOnTime({ world, program, plan: { monthStart } }: LifePair): string[] {
  const expiryMonths = program.expiryMonths === 0 ? null : program.expiryMonths;
  const found: string[] = [];
  const lots = new Map<number, number>();
  for (const { kind, lot, amount, time } of world) {
    if (kind === "issue") lots.set(lot, (lots.get(lot) ?? 0) + amount);
    if (GOING.has(kind)) lots.set(lot, (lots.get(lot) ?? 0) - amount);
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

function forfeitAtEnd({ world, plan }: LifePair): string[] {
  const { monthStart, base } = plan;
  const found: string[] = [];
  const leaving = world.find(({ kind }) => kind === "leave");
  let balance = 0;
  for (const { kind, amount, time } of world) {
    if (kind === "issue") balance += amount;
    if (GOING.has(kind)) balance -= amount;
    if (kind === "forfeit" && (base.contractMonths === 0 || time !== leaving?.time)) {
      found.push(`points forfeited on day ${time}, when no contract ended`);
    }
  }
  if (base.contractMonths === 0 || leaving === undefined) return found;
  const months = monthOf(monthStart, leaving.time) - monthOf(monthStart, world[0].time);
  const isRenewal = Array.from(monthStart).includes(leaving.time) && months % base.contractMonths === 0;
  const isHorizon = leaving.time === monthStart[monthStart.length - 1];
  if (!isRenewal && !isHorizon) found.push(`a contract ended on day ${leaving.time}, which is no renewal`);
  if (balance !== 0) found.push(`${balance} points are left after the contract ended`);
  return found;
}
