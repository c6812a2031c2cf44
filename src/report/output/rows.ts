import { counted } from "../words.js";
import { type Output, tableOutput } from "./output.js";

/** Rows shown at most; more would slow the page and help nobody. */
const MOST_ROWS = 200;

/**
 * Plain objects as a table, a row each; a number as it is, to six digits that count.
 *
 * @param rows each with any of the columns
 * @param columns in this order; those of the rows, in order of first appearance, when not given
 */
export function rowsOutput(rows: readonly object[], columns?: readonly string[]): Output {
  const head = columns ?? [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (head.length === 0) return { html: "<p>No rows.</p>", text: "No rows." };
  const shown = rows.slice(0, MOST_ROWS).map((row) => {
    const cells = new Map(Object.entries(row));
    return head.map((column) => cellText(cells.get(column)));
  });
  const rest = rows.length - shown.length;
  return tableOutput(
    { caption: counted(rows.length, "row"), head, rows: shown, isOfWords: false },
    rest === 0 ? [] : [`And ${counted(rest, "more row")}.`],
  );
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
  if (typeof value === "object") return value instanceof Date ? value.toISOString() : JSON.stringify(value);
  return String(value);
}
