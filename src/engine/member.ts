import { AT_COHORT, AT_MONTH } from "../ledger/books.js";
import { CAUSE } from "../ledger/cause.js";
import { TRACE_KIND } from "../ledger/trace.js";
import type { RewardProspects } from "../plan/plan.js";
import type { LifeState } from "./lifeState.js";
import { issue } from "./lots.js";
import { cohortCell, monthCell, traceEvent } from "./record.js";

/**
 * Enrols a customer: from here on a member, with the sign-up points and something to aim at.
 *
 * @param life state
 * @param instant days
 */
export function enrol(life: LifeState, instant: number): void {
  life.isMember = 1;
  life.enrolledAt = instant;
  life.counted.fill(0);
  life.isCountDue = 1;
  life.cells[monthCell(life) + AT_MONTH.enrolments]++;
  life.cells[cohortCell(life) + AT_COHORT.enrolments]++;
  aimAt(life, life.person.aimUniform, life.program.first);
  if (life.isTraced !== 0) traceEvent(life, instant, TRACE_KIND.enrol, -1, 0, 0, -1);
  if (life.program.signUpPoints > 0) issue(life, instant, CAUSE.gift, life.program.signUpPoints);
}

/**
 * Sets the reward a member aims at: drawn by the catalogue's weights among the rewards this customer can earn in time. Who can
 * earn none of them aims at the cheapest, takes it should the points ever suffice, and is not moved by it.
 *
 * @param life state
 * @param uniform 0 to 1
 * @param prospects what each reward takes and is worth at this point of the membership
 */
export function aimAt(life: LifeState, uniform: number, prospects: RewardProspects): void {
  const { program, person } = life;
  const { aimWeight, rewardPoints } = program;
  const { spendMinor } = prospects;
  const spendPerDay = (person.ratePerDay * life.plan.base.basketShape) / person.spendLevel;
  const withinReach = program.reachDays * spendPerDay;
  let total = 0;
  let cheapest = 0;
  for (let reward = 0; reward < aimWeight.length; reward++) {
    if (spendMinor[reward] <= withinReach) total += aimWeight[reward];
    if (rewardPoints[reward] < rewardPoints[cheapest]) cheapest = reward;
  }
  let aim = cheapest;
  let sum = 0;
  for (let reward = 0; reward < aimWeight.length && sum <= uniform * total; reward++) {
    if (!(spendMinor[reward] <= withinReach) || aimWeight[reward] === 0) continue;
    sum += aimWeight[reward];
    aim = reward;
  }
  life.aim = aim;
  life.aimPoints = rewardPoints[aim];
  life.aimWorth = spendMinor[aim] <= withinReach ? prospects.worth[aim] : 0;
}
