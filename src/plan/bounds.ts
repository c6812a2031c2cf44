import { quantileAt } from "../math/quantileTable.js";
import type { CustomerBasePlan, ProgramPlan } from "./plan.js";

/** How far members can be moved, over all loyalty types and whatever happens. */
interface Bounds {
  /** No purchase-rate multiplier of a member gets higher, season and growth not included; not cut. */
  readonly multiplier: number;
  /** No leaving hazard of a member gets lower. */
  readonly hazard: number;
}

/** Word of the highest quantile there is. */
const LAST_WORD = 2 ** 32 - 1;
/** Room for a quantile table that is not quite monotone at its end. */
const TAIL_SLACK = 1 - 1e-9;

/**
 * Highest purchase-rate multiplier and lowest leaving hazard a design can cause.
 *
 * @param program a compiled design
 * @param base compiled customer base
 * @returns the multiplier relative to the twin's, and the hazard
 * @example boundsOf(plan.programs[0], plan.base).hazard > 0.9; // true: vouchers of 5 % hold few back
 */
export function boundsOf(program: ProgramPlan, base: CustomerBasePlan): Bounds {
  const { tiers } = program;
  const worth = rewardWorthTop(program, base);
  const buying =
    (program.goalGradient + program.rewardedBehaviour) * worth +
    program.tierChase * top(tiers.worth) +
    program.status * top(tiers.statusWorth);
  const price = program.discountResponse * (top(tiers.discountMillionths) / 1_000_000);
  const holding = program.balanceAtStake * worth + program.statusAtStake * top(tiers.statusWorth);
  let multiplier = 1;
  let hazard = 1;
  for (const { programSensitivity, priceSensitivity, switchingCost } of base.types) {
    multiplier = Math.max(multiplier, 1 + programSensitivity * buying + priceSensitivity * price);
    hazard = Math.min(hazard, Math.max(0, 1 - switchingCost * holding));
  }
  return { multiplier, hazard };
}

/** Worth of the best reward to whoever needs the least spend for it: with a stamp card whose baskets are the smallest that earn. */
function rewardWorthTop(program: ProgramPlan, base: CustomerBasePlan): number {
  const { isStampCard, minimumSpendMinor, rewardValueMinor, firstNeed, laterNeed, halfWorth } = program;
  const spendOfOne = isStampCard === 1 ? Math.max(minimumSpendMinor, smallestMeanBasket(base)) * TAIL_SLACK : 1;
  return rewardValueMinor.reduce((most, value, reward) => {
    const need = Math.min(firstNeed[reward], laterNeed[reward]) * spendOfOne;
    return value === 0 || need === Number.POSITIVE_INFINITY ? most : Math.max(most, value / (value + halfWorth * need));
  }, 0);
}

function smallestMeanBasket(base: CustomerBasePlan): number {
  return base.basketMean / (quantileAt(base.spendLevelTable, LAST_WORD) / base.spendRateMinor);
}

function top(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}
