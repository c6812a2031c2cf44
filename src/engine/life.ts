import { CAUSE } from "../ledger/cause.js";
import { TRACE_KIND } from "../ledger/trace.js";
import { LAYER_FLOOR } from "../random/address.js";
import { hazardOf } from "./attrition.js";
import { closeHorizon, endMonths } from "./close.js";
import { earn } from "./earn.js";
import type { LifeState } from "./lifeState.js";
import { enrol } from "./member.js";
import type { Occasions } from "./occasions.js";
import { buy, displace } from "./purchase.js";
import { postDecision, postJoin, traceEvent } from "./record.js";
import { redeemIfDue } from "./redeem.js";
import { multiplierOf } from "./response.js";

/** Base multiplier: season, trend and market events would move it in all worlds alike. */
const BASE_MULTIPLIER = LAYER_FLOOR[1];

/** Stands for the layer of the acquisition purchase, which is on no layer. */
const ACQUISITION = -1;

/**
 * Lives world 0: the customer's life without a program, and with one the customer does not join.
 *
 * @param life state, entered into the world
 * @param occasions of this customer
 * @returns number of the occasion after which the twin leaves; the count of occasions when the twin stays
 */
export function liveTwin(life: LifeState, occasions: Occasions): number {
  const { count, time, month, height, basket, margin, leaving } = occasions;
  const { leaving: propensity } = life.person;
  acquire(life);
  for (let at = 0; at < count; at++) {
    if (height[at] >= BASE_MULTIPLIER) continue;
    life.month = month[at];
    buy(life, time[at], CAUSE.kept, basket[at], margin[at]);
    if (leaving[at] < propensity) {
      leave(life, time[at]);
      return at;
    }
  }
  return count;
}

/**
 * Lives the life of a customer in a program world in which the customer joins: who does not lives the twin's again.
 *
 * ```
 *  join ── acquisition purchase ──┐
 *                                 ▼
 *        ┌──────────▶ next occasion, after the month ends before it
 *        │              │    month end: expiry ▸ close (counted from lots)
 *        │              ▼
 *        │   height < multiplier? ── no ──▶ base occasion of the twin: forgone
 *        │              │ yes
 *        │              ▼
 *        │   purchase, by cause ▸ enrol ▸ earn ▸ redeem
 *        │              │
 *        │              ▼
 *        └── no ── base occasion and mark < hazard × propensity?
 *                       │ yes
 *                       ▼
 *            left: what the twin still buys is lost; months end until the horizon
 * ```
 *
 * @param life state, entered into the world
 * @param occasions of this customer, the same in every world
 * @param twinLast number of the occasion after which the twin leaves
 */
export function liveInProgram(life: LifeState, occasions: Occasions, twinLast: number): void {
  const { count, time, month, height, basket, margin, leaving, layer, index } = occasions;
  const { leaving: propensity, acquisitionBasket, joinedAt } = life.person;
  acquire(life);
  afterPurchase(life, joinedAt, CAUSE.kept, acquisitionBasket, ACQUISITION, 0);
  let at = 0;
  for (; at < count; at++) {
    const instant = time[at];
    endMonths(life, month[at]);
    const isBase = height[at] < BASE_MULTIPLIER;
    const multiplier = life.isMember === 0 ? BASE_MULTIPLIER : multiplierOf(life, instant);
    if (isBase && life.isMember !== 0) postDecision(life, multiplier);
    if (height[at] < multiplier) {
      const cause = at > twinLast ? CAUSE.retained : isBase ? CAUSE.kept : CAUSE.lifted;
      buy(life, instant, cause, basket[at], margin[at]);
      afterPurchase(life, instant, cause, basket[at], layer[at], index[at]);
    } else if (isBase && at <= twinLast) {
      displace(life, instant, CAUSE.forgone, basket[at], margin[at]);
    }
    if (isBase && leaving[at] < hazardOf(life) * propensity) {
      leave(life, instant);
      break;
    }
  }
  for (at++; at <= twinLast && at < count; at++) {
    if (height[at] >= BASE_MULTIPLIER) continue;
    endMonths(life, month[at]);
    displace(life, time[at], CAUSE.lost, basket[at], margin[at]);
  }
  if (life.isMember !== 0) {
    endMonths(life, life.months);
    closeHorizon(life);
  }
}

function acquire(life: LifeState): void {
  const { person } = life;
  postJoin(life);
  buy(life, person.joinedAt, CAUSE.kept, person.acquisitionBasket, person.acquisitionMargin);
}

function afterPurchase(
  life: LifeState,
  instant: number,
  cause: number,
  basket: number,
  layer: number,
  index: number,
): void {
  if (life.isMember === 0) {
    if (instant < life.program.opensAt) return;
    enrol(life, instant);
  }
  earn(life, instant, cause, basket);
  redeemIfDue(life, instant, layer, index);
}

function leave(life: LifeState, instant: number): void {
  life.hasLeft = 1;
  life.isCountDue = 1;
  if (life.isTraced !== 0) traceEvent(life, instant, TRACE_KIND.leave, -1, 0, 0, -1);
}
