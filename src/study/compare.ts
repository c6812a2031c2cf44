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
import type { Comparison, GroupFindings } from "./findings.js";
import type { Candidate, Group } from "./group.js";
import { groupByCounterfactual } from "./group.js";
import { findGroup } from "./groupFindings.js";
import { GroupPlans } from "./groupPlans.js";
import type { Measure } from "./measure.js";
import { labelOf, measuresFor } from "./measures.js";
import { refuseDraws } from "./refuseDraws.js";

/** How to run a comparison; everything has a default. */
export interface CompareOptions {
  /** Any text or number; the same seed gives the same bytes. Default 1. */
  readonly seed?: string | number;
  /** Replicates, 4 or more; two share each draw of the ranged inputs. Default 100. */
  readonly replicates?: number;
  /** Day-one customers simulated in each replicate; default 10,000 or the base's size, whichever is smaller. */
  readonly customers?: number;
  /** Name or file of the candidate that differences are against; default: world 0 of each group. */
  readonly against?: string;
  /** Worker threads; default as many as the machine has cores. */
  readonly workers?: number;
  /** Where to run instead of a pool of this call's own. */
  readonly executor?: Executor;
  /** Ends the run early: findings stand on the replicates finished until then. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Customer-replicates lived through, of all there are to live. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export const DEFAULT_SEED = 1;
export const DEFAULT_REPLICATES = 100;
export const DEFAULT_CUSTOMERS = 10_000;
export const FEWEST_REPLICATES = 4;

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
  const replicates = options.replicates ?? DEFAULT_REPLICATES;
  if (!Number.isInteger(replicates) || replicates < FEWEST_REPLICATES) {
    throw new RangeError(`expected ${FEWEST_REPLICATES} or more whole replicates, got ${replicates}`);
  }
  const groups = groupByCounterfactual(candidates);
  if (options.against !== undefined && !groups.some((group) => referenceWorld(group, options.against) !== null)) {
    throw new RangeError(
      `expected the name or file of one of the scenarios to compare against, got "${options.against}"`,
    );
  }
  refuseDraws(groups, Math.ceil(replicates / 2), seedWords(options.seed ?? DEFAULT_SEED));
  refuseCrowds(groups, options);
  const executor = options.executor ?? openPool(options.workers);
  const meter = new Meter(groups, replicates, options);
  const found: GroupFindings[] = [];
  const measures = new Set<Measure>();
  try {
    for (const group of groups) {
      const findings = await compareGroup(group, replicates, executor, meter, options);
      if (findings === null) break;
      found.push(findings);
      for (const measure of measuresFor(group.counterfactual.scenario)) measures.add(measure);
    }
  } finally {
    if (options.executor === undefined) await executor.close();
  }
  return {
    measures: [...measures].map(labelOf),
    groups: found,
  };
}

/**
 * Customers a run simulates of a base.
 *
 * @param size customers of the base
 * @param asked how many were asked for; the default when undefined
 * @returns at least 1, at most the base's size
 * @example sampleSize(500, undefined); // 500
 */
export function sampleSize(size: number, asked: number | undefined): number {
  return Math.min(size, asked ?? DEFAULT_CUSTOMERS);
}

async function compareGroup(
  group: Group,
  replicates: number,
  executor: Executor,
  meter: Meter,
  options: CompareOptions,
): Promise<GroupFindings | null> {
  const { customerBase } = group.counterfactual.scenario;
  const sample = sampleSize(customerBase.size, options.customers);
  const seed = seedWords(options.seed ?? DEFAULT_SEED);
  const plans = new GroupPlans(group, sample, seed);
  const worlds = [group.counterfactual, ...group.programs];
  const measures = measuresFor(group.counterfactual.scenario);
  const collectors = worlds.map(
    ({ scenario }) =>
      new WorldCollector(
        scenario.name,
        measures.filter((measure) => measure.worlds === "all" || scenario.program !== null),
      ),
  );
  const run = simulate((draw) => plans.at(draw).plan, {
    seed,
    firstReplicate: 0,
    replicates,
    executor,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    onProgress: (customers) => meter.add(customers),
  });
  for await (const { replicate, ledgers } of run) {
    const { terms } = plans.at(inputDraw(replicate));
    const twinValue = valueWorld(ledgers[0], terms[0]);
    ledgers.forEach((ledger, world) => {
      const expiry = worlds[world].scenario.program?.expiry;
      const expiryMonths = expiry?.kind === "rolling" ? expiry.months : null;
      collectors[world].add(replicate, ledger, ledgers[0], terms[world], twinValue, expiryMonths);
    });
    refuseClipped(group, collectors, SURE_DECISIONS);
  }
  refuseClipped(group, collectors, 0);
  if (collectors[0].replicates < 2) return null;
  return findGroup({
    group,
    collectors,
    measures,
    reference: referenceWorld(group, options.against) ?? 0,
    sample,
    seed: String(options.seed ?? DEFAULT_SEED),
    replicatesAsked: replicates,
  });
}

function refuseCrowds(groups: readonly Group[], options: CompareOptions): void {
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

/**
 * Number of the world named, 0 when none is.
 *
 * @param group in which it is looked for
 * @param name of a scenario, or its file
 * @returns null when the group has no such world
 */
export function referenceWorld(group: Group, name: string | undefined): number | null {
  if (name === undefined) return 0;
  const isNamed = ({ scenario, file }: Candidate): boolean => scenario.name === name || file === name;
  const at = [group.counterfactual, ...group.programs].findIndex(isNamed);
  if (at >= 0) return at;
  return group.repeats.some(isNamed) ? 0 : null;
}

/** Counts customers of all groups against what there is to do. */
class Meter {
  private done = 0;
  private readonly total: number;
  private readonly onProgress: CompareOptions["onProgress"];

  constructor(groups: readonly Group[], replicates: number, options: CompareOptions) {
    this.onProgress = options.onProgress;
    this.total = groups.reduce((sum, { counterfactual }) => {
      const { customerBase, horizon } = counterfactual.scenario;
      const sample = sampleSize(customerBase.size, options.customers);
      const newcomers = Math.floor(
        (customerBase.acquisition.perMonth * horizon.months * sample) / customerBase.size + 0.5,
      );
      return sum + (sample + newcomers) * replicates;
    }, 0);
  }

  add(customers: number): void {
    this.done += customers;
    this.onProgress?.({ done: this.done, total: this.total });
  }
}
