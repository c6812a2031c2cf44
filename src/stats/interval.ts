import { studentQuantile } from "./student.js";

/** How far more replicates could move an estimate. */
export interface MonteCarloInterval {
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** What cannot be said from one independent unit. */
export const NO_INTERVAL: MonteCarloInterval = { standardError: null, low: null, high: null };

/**
 * Student's t interval around an estimate.
 *
 * @param value the estimate
 * @param standardError its estimated standard deviation
 * @param units independent units it stands on, two or more; one is spent on their mean
 * @param level probability that the interval covers
 * @returns the standard error and the two ends
 * @example tInterval(10, 1, 10, 0.95); // { standardError: 1, low: 7.7378, high: 12.2622 }
 */
export function tInterval(value: number, standardError: number, units: number, level: number): MonteCarloInterval {
  const reach = standardError === 0 ? 0 : standardError * studentQuantile((1 + level) / 2, units - 1);
  return { standardError, low: value - reach, high: value + reach };
}
