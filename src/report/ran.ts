import type { Comparison, GroupFindings } from "../study/findings.js";
import type { Group } from "../study/group.js";
import { type Candidate, groupByCounterfactual } from "../study/group.js";
import type { Sweep } from "../study/sweepFindings.js";
import type { Tornado } from "../study/tornadoFindings.js";
import { counted, printable } from "./words.js";

/** What a run stands on. */
type About = Pick<GroupFindings, "name" | "months" | "sample" | "provenance">;

/**
 * What a comparison ran, a line a group; the same for every run of it, however long it took.
 *
 * @param comparison what was found
 */
export function comparisonRan({ groups }: Comparison): string {
  return groups
    .map((group) => {
      const designs = group.worlds.filter(({ role }) => role === "program").length;
      return simulated(group, `${counted(designs, "design")} and no program`);
    })
    .join("\n");
}

/**
 * What a sweep ran.
 *
 * @param sweep of one or two levers
 */
export function sweepRan(sweep: Sweep): string {
  const isAmong = sweep.designs.some(({ isAsWritten }) => isAsWritten);
  const others = isAmong ? " and no program" : ", the one as written and no program";
  return simulated(sweep, `${counted(sweep.designs.length, "design")}${others}`);
}

/**
 * What a tornado ran.
 *
 * @param tornado of one scenario
 */
export function tornadoRan(tornado: Tornado): string {
  return simulated(tornado, `every one of ${counted(tornado.rows.length, "ranged input")} at both ends`);
}

function simulated({ name, months, sample, provenance }: About, what: string): string {
  const { replicates, seed } = provenance;
  return (
    `Simulated ${printable(name)}: ${what}; ${counted(replicates, "replicate")} of ${counted(sample, "customer")} over ` +
    `${counted(months, "month")}, seed ${printable(seed)}.`
  );
}

/**
 * On what an interrupted comparison stands.
 *
 * @param candidates that were to be compared
 * @param comparison what was found of them
 * @returns null when nothing was
 */
export function comparisonInterrupted(candidates: readonly Candidate[], { groups }: Comparison): string | null {
  if (groups.length === 0) return null;
  const missing = groupByCounterfactual(candidates)
    .slice(groups.length)
    .map(({ counterfactual }: Group) => `${printable(counterfactual.scenario.name)}: too few replicates finished`);
  return [`Interrupted.`, ...groups.map(standsOn), ...missing].join("\n");
}

/**
 * On what an interrupted run stands.
 *
 * @param about a group or a sweep
 */
export function standsOn({ name, provenance: { replicates, replicatesAsked } }: About): string {
  return replicates < replicatesAsked
    ? `${printable(name)}: stands on ${replicates} of ${counted(replicatesAsked, "replicate")}`
    : `${printable(name)}: complete`;
}
