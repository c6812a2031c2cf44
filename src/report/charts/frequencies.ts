import type { FitReport } from "../../fit/fitCustomerBase.js";
import { TOP_CLASS } from "../../fit/holdout.js";
import { digits } from "../format.js";
import { amountAxis } from "./axes.js";
import { wordsInstead } from "./empty.js";
import { chosenLabel, colorOf, dotLayers, drawnOf, LOOKS, panelTitle } from "./ofFit.js";
import { type ChartSpec, chart, type JsonObject, WIDTH } from "./spec.js";

const TITLE = "Customers by number of repeat purchases";
const ACTUAL = "in the log";

/**
 * Customers by number of repeat purchases, actual and expected; below, what the models expect beyond what there is.
 *
 * @param report of a fit
 */
export function frequenciesChart(report: FitReport): ChartSpec {
  const drawn = drawnOf(report);
  const [first] = drawn;
  const { log } = report;
  const customers = first?.check.frequencies.reduce((sum, { actual }) => sum + actual, 0) ?? 0;
  if (first === undefined || customers === 0) return wordsInstead(TITLE, "There are no customers to count.");
  const { frequencies } = first.check;
  const classes = frequencies.map(({ x }) => classLabel(x));
  const bars = frequencies.map(({ x, actual }) => ({
    ...{ of: ACTUAL, x: classLabel(x), value: actual, text: digits(actual, 0), label: digits(actual, 0) },
  }));
  const dots = drawn.flatMap(({ label, check }) =>
    check.frequencies.map(({ x, actual, expected }) => ({
      ...{ of: label, x: classLabel(x), value: expected, off: expected - actual },
      ...{ text: digits(expected, 1), offText: digits(expected - actual, 1, "always"), were: digits(actual, 0) },
    })),
  );
  const same =
    1 - frequencies.reduce((sum, { actual, expected }) => sum + Math.abs(actual - expected), 0) / 2 / customers;
  const label = chosenLabel(report);
  const title = `${label} and the log have ${digits(100 * same, 1)} % of customers in the same class of repeat purchases`;
  const color = colorOf([{ label: ACTUAL, color: LOOKS.actual }, ...drawn], "circle");
  const x = (title: string | null): JsonObject => ({
    field: "x",
    type: "ordinal",
    sort: classes,
    title,
    scale: { type: "band", domain: classes, paddingInner: 0.25, paddingOuter: 0.15 },
    axis: { labelAngle: 0, grid: false },
  });
  const most = Math.max(...bars.map(({ value }) => value), ...dots.map(({ value }) => value));
  const axis = amountAxis("Customers", null, most);
  return chart(
    title,
    `Bars: customers of the log${log.calibration === null ? "" : ` up to ${log.calibration.until}`}; dots: as many as a model fitted to it expects`,
    {
      spacing: 20,
      vconcat: [
        {
          ...{ width: WIDTH, height: 190 },
          encoding: { x: x(null), y: { field: "value", type: "quantitative", title: axis.title, axis } },
          layer: [
            {
              data: { values: bars },
              mark: { type: "bar" },
              encoding: {
                color,
                tooltip: [
                  { field: "x", title: "Repeat purchases" },
                  { field: "text", title: "Customers" },
                ],
              },
            },
            ...dotLayers(dots, color, TOOLTIP),
          ],
        },
        {
          ...{ width: WIDTH, height: 110, title: panelTitle("Expected beyond those there are") },
          encoding: {
            x: x("Repeat purchases"),
            y: { field: "off", type: "quantitative", title: "Customers", axis: { ...axis, tickCount: 4 } },
          },
          layer: [zero(), ...dotLayers(dots, color, TOOLTIP)],
        },
      ],
    },
  );
}

const TOOLTIP: readonly JsonObject[] = [
  { field: "of", title: "Of" },
  { field: "x", title: "Repeat purchases" },
  { field: "text", title: "Customers expected" },
  { field: "were", title: "Customers there are" },
  { field: "offText", title: "Beyond them" },
];

function zero(): JsonObject {
  return {
    data: { values: [{}] },
    mark: { type: "rule", color: "#222222" },
    encoding: { x: { value: 0 }, x2: { value: WIDTH }, y: { datum: 0, type: "quantitative" } },
  };
}

/**
 * Name of a class of repeat purchases.
 *
 * @param x repeat purchases; the last class, 7, holds more too
 * @example classLabel(7); // "7 or more"
 */
export function classLabel(x: number): string {
  return x === TOP_CLASS ? `${TOP_CLASS} or more` : String(x);
}
