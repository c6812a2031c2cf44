import type { CustomerBasePlan, Plan, ProgramPlan } from "../plan/plan.js";
import { LAYER_FLOOR, MULTIPLIER_CAP } from "../random/address.js";
import type { Person } from "./person.js";
import { isWilling } from "./person.js";

const MILLION = 1_000_000;

/** Room for rounding between a bound computed here and the same number computed in a life. */
const BOUND_SLACK = 1 + 1e-12;

/**
 * Works out how far a customer can be moved in any of the worlds: no multiplier gets above `multiplierTop` times season and
 * growth, no leaving hazard below `hazardFloor`. Occasions above it are nobody's purchase and need not be kept; a reward out of this customer's
 * reach, or a type that does not answer, asks for none on top.
 *
 * @param person the customer; receives the bounds
 * @param plan of the worlds
 * @returns whether the customer joins a program in any of them
 */
export function boundMoves(person: Person, plan: Plan): boolean {
  const { base, programs, baseMultiplierTop } = plan;
  let isJoining = false;
  let multiplier = 1;
  let hazard = 1;
  for (let at = 0; at < programs.length; at++) {
    const program = programs[at];
    if (!isWilling(person, program)) continue;
    isJoining = true;
    const { tiers } = program;
    const worth = rewardWorthTop(person, program, base);
    const buying =
      (program.goalGradient + program.rewardedBehaviour) * worth +
      program.tierChase * tiers.worthTop +
      program.status * tiers.statusWorthTop;
    const price = program.discountResponse * (tiers.discountTopMillionths / MILLION);
    const holding = program.balanceAtStake * worth + program.statusAtStake * tiers.statusWorthTop;
    multiplier = Math.max(multiplier, 1 + person.programSensitivity * buying + person.priceSensitivity * price);
    hazard = Math.min(hazard, Math.max(0, 1 - person.switchingCost * holding));
  }
  person.multiplierTop = multiplier === 1 ? 1 : multiplier * BOUND_SLACK;
  person.hazardFloor = hazard === 1 ? 1 : hazard / BOUND_SLACK;
  person.layers = layersUpTo(person.multiplierTop * baseMultiplierTop);
  return isJoining;
}

/** What the best reward within this customer's reach can be worth at any point of the membership, as when one is aimed at. */
function rewardWorthTop(person: Person, program: ProgramPlan, base: CustomerBasePlan): number {
  const { rewardValueMinor, firstNeed, laterNeed, halfWorth, minimumSpendMinor } = program;
  const withinReach = program.reachDays * ((person.ratePerDay * base.basketMean) / person.spendLevel) * BOUND_SLACK;
  const meanBasket = base.basketMean / person.spendLevel;
  const isTooSmall = program.isStampCard !== 0 && meanBasket < minimumSpendMinor;
  const spendOfOne = program.isStampCard === 0 ? 1 : meanBasket;
  let most = 0;
  for (let reward = 0; reward < rewardValueMinor.length; reward++) {
    const value = rewardValueMinor[reward];
    const need = Math.min(firstNeed[reward], laterNeed[reward]);
    const spend = need > 0 && isTooSmall ? Number.POSITIVE_INFINITY : need * spendOfOne;
    if (value > 0 && spend <= withinReach) most = Math.max(most, value / (value + halfWorth * spend));
  }
  return most;
}

/** How many layers of occasions hold every height below a multiplier. */
function layersUpTo(multiplier: number): number {
  const top = Math.min(multiplier, MULTIPLIER_CAP);
  let layers = 1;
  while (LAYER_FLOOR[layers] < top) layers++;
  return layers;
}
