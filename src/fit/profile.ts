import { minimize } from "../math/minimize.js";
import { type Family, searchBox } from "./family.js";
import { objective } from "./objective.js";

/** Half of the 95 % point of χ² with one degree of freedom: how far the log-likelihood falls at the ends of an interval. */
const FALL = 1.920729410347062;

/** An end is searched for to this precision in the logarithm. */
const PRECISION = 0.01;

/** A search from the neighbouring point needs no more. */
const SEARCH = { slope: 1e-6, steps: 60 } as const;

/** The 95 % interval of one parameter by its likelihood profile; an end is null where the likelihood never falls enough. */
export interface ProfileInterval {
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The log-likelihood profile of one parameter: the highest reached by moving all the others.
 *
 * @param family the model
 * @param data the data
 * @param near logarithms of parameters to begin from
 * @param at which parameter is held
 * @param logValue logarithm of the value it is held at
 * @returns the log-likelihood, and the logarithms of all parameters there
 * @example
 * const histories = groupHistories({ x: [0, 1, 5], tx: [0, 2, 8], T: [9, 9, 9], customers: [5, 2, 1] });
 * const { point, logLikelihood } = maximize(FAMILIES.nbd, histories, {});
 * profileAt(FAMILIES.nbd, histories, point, 0, point[0] + 1).logLikelihood < logLikelihood; // true
 */
export function profileAt<Data>(
  family: Family<Data>,
  data: Data,
  near: ArrayLike<number>,
  at: number,
  logValue: number,
): { logLikelihood: number; point: Float64Array } {
  const { lower, upper } = searchBox(family, data);
  const start = Array.from(near);
  start[at] = lower[at] = upper[at] = logValue;
  const { value, point } = minimize(objective(family, data), start, lower, upper, SEARCH);
  return { logLikelihood: -value * family.customers(data), point };
}

/**
 * The 95 % interval of a parameter by its profile: where the log-likelihood has fallen by 1.92.
 *
 * @param family the model
 * @param data the data
 * @param maximum logarithms of the parameters at the maximum
 * @param at which parameter
 * @param step a first step in its logarithm, > 0
 * @returns its ends, to 1 %
 * @source Cox & Hinkley 1974, chapter 9
 * @example
 * const histories = groupHistories({ x: [0, 1, 5], tx: [0, 2, 8], T: [9, 9, 9], customers: [50, 20, 10] });
 * const { point } = maximize(FAMILIES.nbd, histories, {});
 * profileInterval(FAMILIES.nbd, histories, point, 0, 0.5).low < Math.exp(point[0]); // true
 */
export function profileInterval<Data>(
  family: Family<Data>,
  data: Data,
  maximum: Float64Array,
  at: number,
  step: number,
): ProfileInterval {
  const box = searchBox(family, data);
  const top = profileAt(family, data, maximum, at, maximum[at]).logLikelihood;
  const end = (side: 1 | -1): number | null => {
    const bound = side > 0 ? box.upper[at] : box.lower[at];
    let near: Float64Array = maximum;
    let inside = maximum[at];
    let insideFall = 0;
    for (let reach = step; ; reach *= 1.6) {
      const value = side > 0 ? Math.min(inside + reach, bound) : Math.max(inside - reach, bound);
      const { logLikelihood, point } = profileAt(family, data, near, at, value);
      const fall = top - logLikelihood;
      if (fall >= FALL) return Math.exp(between(near, inside, insideFall, value, fall));
      if (value === bound) return null;
      near = point;
      inside = value;
      insideFall = fall;
    }
  };
  const between = (near: Float64Array, inside: number, insideFall: number, outside: number, fall: number): number => {
    let [low, lowFall, high, highFall] = [inside, insideFall, outside, fall];
    while (Math.abs(high - low) > PRECISION) {
      // The root of the fall is nearly straight; kept a tenth clear of both ends.
      const [rootLow, rootHigh] = [Math.sqrt(Math.max(lowFall, 0)), Math.sqrt(highFall)];
      const share = Math.min(Math.max((Math.sqrt(FALL) - rootLow) / (rootHigh - rootLow), 0.1), 0.9);
      const middle = low + share * (high - low);
      const found = top - profileAt(family, data, near, at, middle).logLikelihood;
      if (found >= FALL) [high, highFall] = [middle, found];
      else [low, lowFall] = [middle, found];
    }
    return (low + high) / 2;
  };
  return { low: end(-1), high: end(1) };
}
