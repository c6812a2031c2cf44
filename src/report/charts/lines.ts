import type { Currency } from "../../scenario/scenario.js";
import type { SeriesKey } from "../../study/findings.js";
import { decimalsFor, formatInterval, formatNumber, NOT_AVAILABLE, type Unit } from "../format.js";
import { printable } from "../words.js";
import type { JsonObject } from "./spec.js";
import type { WorldLook } from "./worlds.js";

/** Months a course needs to be one. */
const FEWEST_MONTHS = 2;

/** Worlds whose series has a course to draw. */
export function withCourse(looks: readonly WorldLook[], key: SeriesKey): WorldLook[] {
  return looks.filter(({ world }) => (world.series[key]?.length ?? 0) >= FEWEST_MONTHS);
}

/**
 * A series as rows of data, the texts of its tooltips among them.
 *
 * @param looks worlds shown
 * @param key which series
 * @param unit of its values
 */
export function seriesRows(looks: readonly WorldLook[], key: SeriesKey, unit: Unit, currency: Currency): JsonObject[] {
  return looks.flatMap(({ world, label }) =>
    (world.series[key] ?? []).map((point) => {
      const { month, value, low, high, outcomeLow, outcomeHigh } = point;
      const decimals = decimalsFor(unit, currency, [value, low, high]);
      return {
        ...{ world: label, name: printable(world.name), month, value, low, high, outcomeLow, outcomeHigh },
        when: `${month} (${point.label})`,
        text: formatNumber(value, unit, currency, decimals),
        interval: formatInterval(low, high, unit, decimals) ?? NOT_AVAILABLE,
        outcome: formatInterval(outcomeLow, outcomeHigh, unit, decimals) ?? NOT_AVAILABLE,
      };
    }),
  );
}

/**
 * What a point on a line says when pointed at.
 *
 * @param what is measured, with its unit
 * @param level of the interval, as "95 %"
 */
export function seriesTooltip(what: string, level: string): JsonObject[] {
  return [
    { field: "name", title: "World" },
    { field: "when", title: "Month" },
    { field: "text", title: what },
    { field: "interval", title: `${level} interval` },
    { field: "outcome", title: "Outcome range, 5–95 %" },
  ];
}

/**
 * A band between two fields of the data.
 *
 * @param opacity 0 to 1
 * @param color its channel
 */
export function band(low: string, high: string, opacity: number, color: JsonObject): JsonObject {
  return {
    mark: { type: "area", opacity },
    encoding: { y: { field: low, type: "quantitative" }, y2: { field: high }, color },
  };
}

/** Unseen points that make a line easy to point at. */
export function hoverPoints(tooltip: readonly JsonObject[], color: JsonObject): JsonObject {
  return { mark: { type: "point", filled: true, size: 140, opacity: 0 }, encoding: { tooltip, color } };
}
