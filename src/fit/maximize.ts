import { type Found, minimize } from "../math/minimize.js";
import { type Family, searchBox } from "./family.js";
import type { FitOptions, FitStart } from "./fit.js";
import { objective } from "./objective.js";
import { startPoints } from "./startPoints.js";

/** The best end of all searches, and all starts. */
export interface Maximum {
  /** Logarithms of the parameters. */
  readonly point: Float64Array;
  readonly logLikelihood: number;
  /** Minus the slopes of the log-likelihood a customer. */
  readonly gradient: Float64Array;
  readonly ended: Found["ended"];
  readonly starts: readonly FitStart[];
}

const DEFAULT_STARTS = 5;
const DEFAULT_SEED = 1;

/** Ends this close in every logarithm are one. */
const SAME = 0.02;

/** A first look around needs no more. */
const LOOK = { slope: 1e-5, steps: 100 } as const;

/**
 * Maximum of a likelihood.
 *
 * ```
 * starts: the guess, and random ones ─▶ search on some of the rows ─▶ different ends ─▶ search on all rows ─▶ the best
 * ```
 *
 * @param family the model
 * @param data the data
 * @param options seed and number of starts
 * @returns where the best search ended
 * @throws RangeError when the number of starts is not a whole number above 0
 * @example
 * const histories = groupHistories({ x: [0, 1, 5], tx: [0, 2, 8], T: [9, 9, 9], customers: [5, 2, 1] });
 * maximize(FAMILIES.nbd, histories, {}).ended; // "slope"
 */
export function maximize<Data>(family: Family<Data>, data: Data, options: FitOptions): Maximum {
  const { seed = DEFAULT_SEED, starts = DEFAULT_STARTS } = options;
  const { lower, upper } = searchBox(family, data);
  const part = family.thin(data);
  const look = objective(family, part);
  const all = objective(family, data);
  const tried = startPoints(family.guess(data), starts, seed).map((from) => ({
    from,
    seen: minimize(look, from, lower, upper, LOOK),
  }));
  const ends: Found[] = [];
  const ranked = tried
    .filter(({ seen }) => seen.ended !== "value")
    .sort((one, other) => one.seen.value - other.seen.value);
  const looked: Found[] = [];
  for (const { seen } of ranked) {
    if (looked.some((other) => close(other.point, seen.point))) continue;
    looked.push(seen);
    ends.push(minimize(all, seen.point, lower, upper));
  }
  const best = ends.reduce<Found | null>((one, other) => (one === null || other.value < one.value ? other : one), null);
  const found = best ?? minimize(all, family.guess(data).map(Math.log), lower, upper);
  const bestLook = looked[best === null ? -1 : ends.indexOf(best)];
  return {
    point: found.point,
    logLikelihood: -found.value * family.customers(data),
    gradient: found.gradient,
    ended: found.ended,
    starts: tried.map(({ from, seen }) => ({
      from: from.map(Math.exp),
      to: Array.from(seen.point, Math.exp),
      logLikelihood: -seen.value * family.customers(part),
      customers: family.customers(part),
      best: bestLook !== undefined && close(seen.point, bestLook.point),
    })),
  };
}

function close(one: Float64Array, other: Float64Array): boolean {
  return one.every((value, i) => Math.abs(value - other[i]) < SAME);
}
