import { compound, monthOfYear } from "../basics/calendar.js";
import type { AcquisitionOf, Horizon } from "../scenario/scenario.js";

/**
 * Newcomers of the company month by month: as the calendar says, times growth.
 *
 * @param acquisition a month's newcomers, one number or twelve, and how they grow
 * @param horizon months and when they begin
 * @returns by month of the horizon; not whole where they grow
 * @example newcomersByMonth({ perMonth: 10, growth: 0.44 }, { start: "1997-01", months: 7 })[6].toFixed(9); // "12.000000000"
 */
export function newcomersByMonth(
  { perMonth, growth }: Pick<AcquisitionOf<unknown>, "perMonth" | "growth">,
  { start, months }: Horizon,
): number[] {
  return compound(growth, months).map(
    (factor, month) => (typeof perMonth === "number" ? perMonth : perMonth[monthOfYear(start, month)]) * factor,
  );
}
