import type {
  CohortAccount,
  Ledger,
  MonthAccount,
  MonthCauseAccount,
  TierAccount,
  TypeAccount,
  VintageAgeAccount,
  VintageCauseAccount,
} from "./books.js";
import {
  AT_COHORT,
  AT_MONTH,
  AT_MONTH_CAUSE,
  AT_TIER,
  AT_TYPE,
  AT_VINTAGE_AGE,
  AT_VINTAGE_CAUSE,
  COHORT_ACCOUNTS,
  MONTH_ACCOUNTS,
  MONTH_CAUSE_ACCOUNTS,
  TIER_ACCOUNTS,
  TYPE_ACCOUNTS,
  VINTAGE_AGE_ACCOUNTS,
  VINTAGE_CAUSE_ACCOUNTS,
} from "./books.js";
import type { Cause } from "./cause.js";
import { CAUSE, CAUSES, POINT_CAUSES } from "./cause.js";

/**
 * One cell of the month × cause book.
 *
 * @param ledger books of one world and replicate
 * @param month 0 to months − 1
 * @param cause why it is on the books
 * @param account which account
 * @returns whole points, purchases or minor units
 * @example byMonthCause(twin, 0, "kept", "issued"); // 0: world 0 issues no points
 */
export function byMonthCause(ledger: Ledger, month: number, cause: Cause, account: MonthCauseAccount): number {
  const { layout, cells } = ledger;
  return cells[
    layout.monthCause + (month * CAUSES.length + CAUSE[cause]) * MONTH_CAUSE_ACCOUNTS.length + AT_MONTH_CAUSE[account]
  ];
}

/** One cell of the month book. */
export function byMonth(ledger: Ledger, month: number, account: MonthAccount): number {
  return ledger.cells[ledger.layout.month + month * MONTH_ACCOUNTS.length + AT_MONTH[account]];
}

/** One cell of the cohort × age book; cohort 0 is day one, age 0 the calendar month of joining. */
export function byCohort(ledger: Ledger, cohort: number, age: number, account: CohortAccount): number {
  const { layout, cells } = ledger;
  return cells[layout.cohort + (cohort * layout.months + age) * COHORT_ACCOUNTS.length + AT_COHORT[account]];
}

/** One cell of the month × type book of the day-one cohort; types are those listed, in the order of LOYALTY_TYPES. */
export function byType(ledger: Ledger, month: number, type: number, account: TypeAccount): number {
  const { layout, cells } = ledger;
  return cells[layout.type + (month * layout.types + type) * TYPE_ACCOUNTS.length + AT_TYPE[account]];
}

/** One cell of the month × tier book; tier 0 is the entry tier. */
export function byTier(ledger: Ledger, month: number, tier: number, account: TierAccount): number {
  const { layout, cells } = ledger;
  return cells[layout.tier + (month * layout.tiers + tier) * TIER_ACCOUNTS.length + AT_TIER[account]];
}

/** Members who went from one tier to another in a month, by promotion or review. */
export function byTierMove(ledger: Ledger, month: number, from: number, to: number): number {
  const { layout, cells } = ledger;
  return cells[layout.tierMove + (month * layout.tiers + from) * layout.tiers + to];
}

/** Members' first rewards so many calendar months after the month of enrolment. */
export function byWait(ledger: Ledger, months: number): number {
  return ledger.cells[ledger.layout.wait + months];
}

/** One cell of the vintage × age book: points by month of issue and months from issue to the event. */
export function byVintageAge(ledger: Ledger, vintage: number, age: number, account: VintageAgeAccount): number {
  const { layout, cells } = ledger;
  return cells[
    layout.vintageAge + (vintage * layout.months + age) * VINTAGE_AGE_ACCOUNTS.length + AT_VINTAGE_AGE[account]
  ];
}

/** One cell of the vintage × cause book. */
export function byVintageCause(ledger: Ledger, vintage: number, cause: Cause, account: VintageCauseAccount): number {
  const { layout, cells } = ledger;
  return cells[
    layout.vintageCause +
      (vintage * POINT_CAUSES + CAUSE[cause]) * VINTAGE_CAUSE_ACCOUNTS.length +
      AT_VINTAGE_CAUSE[account]
  ];
}

/**
 * An account of one month over the causes a world really has: all but the displaced, which are the twin's.
 *
 * @param ledger books of one world and replicate
 * @param month 0 to months − 1
 * @param account which account
 * @returns the world's total of that month
 * @example worldTotal(ledger, 0, "purchases") >= 200; // true: each of the 200 customers begins with a purchase
 */
export function worldTotal(ledger: Ledger, month: number, account: MonthCauseAccount): number {
  let total = 0;
  for (let cause = 0; cause < POINT_CAUSES; cause++) total += byMonthCause(ledger, month, CAUSES[cause], account);
  return total;
}
