import { GAUSS_NODES, GAUSS_WEIGHTS } from "../math/gaussLegendre.js";
import { logRising, risingSlope } from "../math/rising.js";
import type { GroupedHistories } from "./histories.js";

/** Widest panel of the integral in the logarithm of time, and the most its integrand may fall in one: 16 points hold both to 1e-13. */
const WIDEST = 4;
const STEEPEST = 16;
/** What has fallen by more than e^−45 adds nothing. */
const NEGLIGIBLE = 45;

/**
 * Log-likelihood of all histories under Pareto/NBD, and its gradient. The customer has left at some time u after the last
 * purchase, or not yet: the integral over u is done by Gauss-Legendre panels in log(rate + u), where its integrand is smooth and
 * its slopes by the parameters are integrals over the same points.
 *
 * ```
 * L = Γ(r + x) / Γ(r) · α^r · β^s · [ (α + T)^−(r+x) · (β + T)^−s + s · ∫ (α + u)^−(r+x) · (β + u)^−(s+1) du ],  u from t_x to T
 * ```
 *
 * @param parameters r, alpha, s, beta, all > 0
 * @param histories grouped
 * @param gradient receives the derivatives by r, alpha, s, beta
 * @returns natural logarithm of the likelihood, a density over the times of purchases
 * @source Schmittlein, Morrison & Colombo 1987; the integral before it is made a hypergeometric function
 * @example
 * const histories = groupHistories({ x: [2], tx: [30.43], T: [38.86], customers: [1] });
 * paretoNbdTotal([0.5533, 10.578, 0.6062, 11.669], histories, new Float64Array(4)).toFixed(4); // "-9.5543"
 */
export function paretoNbdTotal(
  parameters: ArrayLike<number>,
  histories: GroupedHistories,
  gradient: Float64Array,
): number {
  const { 0: r, 1: alpha, 2: s, 3: beta } = parameters;
  const { x, tx, T, customers, byPurchases } = histories;
  const near = Math.min(alpha, beta);
  const gap = Math.max(alpha, beta) - near;
  const nearIsAlpha = alpha <= beta;
  let sum = 0;
  let byR = 0;
  let byAlpha = 0;
  let byS = 0;
  let byBeta = 0;
  for (let i = 0; i < x.length; i++) {
    const shape = r + x[i];
    // Powers of (near + u) and (far + u) in the integrand; one of the first goes to the measure, du = (near + u) dy.
    const nearPower = (nearIsAlpha ? shape : s + 1) - 1;
    const farPower = nearIsAlpha ? s + 1 : shape;
    const end = near + T[i];
    const logNearEnd = Math.log(end);
    const logFarEnd = Math.log(gap + end);
    const logAlphaEnd = nearIsAlpha ? logNearEnd : logFarEnd;
    const logBetaEnd = nearIsAlpha ? logFarEnd : logNearEnd;
    const logStill = -shape * logAlphaEnd - s * logBetaEnd;
    const begin = near + tx[i];
    const length = Math.log1p((T[i] - tx[i]) / begin);
    const logBegin = logNearEnd - length;
    const fall = (y: number): number => nearPower * y + farPower * Math.log(gap + Math.exp(y));
    const fallen = fall(logBegin);
    let mass = 0;
    let nearLog = 0;
    let farLog = 0;
    let nearInverse = 0;
    let farInverse = 0;
    let done = 0;
    let here = fallen;
    let width = WIDEST;
    while (done < length && here - fallen < NEGLIGIBLE) {
      width = Math.min(WIDEST, width * 2, length - done);
      let there = fall(logBegin + done + width);
      while (there - here > STEEPEST) {
        width /= 2;
        there = fall(logBegin + done + width);
      }
      for (let k = 0; k < GAUSS_NODES.length; k++) {
        const y = logBegin + done + width * GAUSS_NODES[k];
        const nearTime = Math.exp(y);
        const logFar = Math.log(gap + nearTime);
        const value = width * GAUSS_WEIGHTS[k] * Math.exp(fallen - nearPower * y - farPower * logFar);
        mass += value;
        nearLog += value * y;
        farLog += value * logFar;
        nearInverse += value / nearTime;
        farInverse += value / (gap + nearTime);
      }
      done = length - done <= width ? length : done + width;
      here = there;
    }
    // Shares of having left and of being there still, by their logarithms.
    const logLeft = mass > 0 ? Math.log(s * mass) - fallen : -Infinity;
    const top = Math.max(logStill, logLeft);
    const either = Math.exp(logStill - top) + Math.exp(logLeft - top);
    const still = Math.exp(logStill - top) / either;
    const left = mass > 0 ? (1 - still) / mass : 0;
    const weight = customers[i];
    sum += weight * (top + Math.log(either));
    byR -= weight * (still * logAlphaEnd + left * (nearIsAlpha ? nearLog : farLog));
    byAlpha -= weight * shape * (still / (alpha + T[i]) + left * (nearIsAlpha ? nearInverse : farInverse));
    byS -= weight * (still * logBetaEnd + left * (nearIsAlpha ? farLog : nearLog) - (left * mass) / s);
    byBeta -= weight * ((still * s) / (beta + T[i]) + left * (s + 1) * (nearIsAlpha ? farInverse : nearInverse));
  }
  const most = byPurchases.length - 1;
  const rate = logRising(r, most);
  const rateSlope = risingSlope(r, most);
  const { total } = histories;
  for (let k = 0; k <= most; k++) {
    sum += byPurchases[k] * rate[k];
    byR += byPurchases[k] * rateSlope[k];
  }
  gradient[0] = byR + total * Math.log(alpha);
  gradient[1] = byAlpha + (total * r) / alpha;
  gradient[2] = byS + total * Math.log(beta);
  gradient[3] = byBeta + (total * s) / beta;
  return sum + total * (r * Math.log(alpha) + s * Math.log(beta));
}
