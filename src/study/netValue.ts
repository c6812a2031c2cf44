import { worldTotal } from "../ledger/read.js";
import { discounted } from "../valuation/worldValue.js";
import type { WorldReplicate } from "./measure.js";

/**
 * Cumulative discounted net value by month: what the payback is read from. Points outstanding at each month's end are charged as
 * those at the horizon are, so that no month looks better than the points it leaves behind allow.
 *
 * @param world one world in one replicate
 * @returns minor units by month
 * @example
 * const free = termsOf({ ...drawn, program: null }, 200);
 * const value = valueWorld(twin, free);
 * const world = { ledger: twin, twin, value, twinValue: value, terms: free, expiryMonths: null, types: [] };
 * cumulativeNetValue(world).every((amount) => amount === 0); // true: no world is worth more than itself
 */
export function cumulativeNetValue(world: WorldReplicate): Float64Array {
  const { value, twinValue, terms } = world;
  const { months } = world.ledger.layout;
  const result = new Float64Array(months);
  let sum = 0;
  for (let month = 0; month < months; month++) {
    if (month === (terms.program?.launchMonth ?? 0)) sum -= value.oneOffDiscounted;
    sum += (value.margin[month] - twinValue.margin[month] - value.programCost[month]) * terms.factor[month];
    const outstanding = worldTotal(world.ledger, month, "closing") * terms.scale;
    result[month] = sum - outstanding * value.chargePerPoint * terms.factor[month];
  }
  return result;
}

/** Incremental margin less all the program costs, discounted, in minor units. */
export function netValue(world: WorldReplicate): number {
  return incrementalMargin(world) - fullCost(world);
}

/** Margin less the twins' margin, discounted, before program cost. */
export function incrementalMargin({ value, twinValue, terms }: WorldReplicate): number {
  return discounted(
    value.margin.map((margin, month) => margin - twinValue.margin[month]),
    terms.factor,
  );
}

/** Program cost and the charge for outstanding points, discounted. */
export function fullCost({ value }: WorldReplicate): number {
  return value.programCostDiscounted + value.chargeDiscounted;
}

/**
 * First month from which cumulative sums stay at or above 0. Months before anything is spent or earned pay nothing back.
 *
 * @param sums by month
 * @returns the month, from 1; null when they end below 0
 * @example
 * paybackMonth(Float64Array.of(-5, 2, -1, 0, 3)); // 4
 * paybackMonth(Float64Array.of(0, 0, 2, 3)); // 3: launched in the third month
 */
export function paybackMonth(sums: Float64Array): number | null {
  const first = Math.max(
    0,
    sums.findIndex((sum) => sum !== 0),
  );
  let month = sums.length;
  while (month > first && sums[month - 1] >= 0) month--;
  return month === sums.length ? null : month + 1;
}
