/** Mean of a sample, the standard error of that mean, and the sample's variance. */
interface Moments {
  readonly mean: number;
  readonly error: number;
  readonly variance: number;
}

/**
 * Moments of a sample.
 *
 * @param values at least two
 * @returns mean, its standard error, and the unbiased variance
 * @example momentsOf([1, 3]); // mean 2, error 1, variance 2
 */
export function momentsOf(values: readonly number[]): Moments {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, error: Math.sqrt(variance / values.length), variance };
}

/**
 * How far an empirical distribution of independent uniforms may stray from its diagonal before a test calls it wrong.
 *
 * @param count of uniforms
 * @param falseAlarm probability that right ones are called wrong, at most: 2·e^(−2·count·d²), Massart's bound
 * @returns the distance d
 * @example kolmogorovBound(100, 0.05); // 0.136
 */
export function kolmogorovBound(count: number, falseAlarm: number): number {
  return Math.sqrt(Math.log(2 / falseAlarm) / (2 * count));
}

/**
 * Distance of an empirical distribution from the uniform one.
 *
 * @param uniforms 0 to 1, in any order
 * @returns Kolmogorov's distance
 * @example kolmogorovDistance([0.25, 0.75]); // 0.25
 */
export function kolmogorovDistance(uniforms: readonly number[]): number {
  const sorted = Float64Array.from(uniforms).sort();
  let distance = 0;
  sorted.forEach((value, at) => {
    distance = Math.max(distance, value - at / sorted.length, (at + 1) / sorted.length - value);
  });
  return distance;
}
