import { roundHalfUp, toMinorUnits, toWholeMinorUnits } from "#tenure/basics/money.js";
import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import { shareOf } from "./exact.ts";

/** Margin of a purchase in whole minor units: the share of the basket at shelf price less what serving it costs. */
export function marginOf(scenario: DrawnScenario, basket: number): number {
  const { grossMargin, costPerPurchase } = scenario.economics;
  return shareOf(basket, grossMargin) - toWholeMinorUnits(costPerPurchase, scenario.currency.decimals);
}

/** What handing out one reward costs in whole minor units: rounded once, when all is added up. */
export function rewardCostOf(
  reward: { readonly unitCost: number; readonly faceValue: number; readonly replaces: number },
  decimals: number,
): number {
  const unitCost = toMinorUnits(reward.unitCost, decimals);
  const faceValue = toMinorUnits(reward.faceValue, decimals);
  return roundHalfUp(unitCost + reward.replaces * (faceValue - unitCost));
}
