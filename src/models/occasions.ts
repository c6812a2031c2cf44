const LARGE = 1e200;
const PRECISION = 1e-16;

/**
 * Purchases expected when the number of occasions is negative binomial and the customer leaves after each one taken with
 * probability p ~ Beta(a, b): the sum over n of P(n occasions) · Σ_{k<n} (b)ₖ / (a + b)ₖ. Every term is positive, so nothing
 * cancels, at a = 1 or elsewhere.
 *
 * @param r shape of the negative binomial, > 0
 * @param z its success probability, t / (alpha + t), in [0, 1); the sum takes about 40 / (1 − z) terms
 * @param a first shape of leaving, > 0
 * @param b second shape of leaving, > 0
 * @returns expected purchases, ≥ 0
 * @throws RangeError when z is outside [0, 1)
 * @example expectedOverOccasions(1, 0.5, 1e-12, 1).toFixed(9); // "1.000000000": nobody leaves, the mean is r·z / (1 − z)
 */
export function expectedOverOccasions(r: number, z: number, a: number, b: number): number {
  if (!(z >= 0 && z < 1)) throw new RangeError(`expected z from 0 to below 1, got ${z}`);
  let logScale = r * Math.log1p(-z);
  let weight = 1;
  let stays = 1;
  let purchases = 0;
  let sum = 0;
  for (let n = 0; ; n++) {
    const ratio = ((r + n) / (n + 1)) * z;
    weight *= ratio;
    purchases += stays;
    stays *= (b + n) / (a + b + n);
    sum += weight * purchases;
    // Purchases grow no faster than n, so what is left is at most a geometric series of this ratio.
    const bound = ratio * (1 + 1 / (n + 1));
    if (bound < 1 && weight * purchases * bound <= (1 - bound) * PRECISION * sum) break;
    if (sum > LARGE) {
      weight /= LARGE;
      sum /= LARGE;
      logScale += Math.log(LARGE);
    }
  }
  return sum * Math.exp(logScale);
}
