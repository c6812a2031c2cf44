/**
 * What customers spent, by column: row i says that `customers[i]` customers made `x[i]` purchases of known amounts, `meanSpend[i]`
 * each on average.
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
export function spendRows({ x, meanSpend, customers }: SpendHistories): SpendRows {
  const rows = x.length;
  if (meanSpend.length !== rows || customers.length !== rows) {
    throw new RangeError(
      `expected columns of one length, got x ${rows}, meanSpend ${meanSpend.length}, customers ${customers.length}`,
    );
  }
  const order: number[] = [];
  const wrong: number[] = [];
  for (let i = 0; i < rows; i++) {
    const counts = Number.isInteger(x[i]) && x[i] >= 0 && customers[i] >= 0 && customers[i] < Infinity;
    const spends = x[i] === 0 || (meanSpend[i] > 0 && meanSpend[i] < Infinity);
    if (!counts || !spends) wrong.push(i);
    else if (x[i] > 0 && customers[i] > 0) order.push(i);
  }
  if (wrong.length > 0) {
    const [at] = wrong;
    const more = wrong.length > 1 ? `, and ${wrong.length - 1} more rows` : "";
    throw new RangeError(
      "expected whole x ≥ 0, meanSpend > 0 where x is above 0, and customers ≥ 0, " +
        `got x ${x[at]}, meanSpend ${meanSpend[at]}, customers ${customers[at]} in row ${at}${more}`,
    );
  }
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
