import type { Comparison } from "../study/findings.js";
import { BALANCE_COLUMNS, balanceRows } from "./csv/balance.js";
import { CAUSE_COLUMNS, causeRows } from "./csv/causes.js";
import { COHORT_COLUMNS, cohortRows } from "./csv/cohorts.js";
import { csvOf } from "./csv/columns.js";
import { MEASURE_COLUMNS, measureRows } from "./csv/measures.js";
import { SERIES_COLUMNS, seriesRows } from "./csv/series.js";
import { TIER_COLUMNS, tierRows } from "./csv/tiers.js";
import { TYPE_COLUMNS, typeRows } from "./csv/types.js";

/** A CSV file to be written: its name and its text. */
export interface CsvFile {
  readonly name:
    | "measures.csv"
    | "series.csv"
    | "causes.csv"
    | "trial_balance.csv"
    | "types.csv"
    | "tiers.csv"
    | "cohorts.csv"
    | "sweep.csv";
  readonly text: string;
}

/**
 * Everything found, as CSV (RFC 4180 with LF line ends): numbers in full precision, nothing where undefined.
 *
 * @param comparison what was found
 * @returns seven files, each with a header row; one of what there is nothing of has no other
 * @throws RangeError when a number is not finite
 * @example
 * const cdnow = await load("scenarios/cdnow/five-percent-back.yaml");
 * const files = csvFiles(await compare([cdnow], { replicates: 4, customers: 200 }));
 * files.map(({ name }) => name).slice(0, 4); // ["measures.csv", "series.csv", "causes.csv", "trial_balance.csv"]
 * files[3].text.split("\n")[1]; // /^No program,"CDNOW, 5 % back",/
 */
export function csvFiles(comparison: Comparison): CsvFile[] {
  return [
    { name: "measures.csv", text: csvOf(MEASURE_COLUMNS, measureRows(comparison)) },
    { name: "series.csv", text: csvOf(SERIES_COLUMNS, seriesRows(comparison)) },
    { name: "causes.csv", text: csvOf(CAUSE_COLUMNS, causeRows(comparison)) },
    { name: "trial_balance.csv", text: csvOf(BALANCE_COLUMNS, balanceRows(comparison)) },
    { name: "types.csv", text: csvOf(TYPE_COLUMNS, typeRows(comparison)) },
    { name: "tiers.csv", text: csvOf(TIER_COLUMNS, tierRows(comparison)) },
    { name: "cohorts.csv", text: csvOf(COHORT_COLUMNS, cohortRows(comparison)) },
  ];
}
