import type { Histories } from "../models/histories.js";
import type { PurchaseFit } from "./fitPurchases.js";
import { outlook } from "./outlook.js";

/** Purchases after the histories end, row by row. */
export interface Holdout {
  /** How long after, in the unit of the histories. */
  readonly length: number;
  /** Purchases of each customer of the row in that time. */
  readonly purchases: ArrayLike<number>;
}

/** Customers of one number of repeat purchases, and what they did afterwards. */
export interface HoldoutClass {
  /** Repeat purchases so far; the last class holds all from there on. */
  readonly x: number;
  readonly customers: number;
  /** Purchases held out, of all of them. */
  readonly actual: number;
  readonly expected: number;
}

/** What a fit said about purchases it had not seen. */
export interface HoldoutScore {
  /** Of the counts, given the histories: higher is better. */
  readonly logLikelihood: number;
  readonly customers: number;
  /** Mean absolute error of the expected purchases, a customer. */
  readonly meanAbsoluteError: number;
  /** Root of the mean squared error, a customer: what expectations are judged by; the absolute error favours medians. */
  readonly rootMeanSquaredError: number;
  /** Purchases of all customers: expected, and made. */
  readonly expected: number;
  readonly actual: number;
  /** The same by how often customers had bought again. */
  readonly classes: readonly HoldoutClass[];
}

/** From so many repeat purchases on customers are one class. */
export const TOP_CLASS = 7;

/** A count no model gives any probability to costs this, so that one customer cannot make a score infinite. */
const LEAST = 1e-300;

/**
 * Scores a fit on purchases made after its data end.
 *
 * @param fit of a model of purchases
 * @param histories by column
 * @param holdout purchases of the same rows afterwards
 * @returns log-likelihood, errors, totals, and totals by class
 * @throws RangeError when the holdout does not match the histories or is no count
 * @example
 * const histories = { x: [0, 1, 5], tx: [0, 2, 8], T: [9, 9, 9], customers: [500, 200, 100] };
 * scoreHoldout(fitPurchases("nbd", histories), histories, { length: 9, purchases: [0, 1, 5] }).actual; // 700
 */
export function scoreHoldout(fit: PurchaseFit, histories: Histories, holdout: Holdout): HoldoutScore {
  return scoreRows(fit, histories, holdout).score;
}

/**
 * The same, with the log-likelihood of one customer of each row.
 *
 * @param fit of a model of purchases
 * @param histories by column
 * @param holdout purchases of the same rows afterwards
 * @returns the score, and log-likelihoods in the order of the rows
 * @throws RangeError when the holdout does not match the histories or is no count
 */
export function scoreRows(
  fit: PurchaseFit,
  histories: Histories,
  holdout: Holdout,
): { readonly score: HoldoutScore; readonly byRow: Float64Array } {
  const { x, tx, T, customers } = histories;
  const { length, purchases } = holdout;
  if (purchases.length !== x.length) {
    throw new RangeError(`expected purchases held out for ${x.length} rows, got ${purchases.length}`);
  }
  if (!(length > 0 && length < Infinity)) throw new RangeError(`expected a holdout length above 0, got ${length}`);
  const byRow = new Float64Array(x.length);
  const classes = Array.from({ length: TOP_CLASS + 1 }, (_, at) => ({ x: at, customers: 0, actual: 0, expected: 0 }));
  let logLikelihood = 0;
  let errors = 0;
  let squares = 0;
  let ahead = outlook(fit, 0, 0, 0);
  let mean = 0;
  for (let i = 0; i < x.length; i++) {
    const count = purchases[i];
    if (!(Number.isInteger(count) && count >= 0)) {
      throw new RangeError(`expected whole purchases held out, got ${count} in row ${i}`);
    }
    const isNew = i === 0 || x[i] !== x[i - 1] || tx[i] !== tx[i - 1] || T[i] !== T[i - 1];
    if (isNew) {
      ahead = outlook(fit, x[i], tx[i], T[i]);
      mean = ahead.alive * ahead.purchases(length);
    }
    const chance = ahead.alive * ahead.probability(count, length) + (count === 0 ? 1 - ahead.alive : 0);
    byRow[i] = Math.log(Math.max(chance, LEAST));
    logLikelihood += customers[i] * byRow[i];
    errors += customers[i] * Math.abs(mean - count);
    squares += customers[i] * (mean - count) ** 2;
    const into = classes[Math.min(x[i], TOP_CLASS)];
    into.customers += customers[i];
    into.expected += customers[i] * mean;
    into.actual += customers[i] * count;
  }
  const sum = (of: (one: HoldoutClass) => number): number => classes.reduce((total, one) => total + of(one), 0);
  const all = sum((one) => one.customers);
  const score = {
    logLikelihood,
    customers: all,
    meanAbsoluteError: errors / all,
    rootMeanSquaredError: Math.sqrt(squares / all),
    expected: sum((one) => one.expected),
    actual: sum((one) => one.actual),
    classes: classes.filter((one) => one.customers > 0),
  };
  return { score, byRow };
}
