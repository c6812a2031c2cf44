import { DAYS_PER_UNIT } from "../basics/calendar.js";
import { countRows } from "../models/columns.js";
import { discountedPurchases } from "../models/discounted.js";
import { expectedSpend } from "../models/gammaGamma.js";
import { type Histories, refuseHistories } from "../models/histories.js";
import { refuseSpends } from "../models/spendHistories.js";
import { checkParameters } from "./checkParameters.js";
import type { PurchaseFit } from "./fitPurchases.js";
import { SPEND_FAMILY, type SpendFit } from "./fitSpend.js";
import { outlook } from "./outlook.js";

/** Customers to predict: one row each, in any order. */
export type CustomerHistories = Omit<Histories, "customers"> & {
  /** Mean spend on the x purchases, for customers who have any; asked for where there is a fit of spend. */
  readonly meanSpend?: ArrayLike<number>;
  /** How many purchases that is the mean of, 0 where it is not known. Default: the x repeat purchases. */
  readonly spendPurchases?: ArrayLike<number>;
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
 * @param histories one row a customer, in the unit of the fit; at most 100,000 purchases of a customer
 * @param options horizon, discount rate a year, unit of time
 * @returns columns, in the order of the histories
 * @throws RangeError when a column is missing, or differs in length; a history or a mean spend cannot be; the mean spend of a customer is
 * infinite, as Gamma-Gamma has it for those without a purchase where q is at most 1; or a parameter or an option is outside its domain
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
  const predictions = predictor(fit, spendFit, options)(histories);
  const endless = predictions.spendPerPurchase?.indexOf(Infinity) ?? -1;
  if (spendFit !== null && endless >= 0) {
    const { p, q } = spendFit.parameters;
    const purchases = (histories.spendPurchases ?? histories.x)[endless];
    throw new RangeError(
      `expected a Gamma-Gamma with a mean, p · purchases + q above 1, got p ${p}, q ${q} and ${purchases} purchases in row ${endless}`,
    );
  }
  return predictions;
}

/** What a history came to, kept for the next customer of the same. */
interface Known {
  readonly alive: number;
  readonly purchases: number;
  readonly residual: number;
}

/** Most histories kept. */
const MOST_KNOWN = 200_000;

/**
 * The same for customers that come in blocks: equal histories are computed once. A mean spend that is infinite is left so.
 *
 * @param fit of a model of purchases
 * @param spendFit of the Gamma-Gamma model; null to predict purchases only
 * @param options horizon, discount rate a year, unit of time
 * @returns a function of histories
 * @throws RangeError when a parameter or an option is outside its domain; the function, when columns are missing or differ in length,
 * or a history or a mean spend cannot be
 * @example
 * const fit = fitPurchases("nbd", { x: [0, 1, 5], tx: [0, 2, 8], T: [9, 9, 9], customers: [500, 200, 100] });
 * predictor(fit, null, { horizon: 9 })({ x: [5], tx: [8], T: [9] }).alive[0]; // 1
 */
export function predictor(
  fit: PurchaseFit,
  spendFit: SpendFit | null,
  options: PredictOptions,
): (histories: CustomerHistories) => CustomerPredictions {
  const { horizon, discountRate = DEFAULT_DISCOUNT_RATE, timeUnit = "week" } = options;
  if (!(horizon >= 0 && horizon < Infinity)) throw new RangeError(`expected a horizon of 0 or more, got ${horizon}`);
  if (!(discountRate > 0 && discountRate < Infinity)) {
    throw new RangeError(`expected a discount rate above 0, got ${discountRate}`);
  }
  if (spendFit !== null) checkParameters(spendFit.parameters, SPEND_FAMILY.names);
  const discount = (Math.log1p(discountRate) * DAYS_PER_UNIT[timeUnit]) / DAYS_PER_YEAR;
  const seen = new Map<string, Known>();
  const one = (x: number, tx: number, T: number): Known => {
    const key = `${x} ${tx} ${T}`;
    const same = seen.get(key);
    if (same !== undefined) return same;
    const ahead = outlook(fit, x, tx, T);
    const found = {
      alive: ahead.alive,
      purchases: ahead.alive * ahead.purchases(horizon),
      residual: ahead.alive * discountedPurchases(ahead.rate, ahead.scale, discount),
    };
    if (seen.size >= MOST_KNOWN) seen.clear();
    seen.set(key, found);
    return found;
  };
  return (histories) => {
    const counted = histories?.spendPurchases === undefined ? "x" : "spendPurchases";
    const rows = countRows(histories, [
      "x",
      "tx",
      "T",
      ...(spendFit === null ? [] : (["meanSpend", counted] as const)),
    ]);
    refuseHistories(histories);
    const { x, tx, T, meanSpend, spendPurchases = x } = histories;
    if (spendFit !== null && meanSpend !== undefined) refuseSpends(counted, spendPurchases, meanSpend);
    const alive = new Float64Array(rows);
    const purchases = new Float64Array(rows);
    const residual = new Float64Array(rows);
    for (let i = 0; i < rows; i++) {
      const known = one(x[i], tx[i], T[i]);
      alive[i] = known.alive;
      purchases[i] = known.purchases;
      residual[i] = known.residual;
    }
    const bare = { alive, purchases, discountedPurchases: residual };
    if (spendFit === null || meanSpend === undefined) {
      return { ...bare, spendPerPurchase: null, spend: null, residualSpend: null };
    }
    const spendPerPurchase = Float64Array.from(alive, (_, i) =>
      expectedSpend(spendFit.parameters, spendPurchases[i], meanSpend[i]),
    );
    return {
      ...bare,
      spendPerPurchase,
      spend: spendPerPurchase.map((spend, i) => spend * purchases[i]),
      residualSpend: spendPerPurchase.map((spend, i) => spend * residual[i]),
    };
  };
}
