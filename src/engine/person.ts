import { quantileAt } from "../math/quantileTable.js";
import type { CohortPlan, CustomerBasePlan, Luck, ProgramPlan } from "../plan/plan.js";
import { NO_LINEAGE, PURPOSE } from "../random/address.js";
import { threefry } from "../random/threefry.js";
import { uniformOf } from "../random/uniform.js";
import { marginOf } from "./margin.js";

/** What one customer is, in every world alike. Reused for the next customer. */
export class Person {
  /** Position of the cohort in the plan, and its key word. */
  cohort = 0;
  cohortKey = 0;
  ordinal = 0;
  joinMonth = 0;
  joinedAt = 0;
  ratePerDay = 0;
  /** −log(1 − p): leaves after a base occasion when the mark is below this times the hazard. */
  leaving = 0;
  /** ν: a basket is Gamma(p) over this. */
  spendLevel = 0;
  /** Position among the types of the customer base, and how strongly this type answers, over the average customer. */
  type = 0;
  programSensitivity = 1;
  priceSensitivity = 1;
  switchingCost = 1;
  rateScore = 0;
  enrolScore = 0;
  aimUniform = 0;
  acquisitionBasket = 0;
  acquisitionMargin = 0;
  acquisitionRedeeming = 0;
  readonly words = new Uint32Array(4);
}

/**
 * Draws who a customer is.
 *
 * @param person receives it
 * @param base compiled customer base
 * @param cohort which cohort, by position and plan
 * @param ordinal number in the cohort, from 0
 * @param luck seed words and replicate
 */
export function drawPerson(
  person: Person,
  base: CustomerBasePlan,
  cohort: number,
  cohortPlan: CohortPlan,
  ordinal: number,
  luck: Luck,
): void {
  const { words } = person;
  const { key, joinFrom, joinTo } = cohortPlan;
  person.cohort = cohort;
  person.cohortKey = key;
  person.ordinal = ordinal;
  person.joinMonth = cohortPlan.joinMonth;
  threefry(luck.seed[0], luck.seed[1], key, NO_LINEAGE, ordinal, 0, PURPOSE.person, luck.replicate, words);
  person.ratePerDay = quantileAt(base.rateTable, words[0]) / base.rateParameterDays;
  person.leaving = quantileAt(base.leavingTable, words[1]);
  person.spendLevel = quantileAt(base.spendLevelTable, words[2]) / base.spendRateMinor;
  person.rateScore = quantileAt(base.normalTable, words[0]);
  person.enrolScore = quantileAt(base.normalTable, words[3]);
  threefry(luck.seed[0], luck.seed[1], key, NO_LINEAGE, ordinal, 1, PURPOSE.person, luck.replicate, words);
  person.joinedAt = joinFrom + (joinTo - joinFrom) * uniformOf(words[0]);
  person.aimUniform = uniformOf(words[1]);
  person.acquisitionBasket = Math.floor(quantileAt(base.basketTable, words[2]) / person.spendLevel + 0.5);
  person.acquisitionMargin = marginOf(person.acquisitionBasket, base.grossMarginMillionths, base.costPerPurchaseMinor);
  person.acquisitionRedeeming = uniformOf(words[3]);
}

/**
 * Whether a customer would ever join a program.
 *
 * @param person the customer
 * @param program the design
 * @returns true when enrolling is only a matter of the first purchase after the start
 */
export function isWilling(person: Person, program: ProgramPlan): boolean {
  return program.enrolCorrelation * person.rateScore + program.enrolRest * person.enrolScore > program.enrolThreshold;
}

/**
 * Whether a customer would join in any of the worlds.
 *
 * @param person the customer
 * @param programs the designs
 * @returns false when every world is the twin's to this customer
 */
export function joinsAnywhere(person: Person, programs: readonly ProgramPlan[]): boolean {
  for (let at = 0; at < programs.length; at++) if (isWilling(person, programs[at])) return true;
  return false;
}
