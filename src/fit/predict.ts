import { DAYS_PER_UNIT } from "../basics/calendar.js";
import { discountedPurchases } from "../models/discounted.js";
import { expectedSpend } from "../models/gammaGamma.js";
import type { Histories } from "../models/histories.js";
import type { PurchaseFit } from "./fitPurchases.js";
import type { SpendFit } from "./fitSpend.js";
import { outlook } from "./outlook.js";

/** Customers to predict: one row each, in any order. */
export type CustomerHistories = Omit<Histories, "customers"> & {
  /** Mean spend on the x purchases, for customers who have any; asked for where there is a fit of spend. */
  readonly meanSpend?: ArrayLike<number>;
};

/** What to predict. */
export interface PredictOptions {
  /** Time to come, in the unit of the histories, ≥ 0. */
  readonly horizon: number;
  /** Discount rate a year, above 0, for the residual value. Default 0.1. */
  readonly discountRate?: number;
  /** The histories' unit of time, which the yearly rate is brought to. Default `week`. */
  readonly timeUnit?: keyof typeof DAYS_PER_UNIT;
}

/** Predictions, one row a customer, in the order of the histories. */
export interface CustomerPredictions {
  /** Probability of being still a customer. */
  readonly alive: Float64Array;
  /** Expected purchases within the horizon. */
  readonly purchases: Float64Array;
  /** Expected spend a purchase; null without a fit of spend. */
  readonly spendPerPurchase: Float64Array | null;
  /** Expected spend within the horizon; null without a fit of spend. */
  readonly spend: Float64Array | null;
  /** Expected purchases of all the time to come, each discounted from its instant. */
  readonly discountedPurchases: Float64Array;
  /** The same in money, before any margin; null without a fit of spend. */
  readonly residualSpend: Float64Array | null;
}

const DEFAULT_DISCOUNT_RATE = 0.1;
const DAYS_PER_YEAR = DAYS_PER_UNIT.year;

/**
 * Predicts every customer from their own history: whether they are still one, what they will buy and spend, and what all that is
 * worth today. Pareto/NBD and BG/NBD agree on purchases and disagree on who is alive: plan on purchases.
 *
 * @param fit of a model of purchases
 * @param spendFit of the Gamma-Gamma model; null to predict purchases only
 * @param histories one row a customer, in the unit of the fit
 * @param options horizon, discount rate a year, unit of time
 * @returns columns, in the order of the histories
 * @throws RangeError when columns differ in length, spend is missing where it is needed, or an option is outside its domain
 * @source Fader, Hardie & Lee 2005, RFM and CLV; Fader & Hardie 2013, note 025
 * @example
 * const fit = fitPurchases("bgNbd", { x: [0, 1, 5], tx: [0, 2, 8], T: [9, 9, 9], customers: [500, 200, 100] });
 * const { alive, purchases, spend } = predictCustomers(fit, null, { x: [5, 5], tx: [8, 2], T: [9, 9] }, { horizon: 9 });
 * alive[0] > alive[1]; // true
 * purchases[0] > purchases[1]; // true
 * spend; // null
 */
export function predictCustomers(
  fit: PurchaseFit,
  spendFit: SpendFit | null,
  histories: CustomerHistories,
  options: PredictOptions,
): CustomerPredictions {
  const { horizon, discountRate = DEFAULT_DISCOUNT_RATE, timeUnit = "week" } = options;
  const { x, tx, T, meanSpend } = histories;
  const rows = x.length;
  if (!(horizon >= 0 && horizon < Infinity)) throw new RangeError(`expected a horizon of 0 or more, got ${horizon}`);
  if (!(discountRate > 0 && discountRate < Infinity)) {
    throw new RangeError(`expected a discount rate above 0, got ${discountRate}`);
  }
  if (tx.length !== rows || T.length !== rows || (meanSpend !== undefined && meanSpend.length !== rows)) {
    throw new RangeError(`expected columns of one length, got x ${rows}, tx ${tx.length}, T ${T.length}`);
  }
  if (spendFit !== null && meanSpend === undefined) {
    throw new RangeError("expected a column meanSpend with a fit of spend, got none");
  }
  const discount = (Math.log1p(discountRate) * DAYS_PER_UNIT[timeUnit]) / DAYS_PER_YEAR;
  const alive = new Float64Array(rows);
  const purchases = new Float64Array(rows);
  const residual = new Float64Array(rows);
  const seen = new Map<string, number>();
  for (let i = 0; i < rows; i++) {
    const key = `${x[i]} ${tx[i]} ${T[i]}`;
    const same = seen.get(key);
    if (same !== undefined) {
      alive[i] = alive[same];
      purchases[i] = purchases[same];
      residual[i] = residual[same];
      continue;
    }
    seen.set(key, i);
    const ahead = outlook(fit, x[i], tx[i], T[i]);
    alive[i] = ahead.alive;
    purchases[i] = ahead.alive * ahead.purchases(horizon);
    residual[i] = ahead.alive * discountedPurchases(ahead.rate, ahead.scale, discount);
  }
  if (spendFit === null || meanSpend === undefined) {
    return {
      alive,
      purchases,
      spendPerPurchase: null,
      spend: null,
      discountedPurchases: residual,
      residualSpend: null,
    };
  }
  const perPurchase = Float64Array.from(alive, (_, i) => expectedSpend(spendFit.parameters, x[i], meanSpend[i]));
  return {
    alive,
    purchases,
    spendPerPurchase: perPurchase,
    spend: perPurchase.map((one, i) => one * purchases[i]),
    discountedPurchases: residual,
    residualSpend: perPurchase.map((one, i) => one * residual[i]),
  };
}
