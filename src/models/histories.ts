import { countRows, refuseRows } from "./columns.js";
import { EXPECTED_WEIGHT, isCount, isWeight, LARGEST_MEASURE, MOST_PURCHASES } from "./limits.js";

/**
 * Customers' histories, by column: row i says that `customers[i]` customers made `x[i]` repeat purchases, the last of them at
 * `tx[i]` (0 when there is none), and have been watched until `T[i]`; times are counted from the first purchase, in one unit. x is
 * at most 100,000.
 */
export interface Histories {
  readonly x: ArrayLike<number>;
  readonly tx: ArrayLike<number>;
  readonly T: ArrayLike<number>;
  readonly customers: ArrayLike<number>;
}

/** Histories with equal rows shared, in one order whatever the order they came in, and what the likelihoods ask of them. */
export interface GroupedHistories extends Histories {
  readonly x: Float64Array;
  readonly tx: Float64Array;
  readonly T: Float64Array;
  readonly customers: Float64Array;
  /** All customers. */
  readonly total: number;
  /** Customers by number of repeat purchases, from 0 to the most there are. */
  readonly byPurchases: Float64Array;
}

/**
 * Shares rows of equal history and checks them.
 *
 * @param histories by column
 * @returns the same customers, sorted by x, T and t_x
 * @throws RangeError when columns differ in length, nobody is in them, or a history cannot be
 * @example groupHistories({ x: [0, 0], tx: [0, 0], T: [9, 9], customers: [1, 2] }).customers; // [3]
 */
export function groupHistories(histories: Histories): GroupedHistories {
  const rows = countRows(histories, ["x", "tx", "T", "customers"]);
  const { x, tx, T, customers } = histories;
  const isSound = (i: number): boolean => isHistory(x[i], tx[i], T[i]) && isWeight(customers[i]);
  refuseRows(rows, `${EXPECTED_HISTORY}, and ${EXPECTED_WEIGHT}`, isSound, { x, tx, T, customers });
  const order: number[] = [];
  for (let i = 0; i < rows; i++) if (customers[i] > 0) order.push(i);
  if (order.length === 0) throw new RangeError("expected at least one customer, got none");
  order.sort((i, j) => x[i] - x[j] || T[i] - T[j] || tx[i] - tx[j]);
  return shared(order, { x, tx, T, customers });
}

/**
 * Every so-many-th row, to look around in quickly before all rows are asked.
 *
 * @param histories grouped
 * @param rows how many to keep, at most
 * @returns the histories themselves when they are few
 * @example thinHistories(groupHistories({ x: [0, 1], tx: [0, 2], T: [9, 9], customers: [1, 2] }), 1).total; // 1
 */
export function thinHistories(histories: GroupedHistories, rows: number): GroupedHistories {
  const step = Math.ceil(histories.x.length / rows);
  if (step <= 1) return histories;
  return shared(
    Array.from({ length: Math.ceil(histories.x.length / step) }, (_, k) => k * step),
    histories,
  );
}

/**
 * Refuses histories that cannot be, of customers one by one.
 *
 * @param histories by column, all of one length
 * @throws RangeError when a history cannot be
 * @example refuseHistories({ x: [1], tx: [9], T: [4] }); // throws RangeError /got x 1, tx 9, T 4 in row 0/
 */
export function refuseHistories({ x, tx, T }: Omit<Histories, "customers">): void {
  refuseRows(x.length, EXPECTED_HISTORY, (i) => isHistory(x[i], tx[i], T[i]), { x, tx, T });
}

/** Rows in the order given, equal neighbours made one. */
function shared(order: readonly number[], from: Histories): GroupedHistories {
  const x = new Float64Array(order.length);
  const tx = new Float64Array(order.length);
  const T = new Float64Array(order.length);
  const customers = new Float64Array(order.length);
  let last = -1;
  let total = 0;
  for (const i of order) {
    if (last < 0 || from.x[i] !== x[last] || from.tx[i] !== tx[last] || from.T[i] !== T[last]) {
      last += 1;
      x[last] = from.x[i];
      tx[last] = from.tx[i];
      T[last] = from.T[i];
    }
    customers[last] += from.customers[i];
    total += from.customers[i];
  }
  const byPurchases = new Float64Array(x[last] + 1);
  for (let row = 0; row <= last; row++) byPurchases[x[row]] += customers[row];
  const end = last + 1;
  return {
    x: x.slice(0, end),
    tx: tx.slice(0, end),
    T: T.slice(0, end),
    customers: customers.slice(0, end),
    total,
    byPurchases,
  };
}

const EXPECTED_HISTORY = `whole x from 0 to ${MOST_PURCHASES}, 0 ≤ tx ≤ T ≤ ${LARGEST_MEASURE}, tx 0 when x is 0`;

function isHistory(x: number, tx: number, T: number): boolean {
  return isCount(x) && tx >= 0 && tx <= T && T <= LARGEST_MEASURE && (x > 0 || tx === 0);
}
