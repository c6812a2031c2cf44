import gammaln from "@stdlib/math-base-special-gammaln";

/**
 * Gamma-Gamma: what a customer spends on a purchase is Gamma(shape p, rate ν), with ν ~ Gamma(shape q, rate v). v is money,
 * the other two are plain numbers; all three are positive.
 */
export interface GammaGamma {
  readonly p: number;
  readonly q: number;
  readonly v: number;
}

/**
 * Mean spend on a purchase, over all customers.
 *
 * @param model parameters
 * @returns E[Z] = p·v / (q − 1), in the money of v; Infinity for q ≤ 1
 * @source Fader & Hardie 2013, note 025
 * @example meanSpend({ p: 6.25, q: 3.74, v: 15.44 }).toFixed(2); // "35.22"
 */
export function meanSpend({ p, q, v }: GammaGamma): number {
  return q > 1 ? (p * v) / (q - 1) : Infinity;
}

/**
 * Variance of one purchase of a customer drawn at random: between customers and between purchases together.
 *
 * @param model parameters
 * @returns the variance, in the squared money of v; Infinity for q ≤ 2
 * @example Math.sqrt(spendVariance({ p: 6.25, q: 3.74, v: 15.44 })).toFixed(2); // "32.02"
 */
export function spendVariance(model: GammaGamma): number {
  const { p, q } = model;
  if (q <= 2) return Infinity;
  return (meanSpend(model) ** 2 * (p + q - 1)) / (p * (q - 2));
}

/**
 * Mean spend of a customer whose purchases are known: the mean of all customers and the customer's own, weighted.
 *
 * @param model parameters
 * @param x purchases seen, whole, ≥ 0
 * @param meanSeen their mean spend, in the money of v; any number when x is 0
 * @returns E[Z | z̄, x]; Infinity where p·x + q ≤ 1
 * @source Fader & Hardie 2013, note 025
 * @example expectedSpend({ p: 6.25, q: 3.74, v: 15.44 }, 1, 100).toFixed(2); // "80.26"
 */
export function expectedSpend(model: GammaGamma, x: number, meanSeen: number): number {
  const { p, q, v } = model;
  if (x === 0) return meanSpend(model);
  return p * x + q > 1 ? (p * (v + x * meanSeen)) / (p * x + q - 1) : Infinity;
}

/**
 * Log-likelihood of one customer's mean spend.
 *
 * @param model parameters
 * @param x purchases, whole, ≥ 1
 * @param meanSeen their mean spend, > 0, in the money of v
 * @returns natural logarithm of the density at the mean
 * @source Fader & Hardie 2013, note 025, equation 1a
 * @example gammaGammaLogLikelihood({ p: 6.25, q: 3.74, v: 15.44 }, 1, 30).toFixed(4); // "-3.9485"
 */
export function gammaGammaLogLikelihood({ p, q, v }: GammaGamma, x: number, meanSeen: number): number {
  const shape = p * x;
  return (
    gammaln(shape + q) -
    gammaln(shape) -
    gammaln(q) +
    q * Math.log(v) +
    (shape - 1) * Math.log(meanSeen) +
    shape * Math.log(x) -
    (shape + q) * Math.log(v + x * meanSeen)
  );
}
