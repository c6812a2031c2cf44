import { type Draws, groupByDraw } from "./draws.js";
import { sampleVariance } from "./moments.js";

/** Where the variance of one replicate comes from, at the size that was simulated. */
export interface VarianceComponents {
  /** Variance over input draws of what a draw leads to on average; 0 when no input is a range, null when not estimable. */
  readonly ignorance: number | null;
  /** Variance of one replicate around that average; null when not estimable. */
  readonly luck: number | null;
}

/**
 * Splits the variance of replicates into ignorance and luck.
 *
 * Replicate k = (input draw j, luck k) has the value x = μ + A_j + e_k with Var A = I (ignorance) and Var e = L (luck).
 * Replicates of one draw differ by luck alone: L is the pooled variance within draws. The mean of a draw of n replicates has
 * variance I + L/n, so the variance B between draw means has the expectation I + L·h, h the mean of 1/n (1/2 when all pairs are
 * whole; more when the last draw has one replicate): I is B − L·h, and 0 where that falls below. Both are unbiased before
 * that, whatever the distributions. When no input is a range, I is 0 and L the variance of all replicates.
 *
 * @param values one for each replicate, null where undefined
 * @param ranged is any input a range?
 * @returns the two components; null without a whole pair (luck) or without two draws (ignorance; luck too if nothing is ranged)
 * @throws RangeError when there is no replicate or a value is no number
 * @source Searle, Casella & McCulloch 1992, Variance Components, chapter 3 (one-way random model)
 * @example varianceComponents([1, 3, 7, 9], true); // { ignorance: 17, luck: 2 }
 */
export function varianceComponents(values: ArrayLike<number | null>, ranged: boolean): VarianceComponents {
  return componentsOfDraws(groupByDraw(values, ranged), ranged);
}

/** The same from values already grouped. */
export function componentsOfDraws(draws: Draws, ranged: boolean): VarianceComponents {
  const between = sampleVariance(draws.means);
  if (!ranged) return { ignorance: 0, luck: between };
  const luck = varianceWithin(draws);
  if (between === null || luck === null) return { ignorance: null, luck };
  let inverseSizes = 0;
  for (const size of draws.sizes) inverseSizes += 1 / size;
  return { ignorance: Math.max(0, between - (luck * inverseSizes) / draws.sizes.length), luck };
}

function varianceWithin({ values, drawOf, means }: Draws): number | null {
  const degreesOfFreedom = values.length - means.length;
  if (degreesOfFreedom === 0) return null;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] - means[drawOf[i]]) ** 2;
  return squares / degreesOfFreedom;
}
