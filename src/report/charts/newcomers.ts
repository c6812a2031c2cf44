import type { FitReport } from "../../fit/fitCustomerBase.js";
import { digits } from "../format.js";
import { counted } from "../words.js";
import { amountAxis } from "./axes.js";
import { wordsInstead } from "./empty.js";
import { LOOKS } from "./ofFit.js";
import { type ChartSpec, chart, WIDTH } from "./spec.js";

const TITLE = "New customers by month";

/**
 * Customers who bought for the first time, by month of the log.
 *
 * @param report of a fit
 */
export function newcomersChart({ acquisition, log }: FitReport): ChartSpec {
  const { months, customers, perMonth, why } = acquisition;
  if (months.length === 0) return wordsInstead(TITLE, "The log holds no day.");
  const values = months.map((month, at) => ({ month, value: customers[at] ?? 0, text: digits(customers[at] ?? 0, 0) }));
  const every = Math.ceil(months.length / 8);
  const axis = amountAxis("New customers", null, Math.max(...values.map(({ value }) => value)));
  const to =
    typeof perMonth === "number"
      ? `${counted(perMonth, "newcomer")} a month`
      : `${counted(
          perMonth.reduce((sum, one) => sum + one, 0),
          "newcomer",
        )} a year`;
  return chart(
    `${counted(log.customers, "customer")} came in ${counted(months.length, "month")}; ${to} to be expected`,
    `Customers by month of their first purchase in the log. Expected: ${why}`,
    {
      ...{ width: WIDTH, height: 180 },
      data: { values },
      mark: { type: "bar", color: LOOKS.chosen },
      encoding: {
        x: {
          ...{ field: "month", type: "ordinal", title: "Month of the first purchase" },
          axis: { values: months.filter((_, at) => at % every === 0), labelAngle: 0, grid: false },
        },
        y: { field: "value", type: "quantitative", title: axis.title, axis },
        tooltip: [
          { field: "month", title: "Month" },
          { field: "text", title: "New customers" },
        ],
      },
    },
  );
}
