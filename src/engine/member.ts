import { AT_COHORT, AT_MONTH, AT_TIER, AT_TYPE } from "../ledger/books.js";
import { CAUSE } from "../ledger/cause.js";
import { TRACE_KIND } from "../ledger/trace.js";
import type { LifeState } from "./lifeState.js";
import { issue } from "./lots.js";
import { cohortCell, monthCell, tierCell, traceEvent, typeCell } from "./record.js";

/**
 * Enrols a customer: from here on a member of the entry tier, with the sign-up points and something to aim at.
 *
 * @param life state
 * @param instant days
 */
export function enrol(life: LifeState, instant: number): void {
  const { person, program, cells } = life;
  const { base } = life.plan;
  life.isMember = 1;
  life.hasEnrolled = 1;
  life.enrolledAt = instant;
  life.enrolledMonth = life.month;
  life.hasRedeemed = 0;
  life.tier = 0;
  life.counted = 0;
  life.demotedWorth = 0;
  life.skips = 0;
  life.meanBasket = base.basketMean / person.spendLevel;
  life.spendPerDay = (person.ratePerDay * base.basketMean) / person.spendLevel;
  life.standingNow.fill(0);
  life.standingTier = -1;
  life.isCountDue = 1;
  cells[monthCell(life) + AT_MONTH.enrolments]++;
  cells[cohortCell(life) + AT_COHORT.enrolments]++;
  if (life.typeBook >= 0) cells[typeCell(life) + AT_TYPE.enrolments]++;
  aimAt(life, person.aimUniform, program.firstNeed);
  if (life.isTraced !== 0) traceEvent(life, instant, TRACE_KIND.enrol, -1, 0, 0, -1);
  const { signUpPoints } = program;
  if (signUpPoints === 0) return;
  issue(life, instant, CAUSE.gift, signUpPoints);
  if (life.tierBook >= 0) cells[tierCell(life) + AT_TIER.issued] += signUpPoints;
}

/**
 * Sets the reward a member aims at: drawn by the catalogue's weights among the rewards this customer can earn in time. Who can
 * earn none of them aims at the cheapest, takes it should the points ever suffice, and is not moved by it.
 *
 * @param life state
 * @param uniform 0 to 1
 * @param need what each reward takes at this point of the membership: spend, or purchases with a stamp card
 */
export function aimAt(life: LifeState, uniform: number, need: Float64Array): void {
  const { program } = life;
  const { aimWeight, rewardPoints } = program;
  const withinReach = program.reachDays * life.spendPerDay;
  let total = 0;
  let cheapest = 0;
  for (let reward = 0; reward < aimWeight.length; reward++) {
    if (spendFor(life, need[reward]) <= withinReach) total += aimWeight[reward];
    if (rewardPoints[reward] < rewardPoints[cheapest]) cheapest = reward;
  }
  let aim = cheapest;
  let sum = 0;
  for (let reward = 0; reward < aimWeight.length && sum <= uniform * total; reward++) {
    if (spendFor(life, need[reward]) > withinReach || aimWeight[reward] === 0) continue;
    sum += aimWeight[reward];
    aim = reward;
  }
  const value = program.rewardValueMinor[aim];
  const spend = spendFor(life, need[aim]);
  life.aim = aim;
  life.aimPoints = rewardPoints[aim];
  life.aimWorth = spend <= withinReach && value > 0 ? value / (value + program.halfWorth * spend) : 0;
}

/** Spend behind a need; with a stamp card at this customer's mean basket, and nobody fills one on baskets below its minimum. */
function spendFor(life: LifeState, need: number): number {
  if (life.program.isStampCard === 0 || need === 0) return need;
  return life.meanBasket < life.program.minimumSpendMinor ? Number.POSITIVE_INFINITY : need * life.meanBasket;
}
