import { from } from "arquero";
import type { SweepTableRow } from "../report/csv/sweep.js";
import { type RowKind, type RowsByKind, rows } from "../report/rows.js";
import type { Comparison } from "../study/findings.js";
import type { Sweep } from "../study/sweepFindings.js";

/** What a cell of a table may hold. */
export type TableCell = string | number | boolean | null;

/** A function of a row, which arquero reads rather than calls: it sees nothing but the row. Or such a function as text, as "d => op.mean(d.value)". */
export type RowExpression<Row, Value> = ((row: Row) => Value) | string;

/** An arquero table: its verbs that are used most, typed by row. The table has all the others too. */
export interface Table<Row extends object = Readonly<Record<string, TableCell>>> {
  readonly numRows: () => number;
  readonly columnNames: () => string[];
  /** Rows as plain objects. */
  readonly objects: () => Row[];
  /** Values of a column. */
  readonly array: <Column extends keyof Row & string>(column: Column) => Row[Column][];
  readonly filter: (criterion: RowExpression<Row, boolean>) => Table<Row>;
  readonly select: <Column extends keyof Row & string>(...columns: Column[]) => Table<Pick<Row, Column>>;
  readonly derive: <Value extends TableCell, Column extends string>(
    values: Readonly<Record<Column, RowExpression<Row, Value>>>,
  ) => Table<Row & Readonly<Record<Column, Value>>>;
  readonly orderby: (...columns: (keyof Row & string)[]) => Table<Row>;
  readonly slice: (start: number, end?: number) => Table<Row>;
  readonly groupby: (...columns: (keyof Row & string)[]) => Table<Row>;
  readonly rollup: (values: Readonly<Record<string, RowExpression<Row, TableCell>>>) => Table;
  readonly toCSV: () => string;
}

/**
 * Results as an arquero table, with the columns of the CSV files; or rows of one's own as one.
 *
 * @param result a comparison, a sweep, which has rows of measures alone, or rows
 * @param kind of rows, as `rows` takes it
 * @returns the table
 * @throws RangeError for a kind there is none of
 * @example
 * const comparison = await compare([await load("scenarios/cdnow/five-percent-back.yaml")], { replicates: 4, customers: 200 });
 * const uplift = table(comparison, "measures").filter((d) => d.measure === "clvUplift");
 * uplift.array("world"); // ["CDNOW, 5 % back"]
 * table([{ a: 2 }, { a: 1 }]).orderby("a").array("a"); // [1, 2]
 */
export function table<Kind extends RowKind>(result: Comparison, kind: Kind): Table<RowsByKind[Kind]>;
export function table(result: Sweep, kind?: "measures"): Table<SweepTableRow>;
export function table<Row extends object>(result: readonly Row[]): Table<Row>;
export function table(result: Comparison | Sweep | readonly object[], kind?: RowKind): object {
  const all = isList(result) ? result : "designs" in result ? rows(result) : rows(result, kind ?? "measures");
  return from([...all]);
}

function isList(result: object): result is readonly object[] {
  return Array.isArray(result);
}
