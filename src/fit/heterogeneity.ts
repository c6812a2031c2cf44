import betainc from "@stdlib/math-base-special-betainc";
import gammainc from "@stdlib/math-base-special-gammainc";
import { DAYS_PER_UNIT } from "../basics/calendar.js";
import type { TimeUnit } from "../scenario/scenario.js";
import type { Fit } from "./fit.js";

const DAYS_IN_YEAR = 365.25;
/** Bins of a doubling of the rate, doublings shown at most, and bins of the chance of leaving. */
const PER_DOUBLING = 4;
const DOUBLINGS = 12;
const LEAVING_BINS = 50;
/** Half the width of a 95 % interval, in standard errors. */
const Z95 = 1.959964;
const STEP = 1e-4;

/** A point on the curve of how customers differ. */
export interface SpreadPoint {
  readonly at: number;
  /** Share of customers, per doubling of a rate and per 1 of a chance. */
  readonly density: number;
  /** 95 % band from the covariance of the estimates; null where the data give none. */
  readonly low: number | null;
  readonly high: number | null;
}

/** How customers differ in one thing. */
export interface Spread {
  readonly points: readonly SpreadPoint[];
  /** Share of customers below what the points cover. */
  readonly leftOut: number;
  readonly mean: number;
  readonly median: number;
  /** What one in ten exceeds. */
  readonly ninthDecile: number;
}

/** How customers differ: how often they buy, and how readily they leave. */
export interface Heterogeneity {
  /** Purchases a year while a customer, by doublings. */
  readonly rate: Spread;
  /** Chance of leaving, from 0 to 1. */
  readonly leaving: Spread;
  /** What the chance of leaving is of. */
  readonly leavingPer: "purchase" | "year";
}

/** Share of customers at or below a value, at the logarithms of the parameters. */
type Below = (value: number, logs: readonly number[]) => number;

/**
 * How customers differ by a fitted model, with the uncertainty that the covariance of its estimates leaves: by the delta method on
 * the share of customers in narrow bins, which is finite where a density is not.
 *
 * @param fit of BG/NBD, MBG/NBD or Pareto/NBD
 * @param timeUnit its unit
 * @returns two curves
 * @source Oehlert 1992, the delta method
 * @example
 * const fit = fitPurchases("bgNbd", { x: [0, 1, 5], tx: [0, 2, 8], T: [9, 9, 9], customers: [500, 200, 100] });
 * heterogeneityOf(fit, "week").leavingPer; // "purchase"
 */
export function heterogeneityOf(fit: Fit, timeUnit: TimeUnit): Heterogeneity {
  const logs = fit.names.map((name) => Math.log(fit.parameters[name] ?? Number.NaN));
  const year = DAYS_IN_YEAR / DAYS_PER_UNIT[timeUnit];
  const [r, alpha, c, d] = logs.map(Math.exp);
  const isOverTime = fit.model === "paretoNbd";
  const rate: Below = (value, [logR, logAlpha]) =>
    gammainc((Math.exp(logAlpha) * value) / year, Math.exp(logR), true, false);
  const leaving: Below = isOverTime
    ? (value, [, , logS, logBeta]) =>
        value >= 1 ? 1 : gammainc((-Math.log1p(-value) * Math.exp(logBeta)) / year, Math.exp(logS), true, false)
    : (value, [, , logA, logB]) => betainc(value, Math.exp(logA), Math.exp(logB), true, false);
  const edges = rateEdges(rate, logs);
  const rateMedian = quantile((log2) => rate(2 ** log2, logs), 0.5, -60, 30);
  const rateNinth = quantile((log2) => rate(2 ** log2, logs), 0.9, -60, 30);
  return {
    rate: {
      points: curve(edges, rate, logs, fit.logCovariance, (low, high) => [
        Math.sqrt(low * high),
        Math.log2(high / low),
      ]),
      leftOut: rate(edges[0], logs),
      mean: (r / alpha) * year,
      median: 2 ** rateMedian,
      ninthDecile: 2 ** rateNinth,
    },
    leaving: {
      points: curve(
        Array.from({ length: LEAVING_BINS + 1 }, (_, at) => at / LEAVING_BINS),
        leaving,
        logs,
        fit.logCovariance,
        (low, high) => [(low + high) / 2, high - low],
      ),
      leftOut: 0,
      mean: isOverTime ? 1 - (d / (d + year)) ** c : c / (c + d),
      median: quantile((value) => leaving(value, logs), 0.5, 0, 1),
      ninthDecile: quantile((value) => leaving(value, logs), 0.9, 0, 1),
    },
    leavingPer: isOverTime ? "year" : "purchase",
  };
}

/** From where hardly anybody buys less often, or twelve doublings lower than the top, to where hardly anybody buys more often. */
function rateEdges(rate: Below, logs: readonly number[]): number[] {
  const doubling = (share: number): number => quantile((log2) => rate(2 ** log2, logs), share, -60, 30);
  const top = Math.ceil(doubling(0.999));
  const bottom = Math.min(top - 1, Math.max(Math.floor(doubling(0.01)), top - DOUBLINGS));
  return Array.from({ length: (top - bottom) * PER_DOUBLING + 1 }, (_, at) => 2 ** (bottom + at / PER_DOUBLING));
}

function curve(
  edges: readonly number[],
  below: Below,
  logs: readonly number[],
  covariance: readonly (readonly number[])[] | null,
  place: (low: number, high: number) => readonly [at: number, width: number],
): SpreadPoint[] {
  return edges.slice(1).map((high, bin) => {
    const low = edges[bin];
    const share = (point: readonly number[]): number => Math.max(0, below(high, point) - below(low, point));
    const [at, width] = place(low, high);
    const density = share(logs) / width;
    const half = covariance === null ? null : (Z95 * errorOf(share, logs, covariance)) / width;
    return {
      at,
      density,
      low: half === null ? null : Math.max(0, density - half),
      high: half === null ? null : density + half,
    };
  });
}

/** Standard error of a share of customers. */
function errorOf(
  share: (point: readonly number[]) => number,
  logs: readonly number[],
  covariance: readonly (readonly number[])[],
): number {
  const slopes = logs.map((_, parameter) => {
    const moved = (by: number): number => share(logs.map((one, at) => (at === parameter ? one + by : one)));
    return (moved(STEP) - moved(-STEP)) / (2 * STEP);
  });
  const variance = slopes.reduce(
    (sum, slope, row) => sum + slopes.reduce((inner, other, at) => inner + slope * other * covariance[row][at], 0),
    0,
  );
  return Math.sqrt(Math.max(0, variance));
}

/** Where a rising function reaches a share, by bisection. */
function quantile(below: (value: number) => number, share: number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (below(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
