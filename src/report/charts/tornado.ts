import type { Tornado, TornadoRow } from "../../study/tornadoFindings.js";
import { compact } from "../compact.js";
import { percentOf } from "../facts.js";
import { inputValue, inputWords } from "../inputWords.js";
import { distinct, printable, shorten } from "../words.js";
import { amountAxis, PERCENT_LABELS } from "./axes.js";
import { wordsInstead } from "./empty.js";
import { type ChartSpec, chart, type JsonObject } from "./spec.js";
import { ENDS, rowData } from "./tornadoRows.js";

const PLOT_WIDTH = 380;
const LABEL_LENGTH = 30;
/** Pixels a row takes; less where there are many. */
const ROW_HEIGHT = 28;
const LOW_ROW_HEIGHT = 20;
const MANY_ROWS = 25;
/** Share of a row that its bar takes. */
const BAR = 0.62;
/** A bar takes the whole of its row, the upper or the lower half. */
const HALVES = [0, -1, 1] as const;

/**
 * How far each ranged input moves a measure by itself: a bar from the central run to either end of its range, the longest on top.
 *
 * @param tornado every ranged input, those that do nothing among them
 */
export function tornadoChart(tornado: Tornado): ChartSpec {
  const { rows, central, measure, currency } = tornado;
  const label = measureName(tornado);
  if (rows.length === 0) return wordsInstead(`What moves ${label}`, `${tornado.note}.`);
  if (central.value === null) {
    return wordsInstead(`What moves ${label}`, "The measure has no value with every input at its median.");
  }
  const labels = distinct(
    rows.map(({ path }) => inputWords(path)),
    LABEL_LENGTH,
  );
  const data = rows.flatMap((row, at) => rowData(row, labels[at], tornado));
  const domain = domainOf(tornado);
  const axis = amountAxis(measure.label, measure.unit === "money" ? currency : null, Math.max(...domain.map(Math.abs)));
  const rowHeight = rows.length > MANY_ROWS ? LOW_ROW_HEIGHT : ROW_HEIGHT;
  const height = rows.length * rowHeight;
  const subtitle =
    `All other inputs at their medians: ${compact(central.value, measure.unit, currency)}. Numbers at the bars: values of the input, ` +
    `P5 and P95 of its range; black: ${percentOf(tornado.provenance.level)} Monte Carlo interval of the difference`;
  return chart(title(tornado), subtitle, {
    width: PLOT_WIDTH,
    height,
    data: { values: data },
    encoding: {
      y: {
        field: "row",
        type: "ordinal",
        sort: [...labels],
        scale: { domain: [...labels] },
        title: null,
        axis: { domain: false, ticks: false, labelLimit: 220, labelColor: "#222222", labelPadding: 6, grid: false },
      },
      x: {
        field: "value",
        type: "quantitative",
        title: axis.title,
        scale: { domain: [...domain], nice: false, zero: false },
        axis: {
          labelExpr: measure.unit === "share" ? PERCENT_LABELS : (axis.labelExpr ?? ""),
          ...{ tickCount: 5, grid: true },
        },
      },
    },
    layer: [
      ...(domain[0] < 0 && domain[1] > 0 ? [upright(0, height, { strokeDash: [4, 3], color: "#999999" })] : []),
      ...bars(rowHeight),
      upright(central.value, height, { color: "#222222" }),
      ...intervals(rowHeight),
      ...texts(),
      {
        transform: [{ filter: "datum.idle" }],
        mark: { type: "text", align: "left", dx: 6, fontSize: 11, color: "#555555" },
        encoding: { text: { field: "idle", type: "nominal" } },
      },
    ],
  });
}

