import { dayNumber } from "./calendarDays.js";
import { monthAfter } from "./customerBaseFile.js";
import type { PresentHistories } from "./logCustomers.js";
import type { TransactionLog } from "./transactionLog.js";

/** Columns of the histories of customers, as scenarios read them. */
export const PRESENT_COLUMNS = [
  "purchases",
  "lastPurchase",
  "observed",
  "meanSpend",
  "spendPurchases",
  "customers",
] as const;

/** Files beside each other. */
export interface PresentFiles {
  /** Name of the file of the customer base. */
  readonly base: string;
  /** Name of the file of histories. */
  readonly histories: string;
}

/**
 * The scenario file of the customers at the end of a log: a fitted customer base whose customers of day one have the histories they
 * have in the log.
 *
 * @param log they come from
 * @param present their histories
 * @param name of the scenario
 * @param files what it refers to
 * @returns YAML
 */
export function presentCustomersFile(
  log: TransactionLog,
  { customersPerRow }: PresentHistories,
  name: string,
  files: PresentFiles,
): string {
  const gap = daysUnwatched(log);
  return `${[
    "schema: 1",
    `name: ${JSON.stringify(`${name}, at present`)}`,
    `# The ${log.customers} customers of the log as they were on ${log.whole.until}: who bought lately and often will buy more, some are gone.`,
    ...(gap === 0 ? [] : [`# Mind: ${gapInWords(log)}`]),
    ...(customersPerRow === null
      ? []
      : [
          `# Histories differ more than a file may have rows: each row stands for ${customersPerRow.toFixed(1)} customers of neighbouring histories.`,
        ]),
    `extends: ${files.base}`,
    `customerBase: { history: ${files.histories} }`,
    "# No log says what a purchase earns. State it here, or in each scenario that extends this file:",
    "# economics: { grossMargin: … }",
  ].join("\n")}\n`;
}

/**
 * Days between the end of a log and the month a simulation of it starts in.
 *
 * @param log as read
 * @returns 0 when it ends with a month
 */
export function daysUnwatched({ whole: { until } }: TransactionLog): number {
  return (dayNumber(`${monthAfter(until)}-01`) ?? 0) - (dayNumber(until) ?? 0) - 1;
}

/**
 * The same in a sentence.
 *
 * @param log that does not end with a month
 * @returns what it means and how it is cured
 */
export function gapInWords(log: TransactionLog): string {
  const days = daysUnwatched(log);
  return (
    `the log ends ${days} ${days === 1 ? "day" : "days"} before the simulation starts, which takes customers as they were then; ` +
    "--until with the last day of a month closes the gap."
  );
}
