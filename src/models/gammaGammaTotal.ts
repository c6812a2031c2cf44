import digamma from "@stdlib/math-base-special-digamma";
import gammaln from "@stdlib/math-base-special-gammaln";
import type { SpendRows } from "./spendHistories.js";

/**
 * Log-likelihood of what all customers spent under Gamma-Gamma, and its gradient.
 *
 * @param parameters p, q, v, all > 0
 * @param rows checked
 * @param gradient receives the derivatives by p, q, v
 * @returns natural logarithm of the density at the mean spends
 * @source Fader & Hardie 2013, note 025, equation 1a
 * @example gammaGammaTotal([6.25, 3.74, 15.44], spendRows({ x: [1], meanSpend: [30], customers: [1] }), new Float64Array(3)).toFixed(4); // "-3.9485"
 */
export function gammaGammaTotal(parameters: ArrayLike<number>, rows: SpendRows, gradient: Float64Array): number {
  const { 0: p, 1: q, 2: v } = parameters;
  const { x, meanSpend, customers, byPurchases, total } = rows;
  const logV = Math.log(v);
  let sum = 0;
  let byP = 0;
  let byQ = 0;
  let byV = 0;
  for (let i = 0; i < x.length; i++) {
    const weight = customers[i];
    const spend = x[i] * meanSpend[i];
    const shape = p * x[i];
    const logSpend = Math.log(spend);
    // log((v + spend) / v), and the rest of log(spend / (v + spend)).
    const logGrown = Math.log1p(spend / v);
    sum += weight * (shape * (logSpend - logV - logGrown) - q * logGrown - Math.log(meanSpend[i]));
    byP += weight * x[i] * (logSpend - logV - logGrown);
    byQ -= weight * logGrown;
    byV += (weight * (q * spend - shape * v)) / (v * (v + spend));
  }
  for (let k = 1; k < byPurchases.length; k++) {
    const weight = byPurchases[k];
    if (weight === 0) continue;
    const both = digamma(p * k + q);
    sum += weight * (gammaln(p * k + q) - gammaln(p * k));
    byP += weight * k * (both - digamma(p * k));
    byQ += weight * both;
  }
  gradient[0] = byP;
  gradient[1] = byQ - total * digamma(q);
  gradient[2] = byV;
  return sum - total * gammaln(q);
}
