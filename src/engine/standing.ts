import type { Ledger } from "../ledger/books.js";
import {
  AT_COHORT,
  AT_MONTH,
  AT_MONTH_CAUSE,
  COHORT_ACCOUNTS,
  MONTH_ACCOUNTS,
  MONTH_CAUSE_ACCOUNTS,
} from "../ledger/books.js";
import { CAUSES, POINT_CAUSES } from "../ledger/cause.js";

/** What stands from one month end to the next until it changes; the first POINT_CAUSES are closing points by cause. */
export const AT_STANDING = {
  members: POINT_CAUSES,
  cohortMembers: POINT_CAUSES + 1,
  cohortClosing: POINT_CAUSES + 2,
  cohortClosingStaying: POINT_CAUSES + 3,
} as const;

/** Numbers a month takes. */
export const STANDING_WIDTH = POINT_CAUSES + 4;

/**
 * Room for what stands in one world: by month, how much more or less there is than at the month end before. A balance nobody touches for
 * two years is written once and not 24 times.
 *
 * @param months of the horizon
 * @returns zeros
 */
export function openStanding(months: number): Float64Array {
  return new Float64Array(months * STANDING_WIDTH);
}

/**
 * Adds up what stands, month by month, into a world's books, and empties it. Whole numbers, so that the order changes nothing.
 *
 * @param standing differences by month, of customers of one cohort
 * @param ledger books of that world
 * @param cohort theirs
 * @param joinMonth of that cohort
 */
export function settle(standing: Float64Array, ledger: Ledger, cohort: number, joinMonth: number): void {
  const { layout, cells } = ledger;
  const { months } = layout;
  for (let month = joinMonth + 1; month < months; month++) {
    const at = month * STANDING_WIDTH;
    for (let what = 0; what < STANDING_WIDTH; what++) standing[at + what] += standing[at - STANDING_WIDTH + what];
  }
  for (let month = joinMonth; month < months; month++) {
    const at = month * STANDING_WIDTH;
    for (let cause = 0; cause < POINT_CAUSES; cause++) {
      const cell = layout.monthCause + (month * CAUSES.length + cause) * MONTH_CAUSE_ACCOUNTS.length;
      cells[cell + AT_MONTH_CAUSE.closing] += standing[at + cause];
    }
    cells[layout.month + month * MONTH_ACCOUNTS.length + AT_MONTH.members] += standing[at + AT_STANDING.members];
    const age = layout.cohort + (cohort * months + month - joinMonth) * COHORT_ACCOUNTS.length;
    cells[age + AT_COHORT.members] += standing[at + AT_STANDING.cohortMembers];
    cells[age + AT_COHORT.closing] += standing[at + AT_STANDING.cohortClosing];
    cells[age + AT_COHORT.closingStaying] += standing[at + AT_STANDING.cohortClosingStaying];
  }
  standing.fill(0);
}
