import { AT_VINTAGE_CAUSE } from "../ledger/books.js";
import { POINT_CAUSES } from "../ledger/cause.js";
import { TRACE_KIND } from "../ledger/trace.js";
import { count } from "./count.js";
import { expireLot } from "./expire.js";
import type { LifeState } from "./lifeState.js";
import { traceEvent, vintageCauseCell } from "./record.js";

/**
 * Ends months until the life is in a given one. Month ends at which nothing expires and nothing has changed are passed over: what
 * was counted last still stands. A traced life stops at each.
 *
 * @param life state
 * @param month to live in next; the number of months for the end of the horizon
 */
export function endMonths(life: LifeState, month: number): void {
  if (life.isMember !== 0) {
    while (life.month < month) {
      closeMonth(life);
      life.month = nextClose(life, month);
    }
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

/** Ends a member's month: points whose time is over expire, then the balance is counted from the lots. */
function closeMonth(life: LifeState): void {
  const { month, program } = life;
  if (life.balance > 0 && program.expiryMonths > 0) {
    const due = month - program.expiryMonths;
    if (due >= life.oldestLot) expireLot(life, due);
  }
  if (life.isCountDue !== 0) count(life);
  if (life.isTraced !== 0) {
    traceEvent(life, life.plan.monthStart[month + 1], TRACE_KIND.close, -1, life.balance, 0, month);
  }
}

/** Month whose end is the next one at which something can happen by itself; not beyond `limit`. */
function nextClose(life: LifeState, limit: number): number {
  const { month } = life;
  const { expiryMonths } = life.program;
  if (life.isTraced !== 0) return month + 1;
  if (life.balance === 0 || expiryMonths === 0) return limit;
  return Math.min(limit, Math.max(month + 1, life.oldestLot + expiryMonths));
}
