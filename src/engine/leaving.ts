import { quantileAt } from "../math/quantileTable.js";
import type { Luck, Plan } from "../plan/plan.js";
import { ATTRITION_CODE } from "../plan/plan.js";
import { NO_LINEAGE, PURPOSE } from "../random/address.js";
import { threefry } from "../random/threefry.js";
import { hazardOf } from "./attrition.js";
import type { LifeState } from "./lifeState.js";
import type { Person } from "./person.js";

/**
 * Works out when the twin leaves over time or at a renewal, and by when everybody has, in whatever world.
 *
 * @param person drawn, with how far any world can move them; receives it
 * @param plan of the worlds
 * @param luck seed words and replicate
 */
export function drawLeaving(person: Person, plan: Plan, luck: Luck): void {
  const { attrition } = plan.base;
  if (attrition === ATTRITION_CODE.afterPurchase) return;
  const lowest = person.hazardFloor;
  if (attrition === ATTRITION_CODE.atRenewal) {
    drawRenewals(person, plan, luck, lowest);
    return;
  }
  person.leavesAt = person.joinedAt + person.lifetime;
  person.goneBy = lowest > 0 ? person.joinedAt + person.lifetime / lowest : Number.POSITIVE_INFINITY;
}

function drawRenewals(person: Person, plan: Plan, luck: Luck, lowest: number): void {
  const { words, renewalMarks, notRenewing } = person;
  const { contractMonths, exponentialTable } = plan.base;
  const { months } = plan.layout;
  person.leavesAt = Number.POSITIVE_INFINITY;
  person.goneBy = Number.POSITIVE_INFINITY;
  person.contractEnds = months;
  let month = person.joinMonth + contractMonths - 1;
  for (let renewal = 1; month < months; renewal++) {
    const { cohortKey, ordinal } = person;
    const { seed, replicate } = luck;
    threefry(seed[0], seed[1], cohortKey, NO_LINEAGE, ordinal, renewal, PURPOSE.renewal, replicate, words);
    const mark = quantileAt(exponentialTable, words[0]);
    renewalMarks[renewal - 1] = mark;
    if (mark < notRenewing && person.contractEnds === months) {
      person.contractEnds = month;
      person.leavesAt = plan.monthStart[month + 1];
    }
    if (mark < lowest * notRenewing) {
      person.goneBy = plan.monthStart[month + 1];
      return;
    }
    month += contractMonths;
  }
}

/**
 * Puts a life at the start of its exposure: in no world has anything happened yet that would make it leave later than the twin.
 *
 * @param life state, its person drawn
 */
export function openLeaving(life: LifeState): void {
  const { person, plan } = life;
  const { attrition, contractMonths } = plan.base;
  life.renewals = 0;
  life.contractUntil = contractMonths === 0 ? life.months : person.joinMonth + contractMonths - 1;
  life.leavesAt = attrition === ATTRITION_CODE.overTime ? person.leavesAt : Number.POSITIVE_INFINITY;
  life.exposureLeft = person.lifetime;
  life.exposureFrom = person.joinedAt;
  life.hazard = 1;
}

/**
 * Looks at the hazard again where leaving goes on over time. What is left of the exposure runs out at the new hazard from here on; a
 * hazard that is what it was moves nothing, not by a bit.
 *
 * @param life state of a customer who has not left
 * @param instant days
 */
export function expose(life: LifeState, instant: number): void {
  const hazard = hazardOf(life);
  if (hazard === life.hazard) return;
  life.exposureLeft -= (instant - life.exposureFrom) * life.hazard;
  life.exposureFrom = instant;
  life.hazard = hazard;
  life.leavesAt = hazard > 0 ? instant + life.exposureLeft / hazard : Number.POSITIVE_INFINITY;
}
