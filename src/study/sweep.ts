import { InputError, type Issue } from "../basics/issues.js";
import { leverMessages } from "../basics/leverMessages.js";
import { fingerprint } from "../random/hash.js";
import { nearest } from "../scenario/nearest.js";
import type { Scenario } from "../scenario/scenario.js";
import { highest } from "./best.js";
import { type Candidate, type Group, groupByCounterfactual } from "./group.js";
import { aboutGroup, findMeasures, readingOf } from "./groupFindings.js";
import type { Lever, ReadLever } from "./lever.js";
import { writtenValue } from "./leverPath.js";
import type { Measure } from "./measure.js";
import { labelOf, measuresFor } from "./measures.js";
import { atEdgeOf, readLevers } from "./readLevers.js";
import { type GroupRun, runGroups } from "./runGroups.js";
import type { RunOptions } from "./runOptions.js";
import { type Design, sweepDesigns } from "./sweepDesigns.js";
import type { Sweep, SweptDesign, SweptFinding } from "./sweepFindings.js";

/** How to run a sweep; everything has a default. */
export interface SweepOptions extends RunOptions {
  /** Keys of the measures to find besides net value; by default incremental margin, program cost and ROI for one lever, none for two. */
  readonly measures?: readonly string[];
}

/** Measures of a sweep of one lever, where there is room for them. */
const DEFAULT_MEASURES = ["incrementalMargin", "programCost", "roi"];
/** What designs are put in order by. */
const BEST_BY = "netValue";

/**
 * Tries values of one or two terms of a program: every combination is a design, and all designs, the scenario as it is written and no
 * program are lived by the same customers on the same luck, in one run.
 *
 * ```
 *  scenario × levers ─▶ designs, each checked like a file ─▶ worlds of one run ─▶ findings by design ─▶ the best, and how sure
 * ```
 *
 * @param scenario the design swept, with the file it came from or without
 * @param levers one or two: a path inside `program` and its values, as a list or in words
 * @param options measures, seed, replicates, sample, where to run
 * @returns the designs with their findings; null when the run was interrupted before two replicates were finished
 * @throws InputError with everything wrong in levers, their values and measures, before anything is simulated
 * @throws RangeError when an option is outside its domain
 * @example
 * const cdnow = await load("scenarios/cdnow/five-percent-back.yaml");
 * const lever = { path: "program.rewards[5 dollar voucher].points", values: "100..400 by 100" };
 * const { designs, best, asWritten } = await sweep(cdnow, [lever], { replicates: 4, customers: 200 });
 * designs.map(({ name }) => name)[1]; // "rewards[5 dollar voucher].points = 200"
 * designs[0].isAsWritten && asWritten.findings.netValue.level.value === designs[0].findings.netValue.level.value; // true
 * designs.reduce((sum, { bestShare }) => sum + bestShare, 0).toFixed(6); // "1.000000"
 * best.share === designs[best.design].bestShare; // true
 * await sweep(cdnow, [{ path: "customerBase.size", values: [100] }]); // throws InputError /lived by the same customers/
 */
export async function sweep(
  scenario: Scenario | Candidate,
  levers: readonly Lever[],
  options: SweepOptions = {},
): Promise<Sweep | null> {
  const written = "scenario" in scenario ? scenario : { scenario, file: null };
  const { measures, read, designs } = prepared(written.scenario, levers, options);
  const [group, worlds] = worldsOf(written, designs);
  const [run] = await runGroups([group], () => measures, options);
  if (run === undefined) return null;
  const values = read.map(({ steps }) => writtenValue(written.scenario, steps));
  const { at, shares, isFlattered } = highest(
    worlds.map((world) => valuesOf(run, world)),
    readingOf(run, ...worlds),
  );
  return {
    ...aboutGroup(run),
    name: written.scenario.name,
    file: written.file,
    about: written.scenario.about,
    measures: measures.map(labelOf),
    levers: read.map((lever, one) => ({ path: lever.path, values: lever.values, written: values[one] })),
    asWritten: sweptDesign(run, AS_WRITTEN, { values, name: written.scenario.name }),
    designs: designs.map((design, one) => ({
      ...sweptDesign(run, worlds[one], { values: design.values, name: design.scenario.name }),
      bestShare: shares[one],
    })),
    best: { design: at, share: shares[at], isFlattered, atEdgeOf: atEdgeOf(read, designs[at].values) },
  };
}

