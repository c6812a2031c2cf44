import type { GroupFindings, WorldFindings } from "../study/findings.js";
import { MEMBERS_COUNTED } from "../study/measure.js";
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
 * Customers who join after day one and would without any program: mean over replicates, scaled to the company.
 *
 * @param group worlds that share a world 0
 * @returns 0 when nobody does
 */
export function newcomersOf({ worlds }: Pick<GroupFindings, "worlds">): number {
  const world = worlds.find(({ role }) => role === "counterfactual") ?? worlds[0];
  const later = (world?.cohorts ?? []).filter(({ joinMonth }) => joinMonth > 0);
  return later.reduce((sum, { customers }) => sum + customers, 0);
}

/**
 * What the numbers of a group stand on, as short phrases.
 *
 * @param group worlds that share a world 0
 * @param newcomers who join after day one, as {@link newcomersOf} counts them
 * @returns customers, months, replicates, seed, level, and whether inputs were ranges
 */
export function factsOf(group: Omit<GroupFindings, "worlds">, newcomers = 0): string[] {
  const { provenance } = group;
  const { replicates, replicatesAsked, inputDraws, level } = provenance;
  const interrupted = replicates < replicatesAsked ? ` of ${digits(replicatesAsked, 0)} asked (interrupted)` : "";
  const sample =
    group.sample === group.size ? "all simulated" : `${digits(group.sample, 0)} simulated in each replicate`;
  const later = Math.round(newcomers);
  const joining = later === 0 ? ", " : ` on day one, ${digits(later, 0)} join${later === 1 ? "s" : ""} later; `;
  return [
    `${counted(group.size, "customer")}${joining}${sample}${later > 0 && group.sample !== group.size ? ", newcomers in proportion" : ""}`,
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
 * How to read the numbers.
 *
 * @param group whose level, ranges and reference are named
 * @param shows whether outcome ranges stand beside the numbers: in all tables, in some, in none
 * @returns what the interval and the outcome range are; what P and the signed line are; who counts as a member
 */
export function legendOf(group: GroupFindings, shows: "all" | "some" | "none" = "all"): string[] {
  const reference = referenceOf(group);
  const cause = group.ranges.length === 0 ? "by luck" : "by luck and by not knowing the ranged inputs";
  const against = reference === null ? "the reference" : printable(reference.name);
  const elsewhere = "--detail or report.html";
  const outcomes = {
    all: `Outcomes: ${OUTCOMES}, ${cause}; more replicates do not narrow it.`,
    some: `Outcomes (of every design: ${elsewhere}): ${OUTCOMES}, ${cause}; more replicates do not narrow it.`,
    none: `Outcome ranges: ${elsewhere}.`,
  }[shows];
  const isEnrolling = programsOf(group).length > 0;
  return [
    `[low, high]: ${percentOf(group.provenance.level)} Monte Carlo interval of the estimate, narrower with more replicates. ` +
      `${outcomes}${rough(group)}`,
    `P: share of outcomes in which the world is better than ${against}, ties half. ` +
      `+/−: paired difference to ${against}, same customers and same luck; pp = percentage points.`,
    ...(isEnrolling ? [`Members: ${MEMBERS_COUNTED}.`] : []),
  ];
}

const OUTCOMES = "5 % to 95 % range of where one launch may end up";

/** Replicates from which ranges and P are worth reading to the digit. */
const ENOUGH_REPLICATES = 20;

function rough({ provenance }: GroupFindings): string {
  return provenance.replicates < ENOUGH_REPLICATES
    ? ` With fewer than ${ENOUGH_REPLICATES} replicates, outcomes and P are rough.`
    : "";
}
