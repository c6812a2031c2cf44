import { CAUSES } from "./cause.js";
import { VALUE_BINS } from "./valueBins.js";

/** Whose value is kept: members of the day-one cohort, all seen for the whole horizon, and members who joined the company later. */
export const VALUE_GROUPS = ["dayOne", "newcomers"] as const;

/** What is kept of a member's value: over the twin's, in this world, and the twin's. */
export const VALUE_KINDS = ["difference", "world", "twin"] as const;

export type ValueGroup = (typeof VALUE_GROUPS)[number];
export type ValueKind = (typeof VALUE_KINDS)[number];

/** Members by bin, and after the bins the exact sum of their values, in minor units. */
const VALUE_WIDTH = VALUE_BINS + 1;

/** Whole days kept before and after a reward. */
export const REWARD_DAYS = 60;
const DAYS = 2 * REWARD_DAYS + 1;
const REACHES = REWARD_DAYS + 1;

/** Cells of the books that only members have. */
export const VALUE_CELLS = VALUE_GROUPS.length * VALUE_KINDS.length * VALUE_WIDTH;
export const REWARD_DAY_CELLS = DAYS * CAUSES.length;
export const REWARD_REACH_CELLS = 2 * REACHES;

/** Cell, from the first of the book, of one bin of a group's values; bin `VALUE_BINS` is their sum. */
export function valueOffset(group: number, kind: number, bin: number): number {
  return (group * VALUE_KINDS.length + kind) * VALUE_WIDTH + bin;
}

/** Cell, from the first of the book, of a cause on a day before (below 0) or after a reward. */
export function rewardDayOffset(day: number, cause: number): number {
  return (day + REWARD_DAYS) * CAUSES.length + cause;
}

/** Cell, from the first of the book, of rewards that so many whole days before them (side 0), or after, are seen of. */
export function rewardReachOffset(side: number, days: number): number {
  return side * REACHES + days;
}
