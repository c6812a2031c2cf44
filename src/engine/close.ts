import { AT_VINTAGE_CAUSE } from "../ledger/books.js";
import { CAUSE, POINT_CAUSES } from "../ledger/cause.js";
import { TRACE_KIND } from "../ledger/trace.js";
import { expireLot } from "./expire.js";
import type { LifeState } from "./lifeState.js";
import { traceEvent, vintageCauseCell } from "./record.js";
import { AT_STANDING, STANDING_WIDTH } from "./standing.js";

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

/**
 * Counts what is in the lots, apart from every flow that led there, and notes by how much it differs from the count before. Whatever
 * changes a lot asks for a count; would it forget to, the books of months would not agree with their flows.
 */
function count(life: LifeState): void {
  const { lots } = life;
  const row = life.month * STANDING_WIDTH;
  const end = (life.newestLot + 1) * POINT_CAUSES;
  let kept = 0;
  let enlarged = 0;
  let lifted = 0;
  let retained = 0;
  let brought = 0;
  let gift = 0;
  // One pass over the lots, the six causes written out: a loop over causes is slower.
  for (let at = life.oldestLot * POINT_CAUSES; at < end; at += POINT_CAUSES) {
    kept += lots[at + CAUSE.kept];
    enlarged += lots[at + CAUSE.enlarged];
    lifted += lots[at + CAUSE.lifted];
    retained += lots[at + CAUSE.retained];
    brought += lots[at + CAUSE.brought];
    gift += lots[at + CAUSE.gift];
  }
  const total = kept + enlarged + lifted + retained + brought + gift;
  note(life, row, CAUSE.kept, kept);
  note(life, row, CAUSE.enlarged, enlarged);
  note(life, row, CAUSE.lifted, lifted);
  note(life, row, CAUSE.retained, retained);
  note(life, row, CAUSE.brought, brought);
  note(life, row, CAUSE.gift, gift);
  note(life, row, AT_STANDING.members, 1);
  note(life, row, AT_STANDING.cohortMembers, 1);
  note(life, row, AT_STANDING.cohortClosing, total);
  note(life, row, AT_STANDING.cohortClosingStaying, life.hasLeft === 0 ? total : 0);
  life.isCountDue = 0;
}

function note(life: LifeState, row: number, what: number, number: number): void {
  life.standing[row + what] += number - life.counted[what];
  life.counted[what] = number;
}
