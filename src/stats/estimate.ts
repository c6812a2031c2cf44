import { type Draws, groupByDraw, varianceOfMean } from "./draws.js";
import { type MonteCarloInterval, NO_INTERVAL, tInterval } from "./interval.js";
import { mean } from "./moments.js";
import { type EstimateOptions, levelOf } from "./options.js";
import { type OutcomeRange, outcomeRange } from "./outcomes.js";

/** A number with its two uncertainties: the interval shrinks with replicates, the outcome range does not. Null: undefined. */
export interface Estimate extends MonteCarloInterval, OutcomeRange {
  readonly value: number | null;
  /** Share of the replicates in which the value is undefined; they are left out of everything else. */
  readonly undefinedShare: number;
}

/**
 * Mean over replicates, with its Monte Carlo interval and outcome range.
 *
 * The interval is Student's t over the independent units: the input draws when an input is a range (df = draws − 1), the
 * replicates when none is (df = replicates − 1). The mean weighs a draw by its share w = n/R of the replicates and has variance
 * Σw²·I + L/R; it is estimated by Σw²·B, B the variance between draw means. With whole pairs that is B/draws, unbiased; with a
 * lone last replicate it is unbiased in I and too large in L by less than 3/(2R) of it, on the safe side.
 *
 * @param values one for each replicate, null where undefined
 * @param options pairing, sample share, level
 * @returns the estimate; the interval is null with one unit, the range where luck and ignorance cannot be told apart
 * @throws RangeError when there is no replicate, a value is no number, or an option is outside its domain
 * @source Law 2015, Simulation Modeling and Analysis, 9.4.1 (independent replications)
 * @example
 * const { value, standardError, luckShare } = meanEstimate([1, 3, 7, 9], { ranged: true, sampleShare: 1 });
 * [value, standardError, luckShare]; // [5, 3, 0.10526]: luck is 2 of 19 parts of the variance
 */
export function meanEstimate(values: ArrayLike<number | null>, options: EstimateOptions): Estimate {
  const draws = groupByDraw(values, options.ranged);
  return {
    value: draws.values.length === 0 ? null : mean(draws.values),
    ...meanInterval(draws, levelOf(options)),
    ...outcomeRange(draws, options),
    undefinedShare: draws.undefinedShare,
  };
}

function meanInterval(draws: Draws, level: number): MonteCarloInterval {
  const variance = varianceOfMean(draws);
  if (variance === null) return NO_INTERVAL;
  return tInterval(mean(draws.values), Math.sqrt(variance), draws.means.length, level);
}

/**
 * The mean estimate of each of many values, as the months of a series.
 *
 * @param values replicate after replicate: that of replicate k at place m is `values[k * places + m]`
 * @param places how many values a replicate has, 1 or more
 * @param options pairing, sample share, level
 * @returns an estimate for each place
 * @throws RangeError when the values are no whole number of replicates, or as `meanEstimate`
 * @example seriesEstimate(Float64Array.of(1, 10, 3, 30), 2, { ranged: false, sampleShare: 1 })[1].value; // 20
 */
export function seriesEstimate(values: ArrayLike<number>, places: number, options: EstimateOptions): Estimate[] {
  const replicates = values.length / places;
  if (!(Number.isInteger(places) && places > 0 && Number.isInteger(replicates))) {
    throw new RangeError(`expected a whole number of replicates of ${places} values each, got ${values.length} values`);
  }
  return Array.from({ length: places }, (_, place) =>
    meanEstimate(
      Array.from({ length: replicates }, (_, replicate) => values[replicate * places + place]),
      options,
    ),
  );
}
