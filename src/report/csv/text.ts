/** What a CSV cell may hold; null is empty. */
export type CsvValue = string | number | null;

/**
 * Rows as CSV text (RFC 4180 with LF line ends).
 *
 * @param columns header row
 * @param rows each as long as the header
 * @returns text that ends with a line break
 * @throws RangeError when a number is not finite
 * @example csvText(["name", "value"], [["a, b", 0.1]]); // "name,value\n\"a, b\",0.1\n"
 */
export function csvText(columns: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(field).join(",")}\n`).join("");
}

/** Numbers in the shortest form that reads back exactly; text that a spreadsheet would run as a formula is defused. */
function field(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError(`expected a finite number, got ${value}`);
    return String(value);
  }
  const text = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
