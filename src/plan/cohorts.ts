import { monthNumber } from "../basics/calendar.js";
import { DAY_ONE_COHORT } from "../random/address.js";
import type { DrawnScenario } from "../scenario/scenario.js";
import { newcomersByMonth } from "./newcomers.js";
import type { CohortPlan } from "./plan.js";
import { sampleNewcomers } from "./sample.js";

/**
 * The cohorts of a sample: day one, then the newcomers of each month, if there are any.
 *
 * @param scenario drawn
 * @param customers day-one customers simulated
 * @param monthStart day each month begins, and the end of the horizon
 * @returns cohorts in the order of their joining
 */
export function compileCohorts(
  { customerBase, horizon }: DrawnScenario,
  customers: number,
  monthStart: readonly number[],
): CohortPlan[] {
  const dayOne = { key: DAY_ONE_COHORT, customers, joinMonth: 0, joinFrom: 0, joinTo: 0 };
  const newcomers = newcomersByMonth(customerBase.acquisition, horizon);
  if (newcomers.every((count) => count === 0)) return [dayOne];
  const first = monthNumber(horizon.start);
  return [
    dayOne,
    ...sampleNewcomers(newcomers, customers / customerBase.size).map((count, month) => ({
      key: (first + month) >>> 0,
      customers: count,
      joinMonth: month,
      joinFrom: monthStart[month],
      joinTo: monthStart[month + 1],
    })),
  ];
}
