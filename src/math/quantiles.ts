import gammaincinv from "@stdlib/math-base-special-gammaincinv";
import gammaln from "@stdlib/math-base-special-gammaln";
import betaincinv from "@stdlib/math-base-special-kernel-betaincinv";
import { largeGammaQuantile } from "./largeGamma.js";
import { normalQuantile } from "./normal.js";

/**
 * A quantile function that keeps both tails exact: Q(tail) when not upper, Q(1 − tail) when upper; tail in (0, 0.5].
 */
export type QuantileFunction = (tail: number, upper: boolean) => number;

/** Gamma quantiles below this follow from the first two terms of the distribution's series. */
const SMALL_GAMMA = 1e-8;

/** Gamma quantiles of shapes from here on are computed here: the library fails for quantiles above 1000. */
const LARGE_SHAPE = 500;

/** Beta quantiles from here on are too close to 1 for 1 − x to be taken from x. */
const NEAR_ONE = 0.99;

/** Beta quantiles below this follow from the first term of the distribution's series. */
const SMALL_BETA = 1e-20;

/**
 * Exponential quantile: waiting time at mean 1.
 *
 * @param tail probability in (0, 0.5]
 * @param upper whether the tail is the upper one
 * @returns the quantile, ≥ 0
 * @example exponentialQuantile(0.5, true); // 0.6931471805599453
 */
export function exponentialQuantile(tail: number, upper: boolean): number {
  return upper ? -Math.log(tail) : -Math.log1p(-tail);
}

/**
 * Gamma quantile at scale 1.
 *
 * @param shape > 0
 * @returns its quantile function
 * @throws RangeError when the shape is not a positive number
 * @source inversion by Gil, Segura & Temme, in @stdlib; below 1e-8 the series P(s, x) = x^s / Γ(s+1) · (1 − s·x / (s+1) + …)
 * @example gammaQuantile(1)(0.5, true).toFixed(9); // "0.693147181"
 */
export function gammaQuantile(shape: number): QuantileFunction {
  requirePositive("shape", shape);
  if (shape >= LARGE_SHAPE) return (tail, upper) => largeGammaQuantile(shape, tail, upper);
  const logFactorial = gammaln(shape + 1);
  return (tail, upper) => {
    const logProbability = upper ? Math.log1p(-tail) : Math.log(tail);
    const first = Math.exp((logProbability + logFactorial) / shape);
    return first < SMALL_GAMMA ? first * (1 + first / (shape + 1)) : gammaincinv(tail, shape, upper);
  };
}

/**
 * Beta quantile.
 *
 * @param a first shape, > 0
 * @param b second shape, > 0
 * @returns its quantile function, values in [0, 1]
 * @throws RangeError when a shape is not a positive number
 * @example betaQuantile(1, 1)(0.25, false); // 0.25
 */
export function betaQuantile(a: number, b: number): QuantileFunction {
  requirePositive("a", a);
  requirePositive("b", b);
  return (tail, upper) => betaPoint(a, b, tail, upper);
}

/**
 * Quantile of −log(1 − X), X ~ Beta(a, b): how readily a customer leaves, on the scale on which a hazard multiplies.
 *
 * @param a first shape, > 0
 * @param b second shape, > 0
 * @returns its quantile function, values ≥ 0, exact where X is close to 1
 * @throws RangeError when a shape is not a positive number
 * @example betaLeavingQuantile(1, 1)(0.5, false).toFixed(9); // "0.693147181"
 */
export function betaLeavingQuantile(a: number, b: number): QuantileFunction {
  requirePositive("a", a);
  requirePositive("b", b);
  const logBeta = gammaln(a) + gammaln(b) - gammaln(a + b);
  return (tail, upper) => {
    const x = betaPoint(a, b, tail, upper);
    if (x < NEAR_ONE) return -Math.log1p(-x);
    const rest = betaPoint(b, a, tail, !upper);
    if (rest > SMALL_BETA) return -Math.log(rest);
    return -((upper ? Math.log(tail) : Math.log1p(-tail)) + Math.log(b) + logBeta) / b;
  };
}

/**
 * Lognormal quantile.
 *
 * @param logMean mean of the logarithm
 * @param logDeviation standard deviation of the logarithm, ≥ 0
 * @returns its quantile function, values > 0
 * @example logNormalQuantile(0, 1)(0.5, false); // 1
 */
export function logNormalQuantile(logMean: number, logDeviation: number): QuantileFunction {
  return (tail, upper) => Math.exp(logMean + logDeviation * normalQuantile(tail, upper));
}

/** The inverse gives x and 1 − x; only the first is exact when it is small, so the other one is asked for by turning the sides round. */
function betaPoint(a: number, b: number, tail: number, upper: boolean): number {
  return upper ? betaincinv(a, b, 1 - tail, tail)[0] : betaincinv(a, b, tail, 1 - tail)[0];
}

function requirePositive(name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`expected ${name} to be a positive number, got ${value}`);
}
