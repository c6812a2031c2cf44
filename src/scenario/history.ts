/**
 * What customers there on day one have done before, by column: entry i of each is about the same customers. Times are in the
 * customer base's unit, counted from the first purchase.
 */
export interface CustomerHistory {
  /** x: repeat purchases so far. */
  readonly purchases: readonly number[];
  /** t_x: when the last of them was; 0 without any. */
  readonly lastPurchase: readonly number[];
  /** T: how long they have been observed, up to day one. */
  readonly observed: readonly number[];
  /** Mean spend of their purchases, in currency units at the prices of the first month; 0: not known. */
  readonly meanSpend: readonly number[];
  /** How many purchases that is the mean of. */
  readonly spendPurchases: readonly number[];
  /** How many customers share the row. */
  readonly customers: readonly number[];
}

/** A row of a history as an author may write it. */
export type HistoryRow = Readonly<Record<"purchases" | "lastPurchase" | "observed", number>> &
  Readonly<Partial<Record<"meanSpend" | "spendPurchases" | "customers", number>>>;

export type HistoryColumn = keyof CustomerHistory;

/** Columns in the order of a file, with what papers call them. */
export const HISTORY_COLUMNS: readonly { readonly name: HistoryColumn; readonly also: readonly string[] }[] = [
  { name: "purchases", also: ["x"] },
  { name: "lastPurchase", also: ["tx", "t_x"] },
  { name: "observed", also: ["T"] },
  { name: "meanSpend", also: [] },
  { name: "spendPurchases", also: [] },
  { name: "customers", also: [] },
];

/** Columns a row cannot do without. */
export const REQUIRED_COLUMNS: readonly HistoryColumn[] = ["purchases", "lastPurchase", "observed"];

/** Most rows of a history: equal ones can be shared. */
export const MOST_ROWS = 200_000;

/** Whether a value is a history by column. */
export function isHistory(value: unknown): value is CustomerHistory {
  return (
    typeof value === "object" &&
    value !== null &&
    HISTORY_COLUMNS.every(({ name }) => name in value && Array.isArray((value as Record<string, unknown>)[name]))
  );
}

/**
 * How many customers a history is about.
 *
 * @param history by column
 * @returns the sum over its rows
 */
export function customersIn({ customers }: CustomerHistory): number {
  return customers.reduce((sum, count) => sum + count, 0);
}

/**
 * A history as tables show it.
 *
 * @param history by column
 * @returns as "2 rows of 5 customers"
 */
export function historyInWords(history: CustomerHistory): string {
  const [rows, customers] = [history.customers.length, customersIn(history)].map((count) =>
    count.toLocaleString("en-US"),
  );
  return `${rows} ${rows === "1" ? "row" : "rows"} of ${customers} ${customers === "1" ? "customer" : "customers"}`;
}
