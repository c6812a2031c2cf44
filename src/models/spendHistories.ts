import { countRows, refuseRows } from "./columns.js";
import { EXPECTED_WEIGHT, isCount, isWeight, LARGEST_MEASURE, MOST_PURCHASES } from "./limits.js";

/**
 * What customers spent, by column: row i says that `customers[i]` customers made `x[i]` purchases of known amounts, `meanSpend[i]`
 * each on average. x is at most 100,000.
 */
export interface SpendHistories {
  readonly x: ArrayLike<number>;
  readonly meanSpend: ArrayLike<number>;
  readonly customers: ArrayLike<number>;
}

/** The rows that say something, those with a purchase and an amount, and what the likelihood asks of them. */
export interface SpendRows extends SpendHistories {
  readonly x: Float64Array;
  readonly meanSpend: Float64Array;
  readonly customers: Float64Array;
  readonly total: number;
  /** Customers by number of purchases, from 0 to the most there are. */
  readonly byPurchases: Float64Array;
}

/**
 * Checks spend histories and keeps the rows with a purchase. A mean of 0 or below cannot come from the model: such rows are for
 * the caller to sort out before.
 *
 * @param histories by column
 * @returns rows with x ≥ 1, sorted
 * @throws RangeError when columns differ in length, nobody is left, or a row cannot be
 * @example spendRows({ x: [0, 2], meanSpend: [NaN, 30], customers: [5, 1] }).total; // 1
 */
export function spendRows(histories: SpendHistories): SpendRows {
  const rows = countRows(histories, ["x", "meanSpend", "customers"]);
  const { x, meanSpend, customers } = histories;
  const isSound = (i: number): boolean => isSpend(x[i], meanSpend[i]) && isWeight(customers[i]);
  refuseRows(rows, `${expectedSpend("x")}, and ${EXPECTED_WEIGHT}`, isSound, { x, meanSpend, customers });
  const order: number[] = [];
  for (let i = 0; i < rows; i++) if (x[i] > 0 && customers[i] > 0) order.push(i);
  if (order.length === 0) throw new RangeError("expected at least one customer with a purchase, got none");
  order.sort((i, j) => x[i] - x[j] || meanSpend[i] - meanSpend[j]);
  return chosen(order, { x, meanSpend, customers });
}

/**
 * Every so-many-th row, to look around in quickly before all rows are asked.
 *
 * @param rows checked
 * @param most how many to keep, at most
 * @returns the rows themselves when they are few
 * @example thinSpend(spendRows({ x: [1, 2], meanSpend: [20, 30], customers: [5, 1] }), 1).total; // 5
 */
export function thinSpend(rows: SpendRows, most: number): SpendRows {
  const step = Math.ceil(rows.x.length / most);
  if (step <= 1) return rows;
  return chosen(
    Array.from({ length: Math.ceil(rows.x.length / step) }, (_, k) => k * step),
    rows,
  );
}

/**
 * Refuses spends that cannot be, of customers one by one.
 *
 * @param counted what the column of purchases is called
 * @param purchases that column
 * @param meanSpend their mean spend; any number where there are none
 * @throws RangeError when a spend cannot be
 * @example refuseSpends("x", [0, 2], [NaN, NaN]); // throws RangeError /got x 2, meanSpend NaN in row 1/
 */
export function refuseSpends(counted: string, purchases: ArrayLike<number>, meanSpend: ArrayLike<number>): void {
  const isSound = (i: number): boolean => isSpend(purchases[i], meanSpend[i]);
  refuseRows(purchases.length, expectedSpend(counted), isSound, { [counted]: purchases, meanSpend });
}

function expectedSpend(counted: string): string {
  return `whole ${counted} from 0 to ${MOST_PURCHASES}, meanSpend above 0 and at most ${LARGEST_MEASURE} where ${counted} is above 0`;
}

function isSpend(purchases: number, meanSpend: number): boolean {
  return isCount(purchases) && (purchases === 0 || (meanSpend > 0 && meanSpend <= LARGEST_MEASURE));
}

function chosen(order: readonly number[], from: SpendHistories): SpendRows {
  const x = Float64Array.from(order, (i) => from.x[i]);
  const customers = Float64Array.from(order, (i) => from.customers[i]);
  const byPurchases = new Float64Array(x[x.length - 1] + 1);
  x.forEach((count, i) => {
    byPurchases[count] += customers[i];
  });
  return {
    x,
    meanSpend: Float64Array.from(order, (i) => from.meanSpend[i]),
    customers,
    total: customers.reduce((sum, one) => sum + one, 0),
    byPurchases,
  };
}
