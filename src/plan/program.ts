import { DAYS_PER_MONTH } from "../basics/calendar.js";
import { toWholeMinorUnits } from "../basics/money.js";
import type { BookLayout } from "../ledger/books.js";
import { layBooks } from "../ledger/books.js";
import { normalQuantile } from "../math/normal.js";
import type { DrawnScenario, ProgramOf, ResponseOf } from "../scenario/scenario.js";
import { compileCatalogue } from "./catalogue.js";
import { lowestTerms } from "./earning.js";
import type { CustomerBasePlan, ProgramPlan } from "./plan.js";
import { ROUNDING_CODE } from "./plan.js";
import { compileTiers, tiersOf } from "./tiers.js";

/** What a design is compiled on: the same for all designs of a plan. */
export interface Ground {
  readonly monthStart: ArrayLike<number>;
  readonly base: CustomerBasePlan;
  /** Books of world 0. */
  readonly layout: BookLayout;
}

/**
 * Compiles a design: business words into the numbers a life reads.
 *
 * @param scenario drawn, with money in currency units
 * @param program its program
 * @param ground calendar, customer base and books
 * @returns the compiled design
 * @example
 * const { tiers } = compileProgram(drawn, drawn.program, plan);
 * [tiers.earnNumerator[0], tiers.earnDenominator[0]]; // [1, 100]: a point for 100 cents
 */
export function compileProgram(scenario: DrawnScenario, program: ProgramOf<number>, ground: Ground): ProgramPlan {
  const { decimals } = scenario.currency;
  const { enrolment, expiry } = program;
  const { months, cohorts, types } = ground.layout;
  const isStampCard = program.kind === "stampCard";
  const [numerator, denominator] = lowestTerms(isStampCard ? 0 : program.earn.pointsPerUnit, decimals);
  const expiryMonths = expiry.kind === "rolling" ? expiry.months : 0;
  const planningDays = program.response.planningMonths * DAYS_PER_MONTH;
  return Object.freeze({
    layout: layBooks(months, cohorts, types, tiersOf(program)?.levels.length ?? 0),
    opensAt: ground.monthStart[program.launchMonth] + enrolment.delayDays,
    enrolThreshold: enrolThreshold(enrolment.share),
    enrolCorrelation: enrolment.selection,
    enrolRest: Math.sqrt(1 - enrolment.selection ** 2),
    isStampCard: isStampCard ? 1 : 0,
    minimumSpendMinor: isStampCard ? toWholeMinorUnits(program.card.minimumSpend, decimals) : 0,
    earnRounding: isStampCard ? ROUNDING_CODE.floor : ROUNDING_CODE[program.earn.rounding],
    signUpPoints: isStampCard ? program.card.headStart : program.earn.signUpPoints,
    expiryMonths,
    redemptionProbability: program.redemption.probability,
    ...compileCatalogue(program, numerator / denominator, decimals),
    halfWorth: program.response.halfWorth,
    reachDays: expiryMonths > 0 ? Math.min(planningDays, expiryMonths * DAYS_PER_MONTH) : planningDays,
    tiers: compileTiers(scenario, program, ground.base),
    ...compileResponse(program.response),
  });
}

type ResponsePlan = Pick<
  ProgramPlan,
  | "goalGradient"
  | "goalGradientFade"
  | "rewardedBehaviour"
  | "rewardedBehaviourFade"
  | "balanceAtStake"
  | "borrowed"
  | "tierChase"
  | "tierChaseFade"
  | "tierChaseReach"
  | "status"
  | "statusFade"
  | "statusAtStake"
  | "demotionShock"
  | "demotionShockFade"
  | "discountResponse"
>;

function compileResponse(response: ResponseOf<number>): ResponsePlan {
  return {
    goalGradient: response.goalGradient,
    goalGradientFade: fadeOf(response.goalGradientHalfLifeMonths),
    rewardedBehaviour: response.rewardedBehaviour,
    rewardedBehaviourFade: 1 / response.rewardedBehaviourHalfLifeDays,
    balanceAtStake: response.balanceAtStake,
    borrowed: response.borrowed,
    tierChase: response.tierChase,
    tierChaseFade: fadeOf(response.tierChaseHalfLifeMonths),
    tierChaseReach: response.tierChaseReach,
    status: response.status,
    statusFade: fadeOf(response.statusHalfLifeMonths),
    statusAtStake: response.statusAtStake,
    demotionShock: response.demotionShock,
    demotionShockFade: 1 / response.demotionShockHalfLifeDays,
    discountResponse: response.discount,
  };
}

function fadeOf(halfLifeMonths: number | "never"): number {
  return halfLifeMonths === "never" ? 0 : 1 / (halfLifeMonths * DAYS_PER_MONTH);
}

function enrolThreshold(share: number): number {
  if (share <= 0) return Number.POSITIVE_INFINITY;
  if (share >= 1) return Number.NEGATIVE_INFINITY;
  return share <= 0.5 ? -normalQuantile(share, false) : normalQuantile(1 - share, false);
}
