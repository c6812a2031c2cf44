/**
 * Texts in columns, each as wide as its widest.
 *
 * @param rows of as many cells
 * @param alignments of the columns; left where none is given
 * @returns lines without blanks at their end
 */
export function columns(
  rows: readonly (readonly string[])[],
  alignments: readonly ("left" | "right")[] = [],
): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? "")].length)));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const blanks = " ".repeat(Math.max(0, (widths[column] ?? 0) - [...cell].length));
        return alignments[column] === "right" ? blanks + cell : cell + blanks;
      })
      .join("  ")
      .trimEnd(),
  );
}
