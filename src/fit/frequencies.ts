import { purchaseProbability } from "../models/bgNbd.js";
import { mbgNbdProbability } from "../models/mbgNbd.js";
import { nbdProbability } from "../models/nbd.js";
import { paretoNbdProbability } from "../models/paretoNbdCount.js";
import type { PurchaseModel, PurchaseModels } from "./families.js";
import { TOP_CLASS } from "./holdoutClasses.js";
import type { ObservedHistories } from "./transactionLog.js";

/** Customers of one number of repeat purchases: how many there are, and how many a model expects. */
export interface FrequencyClass {
  /** Repeat purchases; the last class holds all from there on. */
  readonly x: number;
  readonly actual: number;
  readonly expected: number;
}

const PROBABILITIES: {
  readonly [Model in PurchaseModel]: (parameters: PurchaseModels[Model], x: number, t: number) => number;
} = {
  nbd: nbdProbability,
  bgNbd: purchaseProbability,
  mbgNbd: mbgNbdProbability,
  paretoNbd: paretoNbdProbability,
};

/**
 * Customers by number of repeat purchases, actual and expected: does the model spread purchases over customers as they are spread?
 *
 * @param model which one
 * @param parameters of it
 * @param histories it was fitted to, or others
 * @returns classes from 0 to 7 and more
 * @example
 * const columns = { x: [0, 9], tx: [0, 3], T: [10, 10], later: [0, 0], customers: [3, 1] };
 * const histories = Object.fromEntries(Object.entries(columns).map(([key, values]) => [key, Float64Array.from(values)]));
 * const classes = frequencyClasses("nbd", { r: 1, alpha: 10 }, histories);
 * classes.map(({ actual }) => actual); // [3, 0, 0, 0, 0, 0, 0, 1]
 * classes[0].expected.toFixed(9); // "2.000000000": of four customers, each with probability 1/2
 */
export function frequencyClasses<Model extends PurchaseModel>(
  model: Model,
  parameters: PurchaseModels[Model],
  histories: ObservedHistories,
): FrequencyClass[] {
  const actual = new Float64Array(TOP_CLASS + 1);
  const expected = new Float64Array(TOP_CLASS + 1);
  const watched = new Map<number, number>();
  histories.x.forEach((x, row) => {
    const customers = histories.customers[row];
    actual[Math.min(x, TOP_CLASS)] += customers;
    watched.set(histories.T[row], (watched.get(histories.T[row]) ?? 0) + customers);
  });
  const probability = PROBABILITIES[model];
  for (const [time, customers] of watched) {
    let fewer = 0;
    for (let x = 0; x < TOP_CLASS; x++) {
      const share = time === 0 ? Number(x === 0) : probability(parameters, x, time);
      expected[x] += customers * share;
      fewer += share;
    }
    expected[TOP_CLASS] += customers * Math.max(0, 1 - fewer);
  }
  return Array.from(actual, (customers, x) => ({ x, actual: customers, expected: expected[x] }));
}
