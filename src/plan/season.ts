import { compound, monthOfYear } from "../basics/calendar.js";
import type { DrawnScenario } from "../scenario/scenario.js";

/**
 * How much more often than fitted everybody buys, month by month, whatever the program: season and growth together.
 *
 * @param scenario drawn
 * @returns a factor by month of the horizon
 */
export function baseMultipliers({ customerBase, horizon }: DrawnScenario): number[] {
  const { season, growth } = customerBase;
  return compound(growth.purchaseRate, horizon.months).map(
    (factor, month) => season[monthOfYear(horizon.start, month)] * factor,
  );
}

/**
 * The same over the whole horizon: months weigh by their days.
 *
 * @param factors by month
 * @param monthStart day each month begins, and the end of the horizon
 * @returns their mean
 * @example meanOverDays([1, 3], [0, 10, 40]); // 2.5
 */
export function meanOverDays(factors: ArrayLike<number>, monthStart: ArrayLike<number>): number {
  let sum = 0;
  for (let month = 0; month < factors.length; month++) {
    sum += factors[month] * (monthStart[month + 1] - monthStart[month]);
  }
  return sum / monthStart[factors.length];
}
