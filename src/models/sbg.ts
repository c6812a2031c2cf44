import { isCount, MOST_PURCHASES } from "./limits.js";

/**
 * Shifted beta-geometric: a customer does not renew a contract with a probability of the customer's own, Beta(a, b) over customers,
 * the same at every renewal. Both shapes are positive; the paper writes α and β.
 */
export interface Sbg {
  readonly a: number;
  readonly b: number;
}

/**
 * Probability that a customer is still one after so many renewals.
 *
 * @param model parameters
 * @param renewals how many were due, whole, from 0 to 100,000
 * @returns S(t) = B(a, b + t) / B(a, b)
 * @throws RangeError when renewals are not such a number
 * @source Fader & Hardie 2007, equation 6
 * @example contractSurvival({ a: 0.7041, b: 1.182 }, 4).toFixed(3); // "0.332"
 */
export function contractSurvival(model: Sbg, renewals: number): number {
  if (!isCount(renewals)) throw new RangeError(`expected whole renewals from 0 to ${MOST_PURCHASES}, got ${renewals}`);
  let survival = 1;
  for (let renewal = 1; renewal <= renewals; renewal++) survival *= renewalProbability(model, renewal);
  return survival;
}

/**
 * Probability that a customer who is still one renews: it rises with tenure, as those ready to leave have left.
 *
 * @param model parameters
 * @param renewal number of the renewal, from 1
 * @returns r_t = (b + t − 1) / (a + b + t − 1)
 * @source Fader & Hardie 2007, equation 8
 * @example renewalProbability({ a: 0.7041, b: 1.182 }, 1).toFixed(3); // "0.627"
 */
export function renewalProbability({ a, b }: Sbg, renewal: number): number {
  return (b + renewal - 1) / (a + b + renewal - 1);
}

/**
 * Log-likelihood of a cohort's losses.
 *
 * @param model parameters
 * @param lost customers who did not renew, by renewal
 * @param still customers left after the last of these
 * @returns natural logarithm of the likelihood
 * @source Fader & Hardie 2007, appendix B
 * @example sbgLogLikelihood({ a: 1, b: 1 }, [1], 1).toFixed(6); // "-1.386294": two throws of a coin
 */
export function sbgLogLikelihood(model: Sbg, lost: readonly number[], still: number): number {
  const logLost = lost.reduce((sum, count, at) => {
    const leaves = contractSurvival(model, at) * (1 - renewalProbability(model, at + 1));
    return sum + count * Math.log(leaves);
  }, 0);
  return logLost + still * Math.log(contractSurvival(model, lost.length));
}
