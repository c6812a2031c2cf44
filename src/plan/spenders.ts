import { DAYS_PER_UNIT } from "../basics/calendar.js";
import { quantileAt } from "../math/quantileTable.js";
import type { CustomerBasePlan } from "./plan.js";

/** Points of the grid in each direction: rate and spend are independent, so that every pair weighs the same. */
const GRID = 64;
const WORDS = 2 ** 32;

/**
 * Share of customers whose usual spend of a year reaches an amount: rate a day × days of a year × mean basket, without season, growth
 * or types, on a grid of quantiles.
 *
 * @param base compiled customer base
 * @param yearlySpendMinor the amount, in minor units
 * @returns 0 to 1
 * @example shareSpending(plan.base, 0); // 1
 */
export function shareSpending(base: CustomerBasePlan, yearlySpendMinor: number): number {
  const words = Array.from({ length: GRID }, (_, i) => Math.floor(((i + 0.5) / GRID) * WORDS));
  const rates = words.map((word) => quantileAt(base.rateTable, word) / base.rateParameterDays);
  const baskets = words.map((word) => base.basketMean / (quantileAt(base.spendLevelTable, word) / base.spendRateMinor));
  let reaching = 0;
  for (const rate of rates) {
    for (const basket of baskets) if (rate * DAYS_PER_UNIT.year * basket >= yearlySpendMinor) reaching++;
  }
  return reaching / (GRID * GRID);
}
