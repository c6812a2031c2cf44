import { crossing } from "../math/crossing.js";
import { logBetaMean, MANY_TERMS } from "../math/logBetaMean.js";

const LARGE = 1e200;
const PRECISION = 1e-16;

const LARGEST_SHAPE = 1e12;

/**
 * Purchases expected when the number of occasions is negative binomial and the customer leaves after each one taken with
 * probability p ~ Beta(a, b): the sum over n of P(n occasions) · Σ_{k<n} (b)ₖ / (a + b)ₖ. Every term is positive, so nothing
 * cancels, at a = 1 or elsewhere. Where terms would be thousands, it is the mean over p of (1 − E[(1 − p)ⁿ]) / p instead.
 *
 * @param r shape of the negative binomial, > 0
 * @param z its success probability, t / (alpha + t), in [0, 1)
 * @param a first shape of leaving, > 0
 * @param b second shape of leaving, > 0
 * @returns expected purchases, ≥ 0
 * @throws RangeError when z is outside [0, 1), or a shape is no number above 0, or too large
 * @example expectedOverOccasions(1, 0.5, 1e-12, 1).toFixed(9); // "1.000000000": nobody leaves, the mean is r·z / (1 − z)
 */
export function expectedOverOccasions(r: number, z: number, a: number, b: number): number {
  if (!(z >= 0 && z < 1)) throw new RangeError(`expected z from 0 to below 1, got ${z}`);
  if (![r, a, b].every((shape) => shape > 0 && shape <= LARGEST_SHAPE)) {
    throw new RangeError(`expected shapes above 0, up to ${LARGEST_SHAPE}, got r ${r}, a ${a} and b ${b}`);
  }
  const odds = z / (1 - z);
  if (r * odds + 10 * Math.sqrt(r * odds * (1 + odds)) + 40 * (1 + odds) > MANY_TERMS) return byIntegral(r, odds, a, b);
  let logScale = r * Math.log1p(-z);
  let weight = 1;
  let stays = 1;
  let purchases = 0;
  let sum = 0;
  for (let n = 0; ; n++) {
    const ratio = ((r + n) / (n + 1)) * z;
    weight *= ratio;
    purchases += stays;
    stays *= (b + n) / (a + b + n);
    sum += weight * purchases;
    // Purchases grow no faster than n, so what is left is at most a geometric series of this ratio.
    const bound = ratio * (1 + 1 / (n + 1));
    if (bound < 1 && weight * purchases * bound <= (1 - bound) * PRECISION * sum) break;
    if (sum > LARGE) {
      weight /= LARGE;
      sum /= LARGE;
      logScale += Math.log(LARGE);
    }
  }
  return sum * Math.exp(logScale);
}

/** The mean of (1 − (1 + odds·p)^−r) / p over p ~ Beta(a, b). */
function byIntegral(r: number, odds: number, a: number, b: number): number {
  const log = (u: number): number => {
    const logP = -Math.log1p(Math.exp(-u));
    return Math.log(-Math.expm1(-r * Math.log1p(odds * Math.exp(logP)))) - logP;
  };
  // Its slope by log odds, over 1 − p, falls from a to −∞.
  const isBeforePeak = (u: number): boolean => {
    const p = 1 / (1 + Math.exp(-u));
    const grown = Math.log1p(odds * p);
    const falls = 1 - (r * -Math.expm1(-grown)) / Math.expm1(r * grown);
    return a - b * Math.exp(u) > falls;
  };
  const first = -Math.log1p((1 + r) * odds);
  const upTo = Math.log(a) - Math.log(b);
  return Math.exp(
    logBetaMean(a, b, {
      log,
      bends: [first, -Math.log1p(odds)],
      power: 1 + r,
      peak: crossing(isBeforePeak, Math.min(first, upTo) - 100, upTo),
    }),
  );
}
