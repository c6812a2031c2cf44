import { CAUSES } from "../ledger/cause.js";
import { REWARD_DAYS, rewardDayOffset, rewardReachOffset } from "../ledger/memberBooks.js";
import type { LifeState } from "./lifeState.js";
import { widen } from "./widen.js";

/**
 * Books purchases by whole days around rewards, of this world and, by the displaced, of the twin.
 *
 * ```
 *   enrolment      −3     −2     −1    reward   1      2      3       horizon
 *  ────┼──────┼──────┼──────┼──────┼──────┼──────┼──────┼──────┼──────┼────
 *        part   whole days seen of it ◀──── 0 ────▶ whole days seen    part of a day: not counted
 * ```
 *
 * A purchase counts once for every reward it is within the days of. A day counts where it lies wholly between enrolment and the
 * horizon's end, whether the customer has left or not. Day 0 has the purchases that took a reward, and nothing else.
 *
 * While a life is lived it only notes purchases and which of them took a reward; most take none. The days are counted when it ends.
 */

/** Notes a purchase, made or displaced, of somebody who has enrolled: its instant in days, and its position in CAUSES. */
export function notePurchase(life: LifeState, instant: number, cause: number): void {
  const at = life.bought;
  if (at === life.boughtAt.length) {
    life.boughtAt = widen(life.boughtAt, Float64Array);
    life.boughtCause = widen(life.boughtCause, Uint8Array);
  }
  life.boughtAt[at] = instant;
  life.boughtCause[at] = cause;
  life.bought = at + 1;
}

/** Notes that the last purchase took a reward. */
export function noteReward(life: LifeState): void {
  if (life.rewards === life.rewardedBy.length) life.rewardedBy = widen(life.rewardedBy, Uint32Array);
  life.rewardedBy[life.rewards++] = life.bought - 1;
}

/**
 * Books the days around every reward of a life.
 *
 * @param life state at the end of the horizon
 */
export function postRewardDays(life: LifeState): void {
  const { cells, boughtAt, boughtCause, rewardedBy, rewards, bought, enrolledAt, rewardReachBook } = life;
  const end = life.plan.monthStart[life.months];
  const dayZero = life.rewardDayBook + rewardDayOffset(0, 0);
  for (let reward = 0; reward < rewards; reward++) {
    const taking = rewardedBy[reward];
    const instant = boughtAt[taking];
    const seenBefore = Math.min(REWARD_DAYS, Math.floor(instant - enrolledAt));
    const seenAfter = Math.min(REWARD_DAYS, Math.floor(end - instant));
    cells[rewardReachBook + rewardReachOffset(0, seenBefore)]++;
    cells[rewardReachBook + rewardReachOffset(1, seenAfter)]++;
    cells[dayZero + boughtCause[taking]]++;
    for (let at = taking - 1; at >= 0; at--) {
      const days = instant - boughtAt[at];
      if (days > seenBefore) break;
      if (days > 0) cells[dayZero - (Math.ceil(days) | 0) * CAUSES.length + boughtCause[at]]++;
    }
    for (let at = taking + 1; at < bought; at++) {
      const days = boughtAt[at] - instant;
      if (days > seenAfter) break;
      if (days > 0) cells[dayZero + (Math.ceil(days) | 0) * CAUSES.length + boughtCause[at]]++;
    }
  }
}
