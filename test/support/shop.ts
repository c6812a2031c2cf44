import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import { LOYALTY_TYPES } from "#tenure/scenario/scenario.js";
import { completeScenario, type PartialProgram, type PartialScenario } from "./completeScenario.ts";

type PartialBase = NonNullable<PartialScenario["customerBase"]>;

/** What a customer of the shop spends in a year: a basket of 20 a week. */
export const SHOP_YEAR = 20 * (365.25 / 7);

/** A shop whose customers are all alike: a basket of about 20 a week, nobody leaves; every channel off but those stated. */
export function shop(program: PartialProgram, base: PartialBase = {}): DrawnScenario {
  return completeScenario({
    horizon: { start: "2025-01", months: 36 },
    customerBase: {
      size: 2000,
      timeUnit: "week",
      purchaseRate: { shape: 4000, rate: 4000 },
      attrition: { a: 0.01, b: 10_000 },
      spend: { p: 1000, q: 1000, v: 20 },
      ...base,
    },
    program,
  });
}

/** Two tiers: the second from an amount a year, worth so much a month to its members. */
export function silver(from: number, perkValuePerMonth: number): NonNullable<PartialProgram["tiers"]> {
  return { levels: [{ name: "Entry" }, { name: "Silver", from, perkValuePerMonth, perkCostPerMonth: 1 }] };
}

/** Two loyalty types in equal numbers, one of which answers nothing at all. */
export function answeringAndDeaf(): NonNullable<PartialBase["loyaltyTypes"]> {
  const [answering, deaf] = [LOYALTY_TYPES[0], LOYALTY_TYPES[1]];
  return {
    mix: { [answering]: 1, [deaf]: 1 },
    traits: { [deaf]: { programSensitivity: 0, priceSensitivity: 0, switchingCost: 0 } },
  };
}
