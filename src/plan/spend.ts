import { gammaQuantile, logNormalQuantile } from "../math/quantiles.js";
import type { SpendOf } from "../scenario/scenario.js";
import type { CustomerBasePlan } from "./plan.js";
import { quantileTable } from "./quantileTables.js";

/** What says how much a customer spends: a basket at level 1, and the customer's level. */
export type SpendPlan = Pick<CustomerBasePlan, "spendLevelTable" | "spendRateMinor" | "basketTable" | "basketMean">;

/**
 * Compiles what customers spend on a purchase.
 *
 * @param spend distribution, in currency units
 * @param toMinor amount in minor units of an amount in currency units
 * @returns tables and parameters
 */
export function compileSpend(spend: SpendOf<number>, toMinor: (amount: number) => number): SpendPlan {
  if (spend.kind === "gammaGamma") {
    return {
      spendLevelTable: gammaTable(spend.q),
      spendRateMinor: toMinor(spend.v),
      basketTable: gammaTable(spend.p),
      basketMean: spend.p,
    };
  }
  const between = logVariance(spend.cvBetween);
  const within = logVariance(spend.cvWithin);
  return {
    // A basket is divided by the level: of a lognormal of mean 1, the reciprocal.
    spendLevelTable: logNormalTable(between / 2, Math.sqrt(between)),
    spendRateMinor: toMinor(spend.mean),
    basketTable: logNormalTable(-within / 2, Math.sqrt(within)),
    basketMean: 1,
  };
}

/**
 * Mean basket over all customers, at the prices of the first month.
 *
 * @param spend distribution
 * @returns in currency units; infinite where the distribution has no mean
 * @example meanBasket({ kind: "gammaGamma", p: 6.25, q: 3.74, v: 15.44 }).toFixed(2); // "35.22"
 */
export function meanBasket(spend: SpendOf<number>): number {
  if (spend.kind === "lognormal") return spend.mean;
  return spend.q > 1 ? (spend.p * spend.v) / (spend.q - 1) : Number.POSITIVE_INFINITY;
}

/** Variance of the logarithm of a lognormal with this coefficient of variation. */
function logVariance(variation: number): number {
  return Math.log1p(variation ** 2);
}

function gammaTable(shape: number): Float64Array {
  return quantileTable(`gamma ${shape}`, gammaQuantile(shape));
}

function logNormalTable(logMean: number, logDeviation: number): Float64Array {
  return quantileTable(`lognormal ${logMean} ${logDeviation}`, logNormalQuantile(logMean, logDeviation));
}