/** A measure without what its label says in brackets. */
function measureName({ measure }: Tornado): string {
  const name = measure.label.replace(/ \([^)]*\)$/, "");
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function title(tornado: Tornado): string {
  const { rows, measure, currency } = tornado;
  const name = measureName(tornado);
  const whole = name.charAt(0).toUpperCase() + name.slice(1);
  const [first] = rows;
  if (rows.every(({ swing }) => swing === 0)) return `No ranged input moves ${name} by itself`;
  if (!rows.some(isSure)) return `Whether any input by itself moves ${name} cannot be told: run more replicates`;
  const said = ({ value, estimate }: TornadoRow["low"]): string =>
    `${compact(estimate.value, measure.unit, currency)} at\u00a0${inputValue(value)}`;
  const words = shorten(printable(inputWords(first.path)), LABEL_LENGTH);
  return `${whole} moves most with “${words}”: ${said(first.low)}, ${said(first.high)}`;
}

/** Whether the interval of the difference at either end leaves 0 out. */
function isSure({ low, high }: TornadoRow): boolean {
  return [low, high].some(({ difference }) => (difference.low ?? 0) > 0 || (difference.high ?? 0) < 0);
}

/** Lowest and highest value on the axis: bars, intervals, and room for the numbers at their ends. */
function domainOf({ rows, central }: Tornado): [number, number] {
  const from = central.value ?? 0;
  const reach = rows.flatMap(({ low, high }) =>
    [low, high].flatMap(({ difference }) =>
      [difference.value, difference.low, difference.high].map((value) => from + (value ?? 0)),
    ),
  );
  const [low, high] = [Math.min(from, ...reach), Math.max(from, ...reach)];
  const room = (high - low || Math.abs(from) || 1) * 0.16;
  return [low - room, high + room];
}

const COLOR: JsonObject = {
  field: "end",
  type: "nominal",
  scale: { domain: ENDS.map(({ said }) => said), range: ENDS.map(({ color }) => color) },
  legend: { title: null, orient: "bottom", symbolType: "square", symbolStrokeWidth: 0, symbolSize: 120 },
};

/** Two bars of one row that point the same way lie one above the other. */
function bars(rowHeight: number): JsonObject[] {
  const height = Math.round(rowHeight * BAR);
  return HALVES.map((half) => ({
    transform: [{ filter: `datum.half === ${half}` }],
    mark: {
      type: "bar",
      ...{ height: half === 0 ? height : height / 2, yOffset: (half * height) / 4 },
    },
    encoding: {
      x2: { field: "central" },
      color: COLOR,
      tooltip: [
        { field: "path", title: "Input" },
        { field: "description", title: "What it is" },
        { field: "range", title: "Range" },
        { field: "input", title: "Value here" },
        { field: "text", title: "Measure" },
        { field: "difference", title: "Difference to all at medians" },
        { field: "interval", title: "Monte Carlo interval" },
      ],
    },
  }));
}

function intervals(rowHeight: number): JsonObject[] {
  const height = Math.round(rowHeight * BAR);
  return HALVES.map((half) => ({
    transform: [{ filter: `datum.half === ${half} && datum.low !== null && datum.low < datum.high` }],
    mark: { type: "rule", strokeWidth: 1.5, color: "#222222", yOffset: (half * height) / 4 },
    encoding: { x: { field: "low", type: "quantitative" }, x2: { field: "high" } },
  }));
}

function texts(): JsonObject[] {
  return ["left", "right"].map((side) => ({
    transform: [{ filter: `datum.side === '${side}'` }],
    mark: {
      type: "text",
      ...{ align: side === "left" ? "right" : "left", dx: side === "left" ? -5 : 5, fontSize: 10.5, color: "#222222" },
    },
    encoding: { x: { field: "tip", type: "quantitative" }, text: { field: "input", type: "nominal" } },
  }));
}

function upright(at: number, height: number, look: JsonObject): JsonObject {
  return {
    data: { values: [{ value: at }] },
    mark: { type: "rule", strokeWidth: 1, ...look },
    encoding: { y: { value: 0 }, y2: { value: height } },
  };
}
