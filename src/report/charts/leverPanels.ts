import type { MeasureLabel } from "../../study/findings.js";
import type { Sweep, SweptDesign, SweptFinding } from "../../study/sweepFindings.js";
import { cellOf } from "../cell.js";
import { formatProbability } from "../format.js";
import { amountAxis, PERCENT_LABELS } from "./axes.js";
import { type LeverPlaces, leverName, leverText, placesAlong } from "./levers.js";
import { type JsonObject, WIDTH } from "./spec.js";

const INK = "#222222";
const COLOR = "#0072b2";
const HEIGHTS = { alone: 260, among: 130 };
/** Thickest stroke of an interval, in pixels; thinner where values crowd. */
const THICK = 6;

/**
 * Measures along the values of one lever, a panel each, one above the other.
 *
 * @param sweep of one lever
 */
export function leverPanels(sweep: Sweep): JsonObject {
  const places = placesAlong(sweep.levers[0], WIDTH);
  const panels = sweep.measures.map((measure, at) =>
    panel(sweep, measure, places, { isFirst: at === 0, isLast: at === sweep.measures.length - 1 }),
  );
  return { spacing: 22, vconcat: panels };
}

interface Stand {
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function panel(sweep: Sweep, measure: MeasureLabel, places: LeverPlaces, { isFirst, isLast }: Stand): JsonObject {
  const [lever] = sweep.levers;
  const height = sweep.measures.length === 1 ? HEIGHTS.alone : HEIGHTS.among;
  const rows = rowsOf(sweep, measure, places);
  const domain = valueDomain(rows);
  const money = measure.unit === "money" ? sweep.currency : null;
  const axis = amountAxis(measure.label, money, Math.max(...domain.map(Math.abs)));
  const thick = Math.max(2, Math.min(THICK, Math.round(WIDTH / 2 / Math.max(1, rows.length))));
  const written = places.placeOf(lever.written);
  const best = rows.find(({ isBest }) => isFirst && isBest);
  return {
    width: WIDTH,
    height,
    title: { text: axis.title, fontSize: 12, fontWeight: 600, anchor: "start", frame: "group", offset: 6 },
    data: { values: rows },
    encoding: {
      x: {
        field: "x",
        type: "quantitative",
        title: isLast ? leverName(lever) : null,
        scale: { domain: [...places.domain], nice: false, zero: false },
        axis: places.axis,
      },
      y: {
        field: "value",
        type: "quantitative",
        title: null,
        scale: { domain: [...domain], nice: true, zero: false },
        axis: {
          tickCount: height > 200 ? 6 : 4,
          labelExpr: measure.unit === "share" ? PERCENT_LABELS : (axis.labelExpr ?? ""),
        },
      },
    },
    layer: [
      ...(domain[0] <= 0 && domain[1] >= 0 ? [level(0)] : []),
      ...(written === null ? [] : [writtenLine(written, height, isFirst)]),
      range("outcomeLow", "outcomeHigh", Math.min(1.5, thick / 2), 1),
      range("low", "high", thick, 0.5),
      ...(places.isNumeric
        ? [
            {
              transform: [{ filter: "!datum.isAside" }],
              mark: { type: "line", strokeWidth: 1, opacity: 0.6, color: COLOR },
            },
          ]
        : []),
      dots(measure, rows.length),
      ...(best === undefined ? [] : ring(best, places.domain)),
    ],
  };
}

type Row = JsonObject & { readonly value: number; readonly isBest: boolean; readonly bestIn: string };

/** A row a design; the scenario as written too, where it is none of them and its value has a place. */
function rowsOf(sweep: Sweep, measure: MeasureLabel, places: LeverPlaces): Row[] {
  const { designs, asWritten, best } = sweep;
  const isAmong = designs.some(({ isAsWritten }) => isAsWritten);
  const shown: readonly SweptDesign[] = isAmong || !places.isNumeric ? designs : [...designs, asWritten];
  return shown.flatMap((design, at): Row[] => {
    const finding: SweptFinding | undefined = design.findings[measure.key];
    const x = places.placeOf(design.values[0] ?? null);
    if (finding === undefined || finding.level.value === null || x === null) return [];
    const { value, low, high, outcomeLow, outcomeHigh } = finding.level;
    const cell = cellOf({ ...finding, difference: finding.differenceAsWritten }, measure, sweep.currency);
    return [
      {
        ...{ x, value, low, high, outcomeLow, outcomeHigh },
        isBest: at === best.design && designs.length > 1,
        isAside: at >= designs.length,
        lever: leverText(design.values[0] ?? null) + (design.isAsWritten ? " (as written)" : ""),
        text: cell.value,
        interval: cell.interval ?? "",
        outcome: cell.outcome ?? "",
        difference: [cell.difference, cell.differenceInterval].filter((part) => part !== null).join(" "),
        bestIn: formatProbability(design.bestShare),
      },
    ];
  });
}

/** Lowest and highest value drawn; 0 among them where it is near. */
function valueDomain(rows: readonly Row[]): [number, number] {
  const ends = rows.flatMap(({ value, low, high, outcomeLow, outcomeHigh }) =>
    [value, low, high, outcomeLow, outcomeHigh].filter((end) => typeof end === "number"),
  );
  if (ends.length === 0) return [0, 1];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const span = high - low || Math.abs(low) || 1;
  const air = span * 0.06;
  const isNear = low <= span && high >= -span;
  return [
    isNear && low >= 0 ? 0 : low - air,
    // Room for the words at the best.
    isNear && high + air * 3 <= 0 ? 0 : high + air * 3,
  ];
}

function range(low: string, high: string, strokeWidth: number, opacity: number): JsonObject {
  return {
    transform: [{ filter: `datum.${low} !== null` }],
    mark: { type: "rule", strokeWidth, opacity, color: COLOR },
    encoding: { y: { field: low, type: "quantitative" }, y2: { field: high } },
  };
}

function dots(measure: MeasureLabel, count: number): JsonObject {
  return {
    mark: {
      type: "point",
      filled: true,
      size: count > 40 ? 24 : 60,
      opacity: 1,
      stroke: "white",
      strokeWidth: 1,
      color: COLOR,
    },
    encoding: {
      shape: { condition: { test: "datum.isAside", value: "diamond" }, value: "circle" },
      tooltip: [
        { field: "lever", title: "Value" },
        { field: "text", title: measure.label },
        { field: "interval", title: "Monte Carlo interval" },
        { field: "outcome", title: "Outcome range, 5–95 %" },
        { field: "difference", title: "Difference to as written" },
        { field: "bestIn", title: "Best in" },
      ],
    },
  };
}

/** A ring around the highest design, and above its ranges in which share of outcomes it is the best. */
function ring(best: Row, [first, last]: readonly [number, number]): JsonObject[] {
  const [top] = [best.outcomeHigh, best.high, best.value]
    .filter((end) => typeof end === "number")
    .sort((a, b) => b - a);
  const along = (Number(best.x) - first) / (last - first);
  const align = along < 0.12 ? "left" : along > 0.88 ? "right" : "center";
  return [
    {
      data: { values: [best] },
      mark: { type: "point", filled: false, size: 190, strokeWidth: 2, color: INK, opacity: 1 },
    },
    {
      data: { values: [{ ...best, value: Math.max(top, best.value), said: `best in ${best.bestIn}` }] },
      mark: {
        type: "text",
        fontSize: 11,
        fontWeight: 600,
        color: INK,
        align,
        baseline: "bottom",
        dy: -5,
        dx: DX[align],
      },
      encoding: { text: { field: "said", type: "nominal" } },
    },
  ];
}

const DX = { left: -8, center: 0, right: 8 };

function level(at: number): JsonObject {
  return {
    data: { values: [{ value: at }] },
    mark: { type: "rule", strokeWidth: 1, color: INK },
    encoding: { x: { value: 0 }, x2: { value: WIDTH } },
  };
}

function writtenLine(x: number, height: number, isSaid: boolean): JsonObject {
  return {
    data: { values: [{ x, said: isSaid ? "as written" : "" }] },
    layer: [
      {
        mark: { type: "rule", strokeWidth: 1, strokeDash: [4, 3], color: "#767676" },
        encoding: { y: { value: 0 }, y2: { value: height } },
      },
      {
        mark: { type: "text", fontSize: 10.5, dy: -5, color: "#555555" },
        encoding: { y: { value: 0 }, text: { field: "said", type: "nominal" } },
      },
    ],
  };
}
