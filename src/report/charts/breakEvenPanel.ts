import { breakEvenVerdict, type Crossing } from "../../study/breakEven.js";
import type { Sweep } from "../../study/sweepFindings.js";
import { cellOf } from "../cell.js";
import { inputValue } from "../inputWords.js";
import { amountAxis } from "./axes.js";
import { type LeverPlaces, leverName, leverText, placesAlong } from "./levers.js";
import { type JsonObject, WIDTH } from "./spec.js";

const HEIGHT = 260;
const INK = "#222222";
const PAYS = "#2166ac";
const LOSES = "#b35806";
const UNSURE = "#767676";

/**
 * Net value along one lever, with the places where it crosses 0.
 *
 * @param sweep of one lever
 * @param crossings of it
 */
export function breakEvenPanel(sweep: Sweep, crossings: readonly Crossing[]): JsonObject {
  const [lever] = sweep.levers;
  const [measure] = sweep.measures;
  const places = placesAlong({ ...lever, written: null }, WIDTH);
  const rows = rowsOf(sweep, places);
  const ends = rows.flatMap(({ value, low, high }) => [value, low, high].filter((end) => typeof end === "number"));
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const air = (high - low || 1) * 0.08;
  const axis = amountAxis(measure.label, sweep.currency, Math.max(-low, high));
  const panel: JsonObject = {
    width: WIDTH,
    height: HEIGHT,
    title: { text: axis.title, fontSize: 12, fontWeight: 600, anchor: "start", frame: "group", offset: 6 },
    data: { values: rows },
    encoding: {
      x: {
        field: "x",
        type: "quantitative",
        title: leverName(lever),
        scale: { domain: [...places.domain], nice: false, zero: false },
        axis: places.axis,
      },
      y: {
        field: "value",
        type: "quantitative",
        title: null,
        scale: { domain: [low - air, high + air], nice: false, zero: false },
        axis: { tickCount: 6, labelExpr: axis.labelExpr ?? "" },
      },
    },
    layer: [
      {
        data: { values: [{ value: 0 }] },
        mark: { type: "rule", strokeWidth: 1, color: INK },
        encoding: { x: { value: 0 }, x2: { value: WIDTH } },
      },
      ...(places.isNumeric ? curve() : [rules()]),
      ...holds(crossings, places),
      dots(),
      ...crossingMarks(crossings, low, high),
    ],
  };
  return { vconcat: [panel] };
}

function rowsOf(sweep: Sweep, places: LeverPlaces): (JsonObject & { readonly value: number })[] {
  return sweep.designs.flatMap((design) => {
    const { netValue } = design.findings;
    const { value, low, high } = netValue.level;
    const x = places.placeOf(design.values[0] ?? null);
    if (value === null || x === null) return [];
    const cell = cellOf(netValue, sweep.measures[0], sweep.currency);
    return [
      {
        ...{ x, value, low, high },
        verdict: breakEvenVerdict(netValue.level),
        lever: leverText(design.values[0] ?? null) + (design.isAsWritten ? " (as written)" : ""),
        ...{ text: cell.value, interval: cell.interval ?? "", outcome: cell.outcome ?? "" },
      },
    ];
  });
}

function curve(): JsonObject[] {
  return [
    {
      mark: { type: "area", opacity: 0.22, color: UNSURE },
      encoding: { y: { field: "low", type: "quantitative" }, y2: { field: "high" } },
    },
    { mark: { type: "line", strokeWidth: 1.5, color: UNSURE } },
  ];
}

function rules(): JsonObject {
  return {
    mark: { type: "rule", strokeWidth: 6, opacity: 0.35, color: UNSURE },
    encoding: { y: { field: "low", type: "quantitative" }, y2: { field: "high" } },
  };
}

function dots(): JsonObject {
  return {
    mark: { type: "point", filled: true, size: 70, opacity: 1, stroke: "white", strokeWidth: 1 },
    encoding: {
      fill: {
        field: "verdict",
        type: "nominal",
        scale: { domain: ["pays", "does not pay", "cannot be told"], range: [PAYS, LOSES, UNSURE] },
        legend: { title: null, orient: "bottom", symbolSize: 90, symbolStrokeWidth: 0 },
      },
      tooltip: [
        { field: "lever", title: "Value" },
        { field: "text", title: "Net value" },
        { field: "interval", title: "Monte Carlo interval" },
        { field: "verdict", title: "Against no program it" },
        { field: "outcome", title: "Outcome range, 5–95 %" },
      ],
    },
  };
}

/** Along the line of 0: where the interval of net value holds it. */
function holds(crossings: readonly Crossing[], { domain }: LeverPlaces): JsonObject[] {
  const values = crossings.flatMap(({ at, low, high }) =>
    at === null ? [] : [{ x: low ?? domain[0], x1: high ?? domain[1], value: 0 }],
  );
  if (values.length === 0) return [];
  return [
    {
      data: { values },
      mark: { type: "rule", strokeWidth: 6, opacity: 0.55, color: INK },
      encoding: { x2: { field: "x1" } },
    },
  ];
}

function crossingMarks(crossings: readonly Crossing[], low: number, high: number): JsonObject[] {
  const values = crossings.flatMap(({ at, rises }) =>
    at === null ? [] : [{ x: at, value: 0, said: inputValue(Number(at.toPrecision(3))), rises }],
  );
  if (values.length === 0) return [];
  const isLow = -low > high;
  return [
    {
      data: { values },
      layer: [
        { mark: { type: "point", shape: "diamond", filled: true, size: 110, color: INK, opacity: 1 } },
        {
          mark: { type: "text", fontSize: 11.5, fontWeight: 600, dy: isLow ? -14 : 16, color: INK },
          encoding: { text: { field: "said", type: "nominal" } },
        },
      ],
    },
  ];
}
