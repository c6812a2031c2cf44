/**
 * Counts the rows of a table by column, and refuses one that is none.
 *
 * @param table columns by name
 * @param names of those that are needed
 * @returns rows
 * @throws RangeError when a column is missing, or they differ in length
 * @example countRows({ x: [1, 2], T: [9, 9] }, ["x", "T"]); // 2
 * @example countRows({ x: [1, 2], T: null }, ["x", "T"]); // throws RangeError /expected columns x and T, got no T/
 */
export function countRows<Table extends object>(table: Table, names: readonly (keyof Table & string)[]): number {
  const lengths = names.map((name) => lengthOf(Object(table)[name]));
  const missing = names.filter((_, at) => lengths[at] === null);
  if (missing.length > 0) throw new RangeError(`expected columns ${listed(names)}, got no ${missing.join(", ")}`);
  const [rows] = lengths;
  if (rows === null || lengths.some((length) => length !== rows)) {
    const each = names.map((name, at) => `${name} ${lengths[at]}`).join(", ");
    throw new RangeError(`expected columns of one length, got ${each}`);
  }
  return rows;
}

/**
 * Refuses a table with a row that cannot be, and shows the first.
 *
 * @param rows how many there are
 * @param expected of every row, in words
 * @param isSound whether a row is so
 * @param shown columns to show of the row
 * @throws RangeError when a row is not sound
 * @example refuseRows(2, "whole x", (row) => row === 0, { x: [1, 0.5] }); // throws RangeError /expected whole x, got x 0.5 in row 1/
 */
export function refuseRows(
  rows: number,
  expected: string,
  isSound: (row: number) => boolean,
  shown: Readonly<Record<string, ArrayLike<unknown>>>,
): void {
  let first = -1;
  let wrong = 0;
  for (let row = 0; row < rows; row++) {
    if (isSound(row)) continue;
    if (wrong === 0) first = row;
    wrong += 1;
  }
  if (wrong === 0) return;
  const got = Object.entries(shown).map(([name, column]) => `${name} ${column[first]}`);
  const more = wrong > 1 ? `, and ${wrong - 1} more rows` : "";
  throw new RangeError(`expected ${expected}, got ${got.join(", ")} in row ${first}${more}`);
}

function lengthOf(column: unknown): number | null {
  if (typeof column !== "object" || column === null || !("length" in column)) return null;
  return typeof column.length === "number" ? column.length : null;
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}
