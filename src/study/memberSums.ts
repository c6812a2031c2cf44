import type { Ledger } from "../ledger/books.js";
import { CAUSES } from "../ledger/cause.js";
import { REWARD_DAYS } from "../ledger/memberBooks.js";
import { byRewardDay, byValue, rewardsSeen, valueSum } from "../ledger/readMembers.js";
import { VALUE_BINS } from "../ledger/valueBins.js";

/** Days kept around a reward, from the first one before it; the reward's own is number REWARD_DAYS. */
export const DAYS_AROUND = 2 * REWARD_DAYS + 1;

/** By replicate, what members bought on one day around their rewards, of the sample. */
export interface DaySums {
  /** Rewards of which the day is seen. */
  readonly seen: number[];
  /** Purchases of members on it, and of their twins. */
  readonly world: number[];
  readonly twin: number[];
}

/** What the books of members hold, replicate after replicate, of the sample: values of day-one members, days around all rewards. */
export class MemberSums {
  readonly members: number[] = [];
  /** Sum of values over the twins', by replicate; and members by bin of it, replicate × bin. */
  readonly worth: number[] = [];
  readonly difference: number[] = [];
  /** Members by bin of their own value and of the twins', and the sums of those, over replicates. */
  readonly world = new Float64Array(VALUE_BINS + 1);
  readonly twin = new Float64Array(VALUE_BINS + 1);
  readonly days: readonly DaySums[] = Array.from({ length: DAYS_AROUND }, () => ({ seen: [], world: [], twin: [] }));

  /** Takes in one replicate of a program world. */
  add(ledger: Ledger): void {
    let members = 0;
    for (let bin = 0; bin < VALUE_BINS; bin++) {
      const count = byValue(ledger, "dayOne", "difference", bin);
      this.difference.push(count);
      members += count;
    }
    this.members.push(members);
    this.worth.push(valueSum(ledger, "dayOne", "difference"));
    for (let bin = 0; bin <= VALUE_BINS; bin++) {
      this.world[bin] += byValue(ledger, "dayOne", "world", bin);
      this.twin[bin] += byValue(ledger, "dayOne", "twin", bin);
    }
    this.days.forEach((sums, at) => {
      const day = at - REWARD_DAYS;
      const purchases = new Map(CAUSES.map((cause) => [cause, byRewardDay(ledger, day, cause)]));
      const of = (...causes: readonly (typeof CAUSES)[number][]): number =>
        causes.reduce((sum, cause) => sum + (purchases.get(cause) ?? 0), 0);
      sums.seen.push(rewardsSeen(ledger, day));
      sums.world.push(of("kept", "lifted", "retained", "brought"));
      sums.twin.push(of("kept", "forgone", "lost"));
    });
  }
}
