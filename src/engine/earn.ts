import type { ProgramPlan } from "../plan/plan.js";
import { ROUNDING_CODE } from "../plan/plan.js";
import type { LifeState } from "./lifeState.js";
import { issue } from "./lots.js";

/**
 * Points a basket earns: whole numbers divided and rounded once. Below 2^53 the floor of a quotient is exact, since a quotient
 * that is no whole number is further from one than its rounding error; dividing in two steps keeps products below it.
 *
 * @param program the design
 * @param basket spend in minor units
 * @returns whole points
 */
export function pointsFor(program: ProgramPlan, basket: number): number {
  const { earnNumerator, earnDenominator, earnRounding } = program;
  const units = Math.floor(basket / earnDenominator);
  const product = (basket - units * earnDenominator) * earnNumerator;
  const part = Math.floor(product / earnDenominator);
  const remainder = product - part * earnDenominator;
  const whole = units * earnNumerator + part;
  if (earnRounding === ROUNDING_CODE.floor) return whole;
  if (earnRounding === ROUNDING_CODE.ceil) return remainder > 0 ? whole + 1 : whole;
  return remainder * 2 >= earnDenominator ? whole + 1 : whole;
}

/**
 * A member earns on a purchase; the points carry its cause.
 *
 * @param life state
 * @param instant days
 * @param cause of the purchase
 * @param basket spend in minor units
 */
export function earn(life: LifeState, instant: number, cause: number, basket: number): void {
  const points = pointsFor(life.program, basket);
  if (points > 0) issue(life, instant, cause, points);
}
