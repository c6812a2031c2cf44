import gammaln from "@stdlib/math-base-special-gammaln";

/**
 * NBD: customers buy at rate λ ~ Gamma(shape r, rate alpha) and never leave. Times are in the unit of 1/alpha. Both are positive.
 */
export interface Nbd {
  readonly r: number;
  readonly alpha: number;
}

/**
 * Log-likelihood of one customer's history: a density over the times of purchases, comparable with that of models in which
 * customers leave. When they bought does not matter, only how often.
 *
 * @param model parameters
 * @param x repeat purchases, whole, ≥ 0
 * @param T time observed since the first purchase, ≥ 0
 * @returns natural logarithm of the likelihood
 * @source Ehrenberg 1959; as timing, Fader & Hardie 2005
 * @example nbdLogLikelihood({ r: 0.385, alpha: 12.072 }, 2, 38.86).toFixed(4); // "-9.0440"
 */
export function nbdLogLikelihood({ r, alpha }: Nbd, x: number, T: number): number {
  return gammaln(r + x) - gammaln(r) + r * Math.log(alpha / (alpha + T)) - x * Math.log(alpha + T);
}

/**
 * Probability that a customer makes x repeat purchases.
 *
 * @param model parameters
 * @param x repeat purchases, whole, ≥ 0
 * @param t time since the first purchase, ≥ 0
 * @returns P(X(t) = x)
 * @source Ehrenberg 1959
 * @example nbdProbability({ r: 1, alpha: 1 }, 2, 1); // 0.125
 */
export function nbdProbability(model: Nbd, x: number, t: number): number {
  if (t === 0) return x === 0 ? 1 : 0;
  return Math.exp(nbdLogLikelihood(model, x, t) + x * Math.log(t) - gammaln(x + 1));
}

/**
 * Expected repeat purchases of a new customer.
 *
 * @param model parameters
 * @param t time since the first purchase, ≥ 0
 * @returns E[X(t)]
 * @example nbdPurchases({ r: 2, alpha: 4 }, 10); // 5
 */
export function nbdPurchases({ r, alpha }: Nbd, t: number): number {
  return (r / alpha) * t;
}
