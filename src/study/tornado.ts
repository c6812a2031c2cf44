import { InputError } from "../basics/issues.js";
import { leverMessages } from "../basics/leverMessages.js";
import { nearest } from "../scenario/nearest.js";
import type { Scenario } from "../scenario/scenario.js";
import { findMeasure } from "./assemble.js";
import { type Candidate, type Group, groupByCounterfactual } from "./group.js";
import { aboutGroup, readingOf } from "./groupFindings.js";
import type { Measure } from "./measure.js";
import { labelOf, measuresFor } from "./measures.js";
import { type GroupRun, runGroups } from "./runGroups.js";
import type { RunOptions } from "./runOptions.js";
import type { MeasureSample } from "./samples.js";
import type { Tornado, TornadoEnd, TornadoRow } from "./tornadoFindings.js";
import { byPath, type TornadoInput, type TornadoInputs, tornadoInputs } from "./tornadoInputs.js";

/** How to run a tornado; everything has a default. */
export interface TornadoOptions extends RunOptions {
  /** Key of the measure that inputs move; default net value. */
  readonly measure?: string;
}

const DEFAULT_MEASURE = "netValue";
/** Programs lived in one run at most: their books take about a quarter of a megabyte each, several times over. */
const MOST_PROGRAMS = 100;

const NOTE =
  "Each input at P5 and P95 of its range, of a choice at its smallest and largest value, all the others at their medians: what inputs do together is not in it";
const NOTHING_RANGED = "No input of the scenario is a range: there is nothing to vary";

/**
 * How far each ranged input moves a measure by itself: the design is lived with that input at P5 and at P95 of its range, all others
 * at their medians, with and without the program, by the same customers on the same luck. What inputs do together is not in it.
 *
 * ```
 *  scenario ─▶ central, and two scenarios an input ─▶ groups with one world 0 each ─▶ paired differences to the central run ─▶ by swing
 * ```
 *
 * An input inside `program` is a world beside the central one; one outside it moves world 0 too, and takes a run of its own.
 *
 * @param scenario the design, with the file it came from or without
 * @param options measure, seed, replicates, sample, where to run
 * @returns every ranged input, one that does nothing at exactly zero; null when the run was interrupted before two replicates of
 * every input were finished
 * @throws InputError when a quantile leaves its field's domain or asks more than can be simulated, before anything is, for a measure
 * the scenario has not, or when too many multipliers are clipped
 * @throws RangeError when an option is outside its domain
 * @example
 * const cdnow = await load("scenarios/cdnow/five-percent-back.yaml");
 * const { rows, central, measure } = await tornado(cdnow, { replicates: 4, customers: 200 });
 * measure.label; // "Net value (discounted)"
 * rows.map(({ path }) => path).includes("program.rewards[5 dollar voucher].replaces"); // true
 * rows.every(({ low, median, high }) => low.value < median && median < high.value); // true
 * rows.every(({ swing }, at) => at === 0 || swing <= rows[at - 1].swing); // true: the largest first
 * central.value === (rows[0].low.estimate.value - rows[0].low.difference.value); // true
 * await tornado(cdnow, { measure: "netValeu" }); // throws InputError /did you mean `netValue`/
 */
export async function tornado(scenario: Scenario | Candidate, options: TornadoOptions = {}): Promise<Tornado | null> {
  const written = "scenario" in scenario ? scenario : { scenario, file: null };
  const { measure, inputs } = prepared(written, options);
  const { central } = inputs;
  const candidates = [central, ...inputs.inputs.flatMap(({ low, high }) => [low, high])];
  const groups = groupByCounterfactual(candidates).flatMap(dealt);
  const runs = await runGroups(groups, () => [measure], options);
  if (runs.length < groups.length) return null;
  const finished = Math.min(...runs.map(({ collectors }) => collectors[0].replicates));
  const end = estimator(runs, measure, central, finished);
  const rows = inputs.inputs.map((input) => rowOf(input, end));
  const { provenance, ...about } = aboutGroup(runs[0]);
  return {
    ...about,
    name: written.scenario.name,
    file: written.file,
    about: written.scenario.about,
    ranges: rows.map(({ path }) => path),
    provenance: {
      ...provenance,
      replicates: finished,
      inputDraws: 0,
      pairing: "every customer lives with every input at each end of its range on the same luck",
    },
    measure: labelOf(measure),
    central: end(central).estimate,
    rows: rows.sort(bySwing),
    note: rows.length === 0 ? NOTHING_RANGED : NOTE,
  };
}

