import type { Scenario } from "../scenario/scenario.js";
import { BUYING_MEASURES, RETENTION_MONTHS } from "./buyingMeasures.js";
import { COST_MEASURES } from "./costMeasures.js";
import type { MeasureLabel } from "./findings.js";
import type { Measure } from "./measure.js";
import { POINT_MEASURES } from "./pointMeasures.js";
import { VALUE_MEASURES } from "./valueMeasures.js";

/** The measures of a comparison, in the order they are read. Horizons too short for a measure leave it out. */
export const MEASURES: readonly Measure[] = [
  ...BUYING_MEASURES,
  ...VALUE_MEASURES,
  ...COST_MEASURES,
  ...POINT_MEASURES,
];

const HEADLINES: ReadonlySet<string> = new Set([
  "retention12",
  "clv",
  "clvUplift",
  "incrementalRevenue",
  "incrementalMargin",
  "programCost",
  "outstandingCharge",
  "netValue",
  "roi",
  "payback",
  "pointsOutstanding",
]);

/**
 * A measure as reports need to know it.
 *
 * @param measure with its computation
 * @returns its label, unit, direction and definition
 */
export function labelOf({ key, label, unit, good, formula }: Measure): MeasureLabel {
  return { key, label, unit, good, formula, isHeadline: HEADLINES.has(key) };
}

/**
 * Measures that mean something over a scenario's horizon.
 *
 * @param scenario any world of the group
 * @returns all measures, less retention at 12 months where there are fewer
 * @example
 * const halfYear = override(scenario, { horizon: { months: 6 } });
 * measuresFor(halfYear).some(({ key }) => key === "retention12"); // false
 */
export function measuresFor(scenario: Scenario): readonly Measure[] {
  return MEASURES.filter(({ key }) => key !== "retention12" || scenario.horizon.months >= RETENTION_MONTHS);
}
