import { CAUSE, CAUSES } from "../ledger/cause.js";
import type { TraceLine } from "../ledger/trace.js";
import type { Invariant, LifePair } from "./lifePair.js";

/** What must hold of who buys, when, and why. */
export const buyingInvariants: readonly Invariant[] = [
  { name: "world = kept + lifted + retained, twin = kept + displaced, purchase by purchase", violations: twinIdentity },
  { name: "nothing is bought before joining or after leaving", violations: nothingAfterLeaving },
  {
    name: "purchases skipped never exceed those lifted before them",
    violations: skipsAreOwed,
    appliesTo: (_, { borrowed }) => borrowed > 0,
  },
  { name: "who is no member lives the twin's life", violations: nonMembersAreTwins },
];

function purchasesOf(lines: readonly TraceLine[], ...causes: number[]): TraceLine[] {
  return lines.filter(({ kind, cause }) => (kind === "purchase" || kind === "displaced") && causes.includes(cause));
}

function twinIdentity({ twin, world }: LifePair): string[] {
  const ofTwin = purchasesOf(twin, CAUSE.kept);
  const ofWorld = purchasesOf(world, CAUSE.kept, CAUSE.forgone, CAUSE.lost);
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

function nonMembersAreTwins({ world, twin }: LifePair): string[] {
  if (world.some(({ kind }) => kind === "enrol")) return [];
  const words = (lines: readonly TraceLine[]): string =>
    lines.map(({ kind, time, cause, amount, value }) => [kind, time, cause, amount, value].join(" ")).join("\n");
  return words(world) === words(twin) ? [] : ["a customer who never enrolled lives another life than the twin"];
}

/** Until a demotion lowers the purchase rate below the twin's, a member forgoes what was brought forward and nothing else. */
function skipsAreOwed({ world, program }: LifePair): string[] {
  let lifted = 0;
  let forgone = 0;
  for (const { kind, cause, amount, value, time } of world) {
    if (kind === "tier" && amount < value && program.demotionShock > 0) return [];
    if (kind === "purchase" && cause === CAUSE.lifted) lifted++;
    if (kind === "displaced" && cause === CAUSE.forgone) forgone++;
    if (forgone > (program.borrowed === 0 ? 0 : lifted)) {
      return [`day ${time}: ${forgone} purchases skipped after ${lifted} lifted ones`];
    }
  }
  return [];
}
