import type { Estimate } from "./findings.js";
import type { LeverValue } from "./lever.js";
import type { Sweep } from "./sweepFindings.js";

/** Where net value changes sign between two neighbouring values of a lever. */
export interface Crossing {
  readonly from: LeverValue;
  readonly to: LeverValue;
  /** Whether net value rises above 0 on the way. */
  readonly rises: boolean;
  /** By linear interpolation; null where one of the two is a word. */
  readonly at: number | null;
  /** From here to there the Monte Carlo interval of net value holds 0; null where that goes on to the end of what was tried. */
  readonly low: number | null;
  readonly high: number | null;
}

/** A design's net value beside 0, as far as its Monte Carlo interval tells. */
export type BreakEvenVerdict = "pays" | "does not pay" | "cannot be told";

/**
 * Whether a net value is above or below 0, interval and all.
 *
 * @param estimate of net value
 * @example breakEvenVerdict({ value: 5, low: -1, high: 11 }); // "cannot be told"
 */
export function breakEvenVerdict({ value, low, high }: Pick<Estimate, "value" | "low" | "high">): BreakEvenVerdict {
  if (value === null || low === null || high === null) return "cannot be told";
  return low > 0 ? "pays" : high < 0 ? "does not pay" : "cannot be told";
}

/** Net value at a place: value and interval. */
interface Knot {
  readonly at: LeverValue;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Where net value crosses 0 along the lever of a sweep. Between two values tried it is taken for a straight line, and so are the ends
 * of its interval, which hold at each value by itself.
 *
 * @param sweep of one lever
 * @returns crossings from the lowest value up; none when net value has one sign at every value tried
 */
export function crossingsOf({ designs }: Pick<Sweep, "designs">): Crossing[] {
  const knots = designs.flatMap(({ values: [at], findings }): Knot[] => {
    const { value, low, high } = findings.netValue.level;
    return at === null || at === undefined || value === null
      ? []
      : [{ at, value, low: low ?? value, high: high ?? value }];
  });
  const ends = [...roots(knots, "low"), ...roots(knots, "high")];
  return knots.slice(1).flatMap((to, before): Crossing[] => {
    const from = knots[before];
    if (from.value >= 0 === to.value >= 0) return [];
    const at = rootBetween(from, to, "value");
    const below = ends.filter((end) => at !== null && end <= at);
    const above = ends.filter((end) => at !== null && end >= at);
    return [
      {
        ...{ from: from.at, to: to.at, rises: to.value >= 0, at },
        low: below.length === 0 ? null : Math.max(...below),
        high: above.length === 0 ? null : Math.min(...above),
      },
    ];
  });
}

type Side = "value" | "low" | "high";

function roots(knots: readonly Knot[], side: Side): number[] {
  return knots.slice(1).flatMap((to, before) => {
    const from = knots[before];
    const root = from[side] >= 0 === to[side] >= 0 ? null : rootBetween(from, to, side);
    return root === null ? [] : [root];
  });
}

function rootBetween(from: Knot, to: Knot, side: Side): number | null {
  if (typeof from.at !== "number" || typeof to.at !== "number") return null;
  return from.at + ((to.at - from.at) * from[side]) / (from[side] - to[side]);
}
