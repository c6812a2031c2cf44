import kernelBetaincinv from "@stdlib/math-base-special-kernel-betaincinv";

/**
 * Quantile of Student's t distribution: how many standard errors an interval reaches from an estimate whose standard error was
 * itself estimated. The beta inverse gives x and 1 − x, each at full precision, so nothing cancels near the median or in the
 * tails.
 *
 * @param probability share of the distribution below the quantile, above 0 and below 1
 * @param degreesOfFreedom above 0; need not be whole
 * @returns the quantile, to a relative 1e-12 and better
 * @throws RangeError when an argument is outside its domain
 * @source Abramowitz & Stegun 1964, 26.5.27 and 26.7.1: with x = ν / (ν + t²), the two tails beyond ±t are I_x(ν/2, 1/2)
 * @example studentQuantile(0.975, 9); // 2.262157162798205
 */
export function studentQuantile(probability: number, degreesOfFreedom: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`expected a probability above 0 and below 1, got ${probability}`);
  }
  if (!(degreesOfFreedom > 0 && Number.isFinite(degreesOfFreedom))) {
    throw new RangeError(`expected finite degrees of freedom above 0, got ${degreesOfFreedom}`);
  }
  const tails = 2 * Math.min(probability, 1 - probability);
  const [x = 1, rest = 0] = kernelBetaincinv(degreesOfFreedom / 2, 0.5, tails, 1 - tails);
  const distance = Math.sqrt((degreesOfFreedom * rest) / x);
  return probability < 0.5 ? -distance : distance;
}