/**
 * Refuses what a sweep would refuse, without running it.
 *
 * @param scenario the design swept
 * @param levers as `sweep` takes them
 * @param options as `sweep` takes them
 * @throws InputError with everything wrong in levers, their values and measures
 */
export function refuseSweep(scenario: Scenario, levers: readonly Lever[], options: SweepOptions): void {
  prepared(scenario, levers, options);
}

interface Prepared {
  readonly measures: readonly Measure[];
  readonly read: readonly ReadLever[];
  readonly designs: readonly Design[];
}

function prepared(scenario: Scenario, levers: readonly Lever[], options: SweepOptions): Prepared {
  const issues: Issue[] = [];
  const read = collected(issues, () => readLevers(levers, scenario));
  // Without a program nothing has a lever and few things a measure: one reason is enough.
  if (scenario.program === null) throw new InputError(issues);
  const designs = (read === undefined ? undefined : collected(issues, () => sweepDesigns(scenario, read))) ?? [];
  const keys = options.measures ?? (levers.length > 1 ? [] : DEFAULT_MEASURES);
  const measures = measuresAsked([scenario, ...designs.map((design) => design.scenario)], keys, issues);
  if (read === undefined || issues.length > 0) throw new InputError(issues);
  return { measures, read, designs };
}

/** Numbers of the first worlds of a sweep; the designs come after them. */
const NO_PROGRAM = 0;
const AS_WRITTEN = 1;

/** The worlds to live in, and the number of each design's among them: a design that is the one written has no world of its own. */
function worldsOf(written: Candidate, designs: readonly Design[]): readonly [Group, readonly number[]] {
  const candidates = [written];
  const same = programOf(written.scenario);
  const worlds = designs.map(({ scenario }) =>
    programOf(scenario) === same ? AS_WRITTEN : candidates.push({ scenario, file: written.file }),
  );
  const [group] = groupByCounterfactual(candidates);
  return [group, worlds];
}

function programOf({ program }: Scenario): string {
  return fingerprint({ program });
}

function measuresAsked(scenarios: readonly Scenario[], keys: readonly string[], issues: Issue[]): readonly Measure[] {
  const known = measuresFor(...scenarios);
  const names = known.map(({ key }) => key);
  for (const key of keys) {
    if (names.includes(key)) continue;
    const words = leverMessages.measureUnknown(names, key, nearest(key, names));
    issues.push({ file: null, line: null, column: null, path: "measures", ...words });
  }
  return [BEST_BY, ...new Set(keys.filter((key) => key !== BEST_BY))].flatMap((key) =>
    known.filter((measure) => measure.key === key),
  );
}

function sweptDesign(run: GroupRun, world: number, design: Pick<SweptDesign, "values" | "name">): SweptDesign {
  const againstNothing = findMeasures(run, world, NO_PROGRAM);
  const againstWritten = findMeasures(run, world, AS_WRITTEN);
  const isAsWritten = world === AS_WRITTEN;
  return {
    values: design.values,
    name: design.name,
    fingerprint: fingerprint(run.group.programs[world - 1].scenario),
    isAsWritten,
    findings: Object.fromEntries(
      Object.entries(againstNothing).map(([key, { level, difference, probabilityBetter }]): [string, SweptFinding] => [
        key,
        {
          ...{ level, difference, probabilityBetter },
          differenceAsWritten: isAsWritten ? null : againstWritten[key].difference,
          probabilityBetterAsWritten: isAsWritten ? null : againstWritten[key].probabilityBetter,
        },
      ]),
    ),
    bestShare: null,
  };
}

/** What designs are put in order by, a value for each replicate. */
function valuesOf(run: GroupRun, world: number): readonly number[] {
  const sample = run.collectors[world].samples.get(BEST_BY);
  return sample?.kind === "mean" ? sample.values.filter((value) => value !== null) : [];
}

/** Does work whose issues are to be reported together with others. */
function collected<Value>(issues: Issue[], work: () => Value): Value | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    issues.push(...error.issues);
    return undefined;
  }
}
