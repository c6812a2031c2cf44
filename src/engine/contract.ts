import { AT_COHORT, AT_MONTH, AT_TYPE, COHORT_ACCOUNTS, MONTH_ACCOUNTS, TYPE_ACCOUNTS } from "../ledger/books.js";
import { hazardOf } from "./attrition.js";
import { forfeitAll } from "./forfeit.js";
import { leave } from "./leave.js";
import type { LifeState } from "./lifeState.js";

/**
 * A contract ends: it is renewed, or the customer leaves and, a member, forfeits all points.
 *
 * @param life state of a customer under contract, in the month that ends
 * @param instant days
 */
export function renewOrLeave(life: LifeState, instant: number): void {
  const { person } = life;
  if (person.renewalMarks[life.renewals] < hazardOf(life) * person.notRenewing) {
    postContract(life, life.month);
    life.contractUntil = life.months;
    life.leavesAt = instant;
    leave(life, instant);
    if (life.isMember !== 0) forfeitAll(life, instant);
    return;
  }
  life.renewals++;
  life.contractUntil += life.plan.base.contractMonths;
}

/**
 * Counts a customer as active in the months with whose end the contract went on.
 *
 * @param life state
 * @param until month with whose end it did not; the number of months when it always did
 */
export function postContract(life: LifeState, until: number): void {
  const { cells, monthBook, cohortBook, typeBook } = life;
  for (let month = life.person.joinMonth; month < until; month++) {
    cells[monthBook + month * MONTH_ACCOUNTS.length + AT_MONTH.active]++;
    cells[cohortBook + month * COHORT_ACCOUNTS.length + AT_COHORT.active]++;
    if (typeBook >= 0) cells[typeBook + month * life.plan.layout.types * TYPE_ACCOUNTS.length + AT_TYPE.active]++;
  }
}
