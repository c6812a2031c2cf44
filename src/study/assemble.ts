import { CAUSES, POINT_CAUSES } from "../ledger/cause.js";
import { probabilityBetter } from "../stats/better.js";
import { meanEstimate } from "../stats/estimate.js";
import { medianEstimate } from "../stats/median.js";
import type { EstimateOptions } from "../stats/options.js";
import { outcomes } from "../stats/outcomes.js";
import { ratioDifferenceEstimate, ratioDifferences, ratioEstimate, ratios } from "../stats/ratio.js";
import type { WorldCollector } from "./collect.js";
import type { CauseRow, Estimate, Finding, TrialBalanceRow } from "./findings.js";
import type { Measure } from "./measure.js";
import { paybackMonth } from "./netValue.js";
import type { MeasureSample } from "./samples.js";

/** How to read the samples of a world: what to divide money by, and how replicates hang together. */
export interface Reading extends EstimateOptions {
  /** Minor units in a currency unit. */
  readonly minorPerUnit: number;
}

/**
 * Finding of one measure in one world.
 *
 * @param measure which
 * @param sample of this world
 * @param reference of the world differences are against; null in that world itself, and for a program measure against world 0
 * @param isAgainstNothing true for a program measure against world 0: the level already is the difference
 * @param reading money unit, pairing, sample share
 * @param paths of cumulative net value, replicate after replicate: what a date is read from
 * @param referencePaths those of the reference world
 * @returns level, paired difference and share of outcomes better
 * @example
 * const measure = MEASURES.find(({ unit }) => unit === "money");
 * const reading = { minorPerUnit: 100, ranged: false, sampleShare: 1 };
 * findMeasure(measure, { kind: "mean", values: [100, 300] }, null, false, reading, [], []).level.value; // 2
 */
export function findMeasure(
  measure: Measure,
  sample: MeasureSample,
  reference: MeasureSample | null,
  isAgainstNothing: boolean,
  reading: Reading,
  paths: readonly number[],
  referencePaths: readonly number[],
): Finding {
  const unit = measure.unit === "money" ? reading.minorPerUnit : 1;
  const scaled = (estimate: Estimate): Estimate => inUnits(estimate, unit);
  if (sample.kind === "date") {
    const count = sample.values.length;
    const launches = paybackOfLaunches(paths, count, reading);
    return {
      level: dateEstimate(sample.values, launches, reading),
      difference: null,
      probabilityBetter:
        reference === null ? null : shareEarlier(launches, paybackOfLaunches(referencePaths, count, reading)),
    };
  }
  const level =
    sample.kind === "mean"
      ? meanEstimate(sample.values, reading)
      : ratioEstimate(sample.numerators, sample.denominators, reading);
  const values = sample.kind === "mean" ? sample.values : ratios(sample);
  if (isAgainstNothing) {
    const better = measure.good === "up" ? probabilityBetter(outcomes(values, reading, level.value), "up") : null;
    return { level: scaled(level), difference: null, probabilityBetter: better };
  }
  const [difference, differences] = differ(sample, reference, reading);
  return {
    level: scaled(level),
    difference: difference === null ? null : scaled(difference),
    probabilityBetter:
      difference === null || measure.good === "neither"
        ? null
        : probabilityBetter(outcomes(differences, reading, difference.value), measure.good),
  };
}

function differ(
  sample: MeasureSample,
  reference: MeasureSample | null,
  reading: Reading,
): [Estimate | null, (number | null)[]] {
  if (sample.kind === "mean" && reference?.kind === "mean") {
    const differences = sample.values.map((value, replicate) => {
      const other = reference.values[replicate];
      return value === null || other === null ? null : value - other;
    });
    return [meanEstimate(differences, reading), differences];
  }
  if (sample.kind === "ratio" && reference?.kind === "ratio") {
    return [ratioDifferenceEstimate(sample, reference, reading), ratioDifferences(sample, reference)];
  }
  return [null, []];
}

/** Dates of launches of the company's size; the interval is that of the sample's replicates, and holds the estimate. */
function dateEstimate(
  dates: readonly (number | null)[],
  launches: readonly (number | null)[],
  reading: Reading,
): Estimate {
  const { low, high, coverage } = medianEstimate(dates, reading);
  const { value, outcomeLow, outcomeHigh, neverShare } = medianEstimate(launches, reading);
  const isKnown = coverage !== null;
  return {
    value,
    standardError: null,
    low: isKnown && sooner(low, value) ? low : isKnown ? value : null,
    high: isKnown && sooner(value, high) ? high : isKnown ? value : null,
    outcomeLow,
    outcomeHigh,
    luckShare: null,
    undefinedShare: neverShare,
  };
}

