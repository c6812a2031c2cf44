import CliTable from "cli-table3";

/** How to mark text on a screen; nothing is marked in a pipe. */
export interface Style {
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
}

/** Text as it is. */
export const PLAIN: Style = { dim: (text) => text, bold: (text) => text };

/** A table of finished lines: each cell a text, its lines separated by "\n". */
interface Grid {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Characters inside each column, padding apart; null lets the content decide. */
  readonly widths: readonly (number | null)[];
  /** A line between rows. */
  readonly ruled: boolean;
  /** Spaces left and right of a cell's text. */
  readonly padding: 0 | 1;
  /** Columns after the first begin at the left too. */
  readonly isOfWords?: boolean;
}

const NO_RULE = { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" };

/**
 * A table drawn with box characters: first column to the left, the others to the right, unless they are of words.
 *
 * @param grid what stands in it
 * @returns lines joined by "\n", none at the end
 */
export function draw(grid: Grid): string {
  const table = new CliTable({
    head: [...grid.head],
    colWidths: grid.widths.map((width) => (width === null ? null : width + 2 * grid.padding)),
    colAligns: grid.head.map((_, column) => (column === 0 || grid.isOfWords === true ? "left" : "right")),
    style: { head: [], border: [], "padding-left": grid.padding, "padding-right": grid.padding },
    ...(grid.ruled ? {} : { chars: NO_RULE }),
  });
  for (const row of grid.rows) table.push([...row]);
  return table.toString();
}
