import gammaln from "@stdlib/math-base-special-gammaln";
import { logHypergeometric } from "../math/hypergeometric.js";

/**
 * Pareto/NBD: customers buy at rate λ ~ Gamma(shape r, rate alpha) and leave unseen at rate μ ~ Gamma(shape s, rate beta). Times are in
 * one unit throughout, that of 1/alpha and 1/beta. All four are positive.
 */
export interface ParetoNbd {
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
}

/**
 * Expected repeat purchases of a new customer.
 *
 * @param model parameters
 * @param t time since the first purchase, ≥ 0
 * @returns E[X(t)], repeat purchases a customer
 * @source Schmittlein, Morrison & Colombo 1987, equation 17, without its singularity at s = 1
 * @example paretoNbdPurchases({ r: 0.5533, alpha: 10.578, s: 0.6062, beta: 11.669 }, 39).toFixed(4); // "1.2135"
 */
export function paretoNbdPurchases({ r, alpha, s, beta }: ParetoNbd, t: number): number {
  const reach = Math.log1p(t / beta);
  return (r / alpha) * beta * powerIntegral(1 - s, reach);
}

/**
 * Variance of the repeat purchases of a new customer.
 *
 * @param model parameters
 * @param t time since the first purchase, ≥ 0
 * @returns Var[X(t)]
 * @source Schmittlein, Morrison & Colombo 1987, equation 19: E[X(X − 1)] = E[λ²] · E[(time as a customer)²]
 * @example Math.sqrt(paretoNbdVariance({ r: 0.5533, alpha: 10.578, s: 0.6062, beta: 11.669 }, 39)).toFixed(2); // "2.39"
 */
export function paretoNbdVariance(model: ParetoNbd, t: number): number {
  const { r, alpha, s, beta } = model;
  const reach = Math.log1p(t / beta);
  const squaredTime = 2 * beta ** 2 * (powerIntegral(2 - s, reach) - powerIntegral(1 - s, reach));
  const mean = paretoNbdPurchases(model, t);
  return mean - mean ** 2 + ((r * (r + 1)) / alpha ** 2) * squaredTime;
}

/**
 * Probability that a new customer is still one. Not a number to validate on: models with the same purchases disagree on it.
 *
 * @param model parameters
 * @param t time since the first purchase, ≥ 0
 * @returns P(no leaving up to t)
 * @example paretoNbdSurvival({ r: 0.5533, alpha: 10.578, s: 0.6062, beta: 11.669 }, 39).toFixed(2); // "0.41"
 */
export function paretoNbdSurvival({ s, beta }: ParetoNbd, t: number): number {
  return (1 + t / beta) ** -s;
}

/**
 * Log-likelihood of one customer's history.
 *
 * @param model parameters
 * @param x repeat purchases, whole, ≥ 0
 * @param tx time of the last one since the first purchase; 0 when there is none
 * @param T time observed since the first purchase, ≥ tx
 * @returns natural logarithm of the likelihood
 * @source Fader & Hardie 2005, A note on deriving the Pareto/NBD model, equations 18 and 19
 * @example paretoNbdLogLikelihood({ r: 0.5533, alpha: 10.578, s: 0.6062, beta: 11.669 }, 2, 30.43, 38.86).toFixed(4); // "-9.5543"
 */
export function paretoNbdLogLikelihood(model: ParetoNbd, x: number, tx: number, T: number): number {
  const { r, alpha, s, beta } = model;
  const { logStill, logLeft } = stillAndLeft(model, x, tx, T);
  const top = Math.max(logStill, logLeft);
  const logEither = top + Math.log(Math.exp(logStill - top) + Math.exp(logLeft - top));
  return gammaln(r + x) - gammaln(r) + r * Math.log(alpha) + s * Math.log(beta) + logEither;
}

/**
 * Probability that a customer with a history is still one.
 *
 * @param model parameters
 * @param x repeat purchases so far, whole, ≥ 0
 * @param tx time of the last one since the first purchase; 0 when there is none
 * @param T time observed since the first purchase, ≥ tx
 * @returns P(alive | x, t_x, T)
 * @source Schmittlein, Morrison & Colombo 1987, equations 11 to 13
 * @example paretoNbdAlive({ r: 0.5533, alpha: 10.578, s: 0.6062, beta: 11.669 }, 2, 38.86, 38.86); // 1
 */
export function paretoNbdAlive(model: ParetoNbd, x: number, tx: number, T: number): number {
  if (T === tx) return 1;
  const { logStill, logLeft } = stillAndLeft(model, x, tx, T);
  return 1 / (1 + Math.exp(logLeft - logStill));
}

/**
 * What a customer is like who has a history and is still there: a new one, with these parameters.
 *
 * @param model parameters
 * @param x repeat purchases so far, whole, ≥ 0
 * @param T time observed since the first purchase, ≥ 0
 * @returns parameters from now on
 * @example paretoNbdLearnt({ r: 1, alpha: 4, s: 1, beta: 2 }, 3, 10).beta; // 12
 */
export function paretoNbdLearnt({ r, alpha, s, beta }: ParetoNbd, x: number, T: number): ParetoNbd {
  return { r: r + x, alpha: alpha + T, s, beta: beta + T };
}

/** Logarithms of the two ways to such a history, but for what they share: still there at T, or left between t_x and T. */
function stillAndLeft(
  { r, alpha, s, beta }: ParetoNbd,
  x: number,
  tx: number,
  T: number,
): { logStill: number; logLeft: number } {
  const shapes = r + s + x;
  const logStill = -(r + x) * Math.log(alpha + T) - s * Math.log(beta + T);
  const logGone = (t: number): number => {
    const [near, far] = alpha >= beta ? [beta, alpha] : [alpha, beta];
    const second = alpha >= beta ? s + 1 : r + x;
    return logHypergeometric(shapes, second, shapes + 1, (far - near) / (far + t)) - shapes * Math.log(far + t);
  };
  const [early, late] = [logGone(tx), logGone(T)];
  return { logStill, logLeft: Math.log(s / shapes) + early + Math.log(-Math.expm1(late - early)) };
}

/** Integral of v^(power − 1) from 1 to e^reach. */
function powerIntegral(power: number, reach: number): number {
  return power === 0 ? reach : Math.expm1(power * reach) / power;
}
