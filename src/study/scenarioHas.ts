import { tiersOf as tiersOfProgram } from "../plan/tiers.js";
import { listedTypes } from "../plan/types.js";
import type { DrawnScenario, LoyaltyType, Quantity, Scenario, TiersOf } from "../scenario/scenario.js";
import type { ListedType } from "./measure.js";

/** Whether customers are under contracts, which is what retention counts then. */
export function hasContracts({ customerBase }: Scenario): boolean {
  return customerBase.attrition.kind === "atRenewal";
}

/** Whether customers there on day one are known from before. */
export function hasHistory({ customerBase }: Scenario): boolean {
  return customerBase.history !== null;
}

/** Whether anybody joins after day one. */
export function hasNewcomers({ customerBase: { acquisition } }: Scenario): boolean {
  const { perMonth } = acquisition;
  return typeof perMonth === "number" ? perMonth > 0 : perMonth.some((newcomers) => newcomers > 0);
}

/** The tiers of a design, or null. */
export function tiersOf({ program }: Scenario): TiersOf<Quantity> | null {
  return program === null ? null : tiersOfProgram(program);
}

/** Whether a design has tiers. */
export function hasTiers(scenario: Scenario): boolean {
  return tiersOf(scenario) !== null;
}

/** Whether the points of some month of issue have all been redeemed or lost by rule within the horizon. */
export function closesVintages({ program, horizon }: Scenario): boolean {
  return program?.expiry.kind === "rolling" && program.expiry.months < horizon.months;
}

/**
 * Loyalty types that customers may have, in the order of LOYALTY_TYPES.
 *
 * @param scenario as written: a weight given as a range counts
 * @returns none when customers are of one kind
 */
export function typesOf({ customerBase: { loyaltyTypes } }: Scenario): readonly LoyaltyType[] {
  const types = listedTypes(loyaltyTypes);
  return types.length < 2 ? [] : types;
}

/**
 * Loyalty types that customers of a draw have, in the order of the type book.
 *
 * @param scenario with every range drawn
 * @returns none when customers are of one kind
 */
export function typesOfDraw(scenario: DrawnScenario): readonly ListedType[] {
  const { loyaltyTypes } = scenario.customerBase;
  if (loyaltyTypes === null) return [];
  return typesOf(scenario).map((type) => ({ type, attachment: loyaltyTypes.traits[type].attachment }));
}
