import { TRACE_KIND } from "../ledger/trace.js";
import type { LifeState } from "./lifeState.js";
import { traceEvent } from "./record.js";

/**
 * The customer leaves: nothing is bought any more. What a member holds is counted anew, as points of somebody who has left.
 *
 * @param life state
 * @param instant days
 */
export function leave(life: LifeState, instant: number): void {
  life.hasLeft = 1;
  life.isCountDue = 1;
  if (life.isTraced !== 0) traceEvent(life, instant, TRACE_KIND.leave, -1, 0, 0, -1);
}