function prepared(
  candidate: Candidate,
  { measure: key = DEFAULT_MEASURE }: TornadoOptions,
): { readonly measure: Measure; readonly inputs: TornadoInputs } {
  const inputs = tornadoInputs(candidate);
  const known = measuresFor(inputs.central.scenario).filter(({ kind }) => kind !== "date");
  const measure = known.find((one) => one.key === key);
  if (measure !== undefined) return { measure, inputs };
  const keys = known.map((one) => one.key);
  const words = leverMessages.tornadoMeasure(keys, key, nearest(key, keys));
  throw new InputError([{ file: null, line: null, column: null, path: "measure", ...words }]);
}

/** A group in parts no larger than one run should be: a world's numbers hang on no world beside it. */
function dealt(group: Group): Group[] {
  const parts = Math.max(1, Math.ceil(group.programs.length / MOST_PROGRAMS));
  return Array.from({ length: parts }, (_, part) => ({
    ...group,
    programs: group.programs.slice(part * MOST_PROGRAMS, (part + 1) * MOST_PROGRAMS),
  }));
}

type End = Omit<TornadoEnd, "value">;

/** Reads a candidate's estimate and its difference to the central one from the runs, over replicates that all have finished. */
function estimator(
  runs: readonly GroupRun[],
  measure: Measure,
  central: Candidate,
  finished: number,
): (candidate: Candidate) => End {
  const sampleOf = (candidate: Candidate): MeasureSample => {
    for (const { group, collectors } of runs) {
      const program = group.programs.indexOf(candidate);
      const isTwin = group.counterfactual === candidate || group.repeats.includes(candidate);
      const sample = program < 0 && !isTwin ? undefined : collectors[program + 1].samples.get(measure.key);
      if (sample !== undefined) return firstOf(sample, finished);
    }
    throw new Error(`a world without ${measure.key}`);
  };
  const reading = readingOf(runs[0], 0);
  const against = sampleOf(central);
  return (candidate) => {
    const { level, difference } = findMeasure(measure, sampleOf(candidate), against, false, reading, [], []);
    if (difference === null) throw new Error(`${measure.key} has no difference`);
    return { estimate: level, difference };
  };
}

function firstOf(sample: MeasureSample, count: number): MeasureSample {
  if (sample.kind !== "ratio") return { ...sample, values: sample.values.slice(0, count) };
  const { kind, numerators, denominators } = sample;
  return { kind, numerators: numerators.slice(0, count), denominators: denominators.slice(0, count) };
}

function rowOf({ low, high, ...about }: TornadoInput, end: (candidate: Candidate) => End): TornadoRow {
  const ends = { low: { value: low.value, ...end(low) }, high: { value: high.value, ...end(high) } };
  const sizes = [ends.low, ends.high].flatMap(({ difference: { value } }) => (value === null ? [] : [Math.abs(value)]));
  return { ...about, ...ends, swing: sizes.length === 0 ? null : Math.max(...sizes) };
}

/** The largest swing first, inputs without one last. */
function bySwing(one: TornadoRow, other: TornadoRow): number {
  const [left, right] = [one, other].map(({ swing }) => swing ?? Number.NEGATIVE_INFINITY);
  return left === right ? byPath(one, other) : right - left;
}
