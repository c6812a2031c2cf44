import type { Scenario } from "../scenario/scenario.js";
import type { Comparison } from "./findings.js";
import { type Candidate, type Group, groupByCounterfactual, referenceWorld } from "./group.js";
import { findGroup } from "./groupFindings.js";
import type { Measure } from "./measure.js";
import { labelsOf, measuresFor } from "./measures.js";
import { runGroups } from "./runGroups.js";
import { type RunOptions, replicatesOf } from "./runOptions.js";

/** How to run a comparison; everything has a default. */
export interface CompareOptions extends RunOptions {
  /** Name or file of the candidate that differences are against; default: world 0 of each group. */
  readonly against?: string;
}

/**
 * Compares scenarios: simulates every customer with and without each program on the same luck, and says what differs.
 *
 * ```
 *  candidates ─▶ groups with one world 0 each
 *                  └▶ input draws ─▶ plans ─▶ replicates ─▶ books, reconciled ─▶ measures by replicate
 *                                                                                      └▶ estimates, paired differences
 * ```
 *
 * @param candidates scenarios with the files they came from
 * @param options seed, replicates, sample, reference, where to run
 * @returns findings by group of worlds that share a customer base
 * @throws InputError when a draw leaves its domain or asks more than can be simulated, before anything is, or too many multipliers
 * are clipped
 * @throws RangeError when an option is outside its domain
 * @example
 * const designs = await loadAll(["scenarios/cdnow/one-percent-back.yaml", "scenarios/cdnow/five-percent-back.yaml"]);
 * const { groups } = await compare(designs, { seed: "launch", replicates: 4, customers: 200 });
 * const [group] = groups;
 * group.worlds.map(({ name }) => name); // ["No program", "CDNOW, 1 % back", "CDNOW, 5 % back"]
 * group.worlds[2].findings.incrementalRevenue.level.value > 0; // true
 * group.worlds[2].trialBalance.every(({ difference }) => difference === 0); // true: no point is unaccounted for
 * await compare(designs, { replicates: 1 }); // throws RangeError /expected 4 or more whole replicates, got 1/
 */
export async function compare(candidates: readonly Candidate[], options: CompareOptions = {}): Promise<Comparison> {
  replicatesOf(options);
  const groups = groupByCounterfactual(candidates);
  if (options.against !== undefined && !groups.some((group) => referenceWorld(group, options.against) !== null)) {
    throw new RangeError(
      `expected the name or file of one of the scenarios to compare against, got "${options.against}"`,
    );
  }
  const runs = await runGroups(groups, measuresOf, options);
  return {
    measures: labelsOf(runs.flatMap(({ group }) => scenariosOf(group))),
    groups: runs.map((run) => findGroup(run, referenceWorld(run.group, options.against) ?? 0)),
  };
}

function measuresOf(group: Group): readonly Measure[] {
  return measuresFor(...scenariosOf(group));
}

function scenariosOf({ counterfactual, programs }: Group): Scenario[] {
  return [counterfactual, ...programs].map(({ scenario }) => scenario);
}
