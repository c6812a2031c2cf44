/** Normal scores the ranks of a mixture are kept at: this far on both sides of 0, so many to a unit. */
export const FARTHEST = 4;
export const PER_UNIT = 16;

/**
 * The normal score of a value among the values of a mixture.
 *
 * @param knots of the mixture
 * @param value ≥ 0
 * @returns from −4 to 4
 * @example scoreAmong(mixtureKnots({ weights: [1], shapes: [3], rates: [1] }), 0); // -4
 */
export function scoreAmong(knots: Float64Array, value: number): number {
  let low = 0;
  let high = knots.length - 1;
  if (!(value > knots[low])) return -FARTHEST;
  if (value >= knots[high]) return FARTHEST;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (knots[middle] <= value) low = middle;
    else high = middle;
  }
  return (low + (value - knots[low]) / (knots[high] - knots[low])) / PER_UNIT - FARTHEST;
}
