import { type CsvValue, csvText } from "./text.js";

/** Columns of a table, in their order, each with what it holds of a line. */
export type Columns<Line, Row> = { readonly [Column in keyof Row]: (line: Line) => Row[Column] };

/**
 * A row, with its cells in the order of the columns.
 *
 * @param columns of the table
 * @param line what the row is about
 * @example rowOf({ twice: (line) => 2 * line }, 4).twice; // 8
 */
export function rowOf<Line, Row>(columns: Columns<Line, Row>, line: Line): Row {
  const cells = Object.entries<(line: Line) => unknown>(columns).map(([column, of]) => [column, of(line)]);
  return Object.fromEntries(cells) as Row;
}

/**
 * Rows as CSV text.
 *
 * @param columns header row; there may be no row that has them
 * @param rows made of these columns
 * @returns text that ends with a line break
 * @throws RangeError when a number is not finite
 */
export function csvOf<Row extends object>(columns: Columns<never, Row>, rows: readonly Row[]): string {
  return csvText(
    Object.keys(columns),
    rows.map((row) => Object.values<CsvValue>(row as Readonly<Record<string, CsvValue>>)),
  );
}
