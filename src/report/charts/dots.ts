import type { Currency } from "../../scenario/scenario.js";
import type { Finding, MeasureLabel } from "../../study/findings.js";
import { cellOf } from "../cell.js";
import { amountAxis, PERCENT_LABELS } from "./axes.js";
import type { JsonObject } from "./spec.js";

/** One line of a panel of dots: whose number, in which colour. */
export interface DotRow {
  readonly label: string;
  readonly color: string;
  readonly finding: Finding | undefined;
}

/** A panel of dots: a row each, dot for the estimate, thick for its Monte Carlo interval, thin for the outcome range. */
export interface DotPanel {
  readonly measure: MeasureLabel;
  readonly rows: readonly DotRow[];
  readonly currency: Currency;
  readonly heading: string;
  readonly width: number;
  readonly rowHeight: number;
  /** Whether rows are named at the left. */
  readonly named: boolean;
  /** Lowest and highest value on the axis. */
  readonly domain: readonly [number, number];
  /** Whether values stand at the right. */
  readonly said: boolean;
  /** Name of the value axis; null where the heading says it. */
  readonly axisTitle: string | null;
}

/** How rows of a panel of dots are named at most, in pixels. */
const LABEL_LIMIT = 150;

/**
 * A panel of dots as a part of a chart.
 *
 * @param panel what stands in it
 */
export function dotPanel(panel: DotPanel): JsonObject {
  const { measure, rows, width, rowHeight, named, domain } = panel;
  const height = rows.length * rowHeight;
  const axis = valueAxis(panel);
  const values = rows.flatMap((row) => dataOf(row, panel));
  const color = { field: "color", type: "nominal", scale: null };
  const range = (low: string, high: string, strokeWidth: number): JsonObject => ({
    mark: { type: "rule", strokeWidth, opacity: strokeWidth > 2 ? 0.5 : 1 },
    encoding: { x: { field: low, type: "quantitative" }, x2: { field: high }, color },
  });
  return {
    width,
    height,
    title: { text: panel.heading, fontSize: 12, fontWeight: 600, anchor: "start", offset: 6 },
    data: { values },
    encoding: {
      x: {
        field: "value",
        type: "quantitative",
        title: panel.axisTitle,
        scale: { domain: [...domain], nice: false, zero: false },
        axis,
      },
      y: {
        field: "row",
        type: "ordinal",
        sort: rows.map(({ label }) => label),
        title: null,
        scale: { domain: rows.map(({ label }) => label), padding: 0.2 },
        axis: {
          ...{ domain: false, ticks: false, grid: true, labels: named },
          ...{ labelPadding: 8, labelLimit: LABEL_LIMIT, labelColor: "#222222" },
        },
      },
    },
    layer: [
      ...(domain[0] < 0 ? [zeroLine(height)] : []),
      range("outcomeLow", "outcomeHigh", 1.5),
      range("low", "high", 6),
      ...(panel.said ? [valueTexts(width)] : []),
      {
        mark: { type: "point", filled: true, size: 62, opacity: 1, stroke: "white", strokeWidth: 1 },
        encoding: {
          fill: color,
          tooltip: [
            { field: "row", title: "Of" },
            { field: "text", title: measure.label },
            { field: "interval", title: "Monte Carlo interval" },
            { field: "difference", title: "Difference to the reference" },
            { field: "outcome", title: "Outcome range, 5–95 %" },
          ],
        },
      },
    ],
  };
}

/**
 * Lowest and highest value of findings, their ranges included, with a little air; 0 is among them.
 *
 * @param findings those that share an axis
 */
export function reachOf(findings: readonly (Finding | undefined)[]): [number, number] {
  const ends = findings.flatMap((finding) => {
    const level = finding?.level;
    return [level?.value, level?.outcomeLow, level?.outcomeHigh, level?.low, level?.high].filter(
      (value) => value !== null && value !== undefined,
    );
  });
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const air = (high - low || 1) * 0.05;
  return [low < 0 ? low - air : 0, high > 0 ? high + air : air];
}

function dataOf({ label, color, finding }: DotRow, { measure, currency }: DotPanel): JsonObject[] {
  const level = finding?.level;
  if (level === undefined || level.value === null) return [];
  const cell = cellOf(finding, measure, currency);
  const { value, low, high, outcomeLow, outcomeHigh } = level;
  return [
    {
      ...{ row: label, color, value, low, high, outcomeLow, outcomeHigh },
      ...{ text: cell.value, interval: cell.interval ?? "", outcome: cell.outcome ?? "" },
      difference: [cell.difference, cell.differenceInterval].filter((text) => text !== null).join(" "),
    },
  ];
}

function valueAxis({ measure, domain, width }: DotPanel): JsonObject {
  const tickCount = width > 300 ? 6 : 4;
  const apart = { tickCount, labelOverlap: true, labelSeparation: 6 };
  if (measure.unit === "share") return { labelExpr: PERCENT_LABELS, ...apart };
  const { labelExpr } = amountAxis("", null, Math.max(-domain[0], domain[1]));
  return { labelExpr: labelExpr ?? "", ...apart };
}

function valueTexts(width: number): JsonObject {
  return {
    mark: { type: "text", align: "left", baseline: "middle", fontSize: 11, color: "#222222" },
    encoding: { text: { field: "text", type: "nominal" }, x: { value: width + 10 } },
  };
}

function zeroLine(height: number): JsonObject {
  return {
    data: { values: [{ value: 0 }] },
    mark: { type: "rule", color: "#222222", strokeWidth: 1 },
    encoding: { y: { value: 0 }, y2: { value: height } },
  };
}
