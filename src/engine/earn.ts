import { AT_TIER } from "../ledger/books.js";
import { ROUNDING_CODE } from "../plan/plan.js";
import type { LifeState } from "./lifeState.js";
import { issue } from "./lots.js";
import { tierCell } from "./record.js";

/**
 * A member earns on a purchase; the points, or the stamp, carry its cause. What is paid counts towards tiers.
 *
 * @param life state of a member
 * @param instant days
 * @param cause of the purchase
 * @param paid spend in minor units, less the discount
 */
export function earn(life: LifeState, instant: number, cause: number, paid: number): void {
  const { program } = life;
  if (program.isStampCard !== 0) {
    if (paid >= program.minimumSpendMinor) issue(life, instant, cause, 1);
    return;
  }
  const { tiers, earnRounding } = program;
  const points = pointsFor(paid, tiers.earnNumerator[life.tier], tiers.earnDenominator[life.tier], earnRounding);
  if (points > 0) {
    issue(life, instant, cause, points);
    if (life.tierBook >= 0) life.cells[tierCell(life) + AT_TIER.issued] += points;
  }
  life.counted +=
    tiers.countsPoints === 0 ? paid : pointsFor(paid, tiers.countNumerator, tiers.countDenominator, earnRounding);
}

/**
 * Points an amount earns: whole numbers divided and rounded once. Below 2^53 the floor of a quotient is exact, since a quotient
 * that is no whole number is further from one than its rounding error; dividing in two steps keeps products below it.
 */
function pointsFor(amount: number, numerator: number, denominator: number, rounding: number): number {
  const units = Math.floor(amount / denominator);
  const product = (amount - units * denominator) * numerator;
  const part = Math.floor(product / denominator);
  const remainder = product - part * denominator;
  const whole = units * numerator + part;
  if (rounding === ROUNDING_CODE.floor) return whole;
  if (rounding === ROUNDING_CODE.ceil) return remainder > 0 ? whole + 1 : whole;
  return remainder * 2 >= denominator ? whole + 1 : whole;
}
