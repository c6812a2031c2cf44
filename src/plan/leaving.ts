import { DAYS_PER_UNIT } from "../basics/calendar.js";
import type { QuantileFunction } from "../math/quantiles.js";
import { betaLeavingQuantile, gammaQuantile } from "../math/quantiles.js";
import type { AttritionOf, TimeUnit } from "../scenario/scenario.js";
import type { CustomerBasePlan } from "./plan.js";
import { ATTRITION_CODE } from "./plan.js";
import { quantileTable } from "./quantileTables.js";

/** What says how readily a customer leaves, and when. */
export type LeavingPlan = Pick<
  CustomerBasePlan,
  "attrition" | "leavingTable" | "leavingParameterDays" | "contractMonths"
>;

/** From here on e to this power is so large that 1 beside it is nothing. */
const LARGE_PROPENSITY = 500;

/**
 * Compiles how customers leave.
 *
 * @param attrition kind and distribution
 * @param timeUnit of its rates
 * @param odds what the odds of leaving are multiplied by: 1, unless loyalty types tie leaving to the purchase rate
 * @returns table and parameters
 */
export function compileLeaving(attrition: AttritionOf<number>, timeUnit: TimeUnit, odds: number): LeavingPlan {
  const code = ATTRITION_CODE[attrition.kind];
  if (attrition.kind === "overTime") {
    const { shape, rate } = attrition;
    return {
      attrition: code,
      leavingTable: quantileTable(`gamma ${shape}`, gammaQuantile(shape)),
      leavingParameterDays: (rate * DAYS_PER_UNIT[timeUnit]) / odds,
      contractMonths: 0,
    };
  }
  const { a, b } = attrition;
  const name = odds === 1 ? `leaving ${a} ${b}` : `leaving ${a} ${b} at odds ${odds}`;
  return {
    attrition: code,
    leavingTable: quantileTable(name, atOdds(betaLeavingQuantile(a, b), odds)),
    leavingParameterDays: 1,
    contractMonths: attrition.kind === "atRenewal" ? attrition.everyMonths : 0,
  };
}

/**
 * −log(1 − p) where the odds of p are multiplied.
 *
 * @param propensity −log(1 − p), ≥ 0
 * @param odds factor of p / (1 − p), above 0
 * @returns −log(1 − p′), p′ / (1 − p′) = odds · p / (1 − p)
 * @example scaledPropensity(Math.log(2), 3).toFixed(9); // "1.386294361": odds of 1 become odds of 3
 */
export function scaledPropensity(propensity: number, odds: number): number {
  return propensity > LARGE_PROPENSITY ? propensity + Math.log(odds) : Math.log1p(odds * Math.expm1(propensity));
}

function atOdds(quantile: QuantileFunction, odds: number): QuantileFunction {
  return odds === 1 ? quantile : (tail, upper) => scaledPropensity(quantile(tail, upper), odds);
}
