/** From here on e^L cannot be told from e^L − 1, and further on it overflows. */
const LARGE = 500;

/**
 * A leaving propensity L = −log(1 − p) after the odds of leaving are multiplied: p / (1 − p) is e^L − 1.
 *
 * @param propensity L, 0 or more
 * @param scale what the odds are multiplied by, above 0
 */
export function scaledLeaving(propensity: number, scale: number): number {
  if (propensity > LARGE) return propensity + Math.log(scale);
  return Math.log1p(scale * Math.expm1(propensity));
}
