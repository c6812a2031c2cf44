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

/** What a fit said about purchases it had not seen. */
export interface HoldoutScore {
  /** Of the counts, given the histories: higher is better. */
  readonly logLikelihood: number;
  /** Mean absolute error of the expected purchases, a customer. */
  readonly meanAbsoluteError: number;
  /** Purchases of all customers: expected, and made. */
  readonly expected: number;
  readonly actual: number;
}

/** A count no model gives any probability to costs this, so that one customer cannot make a score infinite. */
const LEAST = 1e-300;

/**
 * Scores a fit on purchases made after its data end.
 *
 * @param fit of a model of purchases
 * @param histories by column
 * @param holdout purchases of the same rows afterwards
 * @returns log-likelihood, mean absolute error, and the totals
 * @throws RangeError when the holdout does not match the histories or is no count
 * @example
 * const histories = { x: [0, 1, 5], tx: [0, 2, 8], T: [9, 9, 9], customers: [500, 200, 100] };
 * scoreHoldout(fitPurchases("nbd", histories), histories, { length: 9, purchases: [0, 1, 5] }).actual; // 700
 */
export function scoreHoldout(fit: PurchaseFit, histories: Histories, holdout: Holdout): HoldoutScore {
  const { x, tx, T, customers } = histories;
  const { length, purchases } = holdout;
  if (purchases.length !== x.length) {
    throw new RangeError(`expected purchases held out for ${x.length} rows, got ${purchases.length}`);
  }
  if (!(length > 0 && length < Infinity)) throw new RangeError(`expected a holdout length above 0, got ${length}`);
  let total = 0;
  let logLikelihood = 0;
  let errors = 0;
  let expected = 0;
  let actual = 0;
  for (let i = 0; i < x.length; i++) {
    const count = purchases[i];
    if (!(Number.isInteger(count) && count >= 0)) {
      throw new RangeError(`expected whole purchases held out, got ${count} in row ${i}`);
    }
    const { alive, purchases: future, probability } = outlook(fit, x[i], tx[i], T[i]);
    const mean = alive * future(length);
    const chance = alive * probability(count, length) + (count === 0 ? 1 - alive : 0);
    logLikelihood += customers[i] * Math.log(Math.max(chance, LEAST));
    errors += customers[i] * Math.abs(mean - count);
    expected += customers[i] * mean;
    actual += customers[i] * count;
    total += customers[i];
  }
  return { logLikelihood, meanAbsoluteError: errors / total, expected, actual };
}
