import type { FitReport } from "../../fit/fitCustomerBase.js";
import { digits } from "../format.js";
import { wordsInstead } from "./empty.js";
import { classLabel } from "./frequencies.js";
import { besideActual, colorOf, type Drawn, dotLayers, drawnOf, LOOKS, panelTitle } from "./ofFit.js";
import { type ChartSpec, chart, type JsonObject, WIDTH } from "./spec.js";

const TITLE = "Purchases held out, and their forecast";
const ACTUAL = "made";

/** A bar or a dot: purchases each of some customers. */
interface Each extends JsonObject {
  readonly of: string;
  readonly x: string;
  readonly value: number;
}

/**
 * Purchases held out beside their forecast: by repeat purchases before, by tenths of the forecast, and the mean absolute error in each.
 *
 * @param report of a fit
 */
export function holdoutChart(report: FitReport): ChartSpec {
  const drawn = drawnOf(report);
  const [first] = drawn;
  const deciles = first?.check.deciles ?? null;
  if (first === undefined || first.holdout === null || deciles === null)
    return wordsInstead(
      TITLE,
      "Nothing was held out: state the last day of calibration to hold a forecast against what came after it.",
    );
  const { label, holdout } = first;
  const color = colorOf([{ label: ACTUAL, color: LOOKS.actual }, ...drawn], "circle");
  const classes = holdout.classes.map(({ x }) => classLabel(x));
  const tenths = deciles.map(({ decile }) => String(decile));
  const until = report.log.calibration?.until ?? "";
  return chart(
    `${besideActual(label, "forecasts", holdout.expected, holdout.actual, "purchases held out")}`,
    `Purchases a customer after ${until}, forecast from what each did until then. Bars: made; dots: forecast`,
    {
      spacing: 22,
      vconcat: [
        panel({
          heading: "By repeat purchases before",
          x: { title: "Repeat purchases until then", domain: classes },
          bars: holdout.classes.map(({ x, actual, customers }) => each(ACTUAL, classLabel(x), actual, customers)),
          dots: drawn.flatMap(({ label: of, holdout: score }) =>
            (score?.classes ?? []).map((one) => each(of, classLabel(one.x), one.expected, one.customers)),
          ),
          color,
          unit: "Purchases each",
        }),
        panel({
          heading: `By tenths of the forecast of ${label}`,
          x: { title: null, domain: tenths },
          bars: deciles.map(({ decile, actual, customers }) => each(ACTUAL, String(decile), actual, customers)),
          dots: deciles.map(({ decile, forecast, customers }) => each(label, String(decile), forecast, customers)),
          color,
          unit: "Purchases each",
        }),
        panel({
          heading: "Mean absolute error, by tenths of each model's own forecast",
          x: { title: "Tenth of customers, lowest forecast first", domain: tenths },
          bars: [],
          dots: drawn.flatMap((one) => errorsOf(one)),
          color,
          unit: "Purchases each",
        }),
      ],
    },
  );
}

function errorsOf({ label, check }: Drawn): Each[] {
  return (check.deciles ?? []).map(({ decile, mae, customers }) =>
    each(label, String(decile), mae * customers, customers),
  );
}

function each(of: string, x: string, sum: number, customers: number): Each {
  const value = sum / customers;
  return { of, x, value, text: digits(value, 2), customers: digits(customers, Number.isInteger(customers) ? 0 : 1) };
}

/** What stands in a panel. */
interface Panel {
  readonly heading: string;
  readonly x: { readonly title: string | null; readonly domain: readonly string[] };
  readonly bars: readonly Each[];
  readonly dots: readonly Each[];
  readonly color: JsonObject;
  readonly unit: string;
}

function panel({ heading, x, bars, dots, color, unit }: Panel): JsonObject {
  const tooltip = [
    { field: "of", title: "Of" },
    { field: "text", title: unit },
    { field: "customers", title: "Customers" },
  ];
  const made = { data: { values: bars }, mark: { type: "bar" }, encoding: { color, tooltip } };
  return {
    ...{ width: WIDTH, height: 120, title: panelTitle(heading) },
    encoding: {
      x: {
        ...{ field: "x", type: "ordinal", sort: [...x.domain], title: x.title },
        scale: { type: "band", domain: [...x.domain], paddingInner: 0.25, paddingOuter: 0.15 },
        axis: { labelAngle: 0, grid: false },
      },
      y: { field: "value", type: "quantitative", title: unit, scale: { zero: true }, axis: { tickCount: 4 } },
    },
    layer: [...(bars.length === 0 ? [] : [made]), ...dotLayers(dots, color, tooltip)],
  };
}
