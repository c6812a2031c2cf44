import type { Comparison } from "../study/findings.js";
import type { Sweep } from "../study/sweepFindings.js";
import { type BalanceTableRow, balanceRows } from "./csv/balance.js";
import { type CauseTableRow, causeRows } from "./csv/causes.js";
import { type CohortTableRow, cohortRows } from "./csv/cohorts.js";
import { type MeasureTableRow, measureRows } from "./csv/measures.js";
import { type SeriesTableRow, seriesRows } from "./csv/series.js";
import { type SweepTableRow, sweepRows } from "./csv/sweep.js";
import { type TierTableRow, tierRows } from "./csv/tiers.js";
import { type TypeTableRow, typeRows } from "./csv/types.js";

/** Rows of a comparison, by kind. */
export interface RowsByKind {
  /** A row for each measure of each world. */
  readonly measures: MeasureTableRow;
  /** A row for each month of each series of each world. */
  readonly series: SeriesTableRow;
  /** A row for each cause of each program world. */
  readonly causes: CauseTableRow;
  /** A row for each month of tenure of each cohort of each world. */
  readonly cohorts: CohortTableRow;
  /** A row for each measure of each loyalty type of each world. */
  readonly types: TypeTableRow;
  /** A row for each measure of each tier, for its members by month, and for who moved between tiers by year. */
  readonly tiers: TierTableRow;
  /** A row for each line of each program world's trial balance. */
  readonly balance: BalanceTableRow;
}
export type RowKind = keyof RowsByKind;

const KINDS: { readonly [Kind in RowKind]: (comparison: Comparison) => RowsByKind[Kind][] } = {
  measures: measureRows,
  series: seriesRows,
  causes: causeRows,
  cohorts: cohortRows,
  types: typeRows,
  tiers: tierRows,
  balance: balanceRows,
};

/**
 * Results as plain rows, with the columns of the CSV files: for a data frame, a chart of one's own, or a loop.
 *
 * @param result a comparison, or a sweep, which has rows of measures alone
 * @param kind "measures", "series", "causes", "cohorts", "types", "tiers" or "balance"
 * @returns plain objects whose keys stand in the order of the columns; null where a number is undefined
 * @throws RangeError for a kind there is none of
 * @example
 * const cdnow = await load("scenarios/cdnow/five-percent-back.yaml");
 * const comparison = await compare([cdnow], { replicates: 4, customers: 200 });
 * const uplift = rows(comparison, "measures").find(({ world, measure }) => world === "CDNOW, 5 % back" && measure === "clvUplift");
 * [uplift.unit, uplift.currency]; // ["money", "USD"]
 * uplift.low <= uplift.value && uplift.value <= uplift.high; // true
 * rows(comparison, "balance").every(({ difference }) => difference === 0); // true
 * rows(comparison, "tiers"); // []
 * rows(comparison, "profits"); // throws RangeError /expected "measures", "series", .* got "profits"/
 */
export function rows<Kind extends RowKind>(result: Comparison, kind: Kind): RowsByKind[Kind][];
export function rows(result: Sweep, kind?: "measures"): SweepTableRow[];
export function rows(result: Comparison | Sweep, kind: RowKind = "measures"): object[] {
  const known = "designs" in result ? (["measures"] as const) : (Object.keys(KINDS) as RowKind[]);
  if (!known.some((one) => one === kind)) {
    throw new RangeError(`expected ${known.map((one) => JSON.stringify(one)).join(", ")}, got ${JSON.stringify(kind)}`);
  }
  return "designs" in result ? sweepRows(result) : KINDS[kind](result);
}
