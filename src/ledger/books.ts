import { CAUSES, POINT_CAUSES } from "./cause.js";
import { REWARD_DAY_CELLS, REWARD_REACH_CELLS, VALUE_CELLS } from "./memberBooks.js";

/** Accounts kept by month and cause. Money in whole minor units, points whole. */
export const MONTH_CAUSE_ACCOUNTS = [
  "purchases",
  "spend",
  "margin",
  "issued",
  "redeemed",
  "expired",
  /** Taken from a member whose contract ended. */
  "forfeited",
  "closing",
  "rewardCost",
  /** Taken off the shelf price of purchases. */
  "discount",
] as const;

/** Accounts kept by month alone. */
export const MONTH_ACCOUNTS = [
  /** Customers acquired, their acquisition purchase among the purchases; on day one also those from before, who make none. */
  "newcomers",
  /** Customers with a repeat purchase in the retention window that ends with this month; with contracts, those under one at its end. */
  "active",
  /** Members at the end of the month. */
  "members",
  "enrolments",
  /** Rewards handed out. */
  "redemptions",
  /** Members' decisions on base occasions, and those at which the multiplier was cut to the cap. */
  "decisions",
  "clipped",
  "perkCost",
  /** Members' first rewards. */
  "firstRewards",
] as const;

/** Accounts kept by cohort and age in calendar months. */
export const COHORT_ACCOUNTS = [
  "customers",
  "active",
  "purchases",
  "spend",
  "margin",
  "rewardCost",
  "enrolments",
  "members",
  "closing",
  /** Of the closing points, those held by customers who have not left. */
  "closingStaying",
  "discount",
  "perkCost",
] as const;

/** Accounts of the day-one cohort by loyalty type and month; no book where customers are of one kind. */
export const TYPE_ACCOUNTS = [
  "customers",
  "active",
  "purchases",
  "spend",
  "margin",
  "rewardCost",
  "enrolments",
  "members",
  "closing",
  "discount",
  "perkCost",
  "redemptions",
] as const;

/** Accounts of members by the tier they hold and month; no book without tiers. */
export const TIER_ACCOUNTS = [
  /** At the end of the month. */
  "members",
  /** Purchases as a member, by the tier held before them; the purchase one enrols with counts for the entry tier. */
  "purchases",
  "spend",
  "margin",
  "issued",
  "rewardCost",
  "discount",
  "perkCost",
  "redemptions",
] as const;

/** Accounts of points by the month they were issued in and their age in months when the event happened. */
export const VINTAGE_AGE_ACCOUNTS = ["redeemed", "expired", "forfeited"] as const;

/** Accounts of points by the month they were issued in and their cause. */
export const VINTAGE_CAUSE_ACCOUNTS = ["issued", "redeemed", "expired", "forfeited", "closing"] as const;

export type MonthCauseAccount = (typeof MONTH_CAUSE_ACCOUNTS)[number];
export type MonthAccount = (typeof MONTH_ACCOUNTS)[number];
export type CohortAccount = (typeof COHORT_ACCOUNTS)[number];
export type TypeAccount = (typeof TYPE_ACCOUNTS)[number];
export type TierAccount = (typeof TIER_ACCOUNTS)[number];
export type VintageAgeAccount = (typeof VINTAGE_AGE_ACCOUNTS)[number];
export type VintageCauseAccount = (typeof VINTAGE_CAUSE_ACCOUNTS)[number];

/** Position of each account in its book. */
export const AT_MONTH_CAUSE = positions(MONTH_CAUSE_ACCOUNTS);
export const AT_MONTH = positions(MONTH_ACCOUNTS);
export const AT_COHORT = positions(COHORT_ACCOUNTS);
export const AT_TYPE = positions(TYPE_ACCOUNTS);
export const AT_TIER = positions(TIER_ACCOUNTS);
export const AT_VINTAGE_AGE = positions(VINTAGE_AGE_ACCOUNTS);
export const AT_VINTAGE_CAUSE = positions(VINTAGE_CAUSE_ACCOUNTS);

function positions<Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name, at) => [name, at])) as Record<Name, number>;
}

/** Where each book lies in a ledger's cells. */
export interface BookLayout {
  readonly months: number;
  readonly cohorts: number;
  /** Loyalty types, and tiers, that have a book: 0 where customers are of one kind, or there are no tiers. */
  readonly types: number;
  readonly tiers: number;
  /** 1 where members have books of their own: in every world but 0. */
  readonly members: number;
  /** First cell of each book; `cells` is where the last one ends. Books of world 0 come first, at the same cells in every world. */
  readonly monthCause: number;
  readonly month: number;
  readonly cohort: number;
  /** Month × type. */
  readonly type: number;
  readonly vintageAge: number;
  readonly vintageCause: number;
  /** First rewards by calendar months since enrolment. */
  readonly wait: number;
  /** Month × tier. */
  readonly tier: number;
  /** Month × tier left × tier entered, by promotion or review. */
  readonly tierMove: number;
  /** Members by their value over the horizon. */
  readonly value: number;
  /** Purchases by day around a reward × cause, and rewards by how many days are seen of them. */
  readonly rewardDay: number;
  readonly rewardReach: number;
  readonly cells: number;
}

