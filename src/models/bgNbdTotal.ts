import { logRising, risingSlope } from "../math/rising.js";
import type { GroupedHistories } from "./histories.js";

/**
 * Log-likelihood of all histories under BG/NBD or its sibling MBG/NBD, and its gradient. The two differ in how often a customer
 * has had the chance to leave: after each repeat purchase, or after the first purchase too.
 *
 * @param parameters r, alpha, a, b, all > 0
 * @param histories grouped
 * @param first chances to leave at the first purchase: 0 for BG/NBD, 1 for MBG/NBD
 * @param gradient receives the derivatives by r, alpha, a, b
 * @returns natural logarithm of the likelihood, a density over the times of purchases
 * @source Fader, Hardie & Lee 2005, equation 6; Batislam, Denizel & Filiztekin 2007
 * @example
 * const histories = groupHistories({ x: [2], tx: [30.43], T: [38.86], customers: [1] });
 * bgNbdTotal([0.243, 4.414, 0.793, 2.426], histories, 0, new Float64Array(4)).toFixed(4); // "-9.4586"
 */
export function bgNbdTotal(
  parameters: ArrayLike<number>,
  histories: GroupedHistories,
  first: 0 | 1,
  gradient: Float64Array,
): number {
  const { 0: r, 1: alpha, 2: a, 3: b } = parameters;
  const { x, tx, T, customers } = histories;
  const logAlpha = Math.log(alpha);
  const logA = Math.log(a);
  let sum = 0;
  let byR = 0;
  let byAlpha = 0;
  let byA = 0;
  let byB = 0;
  for (let i = 0; i < x.length; i++) {
    const shape = r + x[i];
    const weight = customers[i];
    const end = alpha + T[i];
    // Relative to alpha, so that nothing cancels when it is large.
    const logEnd = Math.log1p(T[i] / alpha);
    const chances = x[i] + first;
    sum -= weight * shape * logEnd;
    byR -= weight * logEnd;
    byAlpha += (weight * (r * T[i] - alpha * x[i])) / (alpha * end);
    if (chances === 0) continue;
    const silence = T[i] - tx[i];
    const logSilence = Math.log1p(silence / (alpha + tx[i]));
    const odds = logA - Math.log(b + chances - 1) + shape * logSilence;
    const small = Math.exp(-Math.abs(odds));
    const left = weight * (odds > 0 ? 1 / (1 + small) : small / (1 + small));
    sum += weight * (Math.max(odds, 0) + Math.log1p(small));
    byR += left * logSilence;
    byAlpha -= (left * shape * silence) / (end * (alpha + tx[i]));
    byA += left / a;
    byB -= left / (b + chances - 1);
  }
  // What depends on the count alone is summed count by count.
  const { byPurchases } = histories;
  const most = byPurchases.length - 1;
  const rate = logRising(r, most);
  const rateSlope = risingSlope(r, most);
  let logStay = 0;
  let stayByA = 0;
  let stayByB = 0;
  for (let k = 0, chances = 0; k <= most; k++) {
    for (; chances < k + first; chances++) {
      logStay -= Math.log1p(a / (b + chances));
      stayByA -= 1 / (a + b + chances);
      stayByB += a / ((b + chances) * (a + b + chances));
    }
    const weight = byPurchases[k];
    if (weight === 0) continue;
    sum += weight * (rate[k] - k * logAlpha + logStay);
    byR += weight * rateSlope[k];
    byA += weight * stayByA;
    byB += weight * stayByB;
  }
  gradient[0] = byR;
  gradient[1] = byAlpha;
  gradient[2] = byA;
  gradient[3] = byB;
  return sum;
}
