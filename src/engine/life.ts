import { CAUSE } from "../ledger/cause.js";
import { ATTRITION_CODE } from "../plan/plan.js";
import { MULTIPLIER_CAP } from "../random/address.js";
import { hazardOf } from "./attrition.js";
import { borrows } from "./borrow.js";
import { closeHorizon, endMonths } from "./close.js";
import { postContract } from "./contract.js";
import { earn } from "./earn.js";
import { leave } from "./leave.js";
import { expose } from "./leaving.js";
import type { LifeState } from "./lifeState.js";
import { enrol } from "./member.js";
import type { Occasions } from "./occasions.js";
import { buy, displace, takeOff } from "./purchase.js";
import { postDecision, postJoin } from "./record.js";
import { redeemIfDue } from "./redeem.js";
import { multiplierOf } from "./response.js";
import { notePurchase, postRewardDays } from "./rewardDays.js";
import { postTierPurchase, upgradeTier } from "./tier.js";
import { postValue } from "./value.js";

/** Stands for the layer of the acquisition purchase, which is on no layer. */
const ACQUISITION = -1;

/**
 * Lives world 0: the customer's life without a program, and with one the customer does not join.
 *
 * @param life state, entered into the world
 * @param occasions of this customer
 * @returns number of the last occasion at which the twin is still a customer; −1 when there is none
 */
export function liveTwin(life: LifeState, occasions: Occasions): number {
  const { count, time, month, height, basket, margin, leaving } = occasions;
  const { leaving: propensity, leavesAt, contractEnds } = life.person;
  const { baseMultiplier, contractMonths } = life.plan.base;
  acquire(life);
  let at = 0;
  for (; at < count && time[at] < leavesAt; at++) {
    if (height[at] >= baseMultiplier[month[at]]) continue;
    life.month = month[at];
    buy(life, time[at], CAUSE.kept, basket[at], margin[at]);
    if (leaving[at] < propensity) {
      leave(life, time[at]);
      return at;
    }
  }
  if (leavesAt <= life.plan.monthStart[life.months]) leave(life, leavesAt);
  if (contractMonths > 0) postContract(life, contractEnds);
  return at - 1;
}

/**
 * Lives the life of a customer in a program world in which the customer joins: who does not lives the twin's again.
 *
 * ```
 *  join ── acquisition purchase ──┐
 *                                 ▼
 *        ┌──────────▶ next occasion, after the month ends before it
 *        │              │    month end: expiry ▸ tier review ▸ renewal ▸ close (counted from lots)
 *        │              ▼
 *        │   left over time, or at a renewal? ── yes ──────────────────────┐
 *        │              │ no                                               │
 *        │              ▼                                                  │
 *        │   height < season × growth × multiplier, and no skip owed?      │
 *        │              │ yes                  └─ no ─▶ base occasion of   │
 *        │              ▼                               the twin: forgone  │
 *        │   purchase, by cause ▸ discount ▸ enrol ▸ earn ▸ upgrade ▸ redeem
 *        │              │                                                  │
 *        │              ▼                                                  │
 *        └── no ── base occasion and mark < hazard × propensity?           │
 *                       │ yes                                              │
 *                       ▼                                                  ▼
 *                  left: what the twin still buys is lost; months end until the horizon
 * ```
 *
 * @param life state, entered into the world
 * @param occasions of this customer, the same in every world
 * @param twinLast number of the last occasion at which the twin is still a customer
 */
export function liveInProgram(life: LifeState, occasions: Occasions, twinLast: number): void {
  const { count, time, month, height, basket, margin, leaving, layer, index } = occasions;
  const { leaving: propensity, acquisitionBasket, acquisitionMargin, joinedAt } = life.person;
  const { baseMultiplier } = life.plan.base;
  const mayBeCut = life.person.multiplierTop * life.plan.baseMultiplierTop > MULTIPLIER_CAP;
  acquire(life);
  if (life.person.isKnown === 0) {
    afterPurchase(life, joinedAt, CAUSE.kept, acquisitionBasket, acquisitionMargin, ACQUISITION, 0);
  }
  let at = 0;
  for (; at < count; at++) {
    const instant = time[at];
    endMonths(life, month[at]);
    if (life.leavesAt <= instant) {
      if (life.hasLeft === 0) leave(life, life.leavesAt);
      break;
    }
    // Nothing is above the cap, so that a multiplier need not be cut to it.
    let multiplier = baseMultiplier[month[at]];
    const isBase = height[at] < multiplier;
    if (life.isMember !== 0) {
      // Nothing but a demotion lowers a multiplier below 1: what the twin buys is bought, by however much it was raised.
      if (!isBase || life.demotedWorth !== 0 || mayBeCut) multiplier *= multiplierOf(life, instant);
      if (isBase) postDecision(life, multiplier);
    }
    const wouldBuy = height[at] < multiplier;
    if (wouldBuy && (!isBase || life.skips === 0)) {
      const cause = at > twinLast ? CAUSE.retained : isBase ? CAUSE.kept : CAUSE.lifted;
      buy(life, instant, cause, basket[at], margin[at]);
      afterPurchase(life, instant, cause, basket[at], margin[at], layer[at], index[at]);
      if (cause === CAUSE.lifted && borrows(life, layer[at], index[at])) life.skips++;
    } else if (isBase) {
      if (wouldBuy) life.skips--;
      if (at <= twinLast) displace(life, instant, CAUSE.forgone, basket[at], margin[at]);
    }
    // No hazard is above 1, and most marks are above the propensity.
    if (isBase && leaving[at] < propensity && leaving[at] < hazardOf(life) * propensity) {
      leave(life, instant);
      at++;
      break;
    }
  }
  for (; at <= twinLast; at++) {
    if (height[at] >= baseMultiplier[month[at]]) continue;
    endMonths(life, month[at]);
    displace(life, time[at], CAUSE.lost, basket[at], margin[at]);
  }
  endLife(life);
}

function acquire(life: LifeState): void {
  const { person } = life;
  postJoin(life);
  // A customer from before day one is there without one.
  if (person.isKnown === 0) buy(life, person.joinedAt, CAUSE.kept, person.acquisitionBasket, person.acquisitionMargin);
}

function afterPurchase(
  life: LifeState,
  instant: number,
  cause: number,
  basket: number,
  margin: number,
  layer: number,
  index: number,
): void {
  let paid = basket;
  if (life.isMember === 0) {
    if (instant < life.program.opensAt) return;
    enrol(life, instant);
  } else {
    paid -= takeOff(life, instant, cause, basket);
  }
  notePurchase(life, instant, cause);
  postTierPurchase(life, basket, margin);
  earn(life, instant, cause, paid);
  upgradeTier(life, instant);
  redeemIfDue(life, instant, layer, index);
  if (life.plan.base.attrition === ATTRITION_CODE.overTime) expose(life, instant);
}

/** Lives on to the horizon, where nothing is bought any more. */
function endLife(life: LifeState): void {
  endMonths(life, life.months);
  if (life.hasLeft === 0) {
    if (life.leavesAt <= life.plan.monthStart[life.months]) leave(life, life.leavesAt);
    if (life.plan.base.contractMonths > 0) postContract(life, life.months);
  }
  if (life.isMember !== 0) closeHorizon(life);
  if (life.rewards > 0) postRewardDays(life);
  if (life.hasEnrolled !== 0) postValue(life);
}
