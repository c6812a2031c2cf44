import betainc from "@stdlib/math-base-special-betainc";
import gammaln from "@stdlib/math-base-special-gammaln";
import { logHypergeometric } from "../math/hypergeometric.js";
import { expectedOverOccasions } from "./occasions.js";

/**
 * BG/NBD: customers buy at rate λ ~ Gamma(shape r, rate alpha) and after each repeat purchase leave with probability
 * p ~ Beta(a, b). Times are in one unit throughout, that of 1/alpha. All four are positive.
 */
export interface BgNbd {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/**
 * Expected repeat purchases of a new customer.
 *
 * The published form divides by a − 1; this is the same sum without the singularity: occasions are negative binomial, and
 * the k-th one finds the customer still there with probability (b)ₖ / (a + b)ₖ.
 *
 * @param model parameters
 * @param t time since the first purchase, ≥ 0
 * @returns E[X(t)], repeat purchases a customer
 * @source Fader, Hardie & Lee 2005, equation 9
 * @example expectedPurchases({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, 39).toFixed(6); // "1.196723"
 */
export function expectedPurchases(model: BgNbd, t: number): number {
  return expectedOverOccasions(model.r, t / (model.alpha + t), model.a, model.b);
}

/**
 * Probability that a new customer makes x repeat purchases.
 *
 * @param model parameters
 * @param x repeat purchases, whole, ≥ 0
 * @param t time since the first purchase, > 0
 * @returns P(X(t) = x)
 * @source Fader, Hardie & Lee 2005, equation 8; its bracket is a negative binomial tail, here an incomplete beta function
 * @example purchaseProbability({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, 0, 39).toFixed(7); // "0.5737864"
 */
export function purchaseProbability(model: BgNbd, x: number, t: number): number {
  const { r, alpha, a, b } = model;
  const logStay = logSurvival(a, b, x);
  const z = t / (alpha + t);
  const logExactly =
    gammaln(r + x) - gammaln(r) - gammaln(x + 1) + r * Math.log(alpha / (alpha + t)) + (x > 0 ? x * Math.log(z) : 0);
  const still = Math.exp(logStay + logExactly);
  if (x === 0) return still;
  return still + Math.exp(logStay) * (a / (b + x - 1)) * betainc(z, x, r, true, false);
}

/**
 * Probability that a new customer is still one. Not a number to validate on: models with the same purchases disagree on it.
 *
 * @param model parameters
 * @param t time since the first purchase, ≥ 0
 * @returns P(no leaving up to t)
 * @example stillCustomerProbability({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, 39).toFixed(3); // "0.794"
 */
export function stillCustomerProbability(model: BgNbd, t: number): number {
  const { r, alpha, a, b } = model;
  return Math.exp(r * Math.log(alpha / (alpha + t)) + logHypergeometric(r, b, a + b, t / (alpha + t)));
}

/**
 * Log-likelihood of one customer's history.
 *
 * @param model parameters
 * @param x repeat purchases, whole, ≥ 0
 * @param tx time of the last one since the first purchase; 0 when there is none
 * @param T time observed since the first purchase, ≥ tx
 * @returns natural logarithm of the likelihood
 * @source Fader, Hardie & Lee 2005, equation 6
 * @example bgNbdLogLikelihood({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, 2, 30.43, 38.86).toFixed(4); // "-9.4586"
 */
export function bgNbdLogLikelihood(model: BgNbd, x: number, tx: number, T: number): number {
  const { r, alpha, a, b } = model;
  const logStill = -(r + x) * Math.log(alpha + T);
  const logEither = x === 0 ? logStill : logStill + softplus(logOddsLeft(model, x, tx, T));
  return gammaln(r + x) - gammaln(r) + r * Math.log(alpha) + logSurvival(a, b, x) + logEither;
}

/**
 * Expected purchases of a customer with a history, in the time to come: the chance that they are still a customer, times
 * what a new customer with the parameters learnt would do.
 *
 * @param model parameters
 * @param x repeat purchases so far, whole, ≥ 0
 * @param tx time of the last one since the first purchase; 0 when there is none
 * @param T time observed since the first purchase, ≥ tx
 * @param t time to come, ≥ 0
 * @returns E[Y(t) | x, t_x, T]
 * @source Fader, Hardie & Lee 2005, equation 10
 * @example expectedFuturePurchases({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, 2, 30.43, 38.86, 39).toFixed(3); // "1.226"
 */
export function expectedFuturePurchases(model: BgNbd, x: number, tx: number, T: number, t: number): number {
  return bgNbdAlive(model, x, tx, T) * expectedPurchases(bgNbdLearnt(model, x, T), t);
}

/**
 * Probability that a customer with a history is still one. Under this model it is 1 for those who never bought again: they had no
 * occasion to leave.
 *
 * @param model parameters
 * @param x repeat purchases so far, whole, ≥ 0
 * @param tx time of the last one since the first purchase; 0 when there is none
 * @param T time observed since the first purchase, ≥ tx
 * @returns P(alive | x, t_x, T)
 * @source Fader, Hardie & Lee 2008, Computing P(alive) using the BG/NBD model
 * @example bgNbdAlive({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, 2, 30.43, 38.86).toFixed(4); // "0.7266"
 */
export function bgNbdAlive(model: BgNbd, x: number, tx: number, T: number): number {
  return x === 0 ? 1 : 1 / (1 + Math.exp(logOddsLeft(model, x, tx, T)));
}

/**
 * What a customer is like who has a history and is still there: a new one, with these parameters.
 *
 * @param model parameters
 * @param x repeat purchases so far, whole, ≥ 0
 * @param T time observed since the first purchase, ≥ 0
 * @returns parameters from now on
 * @example bgNbdLearnt({ r: 1, alpha: 4, a: 1, b: 2 }, 3, 10).alpha; // 14
 */
export function bgNbdLearnt({ r, alpha, a, b }: BgNbd, x: number, T: number): BgNbd {
  return { r: r + x, alpha: alpha + T, a, b: b + x };
}

/**
 * Rate at which a new customer is expected to buy at a time: the slope of the expected purchases.
 *
 * @param model parameters
 * @param t time since the first purchase, ≥ 0
 * @returns d E[X(t)] / dt
 * @source Fader, Hardie & Lee 2005, equation 9, differentiated
 * @example bgNbdRate({ r: 1, alpha: 4, a: 1, b: 2 }, 0); // 0.25
 */
export function bgNbdRate({ r, alpha, a, b }: BgNbd, t: number): number {
  const z = t / (alpha + t);
  return (r / alpha) * Math.exp((r + 1) * Math.log1p(-z) + logHypergeometric(r + 1, b, a + b, z));
}

/** log of P(left at t_x) / P(still there at T), given x ≥ 1 purchases. */
function logOddsLeft({ r, alpha, a, b }: BgNbd, x: number, tx: number, T: number): number {
  return Math.log(a / (b + x - 1)) + (r + x) * Math.log((alpha + T) / (alpha + tx));
}

/** log of the chance to stay through x purchases, B(a, b + x) / B(a, b). */
function logSurvival(a: number, b: number, x: number): number {
  return gammaln(b + x) - gammaln(b) + gammaln(a + b) - gammaln(a + b + x);
}

/** log(1 + e^u). */
function softplus(u: number): number {
  return Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u)));
}
