import { type BreakEvenVerdict, breakEvenVerdict } from "../../study/breakEven.js";
import type { Sweep, SweptDesign } from "../../study/sweepFindings.js";
import { cellOf } from "../cell.js";
import { compact, scaleOf } from "../compact.js";
import { formatProbability } from "../format.js";
import { leverName, leverText, stepAxis } from "./levers.js";
import type { JsonObject } from "./spec.js";

const INK = "#222222";
/** Loss, nothing, gain: told apart by colour-blind readers. */
const COLORS = ["#b35806", "#f6f6f6", "#2166ac"] as const;
const UNKNOWN = "#dddddd";
const CELL = { lowest: 16, highest: 44, tallest: 420 };
/** Pixels a character inside a cell takes. */
const CHARACTER = 6;
/** Beyond these shares of the largest size a cell is dark: blue sooner than brown. */
const DARK = { gain: 0.65, loss: -0.85 };

/** What a map shows: how wide it is, and whether it says of each cell if it pays. */
interface MapLook {
  readonly width: number;
  readonly isVerdict: boolean;
}

/**
 * Net value over two levers, a cell a design: the first lever's values up, the second's across.
 *
 * @param sweep of two levers
 * @param look width, and whether cells that cannot be told from 0 are pale with cut corners and a line parts those that pay
 */
export function leverMap(sweep: Sweep, { width, isVerdict }: MapLook): JsonObject {
  const [up, across] = sweep.levers;
  const [rows, columns] = [up.values.length, across.values.length];
  const height = rows * Math.max(CELL.lowest, Math.min(CELL.highest, CELL.tallest / rows));
  const sizes = sweep.designs.map(({ findings }) => Math.abs(findings.netValue.level.value ?? 0));
  const most = Math.max(...sizes) || 1;
  const cells = sweep.designs.map((design, at) =>
    cellData(sweep, design, { x: at % columns, y: Math.floor(at / columns), isBest: at === sweep.best.design }),
  );
  const longest = cells.reduce((length, { text }) => Math.max(length, text.length), 0);
  const isWide = longest * CHARACTER + 4 <= width / columns && height / rows >= 15;
  const withShare = !isVerdict && isWide && height / rows >= 32 && sweep.designs.length > 1;
  return {
    width,
    height,
    data: { values: cells },
    encoding: {
      x: edge("x0", leverName(across), columns, stepAxis(across.values, width)),
      y: edge("y0", leverName(up), rows, stepAxis(up.values, height, true)),
    },
    layer: [
      rectangles(most, sweep, isVerdict),
      ...(isVerdict ? [cuts(cells)] : []),
      ...(isWide ? texts(most, withShare) : []),
      ...frames(isVerdict),
      ...(isVerdict ? [border(cells, columns)] : []),
    ],
  };
}

interface Cell extends JsonObject {
  readonly x: number;
  readonly y: number;
  readonly value: number | null;
  readonly text: string;
  readonly verdict: BreakEvenVerdict;
  readonly isBest: boolean;
}

function cellData(sweep: Sweep, design: SweptDesign, at: Pick<Cell, "x" | "y" | "isBest">): Cell {
  const [measure] = sweep.measures;
  const { netValue } = design.findings;
  const cell = cellOf({ ...netValue, difference: netValue.differenceAsWritten }, measure, sweep.currency);
  return {
    ...{ x: at.x, y: at.y, isBest: at.isBest && sweep.designs.length > 1, isWritten: design.isAsWritten },
    ...{ x0: at.x - 0.5, x1: at.x + 0.5, y0: at.y - 0.5, y1: at.y + 0.5 },
    value: netValue.level.value,
    text: compact(netValue.level.value, measure.unit, sweep.currency),
    share: (design.bestShare ?? 0) > 0 ? `best ${formatProbability(design.bestShare)}` : null,
    verdict: breakEvenVerdict(netValue.level),
    design: design.values.map((value, lever) => `${leverName(sweep.levers[lever])} = ${leverText(value)}`).join(", "),
    ...{ exact: cell.value, interval: cell.interval ?? "", outcome: cell.outcome ?? "" },
    difference: [cell.difference, cell.differenceInterval].filter((part) => part !== null).join(" "),
    bestIn: formatProbability(design.bestShare),
  };
}

function edge(field: string, title: string, count: number, axis: JsonObject): JsonObject {
  return {
    ...{ field, type: "quantitative", title },
    scale: { domain: [-0.5, count - 0.5], nice: false, zero: false },
    axis: { ...axis, grid: false, domain: false, labelPadding: 6 },
  };
}

