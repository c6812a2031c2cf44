import { VERSION } from "../basics/version.js";
import { RETENTION_WINDOW } from "../plan/compile.js";
import { fingerprint } from "../random/hash.js";
import { rangesOf } from "../scenario/ranges.js";
import type { Reading } from "./assemble.js";
import { findCauses, findMeasure, findSeries, findTrialBalance } from "./assemble.js";
import type { WorldCollector } from "./collect.js";
import type { Finding, GroupFindings, WorldFindings } from "./findings.js";
import type { Candidate, Group } from "./group.js";
import type { Measure } from "./measure.js";

/** Level of every interval in a comparison. */
const LEVEL = 0.95;

/** What a finished (or interrupted) run of a group leaves behind. */
export interface GroupRun {
  readonly group: Group;
  /** By world, world 0 first. */
  readonly collectors: readonly WorldCollector[];
  readonly measures: readonly Measure[];
  /** World that differences are against. */
  readonly reference: number;
  readonly sample: number;
  readonly seed: string;
  readonly replicatesAsked: number;
}

/**
 * Findings of a group from what its worlds' collectors hold.
 *
 * @param run collectors and how they came about
 * @returns worlds with levels, differences, series, causes, trial balances
 */
export function findGroup(run: GroupRun): GroupFindings {
  const { group, collectors, sample } = run;
  const { scenario } = group.counterfactual;
  const { replicates } = collectors[0];
  const worlds = [group.counterfactual, ...group.programs];
  return {
    name: scenario.name,
    currency: scenario.currency,
    months: scenario.horizon.months,
    size: scenario.customerBase.size,
    sample,
    ranges: [...new Set(worlds.flatMap((world) => rangesOf(world.scenario).map(({ path }) => path)))],
    provenance: {
      version: VERSION,
      seed: run.seed,
      replicatesAsked: run.replicatesAsked,
      replicates,
      inputDraws: Math.ceil(replicates / 2),
      level: LEVEL,
      pairing: "every customer lives in every world on the same luck",
    },
    worlds: worlds.map((candidate, world) => findWorld(run, worlds, candidate, world)),
  };
}

function findWorld(run: GroupRun, worlds: readonly Candidate[], candidate: Candidate, world: number): WorldFindings {
  const { collectors, reference, sample } = run;
  const { scenario, file } = candidate;
  const { currency, customerBase, horizon, program } = scenario;
  const minorPerUnit = 10 ** currency.decimals;
  const reading = (candidates: readonly Candidate[]): Reading => ({
    ranged: candidates.some((one) => rangesOf(one.scenario).length > 0),
    level: LEVEL,
    sampleShare: sample / customerBase.size,
    minorPerUnit,
  });
  const own = reading([candidate]);
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
      other === undefined ? own : reading([candidate, worlds[reference]]),
      collectors[world].series.cumulativeNetValue,
      collectors[reference].series.cumulativeNetValue,
    );
  }
  const scale = customerBase.size / sample;
  return {
    name: scenario.name,
    file,
    about: scenario.about,
    role: program === null ? "counterfactual" : "program",
    isReference: world === reference,
    fingerprint: fingerprint(scenario),
    findings,
    series: findSeries(collectors[world], horizon.start, RETENTION_WINDOW, own, program !== null),
    causes: program === null ? [] : findCauses(collectors[world], scale, minorPerUnit),
    trialBalance: program === null ? [] : findTrialBalance(collectors[world]),
  };
}
