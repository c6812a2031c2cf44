import betainc from "@stdlib/math-base-special-betainc";
import { levelOf, type PairingOptions } from "./options.js";

/** The median of a date that may never come. Dates are null for "never", which is later than any date. */
export interface MedianEstimate {
  /** By this date half of the replicates are there; null when fewer ever are. */
  readonly value: number | null;
  /** Ends of the interval of the median. Both null, with `coverage` null, when there are too few replicates for one. */
  readonly low: number | null;
  readonly high: number | null;
  /** Probability that the interval covers, at least the level asked for; null when there is no interval. */
  readonly coverage: number | null;
  /** P5 and P95 of replicates: dates by which one in twenty, and all but one in twenty, are there. */
  readonly outcomeLow: number | null;
  readonly outcomeHigh: number | null;
  /** Share of the replicates that never are. */
  readonly neverShare: number;
}

/**
 * Median over replicates of a date, with a distribution-free interval and P5-P95.
 *
 * Every date given is that of a replicate, never between two: the P-quantile is the first date by which a share P of them are
 * there. So "never" needs no arithmetic, and there is a median as soon as half of the replicates ever get there.
 *
 * The interval goes from the l-th date to the l-th last, l the largest with P(Bin(u, 1/2) < l) ≤ (1 − level)/2 for u independent
 * units; 6 units are the fewest for 95 %. When no input is a range, units are the replicates. When one is, they are the draws, and
 * l draws are taken as 2l − 1 replicates: right when the replicates of a draw agree on which side of the median they fall, wider than
 * needed (by up to √2) when luck decides, as a sum of pairs spreads no wider than pairs that agree. [Medians of draws would
 * halve luck before the median is taken, and so estimate another number.]
 *
 * The outcome range is that of the simulated size: a "never" cannot be scaled, so for a larger reality luck is overstated.
 *
 * @param values a date for each replicate, null for never
 * @param options pairing and level
 * @returns the estimate
 * @throws RangeError when there is no replicate, a date is no finite number, or the level is outside its domain
 * @source Conover 1999, Practical Nonparametric Statistics, 3.2 (confidence interval for a quantile)
 * @example
 * const { value, outcomeHigh, neverShare } = medianEstimate([12, 14, null], { ranged: false });
 * [value, outcomeHigh, neverShare]; // [14, null, 0.3333]
 */
export function medianEstimate(values: ArrayLike<number | null>, options: PairingOptions): MedianEstimate {
  const level = levelOf(options);
  const sorted = sortedDates(values);
  const replicates = sorted.length;
  const size = options.ranged ? 2 : 1;
  const units = Math.ceil(replicates / size);
  const rank = lowestRank(units, (1 - level) / 2);
  const skipped = size * (rank - 1);
  return {
    value: dateReachedBy(sorted, 0.5),
    low: rank === 0 ? null : sorted[skipped],
    high: rank === 0 ? null : sorted[replicates - 1 - skipped],
    coverage: rank === 0 ? null : 1 - 2 * fewerHeadsThan(rank, units),
    outcomeLow: dateReachedBy(sorted, 0.05),
    outcomeHigh: dateReachedBy(sorted, 0.95),
    neverShare: sorted.filter((date) => date === null).length / replicates,
  };
}

function sortedDates(values: ArrayLike<number | null>): (number | null)[] {
  if (values.length === 0) throw new RangeError("expected the dates of one replicate or more, got none");
  const dates = Array.from(values);
  for (const date of dates) {
    if (date !== null && !Number.isFinite(date)) throw new RangeError(`expected a finite date or null, got ${date}`);
  }
  return dates.sort((a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY) || 0);
}

/** First date by which at least this share of replicates is there. */
function dateReachedBy(sorted: readonly (number | null)[], share: number): number | null {
  return sorted[Math.ceil(share * sorted.length) - 1];
}

/** Largest l with P(fewer than l heads in u fair tosses) ≤ tail; 0 when there is none. */
function lowestRank(units: number, tail: number): number {
  let rank = 0;
  let tooHigh = Math.ceil(units / 2) + 1;
  while (tooHigh - rank > 1) {
    const middle = Math.floor((rank + tooHigh) / 2);
    if (fewerHeadsThan(middle, units) <= tail) rank = middle;
    else tooHigh = middle;
  }
  return rank;
}

/** P(Bin(units, 1/2) < count) for 1 ≤ count ≤ units. */
function fewerHeadsThan(count: number, units: number): number {
  return betainc(0.5, units - count + 1, count);
}