function rectangles(most: number, sweep: Sweep, isVerdict: boolean): JsonObject {
  const { divisor, word } = scaleOf(most);
  const unit = [sweep.currency.code, word].filter((part) => part !== "").join(" ");
  return {
    mark: { type: "rect", stroke: "white", strokeWidth: 1 },
    encoding: {
      x2: { field: "x1" },
      y2: { field: "y1" },
      ...(isVerdict ? { opacity: { condition: { test: UNSURE, value: 0.45 }, value: 1 } } : {}),
      color: {
        condition: { test: "datum.value === null", value: UNKNOWN },
        field: "value",
        type: "quantitative",
        scale: { domain: [-most, 0, most], range: [...COLORS], interpolate: "rgb" },
        legend: {
          ...{ title: unit, titleFontWeight: "normal" },
          orient: "right",
          gradientLength: 140,
          tickCount: 5,
          labelExpr: `format(datum.value / ${divisor}, ',~r')`,
        },
      },
      tooltip: [
        { field: "design", title: "Design" },
        { field: "exact", title: "Net value" },
        { field: "interval", title: "Monte Carlo interval" },
        ...(isVerdict ? [{ field: "verdict", title: "Against no program it" }] : []),
        { field: "outcome", title: "Outcome range, 5–95 %" },
        { field: "difference", title: "Difference to as written" },
        { field: "bestIn", title: "Best in" },
      ],
    },
  };
}

const UNSURE = "datum.verdict === 'cannot be told'";

/** Two corners of every cell whose interval holds 0 are cut off. */
function cuts(cells: readonly Cell[]): JsonObject {
  const values = cells.flatMap(({ x, y, verdict }): JsonObject[] =>
    verdict !== "cannot be told"
      ? []
      : [
          { xa: x - 0.5, xb: x - 0.5 + CUT, ya: y + 0.5 - CUT, yb: y + 0.5 },
          { xa: x + 0.5 - CUT, xb: x + 0.5, ya: y - 0.5, yb: y - 0.5 + CUT },
        ],
  );
  return lines(values, { strokeWidth: 1.2, color: "#777777" });
}

/** Share of a cell's sides that a cut corner takes. */
const CUT = 0.28;

function texts(most: number, withShare: boolean): JsonObject[] {
  const color = {
    condition: { test: `datum.value > ${most * DARK.gain} || datum.value < ${most * DARK.loss}`, value: "white" },
    value: INK,
  };
  const place = { x: { field: "x", type: "quantitative" }, y: { field: "y", type: "quantitative" } };
  const line = (field: string, test: string, look: JsonObject): JsonObject => ({
    transform: [{ filter: test }],
    mark: { type: "text", ...look },
    encoding: { ...place, text: { field, type: "nominal" }, color },
  });
  if (!withShare) return [line("text", "true", { fontSize: 11 })];
  return [
    line("text", "datum.share === null", { fontSize: 11 }),
    line("text", "datum.share !== null", { fontSize: 11, dy: -6 }),
    line("share", "datum.share !== null", { fontSize: 9.5, dy: 8 }),
  ];
}

/** Frames of the design as written and of the highest one. */
function frames(isVerdict: boolean): JsonObject[] {
  const frame = (test: string, look: JsonObject): JsonObject => ({
    transform: [{ filter: test }],
    mark: { type: "rect", filled: false, stroke: INK, ...look },
    encoding: { x2: { field: "x1" }, y2: { field: "y1" } },
  });
  return [
    ...(isVerdict ? [] : [frame("datum.isBest", { strokeWidth: 2.5 })]),
    frame("datum.isWritten", { strokeWidth: 1.5, strokeDash: [4, 3] }),
  ];
}

/** The line between cells whose estimates have different signs. */
function border(cells: readonly Cell[], columns: number): JsonObject {
  const differ = (one: Cell, other: Cell | undefined): boolean =>
    other !== undefined && one.value !== null && other.value !== null && one.value >= 0 !== other.value >= 0;
  const values = cells.flatMap((cell, at): JsonObject[] => {
    const { x, y } = cell;
    const [right, above] = [x + 1 < columns ? cells[at + 1] : undefined, cells[at + columns]];
    return [
      ...(differ(cell, right) ? [{ xa: x + 0.5, xb: x + 0.5, ya: y - 0.5, yb: y + 0.5 }] : []),
      ...(differ(cell, above) ? [{ xa: x - 0.5, xb: x + 0.5, ya: y + 0.5, yb: y + 0.5 }] : []),
    ];
  });
  return lines(values, { strokeWidth: 3.5, strokeCap: "square", color: "#000000" });
}

function lines(values: readonly JsonObject[], look: JsonObject): JsonObject {
  return {
    data: { values: [...values] },
    mark: { type: "rule", ...look },
    encoding: {
      x: { field: "xa", type: "quantitative" },
      x2: { field: "xb" },
      y: { field: "ya", type: "quantitative" },
      y2: { field: "yb" },
    },
  };
}
