import { DAYS_PER_UNIT } from "#tenure/basics/calendar.js";
import { toMinorUnits } from "#tenure/basics/money.js";
import type { DrawnScenario } from "#tenure/scenario/scenario.js";

type Base = Pick<DrawnScenario, "customerBase" | "currency">;

/** λ: purchases a day, from a Gamma quantile at scale 1. */
export function ratePerDayOf({ customerBase }: Base, quantile: number): number {
  return quantile / customerBase.purchaseRate.rate / DAYS_PER_UNIT[customerBase.timeUnit];
}

/** ν: what a basket is divided by to be minor units, from its quantile at scale 1. */
export function spendLevelOf({ customerBase: { spend }, currency }: Base, quantile: number): number {
  return quantile / toMinorUnits(spend.kind === "gammaGamma" ? spend.v : spend.mean, currency.decimals);
}

/** What a customer spends on average, in minor units at the prices of the first month. */
export function meanBasketOf({ customerBase: { spend } }: Base, spendLevel: number): number {
  return (spend.kind === "gammaGamma" ? spend.p : 1) / spendLevel;
}
