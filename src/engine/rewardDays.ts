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
 */

/**
 * Books a purchase, made or displaced, under the rewards before it, and keeps it for those to come.
 *
 * @param life state of somebody who has enrolled
 * @param instant days
 * @param cause position in CAUSES
 */
export function postAfterRewards(life: LifeState, instant: number, cause: number): void {
  const { rewardedAt, rewards } = life;
  let reward = life.recentReward;
  if (reward < rewards) {
    while (reward < rewards && instant - rewardedAt[reward] > REWARD_DAYS) reward++;
    life.recentReward = reward;
    const end = life.plan.monthStart[life.months];
    for (; reward < rewards; reward++) {
      const day = Math.ceil(instant - rewardedAt[reward]);
      if (day > 0 && day <= end - rewardedAt[reward]) life.cells[life.rewardDayBook + rewardDayOffset(day, cause)]++;
    }
  }
  if (life.bought === life.boughtAt.length) {
    life.boughtAt = widen(life.boughtAt, Float64Array);
    life.boughtCause = widen(life.boughtCause, Uint8Array);
  }
  life.boughtAt[life.bought] = instant;
  life.boughtCause[life.bought++] = cause;
}

/**
 * Books the purchases before a reward, made or displaced, and the one that took it.
 *
 * @param life state of a member, whose last purchase took the reward
 * @param instant days
 */
export function postBeforeReward(life: LifeState, instant: number): void {
  const { cells, boughtAt, boughtCause, rewardDayBook, rewardReachBook, enrolledAt } = life;
  const seenBefore = instant - enrolledAt;
  const seenAfter = life.plan.monthStart[life.months] - instant;
  cells[rewardReachBook + rewardReachOffset(0, Math.min(REWARD_DAYS, Math.floor(seenBefore)))]++;
  cells[rewardReachBook + rewardReachOffset(1, Math.min(REWARD_DAYS, Math.floor(seenAfter)))]++;
  cells[rewardDayBook + rewardDayOffset(0, boughtCause[life.bought - 1])]++;
  for (let at = life.bought - 1; at >= 0; at--) {
    const before = instant - boughtAt[at];
    if (before > REWARD_DAYS) break;
    const day = Math.ceil(before);
    if (day > 0 && day <= seenBefore) cells[rewardDayBook + rewardDayOffset(-day, boughtCause[at])]++;
  }
  if (life.rewards === life.rewardedAt.length) life.rewardedAt = widen(life.rewardedAt, Float64Array);
  life.rewardedAt[life.rewards++] = instant;
}
