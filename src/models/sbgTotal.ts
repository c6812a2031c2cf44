import type { RenewalCounts } from "./contracts.js";

/**
 * Log-likelihood of all renewals and losses under the shifted beta-geometric, and its gradient.
 *
 * @param parameters a and b, both > 0
 * @param counts by number of the renewal
 * @param gradient receives the derivatives by a and b
 * @returns natural logarithm of the likelihood
 * @source Fader & Hardie 2007, appendix B, renewal by renewal
 * @example sbgTotal([1, 1], countRenewals(contractsOfSurvivors([2, 1])), new Float64Array(2)).toFixed(6); // "-1.386294"
 */
export function sbgTotal(parameters: ArrayLike<number>, counts: RenewalCounts, gradient: Float64Array): number {
  const { 0: a, 1: b } = parameters;
  const { renewed, lost } = counts;
  let sum = 0;
  let byA = 0;
  let byB = 0;
  for (let k = 0; k < renewed.length; k++) {
    const stay = b + k;
    const both = a + stay;
    sum -= renewed[k] * Math.log1p(a / stay) + lost[k] * Math.log1p(stay / a);
    byA += (lost[k] * stay - renewed[k] * a) / (a * both);
    byB += (renewed[k] * a - lost[k] * stay) / (stay * both);
  }
  gradient[0] = byA;
  gradient[1] = byB;
  return sum;
}
