import type { Ledger, MonthAccount, MonthCauseAccount } from "../ledger/books.js";
import { CAUSES, POINT_CAUSES } from "../ledger/cause.js";
import { byCohort, byMonth, byMonthCause } from "../ledger/read.js";

/** Customers there on day one, of the sample. */
export function dayOneCustomers(ledger: Ledger): number {
  return byCohort(ledger, 0, 0, "customers");
}

/** An account of the day-one cohort over its whole life. */
export function overAges(ledger: Ledger, account: "purchases" | "enrolments"): number {
  let sum = 0;
  for (let age = 0; age < ledger.layout.months; age++) sum += byCohort(ledger, 0, age, account);
  return sum;
}

/** An account over the horizon, by cause, of the sample. */
export function overMonths(ledger: Ledger, account: MonthCauseAccount): number[] {
  const sums = new Array<number>(POINT_CAUSES).fill(0);
  for (let month = 0; month < ledger.layout.months; month++) {
    for (let cause = 0; cause < POINT_CAUSES; cause++) {
      sums[cause] += byMonthCause(ledger, month, CAUSES[cause], account);
    }
  }
  return sums;
}

/** An account over the horizon and all causes, of the sample. */
export function overAll(ledger: Ledger, account: MonthCauseAccount): number {
  return overMonths(ledger, account).reduce((sum, amount) => sum + amount, 0);
}

/** An account without causes over the horizon, of the sample; of members: member-months. */
export function overMonth(ledger: Ledger, account: MonthAccount): number {
  let sum = 0;
  for (let month = 0; month < ledger.layout.months; month++) sum += byMonth(ledger, month, account);
  return sum;
}

/** Sum of monthly amounts. */
export function total(amounts: Float64Array): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
