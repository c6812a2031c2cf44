import { definedOrNull, groupByDraw } from "./draws.js";
import { type MonteCarloInterval, NO_INTERVAL, tInterval } from "./interval.js";
import { mean, sampleVariance } from "./moments.js";

/** A ratio of totals, and what leaving out one draw after the other does to it. */
interface LeaveOneOut {
  /** Null when the denominators sum to 0. */
  readonly value: number | null;
  /** The ratio without draw j less the ratio, for each draw; null when there is one draw or a ratio without one is undefined. */
  readonly changes: Float64Array | null;
}

/**
 * A ratio of totals over replicates, with and without each input draw.
 *
 * With the residuals e = (n − n̄) − θ·(d − d̄) of the ratio θ, whose sum is 0, the change when draw j is left out is −E_j over the
 * denominators that stay: the difference of the two ratios, free of their cancellation, and 0 when all replicates are equal.
 *
 * @param numerators one for each replicate
 * @param denominators one for each replicate
 * @param ranged is any input a range?
 * @returns the ratio and its changes
 * @throws RangeError when the lengths differ, there is no replicate, or a value is no number
 * @example leaveOneOut([1, 3], [1, 1], false); // { value: 2, changes: [1, -1] }
 */
export function leaveOneOut(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  ranged: boolean,
): LeaveOneOut {
  if (numerators.length !== denominators.length) {
    throw new RangeError(
      `expected as many denominators as numerators, got ${denominators.length} for ${numerators.length}`,
    );
  }
  const above = groupByDraw(numerators, ranged);
  const below = groupByDraw(denominators, ranged);
  const meanAbove = mean(above.values);
  const meanBelow = mean(below.values);
  const value = definedOrNull(meanAbove / meanBelow);
  if (value === null || above.means.length < 2) return { value, changes: null };

  const residuals = new Float64Array(above.means.length);
  const drawDenominators = new Float64Array(above.means.length);
  let total = 0;
  above.values.forEach((numerator, i) => {
    const denominator = below.values[i];
    residuals[above.drawOf[i]] += numerator - meanAbove - value * (denominator - meanBelow);
    drawDenominators[above.drawOf[i]] += denominator;
    total += denominator;
  });
  const changes = residuals.map((residual, draw) => -residual / (total - drawDenominators[draw]));
  return { value, changes: changes.every((change) => definedOrNull(change) !== null) ? changes : null };
}

/**
 * Jackknife interval: Student's t around a value, its standard error from what leaving out each draw does to it.
 *
 * @param value the estimate
 * @param changes the estimate without draw j less the estimate, for each of D draws
 * @param level probability that the interval covers
 * @returns standard error √((D − 1)/D · Σ(change − mean change)²) and interval; nulls when a part is undefined
 * @source Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapter 11
 * @example jackknifeInterval(2, Float64Array.of(1, -1), 0.95).standardError; // 1
 */
export function jackknifeInterval(
  value: number | null,
  changes: Float64Array | null,
  level: number,
): MonteCarloInterval {
  const spread = changes === null ? null : sampleVariance(changes);
  if (value === null || changes === null || spread === null) return NO_INTERVAL;
  const draws = changes.length;
  return tInterval(value, (draws - 1) * Math.sqrt(spread / draws), draws, level);
}
