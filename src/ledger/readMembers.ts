import type { Ledger } from "./books.js";
import type { Cause } from "./cause.js";
import { CAUSE } from "./cause.js";
import type { ValueGroup, ValueKind } from "./memberBooks.js";
import {
  REWARD_DAYS,
  rewardDayOffset,
  rewardReachOffset,
  VALUE_GROUPS,
  VALUE_KINDS,
  valueOffset,
} from "./memberBooks.js";
import { VALUE_BINS } from "./valueBins.js";

/**
 * Members whose value falls into a bin.
 *
 * @param ledger books of a program world and replicate
 * @param group who
 * @param kind which value
 * @param bin as `valueBinOf` numbers them
 * @returns members
 * @example byValue(ledger, "newcomers", "difference", 0); // 0: nobody joins the shop later
 */
export function byValue(ledger: Ledger, group: ValueGroup, kind: ValueKind, bin: number): number {
  const at = valueOffset(VALUE_GROUPS.indexOf(group), VALUE_KINDS.indexOf(kind), bin);
  return ledger.cells[ledger.layout.value + at];
}

/** Exact sum of members' values, in minor units. */
export function valueSum(ledger: Ledger, group: ValueGroup, kind: ValueKind): number {
  return byValue(ledger, group, kind, VALUE_BINS);
}

/** Purchases of one cause on one day around members' rewards; −1 is the day that ends with the reward, 0 the purchases that took one. */
export function byRewardDay(ledger: Ledger, day: number, cause: Cause): number {
  return ledger.cells[ledger.layout.rewardDay + rewardDayOffset(day, CAUSE[cause])];
}

/** Rewards of which exactly so many whole days before them are seen, or after; the most also counts all beyond. */
export function byRewardReach(ledger: Ledger, side: "before" | "after", days: number): number {
  return ledger.cells[ledger.layout.rewardReach + rewardReachOffset(side === "before" ? 0 : 1, days)];
}

/**
 * Rewards of which a day is seen: it lies between enrolment and the horizon's end, whether the customer has left or not.
 *
 * @param ledger books of a program world and replicate
 * @param day −60 to 60; 0 is the instant of the reward
 * @returns rewards
 * @example rewardsSeen(ledger, 0) >= rewardsSeen(ledger, 60); // true
 */
export function rewardsSeen(ledger: Ledger, day: number): number {
  let rewards = 0;
  for (let days = Math.abs(day); days <= REWARD_DAYS; days++) {
    rewards += byRewardReach(ledger, day < 0 ? "before" : "after", days);
  }
  return rewards;
}
