/** Files of a report that have lines only where there are newcomers, tiers or loyalty types. */
export const HEADS_ALONE: readonly string[] = ["cohorts.csv", "tiers.csv", "types.csv"];

/** All files of a report, as a folder lists them. */
export const REPORT_FILES: readonly string[] = [
  ...["causes.csv", "cohorts.csv", "measures.csv", "report.html"],
  ...["series.csv", "tiers.csv", "trial_balance.csv", "types.csv"],
];
