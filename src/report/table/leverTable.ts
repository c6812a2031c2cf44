import type { Finding, MeasureLabel } from "../../study/findings.js";
import type { Sweep, SweptDesign, SweptFinding } from "../../study/sweepFindings.js";
import { cellOf } from "../cell.js";
import { formatProbability } from "../format.js";
import { pack, wrap } from "../words.js";
import { draw, type Style } from "./draw.js";
import { cellLines } from "./measures.js";

const BORDER = 3;
const VALUE = 18;
const BEST = 8;
const NARROWEST_CELL = 21;
const WIDEST_CELL = 34;

/**
 * The designs of a sweep of one lever, a row each, as one table or several.
 *
 * @param sweep of one lever
 * @param width characters a line may have
 * @param style marks for a terminal
 * @returns tables, each as text
 */
export function leverTables(sweep: Sweep, width: number, style: Style): string[] {
  const [lever] = sweep.levers;
  const room = width - VALUE - BEST - 2 * BORDER - 1;
  const columns = Math.max(1, Math.floor(room / (NARROWEST_CELL + BORDER)));
  const rows = leverRows(sweep);
  return deal(sweep.measures, columns).map((measures) => {
    const cell = Math.min(WIDEST_CELL, Math.max(NARROWEST_CELL, Math.floor(room / measures.length) - BORDER));
    return draw({
      head: [
        pack(lever.path.split(/(?<=\.)/), "", VALUE).join("\n"),
        "best in",
        ...measures.map(({ label }) => wrap(label, cell).map(style.bold).join("\n")),
      ],
      rows: rows.map((design) => [
        rowName(design, style),
        design.bestShare === null ? "–" : formatProbability(design.bestShare),
        ...measures.map((measure) =>
          cellLines(cellOf(againstWritten(design, measure), measure, sweep.currency), cell, false, style),
        ),
      ]),
      widths: [VALUE, BEST, ...measures.map(() => cell)],
      ruled: true,
      padding: 1,
    });
  });
}

/**
 * The designs of a table of one lever: those tried, and the one as written where it is none of them.
 *
 * @param sweep of one lever
 */
export function leverRows({ designs, asWritten }: Sweep): readonly SweptDesign[] {
  return designs.some(({ isAsWritten }) => isAsWritten) ? designs : [...designs, asWritten];
}

/**
 * A finding whose difference is the one to the scenario as written; P stays that against no program.
 *
 * @param design of a sweep
 * @param measure of the sweep
 */
export function againstWritten({ findings }: SweptDesign, { key }: MeasureLabel): Finding | undefined {
  const finding: SweptFinding | undefined = findings[key];
  return finding === undefined ? undefined : { ...finding, difference: finding.differenceAsWritten };
}

function rowName({ values, isAsWritten }: SweptDesign, style: Style): string {
  const name = wrap(String(values[0] ?? "none"), VALUE);
  return [...name, ...(isAsWritten ? [style.dim("(as written)")] : [])].join("\n");
}

function deal<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
