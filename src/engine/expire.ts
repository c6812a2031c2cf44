import { AT_MONTH_CAUSE, AT_VINTAGE_AGE, AT_VINTAGE_CAUSE } from "../ledger/books.js";
import { POINT_CAUSES } from "../ledger/cause.js";
import { TRACE_KIND } from "../ledger/trace.js";
import type { LifeState } from "./lifeState.js";
import { monthCauseCell, traceEvent, vintageAgeCell, vintageCauseCell } from "./record.js";

/**
 * Points of a lot whose time is over expire.
 *
 * @param life state of a member, in the month that ends
 * @param lot month they were issued in
 */
export function expireLot(life: LifeState, lot: number): void {
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
  life.isCountDue = 1;
  if (life.balance < life.baseline) life.baseline = life.balance;
}
