import type { MeasureLabel } from "../../study/findings.js";
import type { Sweep, SweptDesign, SweptFinding } from "../../study/sweepFindings.js";
import { compact } from "../compact.js";
import { formatProbability } from "../format.js";
import { wrap } from "../words.js";
import { draw, type Style } from "./draw.js";

const BORDER = 3;
const VALUE = 12;
const NARROWEST_CELL = 9;
const WIDEST_CELL = 14;

/**
 * One measure of a sweep of two levers: the first lever's values down, the second's across.
 *
 * @param sweep of two levers
 * @param measure one of its measures
 * @param width characters a line may have
 * @param style marks for a terminal
 * @returns a title and a table, or several where there are too many columns for one
 */
export function leverGrid(sweep: Sweep, measure: MeasureLabel, width: number, style: Style): string {
  const [down, across] = sweep.levers;
  const room = width - VALUE - BORDER - 1;
  const columns = Math.max(1, Math.floor(room / (NARROWEST_CELL + BORDER)));
  const parts = Math.ceil(across.values.length / columns);
  const size = Math.ceil(across.values.length / parts);
  const cell = Math.min(WIDEST_CELL, Math.floor(room / size) - BORDER);
  const tables = Array.from({ length: parts }, (_, part) => {
    const from = part * size;
    const heads = across.values.slice(from, from + size);
    return draw({
      head: ["↓ →".padStart(VALUE), ...heads.map((value) => wrap(String(value), cell).map(style.bold).join("\n"))],
      rows: down.values.map((value, row) => [
        wrap(String(value), VALUE).map(style.bold).join("\n"),
        ...heads.map((_, column) =>
          cellOf(sweep, sweep.designs[row * across.values.length + from + column], measure, style),
        ),
      ]),
      widths: [VALUE, ...heads.map(() => cell)],
      ruled: true,
      padding: 1,
    });
  });
  const title = wrap(`${measure.label}: ${down.path} ↓, ${across.path} →`, width).map(style.bold);
  return [...title, ...tables].join("\n");
}

function cellOf(sweep: Sweep, design: SweptDesign, measure: MeasureLabel, style: Style): string {
  const [value = "", ...more] = gridCell(sweep, design, measure);
  return [value, ...more.map(style.dim)].join("\n");
}

/**
 * What a grid says of a design, a line each: the value, in which share of outcomes it is the best, whether it is the one written.
 *
 * @param sweep of two levers
 * @param design one of its designs
 * @param measure one of its measures; the best is known for the first
 */
export function gridCell(sweep: Sweep, design: SweptDesign, measure: MeasureLabel): readonly string[] {
  const finding: SweptFinding | undefined = design.findings[measure.key];
  const { bestShare, isAsWritten } = design;
  const isRanked = measure === sweep.measures[0] && bestShare !== null && bestShare > 0;
  return [
    finding === undefined ? "–" : compact(finding.level.value, measure.unit, sweep.currency),
    ...(isRanked ? [`best ${formatProbability(bestShare)}`] : []),
    ...(isAsWritten ? ["written"] : []),
  ];
}
