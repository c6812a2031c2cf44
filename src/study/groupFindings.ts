import { VERSION } from "../basics/version.js";
import { RETENTION_WINDOW } from "../plan/compile.js";
import { fingerprint } from "../random/hash.js";
import { rangesOf } from "../scenario/ranges.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Reading } from "./assemble.js";
import { findCauses, findMeasure, findSeries, findTrialBalance } from "./assemble.js";
import { findCohorts } from "./cohortFindings.js";
import type { Finding, GroupFindings, WorldFindings } from "./findings.js";
import type { Candidate } from "./group.js";
import { findMembers } from "./memberFindings.js";
import { findTiers, findTypes } from "./partFindings.js";
import type { GroupRun } from "./runGroups.js";
import { hasContracts } from "./scenarioHas.js";

/** Level of every interval in a comparison. */
const LEVEL = 0.95;

/**
 * Findings of a group from what its worlds' collectors hold.
 *
 * @param run collectors and how they came about
 * @param reference world that differences are against
 * @returns worlds with levels, differences, series, causes, trial balances
 */
export function findGroup(run: GroupRun, reference: number): GroupFindings {
  return { ...aboutGroup(run), worlds: worldsOf(run).map((_, world) => findWorld(run, reference, world)) };
}

/**
 * What the numbers of a run stand on.
 *
 * @param run collectors and how they came about
 * @returns the findings of the group without those of its worlds
 */
export function aboutGroup(run: GroupRun): Omit<GroupFindings, "worlds"> {
  const { scenario } = run.group.counterfactual;
  const { replicates } = run.collectors[0];
  return {
    name: scenario.name,
    currency: scenario.currency,
    months: scenario.horizon.months,
    retentionWindow: retentionWindow(scenario),
    size: scenario.customerBase.size,
    sample: run.sample,
    ranges: [...new Set(worldsOf(run).flatMap((world) => rangesOf(world.scenario).map(({ path }) => path)))],
    provenance: {
      version: VERSION,
      seed: run.seed,
      replicatesAsked: run.replicatesAsked,
      replicates,
      inputDraws: Math.ceil(replicates / 2),
      level: LEVEL,
      pairing: "every customer lives in every world on the same luck",
    },
  };
}

/**
 * How to read the samples of worlds of a run.
 *
 * @param run collectors and how they came about
 * @param worlds those read together
 * @returns money unit, pairing, sample share
 */
export function readingOf(run: GroupRun, ...worlds: readonly number[]): Reading {
  const { currency, customerBase } = run.group.counterfactual.scenario;
  const candidates = worldsOf(run);
  return {
    ranged: worlds.some((world) => rangesOf(candidates[world].scenario).length > 0),
    level: LEVEL,
    sampleShare: run.sample / customerBase.size,
    minorPerUnit: 10 ** currency.decimals,
  };
}

/**
 * Findings of one world against another.
 *
 * @param run collectors and how they came about
 * @param world number of the world
 * @param reference number of the world that differences are against
 * @returns by key of the measure
 */
export function findMeasures(run: GroupRun, world: number, reference: number): Record<string, Finding> {
  const { collectors } = run;
  const findings: Record<string, Finding> = {};
  for (const measure of run.measures) {
    const measured = collectors[world].samples.get(measure.key);
    if (measured === undefined) continue;
    const other = world === reference ? undefined : collectors[reference].samples.get(measure.key);
    const isAgainstNothing = world !== reference && measure.worlds === "program" && other === undefined;
    findings[measure.key] = findMeasure(
      measure,
      measured,
      other ?? null,
      isAgainstNothing,
      other === undefined ? readingOf(run, world) : readingOf(run, world, reference),
      collectors[world].series.cumulativeNetValue,
      collectors[reference].series.cumulativeNetValue,
    );
  }
  return findings;
}

function retentionWindow(scenario: Scenario): number | null {
  return hasContracts(scenario) ? null : RETENTION_WINDOW;
}

function worldsOf({ group }: GroupRun): readonly Candidate[] {
  return [group.counterfactual, ...group.programs];
}

function findWorld(run: GroupRun, reference: number, world: number): WorldFindings {
  const { scenario, file } = worldsOf(run)[world];
  const { currency, customerBase, horizon, program } = scenario;
  const collector = run.collectors[world];
  const scale = customerBase.size / run.sample;
  const window = retentionWindow(scenario);
  const other = world === reference ? null : run.collectors[reference];
  const own = readingOf(run, world);
  const paired = other === null ? own : readingOf(run, world, reference);
  return {
    name: scenario.name,
    file,
    about: scenario.about,
    role: program === null ? "counterfactual" : "program",
    collects: program?.kind === "stampCard" ? "stamps" : "points",
    isReference: world === reference,
    fingerprint: fingerprint(scenario),
    findings: findMeasures(run, world, reference),
    series: findSeries(collector, horizon.start, window ?? 1, own, program !== null),
    causes: program === null ? [] : findCauses(collector, scale, 10 ** currency.decimals),
    trialBalance: program === null ? [] : findTrialBalance(collector),
    types: findTypes(collector, other, paired),
    tiers: findTiers(collector, scenario, scale, own),
    cohorts: findCohorts(collector, other, horizon.start, window, scale, paired),
    members: findMembers(collector, scale, own),
  };
}
