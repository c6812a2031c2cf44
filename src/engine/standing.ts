import type { BookLayout, Ledger } from "../ledger/books.js";
import {
  AT_COHORT,
  AT_MONTH,
  AT_MONTH_CAUSE,
  AT_TIER,
  AT_TYPE,
  COHORT_ACCOUNTS,
  MONTH_ACCOUNTS,
  MONTH_CAUSE_ACCOUNTS,
  TIER_ACCOUNTS,
  TYPE_ACCOUNTS,
} from "../ledger/books.js";
import { CAUSES, POINT_CAUSES } from "../ledger/cause.js";

/** What stands from one month end to the next until it changes; the first POINT_CAUSES are closing points by cause. */
export const AT_STANDING = {
  members: POINT_CAUSES,
  perkCost: POINT_CAUSES + 1,
  cohortMembers: POINT_CAUSES + 2,
  cohortClosing: POINT_CAUSES + 3,
  cohortClosingStaying: POINT_CAUSES + 4,
  cohortPerkCost: POINT_CAUSES + 5,
} as const;

/** Numbers that stand whatever the books; after them come those by type, then those by tier. */
const STANDING_COMMON = POINT_CAUSES + 6;

/** What stands by loyalty type. */
export const AT_STANDING_TYPE = { members: 0, closing: 1, perkCost: 2 } as const;
export const STANDING_TYPE_WIDTH = 3;

/** What stands by tier. */
export const AT_STANDING_TIER = { members: 0, perkCost: 1 } as const;
export const STANDING_TIER_WIDTH = 2;

/** Numbers one customer adds to: the common ones, and those of the own type. */
export const STANDING_COUNTS = STANDING_COMMON + STANDING_TYPE_WIDTH;

/** First number of a loyalty type in a month's row. */
export function standingOfType(type: number): number {
  return STANDING_COMMON + type * STANDING_TYPE_WIDTH;
}

/** First number of a tier in a month's row, of books with so many types. */
export function standingOfTier(types: number, tier: number): number {
  return STANDING_COMMON + types * STANDING_TYPE_WIDTH + tier * STANDING_TIER_WIDTH;
}

/** Numbers a month takes. */
export function standingWidth({ types, tiers }: BookLayout): number {
  return standingOfTier(types, tiers);
}

/**
 * Room for what stands in one world: by month, how much more or less there is than at the month end before. A balance nobody touches for
 * two years is written once and not 24 times.
 *
 * @param layout of the world's books
 * @returns zeros
 */
export function openStanding(layout: BookLayout): Float64Array {
  return new Float64Array(layout.months * standingWidth(layout));
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
  const { months } = ledger.layout;
  const width = standingWidth(ledger.layout);
  for (let month = joinMonth + 1; month < months; month++) {
    const at = month * width;
    for (let what = 0; what < width; what++) standing[at + what] += standing[at - width + what];
  }
  for (let month = joinMonth; month < months; month++) {
    const at = month * width;
    settleMonth(standing, at, ledger, month);
    settleCohort(standing, at, ledger, cohort, month - joinMonth);
    if (cohort === 0) settleTypes(standing, at, ledger, month);
    settleTiers(standing, at, ledger, month);
  }
  standing.fill(0);
}

function settleMonth(standing: Float64Array, at: number, { layout, cells }: Ledger, month: number): void {
  for (let cause = 0; cause < POINT_CAUSES; cause++) {
    const cell = layout.monthCause + (month * CAUSES.length + cause) * MONTH_CAUSE_ACCOUNTS.length;
    cells[cell + AT_MONTH_CAUSE.closing] += standing[at + cause];
  }
  const cell = layout.month + month * MONTH_ACCOUNTS.length;
  cells[cell + AT_MONTH.members] += standing[at + AT_STANDING.members];
  cells[cell + AT_MONTH.perkCost] += standing[at + AT_STANDING.perkCost];
}

function settleCohort(
  standing: Float64Array,
  at: number,
  { layout, cells }: Ledger,
  cohort: number,
  age: number,
): void {
  const cell = layout.cohort + (cohort * layout.months + age) * COHORT_ACCOUNTS.length;
  cells[cell + AT_COHORT.members] += standing[at + AT_STANDING.cohortMembers];
  cells[cell + AT_COHORT.closing] += standing[at + AT_STANDING.cohortClosing];
  cells[cell + AT_COHORT.closingStaying] += standing[at + AT_STANDING.cohortClosingStaying];
  cells[cell + AT_COHORT.perkCost] += standing[at + AT_STANDING.cohortPerkCost];
}

function settleTypes(standing: Float64Array, at: number, { layout, cells }: Ledger, month: number): void {
  for (let type = 0; type < layout.types; type++) {
    const cell = layout.type + (month * layout.types + type) * TYPE_ACCOUNTS.length;
    const from = at + standingOfType(type);
    cells[cell + AT_TYPE.members] += standing[from + AT_STANDING_TYPE.members];
    cells[cell + AT_TYPE.closing] += standing[from + AT_STANDING_TYPE.closing];
    cells[cell + AT_TYPE.perkCost] += standing[from + AT_STANDING_TYPE.perkCost];
  }
}

function settleTiers(standing: Float64Array, at: number, { layout, cells }: Ledger, month: number): void {
  for (let tier = 0; tier < layout.tiers; tier++) {
    const cell = layout.tier + (month * layout.tiers + tier) * TIER_ACCOUNTS.length;
    const from = at + standingOfTier(layout.types, tier);
    cells[cell + AT_TIER.members] += standing[from + AT_STANDING_TIER.members];
    cells[cell + AT_TIER.perkCost] += standing[from + AT_STANDING_TIER.perkCost];
  }
}
