import type { GroupFindings, MeasureLabel, WorldFindings } from "../../study/findings.js";
import { type Cell, cellOf } from "../cell.js";
import { referenceOf } from "../facts.js";
import { pack, printable, wrap } from "../words.js";
import { draw, type Style } from "./draw.js";

const BORDER = 3;
const NARROWEST_CELL = 21;
const WIDEST_CELL = 38;
const LABEL = 22;
/** Cells from this width on have room for the outcome range. */
const ROOMY_CELL = 30;
const NAME_LINES = 4;

/**
 * The measures of a group, a row each, as one table or several that repeat the reference.
 *
 * @param group worlds that share a world 0
 * @param measures in the order of rows; those no world has are left out
 * @param width characters a line may have
 * @param detail outcome ranges even where cells are narrow
 * @returns tables, each as text
 */
export function measureTables(
  group: GroupFindings,
  measures: readonly MeasureLabel[],
  width: number,
  detail: boolean,
  style: Style,
): string[] {
  return layout(group, width).map(({ worlds, cell }) => {
    const shown = measures.filter(({ key }) => worlds.some((world) => world.findings[key] !== undefined));
    return draw({
      head: ["", ...worlds.map((world) => headOf(world, cell, style))],
      rows: shown.map((measure) => [
        wrap(measure.label, LABEL).join("\n"),
        ...worlds.map((world) => {
          const texts = cellOf(world.findings[measure.key], measure, group.currency);
          return cellLines(texts, cell, detail || cell >= ROOMY_CELL, style);
        }),
      ]),
      widths: [LABEL, ...worlds.map(() => cell)],
      ruled: true,
      padding: 1,
    });
  });
}

/**
 * Whether the tables of a group show outcome ranges.
 *
 * @param group worlds that share a world 0
 * @param width characters a line may have
 * @param detail outcome ranges even where cells are narrow
 */
export function showsOutcomes(group: GroupFindings, width: number, detail: boolean): "all" | "some" | "none" {
  const roomy = layout(group, width).map(({ cell }) => detail || cell >= ROOMY_CELL);
  return roomy.every((one) => one) ? "all" : roomy.some((one) => one) ? "some" : "none";
}

/** Tables of so many worlds, and how wide their cells are. */
function layout(group: GroupFindings, width: number): { worlds: readonly WorldFindings[]; cell: number }[] {
  const room = width - LABEL - BORDER - 1;
  const columns = Math.max(2, Math.floor(room / (NARROWEST_CELL + BORDER)));
  return worldColumns(group, columns).map((worlds) => ({
    worlds,
    cell: Math.min(WIDEST_CELL, Math.max(NARROWEST_CELL, Math.floor(room / worlds.length) - BORDER)),
  }));
}

/**
 * The worlds of a group dealt into tables of so many columns: the reference stands first in each.
 *
 * @param columns worlds in one table, at least 2
 */
export function worldColumns(group: GroupFindings, columns: number): WorldFindings[][] {
  const reference = referenceOf(group);
  if (reference === null) return deal(group.worlds, columns);
  const others = group.worlds.filter((world) => world !== reference);
  if (others.length === 0) return [[reference]];
  return deal(others, columns - 1).map((part) => [reference, ...part]);
}

function deal(worlds: readonly WorldFindings[], columns: number): WorldFindings[][] {
  const tables: WorldFindings[][] = [];
  for (let i = 0; i < worlds.length; i += columns) tables.push(worlds.slice(i, i + columns));
  return tables;
}

function headOf(world: WorldFindings, width: number, style: Style): string {
  const name = wrap(printable(world.name), width, NAME_LINES).map(style.bold);
  return [...name, ...(world.isReference ? [style.dim("(reference)")] : [])].join("\n");
}

/**
 * A cell as lines of a table: the estimate, its interval, the difference, where asked the outcome range.
 *
 * @param cell its texts
 * @param width the most characters of a line
 * @param outcome whether the outcome range is shown
 * @param style marks for a terminal
 */
export function cellLines(cell: Cell, width: number, outcome: boolean, style: Style): string {
  const dim = [
    ...packed([cell.interval], " ", width),
    ...packed([cell.missing], " ", width),
    ...packed([cell.difference, cell.differenceInterval], " ", width),
    ...(outcome && cell.outcome !== null ? packed(["outcomes", cell.outcome], " ", width) : []),
  ];
  const probability = cell.better === null ? null : `P ${cell.better}`;
  return [...packed([cell.value, probability], " · ", width), ...dim.map(style.dim)].join("\n");
}

function packed(texts: readonly (string | null)[], separator: string, width: number): string[] {
  return pack(
    texts.filter((text) => text !== null),
    separator,
    width,
  );
}
