import { AT_VINTAGE_CAUSE } from "../ledger/books.js";
import { POINT_CAUSES } from "../ledger/cause.js";
import { TRACE_KIND } from "../ledger/trace.js";
import { ATTRITION_CODE } from "../plan/plan.js";
import { renewOrLeave } from "./contract.js";
import { count } from "./count.js";
import { expireLot } from "./expire.js";
import { leave } from "./leave.js";
import { expose } from "./leaving.js";
import type { LifeState } from "./lifeState.js";
import { traceEvent, vintageCauseCell } from "./record.js";
import { reviewTier } from "./tier.js";

/**
 * Ends months until the life is in a given one. Month ends at which nothing can happen by itself and nothing has changed are passed
 * over: what was counted last still stands. A traced member's life stops at each.
 *
 * @param life state
 * @param month to live in next; the number of months for the end of the horizon
 */
export function endMonths(life: LifeState, month: number): void {
  while (life.month < month && (life.isMember !== 0 || life.contractUntil < month)) {
    if (life.isMember === 0) life.month = life.contractUntil;
    closeMonth(life);
    life.month = nextClose(life, month);
  }
  life.month = month;
}

/**
 * Ends the horizon of a member: what is left in the lots is counted once more, by the month of issue.
 *
 * @param life state of a member, after the last month
 */
export function closeHorizon(life: LifeState): void {
  const { cells, lots, newestLot } = life;
  for (let lot = life.oldestLot; lot <= newestLot; lot++) {
    for (let cause = 0; cause < POINT_CAUSES; cause++) {
      const points = lots[lot * POINT_CAUSES + cause];
      if (points !== 0) cells[vintageCauseCell(life, lot, cause) + AT_VINTAGE_CAUSE.closing] += points;
    }
  }
}

/**
 * Ends the month of a member, or of somebody whose contract ends with it.
 *
 * ```
 *  left over time in this month ▸ points whose time is over expire ▸ tier review ▸ hazard looked at, or contract renewed
 *    ▸ counted from the lots
 * ```
 */
function closeMonth(life: LifeState): void {
  const { month, program, plan, isMember: wasMember } = life;
  const end = plan.monthStart[month + 1];
  if (life.leavesAt <= end && life.hasLeft === 0) leave(life, life.leavesAt);
  if (wasMember !== 0) {
    if (life.balance > 0 && program.expiryMonths > 0) {
      const due = month - program.expiryMonths;
      if (due >= life.oldestLot) expireLot(life, due);
    }
    if (program.tiers.count > 1 && program.tiers.isReview[month] !== 0) reviewTier(life, end);
  }
  if (life.hasLeft === 0) {
    if (plan.base.attrition === ATTRITION_CODE.overTime) expose(life, end);
    else if (month === life.contractUntil) renewOrLeave(life, end);
  }
  if (wasMember !== 0 && life.isCountDue !== 0) count(life);
  if (life.isTraced !== 0 && life.isMember !== 0) {
    traceEvent(life, end, TRACE_KIND.close, -1, life.balance, life.tier, month);
  }
}

/** Month whose end is the next one at which something can happen by itself; not beyond `limit`. */
function nextClose(life: LifeState, limit: number): number {
  const { month, program, plan } = life;
  let next = Math.min(limit, life.contractUntil);
  if (life.isMember !== 0) {
    if (life.isTraced !== 0) return month + 1;
    const { expiryMonths, tiers } = program;
    if (life.balance > 0 && expiryMonths > 0) next = Math.min(next, life.oldestLot + expiryMonths);
    if (tiers.count > 1 && (life.tier > 0 || life.counted > 0)) next = monthUntil(tiers.isReview, month + 1, next);
    if (life.hasLeft === 0 && life.leavesAt <= plan.monthStart[life.months]) {
      next = Math.min(next, monthOf(plan.monthStart, life.leavesAt, month + 1));
    }
  }
  return Math.max(month + 1, next);
}

/** The first month from one on, and before another, that is marked; else that other one. */
function monthUntil(isMarked: Uint8Array, from: number, to: number): number {
  let month = from;
  while (month < to && isMarked[month] === 0) month++;
  return month;
}

/** Month an instant falls in, from a month on; its end belongs to it. */
function monthOf(monthStart: Float64Array, instant: number, from: number): number {
  let month = from;
  while (monthStart[month + 1] < instant) month++;
  return month;
}
