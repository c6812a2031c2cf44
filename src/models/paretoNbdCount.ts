import gammaln from "@stdlib/math-base-special-gammaln";
import { gaussLegendre } from "../math/gaussLegendre.js";
import { isCount, MOST_PURCHASES } from "./limits.js";
import { nbdProbability } from "./nbd.js";
import { type ParetoNbd, paretoNbdSurvival } from "./paretoNbd.js";

/** Panels of the integral for each unit of its range: peaks of many purchases are no narrower. */
const PANELS_PER_UNIT = 2;

/**
 * Probability that a new customer makes x repeat purchases: they are still there at t, or left at some time u before, over which is
 * integrated in log(beta + u).
 *
 * @param model parameters
 * @param x repeat purchases, whole, from 0 to 100,000
 * @param t time since the first purchase, > 0
 * @returns P(X(t) = x)
 * @throws RangeError when x is not such a number, or the range of integration is not finite
 * @source Fader & Hardie 2006, Deriving an expression for P(X(t) = x) under the Pareto/NBD model, before the integral is solved
 * @example paretoNbdProbability({ r: 0.5533, alpha: 10.578, s: 0.6062, beta: 11.669 }, 0, 39).toFixed(4); // "0.5935"
 */
export function paretoNbdProbability(model: ParetoNbd, x: number, t: number): number {
  if (!isCount(x)) throw new RangeError(`expected whole x from 0 to ${MOST_PURCHASES}, got ${x}`);
  const { r, alpha, s, beta } = model;
  const constant = gammaln(r + x) - gammaln(r) - gammaln(x + 1) + r * Math.log(alpha) + Math.log(s);
  const range = Math.log1p(t / beta);
  if (!(range >= 0 && range < Infinity))
    throw new RangeError(`expected a time of 0 or more over beta, got ${t} over ${beta}`);
  const leftAt = (y: number): number => {
    const u = beta * Math.expm1(y);
    const bought = x === 0 ? 0 : x * Math.log(u / (alpha + u));
    return Math.exp(constant + bought - r * Math.log(alpha + u) - s * y);
  };
  // Long ranges, and the steep rise of many purchases, get more panels.
  const panels = Math.ceil(range * PANELS_PER_UNIT + 1 + x / 16);
  const left = gaussLegendre(leftAt, 0, range, panels);
  return nbdProbability({ r, alpha }, x, t) * paretoNbdSurvival(model, t) + left;
}
