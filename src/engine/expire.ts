import { AT_COHORT, AT_MONTH, AT_MONTH_CAUSE, AT_VINTAGE_AGE, AT_VINTAGE_CAUSE } from "../ledger/books.js";
import { POINT_CAUSES } from "../ledger/cause.js";
import { TRACE_KIND } from "../ledger/trace.js";
import type { LifeState } from "./lifeState.js";
import { cohortCell, monthCauseCell, monthCell, traceEvent, vintageAgeCell, vintageCauseCell } from "./record.js";

/**
 * Ends a member's month: points whose time is over expire, then the balance is counted from the lots.
 *
 * @param life state of a member, in the month that ends
 */
export function closeMonth(life: LifeState): void {
  const { cells, month, program, plan } = life;
  if (life.balance > 0) {
    const due = month - program.expiryMonths;
    if (program.expiryMonths > 0 && due >= life.oldestLot) expireLot(life, due);
    countClosing(life);
  }
  cells[monthCell(life) + AT_MONTH.members]++;
  cells[cohortCell(life) + AT_COHORT.members]++;
  if (life.isTraced !== 0) {
    traceEvent(life, plan.monthStart[month + 1], TRACE_KIND.close, -1, life.balance, 0, month);
  }
}

function expireLot(life: LifeState, lot: number): void {
  const { cells, lots } = life;
  for (let cause = 0; cause < POINT_CAUSES; cause++) {
    const points = lots[lot * POINT_CAUSES + cause];
    if (points === 0) continue;
    lots[lot * POINT_CAUSES + cause] = 0;
    life.balance -= points;
    cells[monthCauseCell(life, cause) + AT_MONTH_CAUSE.expired] += points;
    cells[vintageAgeCell(life, lot) + AT_VINTAGE_AGE.expired] += points;
    cells[vintageCauseCell(life, lot, cause) + AT_VINTAGE_CAUSE.expired] += points;
    if (life.isTraced !== 0) {
      traceEvent(life, life.plan.monthStart[life.month + 1], TRACE_KIND.expire, cause, points, 0, lot);
    }
  }
  life.oldestLot = lot + 1;
  if (life.balance < life.baseline) life.baseline = life.balance;
}

/** Counts what is in the lots, apart from every flow that led there. */
function countClosing(life: LifeState): void {
  const { cells, lots, month, newestLot } = life;
  const { months } = life.plan.layout;
  const isHorizon = month === months - 1;
  let total = 0;
  for (let lot = life.oldestLot; lot <= newestLot; lot++) {
    for (let cause = 0; cause < POINT_CAUSES; cause++) {
      const points = lots[lot * POINT_CAUSES + cause];
      if (points === 0) continue;
      total += points;
      cells[monthCauseCell(life, cause) + AT_MONTH_CAUSE.closing] += points;
      if (isHorizon) cells[vintageCauseCell(life, lot, cause) + AT_VINTAGE_CAUSE.closing] += points;
    }
  }
  const cohort = cohortCell(life);
  cells[cohort + AT_COHORT.closing] += total;
  if (life.hasLeft === 0) cells[cohort + AT_COHORT.closingStaying] += total;
}
