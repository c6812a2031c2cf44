import type { Ledger } from "../ledger/books.js";
import { COHORT_ACCOUNTS, MONTH_ACCOUNTS } from "../ledger/books.js";

/**
 * Adds the books of lives that are the same in every world to every world's books, and empties them. Lives without points touch
 * the books of months, cohorts and types alone.
 *
 * @param alike books of those lives
 * @param ledgers books by world
 * @param cohort the one all those customers are of
 */
export function shareOut(alike: Ledger, ledgers: readonly Ledger[], cohort: number): void {
  const { layout } = alike;
  const { months } = layout;
  const cohortWidth = months * COHORT_ACCOUNTS.length;
  move(alike, ledgers, layout.monthCause, layout.month + months * MONTH_ACCOUNTS.length);
  move(alike, ledgers, layout.cohort + cohort * cohortWidth, layout.cohort + (cohort + 1) * cohortWidth);
  move(alike, ledgers, layout.type, layout.vintageAge);
}

function move(alike: Ledger, ledgers: readonly Ledger[], from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const amount = alike.cells[at];
    if (amount === 0) continue;
    alike.cells[at] = 0;
    for (let world = 0; world < ledgers.length; world++) ledgers[world].cells[at] += amount;
  }
}
