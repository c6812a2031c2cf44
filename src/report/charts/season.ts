import type { FitReport } from "../../fit/fitCustomerBase.js";
import { digits } from "../format.js";
import { wordsInstead } from "./empty.js";
import { LOOKS } from "./ofFit.js";
import { type ChartSpec, chart, WIDTH } from "./spec.js";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const LONG = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
];

/**
 * Season factors by calendar month: purchases beyond, or below, an average month.
 *
 * @param report of a fit
 */
export function seasonChart({ season }: FitReport): ChartSpec {
  if (!season.estimated) return wordsInstead("Season", `No season: ${season.why}.`);
  const values = season.factors.map((factor, at) => ({
    ...{ month: MONTHS[at] ?? "", off: factor - 1, text: digits(factor, 3), said: percent(factor) },
    ink: factor >= 1 ? LOOKS.chosen : LOOKS.actual,
  }));
  const [high, low] = [Math.max(...season.factors), Math.min(...season.factors)];
  const name = (factor: number): string => LONG[season.factors.indexOf(factor)] ?? "";
  const title = `${name(high)} is the busiest month (${percent(high)}), ${name(low)} the quietest (${percent(low)})`;
  return chart(title, "Repeat purchases over those expected of the customers there then, against an average month", {
    ...{ width: WIDTH, height: 180 },
    data: { values },
    encoding: {
      x: { field: "month", type: "ordinal", sort: MONTHS, title: null, axis: { labelAngle: 0, grid: false } },
      y: {
        field: "off",
        type: "quantitative",
        title: "Against an average month",
        axis: { labelExpr: "format(datum.value * 100, datum.value === 0 ? '~f' : '+~f') + ' %'", tickCount: 5 },
      },
    },
    layer: [
      {
        mark: { type: "bar" },
        encoding: {
          color: { field: "ink", type: "nominal", scale: null },
          tooltip: [
            { field: "month", title: "Month" },
            { field: "text", title: "Factor" },
            { field: "said", title: "Against an average month" },
          ],
        },
      },
      {
        data: { values: [{}] },
        mark: { type: "rule", color: "#222222" },
        encoding: { x: { value: 0 }, x2: { value: WIDTH }, y: { datum: 0, type: "quantitative" } },
      },
    ],
  });
}

function percent(factor: number): string {
  return `${digits(100 * (factor - 1), 1, "always")} %`;
}