/** The books of one world in one replicate: whole numbers, each book a margin of the same events. */
export interface Ledger {
  readonly layout: BookLayout;
  readonly cells: Float64Array;
}

/**
 * Layout of the books.
 *
 * @param months calendar months of the horizon
 * @param cohorts how many cohorts: day one, then one for each month with newcomers
 * @param types loyalty types; 0 where customers are of one kind
 * @param tiers of the world's program; 0 without, null in world 0
 * @returns where each book begins
 * @example layBooks(36, 37, 0, 0).cells * 8 < 256 * 1024; // true: bytes of three years with newcomers in every month
 */
export function layBooks(months: number, cohorts: number, types: number, tiers: number | null): BookLayout {
  const [levels, members] = tiers === null ? [0, 0] : [tiers, 1];
  const monthCause = 0;
  const month = monthCause + months * CAUSES.length * MONTH_CAUSE_ACCOUNTS.length;
  const cohort = month + months * MONTH_ACCOUNTS.length;
  const type = cohort + cohorts * months * COHORT_ACCOUNTS.length;
  const vintageAge = type + months * types * TYPE_ACCOUNTS.length;
  const vintageCause = vintageAge + months * months * VINTAGE_AGE_ACCOUNTS.length;
  const wait = vintageCause + months * POINT_CAUSES * VINTAGE_CAUSE_ACCOUNTS.length;
  const tier = wait + months;
  const tierMove = tier + months * levels * TIER_ACCOUNTS.length;
  const value = tierMove + months * levels * levels;
  const rewardDay = value + members * VALUE_CELLS;
  const rewardReach = rewardDay + members * REWARD_DAY_CELLS;
  const cells = rewardReach + members * REWARD_REACH_CELLS;
  return {
    months,
    cohorts,
    types,
    tiers: levels,
    members,
    monthCause,
    month,
    cohort,
    type,
    vintageAge,
    vintageCause,
    wait,
    tier,
    tierMove,
    value,
    rewardDay,
    rewardReach,
    cells,
  };
}

/**
 * An empty ledger.
 *
 * @param layout where its books lie
 * @returns a ledger of zeros
 * @example openLedger(layBooks(12, 1, 0, 0)).cells[0]; // 0
 */
export function openLedger(layout: BookLayout): Ledger {
  return { layout, cells: new Float64Array(layout.cells) };
}

/**
 * Adds one ledger to another: whole numbers, so the order of adding changes nothing.
 *
 * @param into receives the sums
 * @param from is added
 * @throws RangeError when the two are laid out differently
 * @example
 * const total = openLedger(twin.layout);
 * addLedger(total, twin);
 * addLedger(total, twin);
 * worldTotal(total, 0, "spend") === 2 * worldTotal(twin, 0, "spend"); // true
 */
export function addLedger(into: Ledger, from: Ledger): void {
  if (into.cells.length !== from.cells.length) throw new RangeError("ledgers of different layouts cannot be added");
  for (let i = 0; i < into.cells.length; i++) into.cells[i] += from.cells[i];
}

/**
 * Calendar month in which a cohort joins.
 *
 * @param cohort 0 is day one, then one cohort a month from the first
 * @returns months since the start, from 0
 * @example joinMonth(1); // 0: the newcomers of the first month
 */
export function joinMonth(cohort: number): number {
  return cohort === 0 ? 0 : cohort - 1;
}

/** Accounts that count members as such: all that tells a program that gives nothing from no program. */
const MEMBER_MONTH_ACCOUNTS: readonly MonthAccount[] = ["members", "enrolments", "decisions"];
const MEMBER_COHORT_ACCOUNTS: readonly CohortAccount[] = ["members", "enrolments"];
const MEMBER_TYPE_ACCOUNTS: readonly TypeAccount[] = ["members", "enrolments"];

/**
 * Cells that count members as such, among those the books of every world have.
 *
 * @param layout where the books lie
 * @returns numbers of the cells
 * @example memberCells(layBooks(12, 1, 0, 0)).size; // 60
 */
export function memberCells(layout: BookLayout): Set<number> {
  const cells = new Set<number>();
  for (let month = 0; month < layout.months; month++) {
    for (const account of MEMBER_MONTH_ACCOUNTS) {
      cells.add(layout.month + month * MONTH_ACCOUNTS.length + AT_MONTH[account]);
    }
  }
  for (let row = 0; row < layout.cohorts * layout.months; row++) {
    for (const account of MEMBER_COHORT_ACCOUNTS) {
      cells.add(layout.cohort + row * COHORT_ACCOUNTS.length + AT_COHORT[account]);
    }
  }
  for (let row = 0; row < layout.months * layout.types; row++) {
    for (const account of MEMBER_TYPE_ACCOUNTS) {
      cells.add(layout.type + row * TYPE_ACCOUNTS.length + AT_TYPE[account]);
    }
  }
  return cells;
}