/** Whether a date comes before another; never is later than any date. */
function sooner(date: number | null, other: number | null): boolean {
  return (date ?? Number.POSITIVE_INFINITY) < (other ?? Number.POSITIVE_INFINITY);
}

function paybackOfLaunches(paths: readonly number[], replicates: number, reading: Reading): (number | null)[] {
  const months = paths.length / replicates;
  const launches = Array.from({ length: replicates }, () => new Float64Array(months));
  for (let month = 0; month < months; month++) {
    const values = launches.map((_, replicate) => paths[replicate * months + month]);
    outcomes(values, reading).forEach((value, replicate) => {
      launches[replicate][month] = value;
    });
  }
  return launches.map(paybackMonth);
}

/** Share of launches in which a date comes before the reference's, ties half. */
function shareEarlier(dates: readonly (number | null)[], reference: readonly (number | null)[]): number {
  const points = dates.map((date, launch) => {
    const other = reference[launch];
    return sooner(date, other) ? 1 : sooner(other, date) ? 0 : 0.5;
  });
  return points.reduce<number>((sum, point) => sum + point, 0) / dates.length;
}

/**
 * Money of an estimate in currency units.
 *
 * @param estimate in minor units
 * @param unit minor units in a currency unit; 1 for what is no money
 */
export function inUnits(estimate: Estimate, unit: number): Estimate {
  const divided = (value: number | null): number | null => (value === null ? null : value / unit);
  return {
    ...estimate,
    value: divided(estimate.value),
    standardError: divided(estimate.standardError),
    low: divided(estimate.low),
    high: divided(estimate.high),
    outcomeLow: divided(estimate.outcomeLow),
    outcomeHigh: divided(estimate.outcomeHigh),
  };
}

/**
 * Purchases, margin and reward cost by cause, scaled to the company: means over replicates, money in currency units.
 *
 * @param collector of a program world
 * @param scale company customers for each simulated one
 * @param minorPerUnit minor units in a currency unit
 * @returns a row a cause
 */
export function findCauses(collector: WorldCollector, scale: number, minorPerUnit: number): CauseRow[] {
  return CAUSES.flatMap((cause) => {
    const sums = collector.causes.get(cause);
    if (sums === undefined) return [];
    const mean = (sum: number, unit: number): number => (sum * scale) / collector.replicates / unit;
    return [
      {
        cause,
        purchases: mean(sums.purchases, 1),
        spend: mean(sums.spend, minorPerUnit),
        margin: mean(sums.margin, minorPerUnit),
        pointsIssued: mean(sums.issued, 1),
        rewardCost: mean(sums.rewardCost, minorPerUnit),
        discount: mean(sums.discount, minorPerUnit),
      },
    ];
  });
}

/**
 * Trial balance of a world over all replicates: whole points of the sample.
 *
 * @param collector of a program world
 * @returns a row a cause that ever held points, then their total
 */
export function findTrialBalance(collector: WorldCollector): TrialBalanceRow[] {
  const rows: TrialBalanceRow[] = [];
  const total = { opening: 0, issued: 0, redeemed: 0, expired: 0, forfeited: 0, closing: 0 };
  for (const cause of CAUSES.slice(0, POINT_CAUSES)) {
    const sums = collector.causes.get(cause);
    if (sums === undefined || sums.issued + sums.closing === 0) continue;
    rows.push(balanceRow(cause, { opening: 0, ...sums }));
    total.issued += sums.issued;
    total.redeemed += sums.redeemed;
    total.expired += sums.expired;
    total.forfeited += sums.forfeited;
    total.closing += sums.closing;
  }
  return [...rows, balanceRow("total", total)];
}

function balanceRow(
  cause: TrialBalanceRow["cause"],
  { opening, issued, redeemed, expired, forfeited, closing }: Omit<TrialBalanceRow, "cause" | "difference">,
): TrialBalanceRow {
  const difference = opening + issued - redeemed - expired - forfeited - closing;
  return { cause, opening, issued, redeemed, expired, forfeited, closing, difference };
}
