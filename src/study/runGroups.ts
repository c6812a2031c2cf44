import type { Issue } from "../basics/issues.js";
import { InputError } from "../basics/issues.js";
import { planMessages } from "../basics/planMessages.js";
import type { Executor } from "../engine/executor.js";
import { openPool } from "../engine/pool.js";
import { inputDraw, simulate } from "../engine/simulate.js";
import { crowdIssues } from "../plan/limits.js";
import { MULTIPLIER_CAP } from "../random/address.js";
import { seedWords } from "../random/seed.js";
import { valueWorld } from "../valuation/worldValue.js";
import { WorldCollector } from "./collect.js";
import type { Group } from "./group.js";
import { GroupPlans } from "./groupPlans.js";
import type { Measure } from "./measure.js";
import { Meter } from "./meter.js";
import { correlationIssues } from "./refuseCorrelations.js";
import { refuseDraws } from "./refuseDraws.js";
import { DEFAULT_SEED, type RunOptions, replicatesOf, sampleSize } from "./runOptions.js";

/** What a finished (or interrupted) run of a group leaves behind. */
export interface GroupRun {
  readonly group: Group;
  /** By world, world 0 first. */
  readonly collectors: readonly WorldCollector[];
  readonly measures: readonly Measure[];
  readonly sample: number;
  readonly seed: string;
  readonly replicatesAsked: number;
}

/**
 * Simulates groups of worlds, one after the other.
 *
 * @param groups what to simulate
 * @param measuresOf what to measure in a group
 * @param options seed, replicates, sample, where to run
 * @returns a run a group, in order; fewer when the run is interrupted before two replicates of a group are finished
 * @throws InputError when designs correlate a shared input differently, a draw leaves its domain or asks more than can be simulated, before anything is, or too many multipliers
 * are clipped
 * @throws RangeError when an option is outside its domain
 */
export async function runGroups(
  groups: readonly Group[],
  measuresOf: (group: Group) => readonly Measure[],
  options: RunOptions,
): Promise<GroupRun[]> {
  const replicates = replicatesOf(options);
  const correlated = correlationIssues(groups);
  if (correlated.length > 0) throw new InputError(correlated);
  refuseDraws(groups, Math.ceil(replicates / 2), seedWords(options.seed ?? DEFAULT_SEED));
  refuseCrowds(groups, options);
  const executor = options.executor ?? openPool(options.workers);
  const meter = new Meter(groups, replicates, options);
  const runs: GroupRun[] = [];
  try {
    for (const group of groups) {
      const run = await runGroup(group, measuresOf(group), replicates, executor, meter, options);
      if (run === null) break;
      runs.push(run);
    }
  } finally {
    if (options.executor === undefined) await executor.close();
  }
  return runs;
}

async function runGroup(
  group: Group,
  measures: readonly Measure[],
  replicates: number,
  executor: Executor,
  meter: Meter,
  options: RunOptions,
): Promise<GroupRun | null> {
  const { customerBase } = group.counterfactual.scenario;
  const sample = sampleSize(customerBase.size, options.customers);
  const seed = seedWords(options.seed ?? DEFAULT_SEED);
  const plans = new GroupPlans(group, sample, seed);
  const worlds = [group.counterfactual, ...group.programs];
  const collectors = worlds.map(({ scenario }) => new WorldCollector(scenario, measures));
  const run = simulate((draw) => plans.at(draw).plan, {
    seed,
    firstReplicate: 0,
    replicates,
    executor,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    onProgress: (customers) => meter.add(customers),
  });
  for await (const { replicate, ledgers } of run) {
    const { terms, types } = plans.at(inputDraw(replicate));
    const twinValue = valueWorld(ledgers[0], terms[0]);
    ledgers.forEach((ledger, world) => {
      const expiry = worlds[world].scenario.program?.expiry;
      const expiryMonths = expiry?.kind === "rolling" ? expiry.months : null;
      const drawn = { ledger, twin: ledgers[0], terms: terms[world], twinValue, expiryMonths, types };
      collectors[world].add(replicate, drawn);
    });
    refuseClipped(group, collectors, SURE_DECISIONS);
  }
  refuseClipped(group, collectors, 0);
  if (collectors[0].replicates < 2) return null;
  return {
    group,
    collectors,
    measures,
    sample,
    seed: String(options.seed ?? DEFAULT_SEED),
    replicatesAsked: replicates,
  };
}

function refuseCrowds(groups: readonly Group[], options: RunOptions): void {
  const issues = groups.flatMap(({ counterfactual: { scenario, file }, programs }) =>
    crowdIssues(scenario, sampleSize(scenario.customerBase.size, options.customers), file ?? programs[0]?.file ?? null),
  );
  if (issues.length > 0) throw new InputError(issues);
}

/** Above this share of decisions a cut multiplier would move the results. */
const MOST_CLIPPED = 0.001;

/** Decisions from which a share is sure enough to end a run early. */
const SURE_DECISIONS = 100_000;

function refuseClipped(group: Group, collectors: readonly WorldCollector[], fewest: number): void {
  const issues = [group.counterfactual, ...group.programs].flatMap(({ file }, world): Issue[] => {
    const { clipped, decisions } = collectors[world];
    if (decisions < fewest || clipped <= MOST_CLIPPED * decisions) return [];
    const words = planMessages.multipliersClipped(clipped / decisions, MULTIPLIER_CAP);
    return [{ file, line: null, column: null, path: "program.response", ...words }];
  });
  if (issues.length > 0) throw new InputError(issues);
}
