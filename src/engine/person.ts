import { quantileAt } from "../math/quantileTable.js";
import type { CohortPlan, CustomerBasePlan, Luck, Plan, ProgramPlan, TypePlan } from "../plan/plan.js";
import { ATTRITION_CODE } from "../plan/plan.js";
import { NO_LINEAGE, PURPOSE } from "../random/address.js";
import { threefry } from "../random/threefry.js";
import { uniformOf } from "../random/uniform.js";
import { know, knownOrdinal } from "./known.js";
import { marginOf } from "./margin.js";

const WORDS = 2 ** 32;
const LAST_WORD = WORDS - 1;

/** What one customer is, in every world alike. Reused for the next customer. */
export class Person {
  /** Position of the cohort in the plan, and its key word. */
  cohort = 0;
  cohortKey = 0;
  ordinal = 0;
  joinMonth = 0;
  joinedAt = 0;
  /** Whether a customer before day one: there is no acquisition purchase then. */
  isKnown = 0;
  ratePerDay = 0;
  /** −log(1 − p): leaves after a base occasion when the mark is below this times the hazard; 0 where purchases end nothing. */
  leaving = 0;
  /** −log(1 − θ): the same at a renewal. */
  notRenewing = 0;
  /** Days until leaving over time, at hazard 1. */
  lifetime = Number.POSITIVE_INFINITY;
  /** ν: a basket at level 1 is divided by this. */
  spendLevel = 0;
  /** Position among the types of the customer base, and how strongly this type answers, over the average customer. */
  type = 0;
  programSensitivity = 1;
  priceSensitivity = 1;
  switchingCost = 1;
  /** How far any world can move the customer: see prospects.ts. */
  multiplierTop = 1;
  hazardFloor = 1;
  layers = 1;
  rateScore = 0;
  enrolScore = 0;
  aimUniform = 0;
  acquisitionBasket = 0;
  acquisitionMargin = 0;
  acquisitionRedeeming = 0;

  /** Instant at which the twin leaves over time or at a renewal, and by which nobody is left in any world; infinite when never. */
  leavesAt = Number.POSITIVE_INFINITY;
  goneBy = Number.POSITIVE_INFINITY;
  /** Month with whose end the twin's contract is not renewed; the number of months when it is. */
  contractEnds = 0;
  /** Exp(1) marks of the renewals, the first one first, as far as anybody may get. */
  readonly renewalMarks: Float64Array;
  readonly words = new Uint32Array(4);

  /** @param renewals room for the marks of so many */
  constructor(renewals: number) {
    this.renewalMarks = new Float64Array(renewals);
  }
}

/** Room for a customer of a plan. */
export function openPerson({ base, layout }: Plan): Person {
  return new Person(base.contractMonths === 0 ? 0 : layout.months);
}

/**
 * Draws who a customer is.
 *
 * @param person receives it
 * @param base compiled customer base
 * @param cohort which cohort, by position and plan
 * @param place number in the cohort, from 0; of customers with a history: place in the sample
 * @param luck seed words and replicate
 */
export function drawPerson(
  person: Person,
  base: CustomerBasePlan,
  cohort: number,
  cohortPlan: CohortPlan,
  place: number,
  luck: Luck,
): void {
  const { words } = person;
  const { key, joinFrom, joinTo } = cohortPlan;
  const history = cohort === 0 ? base.history : null;
  const ordinal = history === null ? place : knownOrdinal(history, cohortPlan.customers, place, key, luck, words);
  person.cohort = cohort;
  person.cohortKey = key;
  person.ordinal = ordinal;
  person.joinMonth = cohortPlan.joinMonth;
  if (base.types.length > 1 || base.attrition === ATTRITION_CODE.overTime) {
    threefry(luck.seed[0], luck.seed[1], key, NO_LINEAGE, ordinal, 2, PURPOSE.person, luck.replicate, words);
  }
  const type = base.types.length === 1 ? 0 : typeAt(base.types, uniformOf(words[0]));
  const lifeMark = words[1];
  const { rateRank, leavingRank, spendRank } = base.types[type];
  threefry(luck.seed[0], luck.seed[1], key, NO_LINEAGE, ordinal, 0, PURPOSE.person, luck.replicate, words);
  const rate = rateRank === null ? words[0] : rankWord(rateRank, words[0]);
  const leaving = leavingRank === null ? words[1] : rankWord(leavingRank, words[1]);
  // A high level is a small basket: ranks of spend count from the other end.
  const level = spendRank === null ? words[2] : ~rankWord(spendRank, ~words[2]);
  takeType(person, base, type);
  const propensity = quantileAt(base.leavingTable, leaving);
  const rateQuantile = quantileAt(base.rateTable, rate);
  const levelQuantile = quantileAt(base.spendLevelTable, level);
  takeLeaving(person, base, propensity, lifeMark);
  person.ratePerDay = rateQuantile / base.rateParameterDays;
  person.spendLevel = levelQuantile / base.spendRateMinor;
  person.rateScore = quantileAt(base.normalTable, rate);
  person.enrolScore = quantileAt(base.normalTable, words[3]);
  threefry(luck.seed[0], luck.seed[1], key, NO_LINEAGE, ordinal, 1, PURPOSE.person, luck.replicate, words);
  person.joinedAt = joinFrom + (joinTo - joinFrom) * uniformOf(words[0]);
  person.aimUniform = uniformOf(words[1]);
  const basket = (quantileAt(base.basketTable, words[2]) / person.spendLevel) * base.priceLevel[person.joinMonth];
  person.acquisitionBasket = Math.floor(basket + 0.5);
  person.acquisitionMargin = marginOf(person.acquisitionBasket, base.grossMarginMillionths, base.costPerPurchaseMinor);
  person.acquisitionRedeeming = uniformOf(words[3]);
  person.isKnown = 0;
  person.leavesAt = Number.POSITIVE_INFINITY;
  if (history !== null) {
    know(
      person,
      base,
      history,
      rateQuantile,
      propensity,
      levelQuantile,
      quantileAt(base.exponentialTable, lifeMark),
      luck,
    );
  }
}

function typeAt(types: readonly TypePlan[], uniform: number): number {
  let type = 0;
  while (types[type].shareUpTo <= uniform) type++;
  return type;
}

/** The word that stands for the rank of a word's customer inside the fitted distribution. */
function rankWord(rankTable: Float64Array, word: number): number {
  return Math.min(LAST_WORD, Math.floor(quantileAt(rankTable, word) * WORDS));
}

function takeType(person: Person, base: CustomerBasePlan, type: number): void {
  const { programSensitivity, priceSensitivity, switchingCost } = base.types[type];
  person.type = type;
  person.programSensitivity = programSensitivity;
  person.priceSensitivity = priceSensitivity;
  person.switchingCost = switchingCost;
}

function takeLeaving(person: Person, base: CustomerBasePlan, propensity: number, lifeMark: number): void {
  const { attrition, exponentialTable, leavingParameterDays } = base;
  person.leaving = attrition === ATTRITION_CODE.afterPurchase ? propensity : 0;
  person.notRenewing = attrition === ATTRITION_CODE.atRenewal ? propensity : 0;
  if (attrition === ATTRITION_CODE.overTime) {
    person.lifetime = quantileAt(exponentialTable, lifeMark) / (propensity / leavingParameterDays);
  }
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
