import type { GroupFindings, WorldFindings } from "../study/findings.js";
import { digits } from "./format.js";
import { counted, printable, spoken } from "./words.js";

/**
 * The world differences are against, or null in a group that names none.
 *
 * @param group worlds that share a world 0
 */
export function referenceOf(group: GroupFindings): WorldFindings | null {
  return group.worlds.find((world) => world.isReference) ?? null;
}

/**
 * The worlds with a program.
 *
 * @param group worlds that share a world 0
 */
export function programsOf(group: GroupFindings): readonly WorldFindings[] {
  return group.worlds.filter((world) => world.role === "program");
}

/**
 * What the numbers of a group stand on, as short phrases.
 *
 * @param group worlds that share a world 0
 * @returns customers, months, replicates, seed, level, and whether inputs were ranges
 */
export function factsOf(group: Omit<GroupFindings, "worlds">): string[] {
  const { provenance } = group;
  const { replicates, replicatesAsked, inputDraws, level } = provenance;
  const interrupted = replicates < replicatesAsked ? ` of ${digits(replicatesAsked, 0)} asked (interrupted)` : "";
  const sample =
    group.sample === group.size ? "all simulated" : `${digits(group.sample, 0)} simulated in each replicate`;
  return [
    `${counted(group.size, "customer")}, ${sample}`,
    counted(group.months, "month"),
    counted(replicates, "replicate") + interrupted,
    `seed ${printable(provenance.seed)}`,
    `${percentOf(level)} level`,
    group.ranges.length === 0
      ? "inputs taken as exact, assumed behaviour among them"
      : `${counted(group.ranges.length, "input")} given as ${group.ranges.length === 1 ? "a range" : "ranges"} (${counted(inputDraws, "draw")}): ${spoken(group.ranges.map(printable))}`,
  ];
}

/**
 * A level as a percent without needless decimals.
 *
 * @example percentOf(0.95); // "95 %"
 */
export function percentOf(level: number): string {
  const percent = Math.round(level * 1e6) / 1e4;
  return `${percent} %`;
}

/**
 * How to read the uncertainties.
 *
 * @param group whose level, ranges and reference are named
 * @returns two sentences: what the interval and the outcome range are; what P and the signed line are
 */
export function legendOf(group: GroupFindings): [string, string] {
  const reference = referenceOf(group);
  const cause = group.ranges.length === 0 ? "by luck" : "by luck and by not knowing the ranged inputs";
  const against = reference === null ? "the reference" : printable(reference.name);
  return [
    `[low, high]: ${percentOf(group.provenance.level)} Monte Carlo interval of the estimate, narrower with more replicates. ` +
      `Outcomes: 5 % to 95 % range of where one launch may end up, ${cause}; more replicates do not narrow it.${rough(group)}`,
    `P: share of outcomes in which the world is better than ${against}, ties half. ` +
      `+/−: paired difference to ${against}, same customers and same luck; pp = percentage points.`,
  ];
}

/** Replicates from which ranges and P are worth reading to the digit. */
const ENOUGH_REPLICATES = 20;

function rough({ provenance }: GroupFindings): string {
  return provenance.replicates < ENOUGH_REPLICATES
    ? ` With fewer than ${ENOUGH_REPLICATES} replicates, outcomes and P are rough.`
    : "";
}
