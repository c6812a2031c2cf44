import type { Histories } from "../models/histories.js";
import type { PurchaseFit } from "./fitPurchases.js";
import { TOP_CLASS } from "./holdout.js";
import { outlook } from "./outlook.js";

/** Customers of one number of repeat purchases: how many there are, and how many a model expects. */
export interface FrequencyClass {
  /** Repeat purchases; the last class holds all from there on. */
  readonly x: number;
  readonly actual: number;
  readonly expected: number;
}

/**
 * Customers by number of repeat purchases, actual and expected: does the model spread purchases over customers as they are spread?
 *
 * @param fit of a model of purchases
 * @param histories it was fitted to, or others, by column
 * @returns classes from 0 to 7 and more
 * @example
 * const histories = { x: [0, 1, 9], tx: [0, 2, 8], T: [9, 9, 9], customers: [500, 200, 100] };
 * const classes = frequencyClasses(fitPurchases("nbd", histories), histories);
 * classes.map(({ actual }) => actual); // [500, 200, 0, 0, 0, 0, 0, 100]
 * classes.reduce((sum, { expected }) => sum + expected, 0).toFixed(6); // "800.000000"
 */
export function frequencyClasses(fit: PurchaseFit, { x, T, customers }: Histories): FrequencyClass[] {
  const actual = new Float64Array(TOP_CLASS + 1);
  const expected = new Float64Array(TOP_CLASS + 1);
  const watched = new Map<number, number>();
  for (let row = 0; row < x.length; row++) {
    actual[Math.min(x[row], TOP_CLASS)] += customers[row];
    watched.set(T[row], (watched.get(T[row]) ?? 0) + customers[row]);
  }
  const { alive, probability } = outlook(fit, 0, 0, 0);
  for (const [time, those] of watched) {
    let fewer = 0;
    for (let count = 0; count < TOP_CLASS; count++) {
      const none = Number(count === 0);
      const share = time === 0 ? none : alive * probability(count, time) + none * (1 - alive);
      expected[count] += those * share;
      fewer += share;
    }
    expected[TOP_CLASS] += those * Math.max(0, 1 - fewer);
  }
  return Array.from(actual, (those, count) => ({ x: count, actual: those, expected: expected[count] }));
}
