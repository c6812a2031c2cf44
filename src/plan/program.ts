import { DAYS_PER_MONTH } from "../basics/calendar.js";
import { roundHalfUp, toMinorUnits } from "../basics/money.js";
import { normalQuantile } from "../math/normal.js";
import { MULTIPLIER_CAP } from "../random/address.js";
import type { DrawnScenario, ProgramOf } from "../scenario/scenario.js";
import type { ProgramPlan, RewardProspects } from "./plan.js";
import { ROUNDING_CODE } from "./plan.js";
import { shared } from "./shared.js";

/** Points per unit are counted in millionths, so that earning is a division of whole numbers. */
const MILLION = 1_000_000;

/**
 * Compiles a design: business words into the numbers a life reads.
 *
 * @param scenario drawn, with money in currency units
 * @param program its program
 * @param monthStart day each month begins
 * @returns the compiled design
 * @example
 * const { earnNumerator, earnDenominator } = compileProgram(drawn, drawn.program, plan.monthStart);
 * [earnNumerator, earnDenominator]; // [1, 100]: a point for 100 cents
 */
export function compileProgram(
  scenario: DrawnScenario,
  program: ProgramOf<number>,
  monthStart: ArrayLike<number>,
): ProgramPlan {
  const { decimals } = scenario.currency;
  const { enrolment, earn, expiry, rewards, response } = program;
  const [earnNumerator, earnDenominator] = lowestTerms(earn.pointsPerUnit, decimals);
  const pointsPerMinor = earnNumerator / earnDenominator;
  const expiryMonths = expiry.kind === "rolling" ? expiry.months : 0;
  const prospects = (given: number): RewardProspects => {
    const spendMinor = rewards.map(({ points }) => (given >= points ? 0 : (points - given) / pointsPerMinor));
    return Object.freeze({
      spendMinor: shared(spendMinor),
      worth: shared(
        rewards.map(({ faceValue }, reward) => {
          const value = toMinorUnits(faceValue, decimals);
          return value === 0 ? 0 : value / (value + response.halfWorth * spendMinor[reward]);
        }),
      ),
    });
  };
  const planningDays = response.planningMonths * DAYS_PER_MONTH;
  return Object.freeze({
    opensAt: monthStart[program.launchMonth] + enrolment.delayDays,
    enrolThreshold: enrolThreshold(enrolment.share),
    enrolCorrelation: enrolment.selection,
    enrolRest: Math.sqrt(1 - enrolment.selection ** 2),
    earnNumerator,
    earnDenominator,
    earnRounding: ROUNDING_CODE[earn.rounding],
    signUpPoints: earn.signUpPoints,
    expiryMonths,
    redemptionProbability: program.redemption.probability,
    rewardPoints: shared(rewards.map((reward) => reward.points)),
    rewardCostMinor: shared(rewards.map((reward) => rewardCost(reward, decimals))),
    aimWeight: shared(rewards.map((reward) => reward.aim)),
    first: prospects(earn.signUpPoints),
    later: prospects(0),
    reachDays: expiryMonths > 0 ? Math.min(planningDays, expiryMonths * DAYS_PER_MONTH) : planningDays,
    goalGradient: response.goalGradient,
    goalGradientFade:
      response.goalGradientHalfLifeMonths === "never" ? 0 : 1 / (response.goalGradientHalfLifeMonths * DAYS_PER_MONTH),
    rewardedBehaviour: response.rewardedBehaviour,
    rewardedBehaviourFade: 1 / response.rewardedBehaviourHalfLifeDays,
    balanceAtStake: response.balanceAtStake,
  });
}

/**
 * Highest purchase-rate multiplier and lowest leaving hazard a design can cause.
 *
 * @param program a compiled design
 * @returns the multiplier, clipped at the cap, and the hazard
 * @example
 * const strengths = { goalGradient: 0.7, rewardedBehaviour: 0.3, balanceAtStake: 0.2, rewardWorth: [0.1, 0.2] };
 * boundsOf({ ...plan.programs[0], ...strengths }); // { multiplier: 1.2, hazard: 0.96 }
 */
export function boundsOf(program: ProgramPlan): { readonly multiplier: number; readonly hazard: number } {
  const worth = [...program.first.worth, ...program.later.worth].reduce((most, one) => Math.max(most, one), 0);
  return {
    multiplier: Math.min(MULTIPLIER_CAP, 1 + (program.goalGradient + program.rewardedBehaviour) * worth),
    hazard: Math.max(0, 1 - program.balanceAtStake * worth),
  };
}

/**
 * Points per minor unit as a fraction of whole numbers.
 *
 * @param pointsPerUnit points per currency unit, at most 6 decimals
 * @param decimals decimal places of the currency's smallest unit
 * @returns numerator and denominator in lowest terms
 * @example lowestTerms(2, 2); // [1, 50]
 */
export function lowestTerms(pointsPerUnit: number, decimals: number): readonly [number, number] {
  const numerator = Math.round(pointsPerUnit * MILLION);
  const denominator = MILLION * 10 ** decimals;
  let [divisor, rest] = [denominator, numerator];
  while (rest > 0) [divisor, rest] = [rest, divisor % rest];
  return [numerator / divisor, denominator / divisor];
}

function enrolThreshold(share: number): number {
  if (share <= 0) return Number.POSITIVE_INFINITY;
  if (share >= 1) return Number.NEGATIVE_INFINITY;
  return share <= 0.5 ? -normalQuantile(share, false) : normalQuantile(1 - share, false);
}

function rewardCost(
  reward: { readonly unitCost: number; readonly faceValue: number; readonly replaces: number },
  decimals: number,
): number {
  const unitCost = toMinorUnits(reward.unitCost, decimals);
  const faceValue = toMinorUnits(reward.faceValue, decimals);
  return roundHalfUp(unitCost + reward.replaces * (faceValue - unitCost));
}
