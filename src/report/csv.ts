import type { Comparison } from "../study/findings.js";
import { BALANCE_COLUMNS, balanceLines } from "./csv/balance.js";
import { CAUSE_COLUMNS, causeLines } from "./csv/causes.js";
import { COHORT_COLUMNS, cohortLines } from "./csv/cohorts.js";
import { MEASURE_COLUMNS, measureLines } from "./csv/measures.js";
import { SERIES_COLUMNS, seriesLines } from "./csv/series.js";
import { csvText } from "./csv/text.js";
import { TIER_COLUMNS, tierLines } from "./csv/tiers.js";
import { TYPE_COLUMNS, typeLines } from "./csv/types.js";

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
    { name: "measures.csv", text: csvText(MEASURE_COLUMNS, measureLines(comparison)) },
    { name: "series.csv", text: csvText(SERIES_COLUMNS, seriesLines(comparison)) },
    { name: "causes.csv", text: csvText(CAUSE_COLUMNS, causeLines(comparison)) },
    { name: "trial_balance.csv", text: csvText(BALANCE_COLUMNS, balanceLines(comparison)) },
    { name: "types.csv", text: csvText(TYPE_COLUMNS, typeLines(comparison)) },
    { name: "tiers.csv", text: csvText(TIER_COLUMNS, tierLines(comparison)) },
    { name: "cohorts.csv", text: csvText(COHORT_COLUMNS, cohortLines(comparison)) },
  ];
}
