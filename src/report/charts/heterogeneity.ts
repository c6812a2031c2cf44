import type { FitReport } from "../../fit/fitCustomerBase.js";
import type { Spread, SpreadPoint } from "../../fit/heterogeneity.js";
import { digits } from "../format.js";
import { PERCENT_LABELS } from "./axes.js";
import { band, hoverPoints } from "./lines.js";
import { chosenLabel, LOOKS, panelTitle } from "./ofFit.js";
import { type ChartSpec, chart, type JsonObject, WIDTH } from "./spec.js";

/** Beyond this many times the highest estimate a band is cut off: it would flatten the curve. */
const MOST_BAND = 1.6;

/**
 * How customers differ by the model chosen: how often they buy, and how readily they leave, each with its band.
 *
 * @param report of a fit
 */
export function heterogeneityChart(report: FitReport): ChartSpec {
  const { rate, leaving, leavingPer } = report.heterogeneity;
  const hasBand = [...rate.points, ...leaving.points].some(({ low }) => low !== null);
  const label = chosenLabel(report);
  const title = `${label}: half of all customers buy less often than ${often(rate.median)}, one in ten more often than ${often(rate.ninthDecile)}`;
  const bands = hasBand ? ". Band: 95 % interval from the errors of the fit" : ". The data give no band";
  return chart(
    title,
    `Purchases a year while a customer. ${share(rate.leftOut)} buy more rarely than the left edge. Height: share of customers per doubling, and per percentage point${bands}`,
    {
      spacing: 24,
      vconcat: [
        panel(rate, {
          heading: "How often they buy",
          what: "Purchases a year while a customer",
          say: (value) => `${often(value)}`,
          unit: "Customers per doubling",
          scale: { type: "log", base: 2, nice: false },
          axis: { labelExpr: "format(datum.value, ',~g')", ...roundRates(rate.points) },
          factor: 1,
        }),
        panel(leaving, {
          heading: `How readily they leave: on average ${share(leaving.mean)} ${leavingPer === "purchase" ? "after each purchase" : "within a year"}`,
          what: leavingPer === "purchase" ? "Chance of leaving after a purchase" : "Chance of leaving within a year",
          say: share,
          unit: "Customers per point",
          scale: { domain: [0, 1], nice: false },
          axis: { labelExpr: PERCENT_LABELS, tickCount: 6 },
          factor: 0.01,
        }),
      ],
    },
  );
}

/** A rate a year, as one says it. */
function often(rate: number): string {
  const digitsOf = (value: number): string => digits(value, value >= 9.95 ? 0 : 1);
  const [times, years] = [digitsOf(rate), digitsOf(1 / rate)];
  if (times === "1.0" || years === "1.0") return "once a year";
  return rate > 1 ? `${times} times a year` : `once in ${years} years`;
}

function share(value: number): string {
  return `${digits(100 * value, 1)} %`;
}

/** Labels at round rates: 1 and 3, or 1, 2 and 5 of each power of ten. */
function roundRates(points: readonly SpreadPoint[]): JsonObject {
  const logs = points.map(({ at }) => Math.log10(at));
  const [low, high] = [Math.min(...logs), Math.max(...logs)];
  const heads = high - low > 2 ? [1, 3] : [1, 2, 5];
  const powers = Array.from({ length: Math.ceil(high) - Math.floor(low) + 1 }, (_, at) => Math.floor(low) + at);
  const values = powers.flatMap((power) => heads.map((head) => Number(`${head}e${power}`)));
  return { values: values.filter((value) => Math.log10(value) >= low && Math.log10(value) <= high) };
}

/** What a panel is of. */
interface Panel {
  readonly heading: string;
  readonly what: string;
  readonly say: (value: number) => string;
  readonly unit: string;
  readonly scale: JsonObject;
  readonly axis: JsonObject;
  /** Width a height is the share of. */
  readonly factor: number;
}

function panel({ points }: Spread, { heading, what, say, unit, scale, axis, factor }: Panel): JsonObject {
  const most = Math.max(...points.map(({ density }) => density)) * factor;
  const color = { value: LOOKS.chosen };
  const values = points.map(({ at, density, low, high }) => {
    const [value, least, top] = [density * factor, (low ?? density) * factor, (high ?? density) * factor];
    return {
      ...{ at, value, low: least, high: Math.min(top, most * MOST_BAND) },
      ...{
        place: say(at),
        text: share(value),
        interval: low === null ? "not known" : `${share(least)} to ${share(top)}`,
      },
    };
  });
  const ends = points.map(({ at }) => at);
  return {
    ...{ width: WIDTH, height: 130, title: panelTitle(heading) },
    data: { values },
    encoding: {
      x: {
        field: "at",
        type: "quantitative",
        title: what,
        scale: { domain: [Math.min(...ends), Math.max(...ends)], ...scale },
        axis: { ...axis, grid: false },
      },
      y: {
        field: "value",
        type: "quantitative",
        title: unit,
        scale: { zero: true, nice: true },
        axis: { labelExpr: PERCENT_LABELS, tickCount: 4 },
      },
    },
    layer: [
      band("low", "high", 0.22, color),
      { mark: { type: "line", strokeWidth: 2 }, encoding: { color } },
      hoverPoints(
        [
          { field: "place", title: what },
          { field: "text", title: unit },
          { field: "interval", title: "95 % interval" },
        ],
        color,
      ),
    ],
  };
}
