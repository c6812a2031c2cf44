import type { Currency } from "../../scenario/scenario.js";
import { scaleOf } from "../compact.js";
import type { JsonObject } from "./spec.js";

/** An encoding of months, with the months it reaches from and to. */
export interface MonthAxis extends JsonObject {
  readonly title: string;
  readonly scale: JsonObject & { readonly domain: readonly [number, number] };
}

/**
 * The axis of months.
 *
 * @param first first month shown
 * @param last last month shown
 * @param short the plot is narrow: fewer labels
 */
export function monthAxis(first: number, last: number, short = false): MonthAxis {
  const steps = [1, 2, 3, 6, 12, 24, 60, 120];
  const step = steps.find((months) => (last - first) / months <= (short ? 6 : 12)) ?? 120;
  const values: number[] = [];
  for (let month = step; month <= last; month += step) if (month >= first) values.push(month);
  return {
    field: "month",
    type: "quantitative",
    title: "Month since the start",
    scale: { domain: [first, last], nice: false, zero: false },
    axis: { values, format: "d", grid: false },
  };
}

/** Labels of an axis of shares, in percent. */
export const PERCENT_LABELS = "format(datum.value * 100, '~f') + ' %'";

/** Labels of an axis of differences of shares, in percentage points. */
export const POINT_LABELS = "format(datum.value * 100, datum.value === 0 ? '~f' : '+~f')";

/**
 * Title and labels of an axis of money or points, counted in thousands or millions where they are.
 *
 * @param what is measured
 * @param unit currency of money, or the noun of a count; null where the title already says it
 * @param most the largest size on the axis
 */
export function amountAxis(
  what: string,
  unit: Currency | string | null,
  most: number,
): JsonObject & { readonly title: string } {
  const { divisor, word } = scaleOf(most);
  const noun = unit === null ? "" : typeof unit === "string" ? unit : unit.code;
  const parts = typeof unit === "string" ? [word, noun] : [noun, word];
  const named = parts.filter((part) => part !== "").join(" ");
  return {
    title: named === "" ? what : `${what} (${named})`,
    labelExpr: `format(datum.value / ${divisor}, ',~f')`,
    tickCount: 6,
  };
}
