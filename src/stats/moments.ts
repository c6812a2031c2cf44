/**
 * Mean, counted from the first value: equal values give back exactly that value, and small differences between large values
 * keep their digits.
 *
 * @param values one number or more
 * @returns the mean
 * @throws RangeError when there is none
 * @example
 * mean([0.1, 0.1, 0.1]) === 0.1; // true
 * (0.1 + 0.1 + 0.1) / 3 === 0.1; // false
 */
export function mean(values: ArrayLike<number>): number {
  if (values.length === 0) throw new RangeError("expected one value or more to take the mean of, got none");
  const origin = values[0];
  let sum = 0;
  for (let i = 1; i < values.length; i++) sum += values[i] - origin;
  return origin + sum / values.length;
}

/**
 * Variance of the distribution a sample comes from, in two passes: first the mean, then the squared distances to it. (The mean
 * of squares less the square of the mean loses every digit on values of 1e12 that differ by 1.)
 *
 * @param values any number of values
 * @returns the sum of squared deviations over n − 1, exactly 0 for equal values; null for fewer than two
 * @example sampleVariance([1e12, 1e12 + 2]); // 2
 */
export function sampleVariance(values: ArrayLike<number>): number | null {
  if (values.length < 2) return null;
  const center = mean(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] - center) ** 2;
  return squares / (values.length - 1);
}
