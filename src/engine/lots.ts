import { AT_MONTH_CAUSE, AT_VINTAGE_CAUSE } from "../ledger/books.js";
import { POINT_CAUSES } from "../ledger/cause.js";
import { TRACE_KIND } from "../ledger/trace.js";
import type { LifeState } from "./lifeState.js";
import { monthCauseCell, traceEvent, vintageCauseCell } from "./record.js";

/**
 * Issues points into the lot of this month. A lot is what one customer was issued in one month; inside it points are held by cause.
 *
 * @param life state
 * @param instant days
 * @param cause whose points they are
 * @param points whole, above 0
 */
export function issue(life: LifeState, instant: number, cause: number, points: number): void {
  const { month, cells } = life;
  if (life.balance === 0) life.oldestLot = month;
  life.lots[month * POINT_CAUSES + cause] += points;
  life.balance += points;
  life.newestLot = month;
  life.isCountDue = 1;
  cells[monthCauseCell(life, cause) + AT_MONTH_CAUSE.issued] += points;
  cells[vintageCauseCell(life, month, cause) + AT_VINTAGE_CAUSE.issued] += points;
  if (life.isTraced !== 0) traceEvent(life, instant, TRACE_KIND.issue, cause, points, 0, month);
}

/**
 * Points in one lot, over its causes.
 *
 * @param life state
 * @param lot month of issue
 * @returns whole points
 */
export function lotTotal(life: LifeState, lot: number): number {
  const { lots } = life;
  const at = lot * POINT_CAUSES;
  return lots[at] + lots[at + 1] + lots[at + 2] + lots[at + 3] + lots[at + 4] + lots[at + 5];
}
