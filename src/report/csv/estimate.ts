import type { Estimate } from "../../study/findings.js";
import type { CsvValue } from "./text.js";

const UNCERTAINTIES = [
  "standard_error",
  "low",
  "high",
  "outcome_low",
  "outcome_high",
  "luck_share",
  "undefined_share",
] as const;

/** Columns of an estimate, and of a paired difference. */
export const ESTIMATE_COLUMNS: readonly string[] = ["value", ...UNCERTAINTIES];
export const DIFFERENCE_COLUMNS: readonly string[] = [
  "difference",
  ...UNCERTAINTIES.map((column) => `difference_${column}`),
];

/**
 * An estimate as cells, in the order of the columns.
 *
 * @param estimate null leaves them empty
 */
export function estimateFields(estimate: Estimate | null): CsvValue[] {
  if (estimate === null) return ESTIMATE_COLUMNS.map(() => null);
  return [
    ...[estimate.value, estimate.standardError, estimate.low, estimate.high],
    ...[estimate.outcomeLow, estimate.outcomeHigh, estimate.luckShare, estimate.undefinedShare],
  ];
}
