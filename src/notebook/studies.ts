import { comparisonInterrupted, comparisonRan, standsOn, sweepRan, tornadoRan } from "../report/ran.js";
import type { Scenario } from "../scenario/scenario.js";
import { type CompareOptions, compare as runCompare } from "../study/compare.js";
import type { Comparison } from "../study/findings.js";
import type { Candidate } from "../study/group.js";
import type { Lever } from "../study/lever.js";
import { sweep as runSweep, type SweepOptions } from "../study/sweep.js";
import type { Sweep } from "../study/sweepFindings.js";
import { tornado as runTornado, type TornadoOptions } from "../study/tornado.js";
import type { Tornado } from "../study/tornadoFindings.js";
import { verify as runVerify, type Verdict, type VerifyOptions } from "../study/verify.js";
import { runShown } from "./runShown.js";

/**
 * Compares scenarios as `compare` of `tenure` does, with progress below the cell; interrupting the cell ends the run.
 *
 * @param candidates scenarios with the files they came from
 * @param options seed, replicates, sample, reference, where to run
 * @returns findings by group of worlds that share a customer base; of an interrupted run, those of the replicates finished
 * @throws InputError when a draw leaves its domain or asks more than can be simulated, before anything is, or too many multipliers
 * are clipped
 * @throws RangeError when an option is outside its domain
 * @throws Error when it was interrupted before two replicates were finished
 * @example
 * const { groups } = await compare(await loadAll(["scenarios/coffee"]), { replicates: 4, customers: 100 });
 * groups[0].worlds.length; // 4
 */
export async function compare(candidates: readonly Candidate[], options: CompareOptions = {}): Promise<Comparison> {
  const words = {
    ran: comparisonRan,
    interrupted: (found: Comparison) => comparisonInterrupted(candidates, found),
  };
  return await runShown(options, words, (bound) => runCompare(candidates, { ...options, ...bound }));
}

/**
 * Tries values of one or two terms of a program as `sweep` of `tenure` does, with progress below the cell; interrupting the cell ends
 * the run.
 *
 * @param scenario the design swept, with the file it came from or without
 * @param levers one or two: a path inside `program` and its values, as a list or in words
 * @param options measures, seed, replicates, sample, where to run
 * @returns the designs with their findings; of an interrupted run, those of the replicates finished
 * @throws InputError with everything wrong in levers, their values and measures, before anything is simulated
 * @throws RangeError when an option is outside its domain
 * @throws Error when it was interrupted before two replicates were finished
 * @example
 * const cdnow = await load("scenarios/cdnow/five-percent-back.yaml");
 * const lever = { path: "program.earn.pointsPerUnit", values: [0.5, 1, 2] };
 * const { designs } = await sweep(cdnow, [lever], { replicates: 4, customers: 100 });
 * designs.map(({ values }) => values[0]); // [0.5, 1, 2]
 */
export async function sweep(
  scenario: Scenario | Candidate,
  levers: readonly Lever[],
  options: SweepOptions = {},
): Promise<Sweep> {
  return await runShown(options, { ran: sweepRan, interrupted: interruptedInWords }, (bound) =>
    runSweep(scenario, levers, { ...options, ...bound }),
  );
}

/**
 * Moves each ranged input by itself as `tornado` of `tenure` does, with progress below the cell; interrupting the cell ends the run.
 *
 * @param scenario the design, with the file it came from or without
 * @param options measure, seed, replicates, sample, where to run
 * @returns every ranged input, the largest swing first; of an interrupted run, by the replicates finished
 * @throws InputError when a quantile leaves its field's domain or asks more than can be simulated, before anything is, for a measure
 * the scenario has not, or when too many multipliers are clipped
 * @throws RangeError when an option is outside its domain
 * @throws Error when it was interrupted before two replicates of every input were finished
 * @example
 * const { rows } = await tornado(await load("scenarios/cdnow/five-percent-back.yaml"), { replicates: 4, customers: 100 });
 * rows.length; // 5
 */
export async function tornado(scenario: Scenario | Candidate, options: TornadoOptions = {}): Promise<Tornado> {
  return await runShown(options, { ran: tornadoRan, interrupted: interruptedInWords }, (bound) =>
    runTornado(scenario, { ...options, ...bound }),
  );
}

/**
 * Holds a scenario against every invariant as `verify` of `tenure` does; interrupting the cell ends the run.
 *
 * @param candidate scenario and file
 * @param options seed, sample, workers
 * @returns a verdict a rule
 * @throws InputError when a draw of a ranged input leaves its domain, or asks more than can be simulated
 * @throws RangeError when the sample is no whole number of customers, 1 or more
 * @throws Error when it was interrupted
 * @example
 * const verdicts = await verify(await load("scenarios/cdnow/five-percent-back.yaml"), { customers: 20 });
 * verdicts.some(({ state }) => state === "fails"); // false
 */
export async function verify(candidate: Candidate, options: VerifyOptions = {}): Promise<Verdict[]> {
  const words = { ran: () => "", interrupted: () => null };
  return await runShown(options, words, ({ signal }) =>
    runVerify(candidate, signal === undefined ? options : { ...options, signal }),
  );
}

/** What an interrupted study of one scenario stands on. */
function interruptedInWords(found: Parameters<typeof standsOn>[0]): string {
  return `Interrupted. ${standsOn(found)}`;
}
