import { logRising, risingSlope } from "../math/rising.js";
import type { GroupedHistories } from "./histories.js";

/**
 * Log-likelihood of all histories under NBD, and its gradient.
 *
 * @param parameters r and alpha, both > 0
 * @param histories grouped
 * @param gradient receives the derivatives by r and alpha
 * @returns natural logarithm of the likelihood, a density over the times of purchases
 * @source Ehrenberg 1959
 * @example
 * const histories = groupHistories({ x: [2], tx: [30.43], T: [38.86], customers: [1] });
 * nbdTotal([0.385, 12.072], histories, new Float64Array(2)).toFixed(4); // "-9.0440"
 */
export function nbdTotal(parameters: ArrayLike<number>, histories: GroupedHistories, gradient: Float64Array): number {
  const { 0: r, 1: alpha } = parameters;
  const { x, T, customers, byPurchases } = histories;
  let sum = 0;
  let byR = 0;
  let byAlpha = 0;
  for (let i = 0; i < x.length; i++) {
    const logEnd = Math.log1p(T[i] / alpha);
    sum -= customers[i] * (r + x[i]) * logEnd;
    byR -= customers[i] * logEnd;
    byAlpha += (customers[i] * (r * T[i] - alpha * x[i])) / (alpha * (alpha + T[i]));
  }
  const most = byPurchases.length - 1;
  const rate = logRising(r, most);
  const rateSlope = risingSlope(r, most);
  const logAlpha = Math.log(alpha);
  for (let k = 0; k <= most; k++) {
    sum += byPurchases[k] * (rate[k] - k * logAlpha);
    byR += byPurchases[k] * rateSlope[k];
  }
  gradient[0] = byR;
  gradient[1] = byAlpha;
  return sum;
}
