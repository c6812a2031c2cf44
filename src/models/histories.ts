/**
 * Customers' histories, by column: row i says that `customers[i]` customers made `x[i]` repeat purchases, the last of them at
 * `tx[i]` (0 when there is none), and have been watched until `T[i]`; times are counted from the first purchase, in one unit.
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
export function groupHistories({ x, tx, T, customers }: Histories): GroupedHistories {
  const rows = x.length;
  if (tx.length !== rows || T.length !== rows || customers.length !== rows) {
    throw new RangeError(
      `expected columns of one length, got x ${rows}, tx ${tx.length}, T ${T.length}, customers ${customers.length}`,
    );
  }
  const order: number[] = [];
  const wrong: number[] = [];
  for (let i = 0; i < rows; i++) {
    if (!isHistory(x[i], tx[i], T[i]) || !(customers[i] >= 0 && customers[i] < Infinity)) wrong.push(i);
    else if (customers[i] > 0) order.push(i);
  }
  if (wrong.length > 0) {
    const [at] = wrong;
    const more = wrong.length > 1 ? `, and ${wrong.length - 1} more rows` : "";
    throw new RangeError(
      `expected whole x ≥ 0, 0 ≤ tx ≤ T, tx 0 when x is 0, and customers ≥ 0, ` +
        `got x ${x[at]}, tx ${tx[at]}, T ${T[at]}, customers ${customers[at]} in row ${at}${more}`,
    );
  }
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

function isHistory(x: number, tx: number, T: number): boolean {
  return Number.isInteger(x) && x >= 0 && tx >= 0 && tx <= T && T < Infinity && (x > 0 || tx === 0);
}
