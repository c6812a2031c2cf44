import type { Currency } from "../scenario/scenario.js";
import type { Estimate, Finding, MeasureLabel } from "../study/findings.js";
import {
  decimalsFor,
  formatDifference,
  formatInterval,
  formatNumber,
  formatProbability,
  NOT_AVAILABLE,
} from "./format.js";

/** What is printed of one measure of one world, on the terminal and on the page alike. Null: nothing to say. */
export interface Cell {
  readonly value: string;
  /** Monte Carlo interval. */
  readonly interval: string | null;
  /** Share of replicates without a value. */
  readonly missing: string | null;
  /** Paired difference to the reference, where it is not the value itself. */
  readonly difference: string | null;
  readonly differenceInterval: string | null;
  /** Outcome range. */
  readonly outcome: string | null;
  /** P(better). */
  readonly better: string | null;
}

const NOTHING: Cell = {
  value: "–",
  interval: null,
  missing: null,
  difference: null,
  differenceInterval: null,
  outcome: null,
  better: null,
};

/**
 * A finding as the texts of a table cell.
 *
 * @param finding undefined where the measure means nothing in that world
 * @param measure what the number is
 * @param currency of money
 * @returns the texts; value and interval share their decimals
 */
export function cellOf(finding: Finding | undefined, measure: MeasureLabel, currency: Currency): Cell {
  if (finding === undefined) return NOTHING;
  const { level, difference, probabilityBetter } = finding;
  const { unit } = measure;
  const decimals = decimalsFor(unit, currency, [level.value, level.low, level.high]);
  const outcome = formatInterval(level.outcomeLow, level.outcomeHigh, unit, decimals);
  return {
    value: formatNumber(level.value, unit, currency, decimals),
    interval: formatInterval(level.low, level.high, unit, decimals),
    missing: missingText(level, unit),
    ...differenceTexts(level, difference, unit, currency),
    outcome: outcome === null ? null : outcome.slice(1, -1).replace(", ", " to "),
    better: probabilityBetter === null || isNeverInBoth(finding, unit) ? null : formatProbability(probabilityBetter),
  };
}

/** A date that no outcome has, here or in the reference: ties all, which is nothing to compare. */
function isNeverInBoth({ level, probabilityBetter }: Finding, unit: MeasureLabel["unit"]): boolean {
  return unit === "months" && level.undefinedShare === 1 && probabilityBetter === 0.5;
}

function differenceTexts(
  level: Estimate,
  difference: Estimate | null,
  unit: MeasureLabel["unit"],
  currency: Currency,
): Pick<Cell, "difference" | "differenceInterval"> {
  if (difference === null || difference.value === null || difference.value === level.value)
    return { difference: null, differenceInterval: null };
  const { value, low, high } = difference;
  const decimals = decimalsFor(unit, currency, [value, low, high]);
  return {
    difference: formatDifference(value, unit, currency, decimals),
    differenceInterval: formatInterval(low, high, unit, decimals, "always"),
  };
}

function missingText(level: Estimate, unit: MeasureLabel["unit"]): string | null {
  if (level.undefinedShare === 0) return null;
  if (unit === "months") {
    return level.undefinedShare === 1 && level.value === null
      ? null
      : `never in ${formatProbability(level.undefinedShare)}`;
  }
  return level.undefinedShare === 1 ? null : `${NOT_AVAILABLE} in ${formatProbability(level.undefinedShare)}`;
}
