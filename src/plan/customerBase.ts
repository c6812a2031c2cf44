import { compound, DAYS_PER_UNIT } from "../basics/calendar.js";
import { toMinorUnits, toWholeMinorUnits } from "../basics/money.js";
import { normalQuantile } from "../math/normal.js";
import { exponentialQuantile, gammaQuantile } from "../math/quantiles.js";
import type { DrawnScenario } from "../scenario/scenario.js";
import { compileCohorts } from "./cohorts.js";
import { compileHistory } from "./history.js";
import { compileLeaving } from "./leaving.js";
import { oddsScaleOf } from "./oddsScale.js";
import type { CustomerBasePlan } from "./plan.js";
import { quantileTable } from "./quantileTables.js";
import { baseMultipliers } from "./season.js";
import { shared } from "./shared.js";
import { compileSpend } from "./spend.js";
import { compileTypes } from "./types.js";

/** Months a purchase keeps a customer among the retained. */
export const RETENTION_WINDOW = 3;

const MILLION = 1_000_000;

/**
 * Compiles who the customers are and what a purchase earns the company: all that worlds of one plan share.
 *
 * @param scenario drawn
 * @param customers how many day-one customers to simulate
 * @param monthStart day each month begins, and the end of the horizon
 * @returns a frozen customer base
 */
export function compileCustomerBase(
  scenario: DrawnScenario,
  customers: number,
  monthStart: readonly number[],
): CustomerBasePlan {
  const { customerBase, economics, currency, horizon } = scenario;
  const { purchaseRate, attrition, spend, growth, timeUnit, loyaltyTypes } = customerBase;
  const toMinor = (amount: number): number => toMinorUnits(amount, currency.decimals);
  return Object.freeze({
    cohorts: Object.freeze(compileCohorts(scenario, customers, monthStart)),
    rateTable: quantileTable(`gamma ${purchaseRate.shape}`, gammaQuantile(purchaseRate.shape)),
    rateParameterDays: purchaseRate.rate * DAYS_PER_UNIT[timeUnit],
    ...compileLeaving(attrition, timeUnit, oddsScaleOf(scenario)),
    ...compileSpend(spend, toMinor),
    history: compileHistory(customerBase, toMinor),
    exponentialTable: quantileTable("exponential", exponentialQuantile),
    normalTable: quantileTable("normal", normalQuantile),
    baseMultiplier: shared(baseMultipliers(scenario)),
    priceLevel: shared(compound(growth.prices, horizon.months)),
    grossMarginMillionths: Math.round(economics.grossMargin * MILLION),
    costPerPurchaseMinor: toWholeMinorUnits(economics.costPerPurchase, currency.decimals),
    // Contracts, not purchases, keep their customers.
    retentionWindow: attrition.kind === "atRenewal" ? 0 : RETENTION_WINDOW,
    types: Object.freeze(compileTypes(loyaltyTypes)),
  });
}
