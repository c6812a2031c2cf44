import type { Scenario } from "../scenario/scenario.js";
import { BUYING_MEASURES } from "./buyingMeasures.js";
import { COST_MEASURES } from "./costMeasures.js";
import { DISCOUNTED_COST_MEASURES } from "./discountedCosts.js";
import type { MeasureLabel } from "./findings.js";
import { withHistory } from "./historyLabels.js";
import { isMeasuredIn, type Measure, type PartMeasure } from "./measure.js";
import { MEMBER_GAP_MEASURES } from "./memberGap.js";
import { MEMBER_MEASURES } from "./memberMeasures.js";
import { POINT_MEASURES } from "./pointMeasures.js";
import { hasHistory, typesOf } from "./scenarioHas.js";
import { TIER_MEASURES } from "./tierMeasures.js";
import { TYPE_MEASURES } from "./typeMeasures.js";
import { VALUE_MEASURES } from "./valueMeasures.js";

/** The measures of a world, in the order they are read. */
export const MEASURES: readonly Measure[] = [
  ...BUYING_MEASURES,
  ...VALUE_MEASURES,
  ...COST_MEASURES,
  ...DISCOUNTED_COST_MEASURES,
  ...MEMBER_MEASURES,
  ...MEMBER_GAP_MEASURES,
  ...POINT_MEASURES,
];

const HEADLINES: ReadonlySet<string> = new Set([
  "retention12",
  "contractRetention12",
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
export function labelOf({ key, label, unit, good, formula }: Measure | PartMeasure): MeasureLabel {
  return { key, label, unit, good, formula, isHeadline: HEADLINES.has(key) };
}

/**
 * Measures that mean something in any of some scenarios: horizons too short for a measure leave it out, and so does a design that has
 * nothing of the kind.
 *
 * @param scenarios worlds of a group
 * @returns those of {@link MEASURES} that mean something in one of them or more
 * @example
 * const halfYear = override(scenario, { horizon: { months: 6 } });
 * measuresFor(halfYear).some(({ key }) => key === "retention12"); // false
 */
export function measuresFor(...scenarios: readonly Scenario[]): readonly Measure[] {
  const measures = MEASURES.filter((measure) => scenarios.some((scenario) => isMeasuredIn(measure, scenario)));
  if (!scenarios.some(hasHistory)) return measures;
  const everywhere = scenarios.every(hasHistory);
  return measures.map((measure) => withHistory(measure, everywhere));
}

/** Labels of every measure there is, in the order they are read: of worlds, then of loyalty types, then of tiers. */
export const EVERY_LABEL: readonly MeasureLabel[] = [...MEASURES, ...TYPE_MEASURES, ...TIER_MEASURES].map(labelOf);

/**
 * Labels of all that is measured in some scenarios, in the order it is read: of worlds, then of loyalty types, then of tiers.
 *
 * @param scenarios worlds of all groups
 */
export function labelsOf(scenarios: readonly Scenario[]): MeasureLabel[] {
  const inTypes = scenarios.filter((scenario) => typesOf(scenario).length > 0);
  const parts = [
    ...TYPE_MEASURES.filter((measure) => inTypes.some((scenario) => isMeasuredIn(measure, scenario))),
    ...TIER_MEASURES.filter((measure) => scenarios.some((scenario) => isMeasuredIn(measure, scenario))),
  ];
  return [...measuresFor(...scenarios), ...parts].map(labelOf);
}
