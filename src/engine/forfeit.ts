import { AT_MONTH_CAUSE, AT_VINTAGE_AGE, AT_VINTAGE_CAUSE } from "../ledger/books.js";
import { POINT_CAUSES } from "../ledger/cause.js";
import { TRACE_KIND } from "../ledger/trace.js";
import type { LifeState } from "./lifeState.js";
import { monthCauseCell, traceEvent, vintageAgeCell, vintageCauseCell } from "./record.js";

/**
 * A contract ends and the membership with it: all points are forfeited, which asks for a last count.
 *
 * @param life state of a member, in the month that ends
 * @param instant days
 */
export function forfeitAll(life: LifeState, instant: number): void {
  const { cells, lots, newestLot } = life;
  for (let lot = life.oldestLot; lot <= newestLot; lot++) {
    for (let cause = 0; cause < POINT_CAUSES; cause++) {
      const points = lots[lot * POINT_CAUSES + cause];
      if (points === 0) continue;
      lots[lot * POINT_CAUSES + cause] = 0;
      life.balance -= points;
      cells[monthCauseCell(life, cause) + AT_MONTH_CAUSE.forfeited] += points;
      cells[vintageAgeCell(life, lot) + AT_VINTAGE_AGE.forfeited] += points;
      cells[vintageCauseCell(life, lot, cause) + AT_VINTAGE_CAUSE.forfeited] += points;
      if (life.isTraced !== 0) traceEvent(life, instant, TRACE_KIND.forfeit, cause, points, 0, lot);
    }
  }
  life.isMember = 0;
  life.isCountDue = 1;
}
