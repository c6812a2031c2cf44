import { DAYS_PER_UNIT } from "../basics/calendar.js";
import { dayNumber } from "./calendarDays.js";
import type { ModelChoice } from "./choose.js";
import { decilesOf, type Forecasted, type HoldoutDecile } from "./deciles.js";
import { FAMILIES, type PurchaseModel } from "./families.js";
import type { PurchaseFit } from "./fitPurchases.js";
import { type FrequencyClass, frequencyClasses } from "./frequencies.js";
import { outlook } from "./outlook.js";
import { expectedRepeats, type Tracking, trackWeeks } from "./tracking.js";
import type { TransactionLog } from "./transactionLog.js";

/** A model held against a log: fitted to what came before the holdout, or to all of the log where nothing is held out. */
export interface ModelCheck {
  readonly model: PurchaseModel;
  /** Its name in words. */
  readonly label: string;
  /** Repeat purchases of the whole log week by week, actual and expected: a forecast where they are held out. */
  readonly tracking: Tracking;
  /** Customers by number of repeat purchases in what the model is fitted to. */
  readonly frequencies: readonly FrequencyClass[];
  /** Customers in tenths by this model's forecast of what was held out, the lowest first; null when nothing was. */
  readonly deciles: readonly HoldoutDecile[] | null;
}

/**
 * Holds the models of a choice against the log.
 *
 * @param choice their fits
 * @param log they were fitted to, or to a part of
 * @returns a check for each, in their order
 */
export function checkModels({ candidates }: ModelChoice, log: TransactionLog): ModelCheck[] {
  const { daily, timeUnit, calibration, whole } = log;
  return candidates.map(({ fit }) => ({
    model: fit.model,
    label: FAMILIES[fit.model].label,
    tracking: trackWeeks(daily, expectedRepeats(daily, fit, timeUnit)),
    frequencies: frequencyClasses(fit, (calibration ?? whole).histories),
    deciles: calibration === null ? null : decilesOf(forecastsOf(fit, log)),
  }));
}

/** What is forecast of each customer beside what they did. */
function forecastsOf(fit: PurchaseFit, { calibration, whole, timeUnit }: TransactionLog): Forecasted[] {
  if (calibration === null) return [];
  const { x, tx, T, later, customers } = calibration.histories;
  const length = ((dayNumber(whole.until) ?? 0) - (dayNumber(calibration.until) ?? 0)) / DAYS_PER_UNIT[timeUnit];
  let each = 0;
  return Array.from(x, (_, row) => {
    if (row === 0 || x[row] !== x[row - 1] || tx[row] !== tx[row - 1] || T[row] !== T[row - 1]) {
      const { alive, purchases } = outlook(fit, x[row], tx[row], T[row]);
      each = alive * purchases(length);
    }
    return { each, later: later[row], customers: customers[row] };
  });
}
