import { DAYS_PER_UNIT } from "../basics/calendar.js";
import type { TimeUnit } from "../scenario/scenario.js";
import type { PurchaseFit } from "./fitPurchases.js";
import { newcomerPurchases } from "./outlook.js";
import type { Daily } from "./transactionLog.js";

const DAYS_IN_WEEK = 7;

/** Repeat purchases week by week from the first day of the log, actual and expected. */
export interface Tracking {
  readonly weeks: readonly number[];
  readonly actual: readonly number[];
  readonly expected: readonly number[];
}

/**
 * Repeat purchases a model expects on each day, from the customers who joined until then.
 *
 * @param daily what happened
 * @param fit of a model of purchases
 * @param timeUnit the model's
 * @returns by day
 */
export function expectedRepeats(daily: Daily, fit: PurchaseFit, timeUnit: TimeUnit): Float64Array {
  const length = daily.repeats.length;
  const unit = DAYS_PER_UNIT[timeUnit];
  const purchases = newcomerPurchases(fit);
  const total = Float64Array.from({ length: length + 1 }, (_, age) => purchases(age / unit));
  const expected = new Float64Array(length);
  for (let joined = 0; joined < length; joined++) {
    const customers = daily.newCustomers[joined];
    if (customers === 0) continue;
    for (let day = joined + 1; day < length; day++)
      expected[day] += customers * (total[day - joined] - total[day - joined - 1]);
  }
  return expected;
}

/**
 * The same week by week beside what happened; a last week that is not whole is left out.
 *
 * @param daily what happened
 * @param expected by day
 * @returns weeks from 1 on
 */
export function trackWeeks(daily: Daily, expected: Float64Array): Tracking {
  const weeks = Array.from({ length: Math.floor(expected.length / DAYS_IN_WEEK) }, (_, week) => week + 1);
  const within = (values: Float64Array): number[] =>
    weeks.map((week) =>
      values.subarray((week - 1) * DAYS_IN_WEEK, week * DAYS_IN_WEEK).reduce((sum, value) => sum + value, 0),
    );
  return { weeks, actual: within(daily.repeats), expected: within(expected) };
}
