import { mean, sampleVariance } from "./moments.js";

/** Magnitude from which squares would overflow; values must stay below it. */
const TOO_LARGE = 1e150;

/** The values of a run's replicates, grouped by the input draw they share. */
export interface Draws {
  /** The values that are defined, in the order of the replicates. */
  readonly values: Float64Array;
  /** For each of them, the position of its draw in the two columns below. */
  readonly drawOf: Int32Array;
  /** Mean of each draw's values. */
  readonly means: Float64Array;
  /** How many values each draw has: 1 or 2. */
  readonly sizes: Int32Array;
  /** Share of the replicates without a value. */
  readonly undefinedShare: number;
}

/**
 * A number small enough to work with, or null: turns a division by zero, or nearly, into "undefined".
 *
 * @param value any number, NaN and the infinities included
 * @returns the value; null when it is NaN or 1e150 or larger in magnitude
 * @example definedOrNull(1 / 0); // null
 */
export function definedOrNull(value: number): number | null {
  return Math.abs(value) < TOO_LARGE ? value : null;
}

/**
 * Groups the values of replicates by input draw: replicate k has draw ⌊k/2⌋, or one of its own when no input is
 * a range. Undefined values are left out and counted; a draw may so be left with one value or vanish, as the last draw of an odd
 * number of replicates has one from the start.
 *
 * @param values one for each replicate, null where undefined
 * @param ranged is any input a range?
 * @returns the defined values and their draws
 * @throws RangeError when there is no replicate, or a value is NaN or 1e150 or larger in magnitude
 * @example groupByDraw([1, 3, 7], true).means; // [2, 7]
 */
export function groupByDraw(values: ArrayLike<number | null>, ranged: boolean): Draws {
  if (values.length === 0) throw new RangeError("expected the values of one replicate or more, got none");
  const kept: number[] = [];
  const drawOf: number[] = [];
  const members: number[][] = [];
  let previous = -1;
  for (let replicate = 0; replicate < values.length; replicate++) {
    const value = values[replicate];
    if (value === null) continue;
    if (definedOrNull(value) === null) {
      throw new RangeError(`expected a number below 1e150 in magnitude, got ${value} in replicate ${replicate}`);
    }
    const draw = ranged ? Math.floor(replicate / 2) : replicate;
    if (draw === previous) members[members.length - 1].push(value);
    else members.push([value]);
    previous = draw;
    kept.push(value);
    drawOf.push(members.length - 1);
  }
  return {
    values: Float64Array.from(kept),
    drawOf: Int32Array.from(drawOf),
    means: Float64Array.from(members, mean),
    sizes: Int32Array.from(members, (values) => values.length),
    undefinedShare: (values.length - kept.length) / values.length,
  };
}

/**
 * Variance of the mean over replicates, the draws being the independent units: Σw²·B, w a draw's share of the replicates and B
 * the variance between draw means.
 *
 * @param draws replicates by draw
 * @returns null with fewer than two draws
 * @example varianceOfMean(groupByDraw([1, 3, 7, 9], true)); // 9
 */
export function varianceOfMean({ values, means, sizes }: Draws): number | null {
  const between = sampleVariance(means);
  if (between === null) return null;
  let squaredWeights = 0;
  for (const size of sizes) squaredWeights += (size / values.length) ** 2;
  return between * squaredWeights;
}
