import { definedOrNull, groupByDraw } from "./draws.js";
import type { Estimate } from "./estimate.js";
import { jackknifeInterval, leaveOneOut } from "./jackknife.js";
import { type EstimateOptions, levelOf } from "./options.js";
import { outcomeRange } from "./outcomes.js";

/** The parts of a ratio measure, one of each for each replicate. */
export interface RatioParts {
  readonly numerators: ArrayLike<number>;
  readonly denominators: ArrayLike<number>;
}

/**
 * Ratio of each replicate: what one launch may see.
 *
 * @param parts numerators and denominators, equally many
 * @returns a ratio for each replicate, null where the denominator is 0
 * @example ratios({ numerators: [1, 5], denominators: [4, 0] }); // [0.25, null]
 */
export function ratios({ numerators, denominators }: RatioParts): (number | null)[] {
  return Array.from(numerators, (numerator, replicate) => definedOrNull(numerator / denominators[replicate]));
}

/**
 * Paired differences of two ratios, replicate by replicate: their `outcomes` are what P(better) of a ratio measure counts.
 *
 * @param parts the ratio
 * @param reference the ratio taken off
 * @returns a difference for each replicate, null where either ratio is undefined
 * @throws RangeError when the two have different numbers of replicates
 * @example
 * const parts = { numerators: [3, 5], denominators: [4, 0] };
 * ratioDifferences(parts, { numerators: [1, 1], denominators: [4, 4] }); // [0.5, null]
 */
export function ratioDifferences(parts: RatioParts, reference: RatioParts): (number | null)[] {
  requirePaired(parts, reference);
  const subtrahends = ratios(reference);
  return ratios(parts).map((minuend, replicate) => {
    const subtrahend = subtrahends[replicate];
    return minuend === null || subtrahend === null ? null : definedOrNull(minuend - subtrahend);
  });
}

/**
 * Ratio of totals over replicates, sum of numerators over sum of denominators, with jackknife interval and outcome range. (The
 * mean of the replicates' ratios is another number: it leans to replicates with small denominators.) The jackknife leaves out one
 * independent unit at a time: an input draw when an input is a range, a replicate when none is.
 *
 * @param numerators one for each replicate
 * @param denominators one for each replicate
 * @param options pairing, sample share, level
 * @returns the estimate; the value is null when the denominators sum to 0; the outcome range is that of the ratios of single
 *   replicates, `undefinedShare` of which have denominator 0
 * @throws RangeError when the lengths differ, there is no replicate, a value is no number, or an option is outside its domain
 * @example
 * const { value, standardError } = ratioEstimate([1, 3], [2, 2], { ranged: false, sampleShare: 1 });
 * [value, standardError]; // [1, 0.5]
 */
export function ratioEstimate(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  options: EstimateOptions,
): Estimate {
  const { value, changes } = leaveOneOut(numerators, denominators, options.ranged);
  return assemble(value, changes, ratios({ numerators, denominators }), options);
}

/**
 * Difference of two ratios of totals on the same replicates: the luck and the draws they share cancel in its interval, as one
 * jackknife leaves out the same draw from both.
 *
 * @param parts the ratio
 * @param reference the ratio taken off
 * @param options pairing, sample share, level
 * @returns the estimate; null where `ratioEstimate` of either is
 * @throws RangeError when the two have different numbers of replicates, or as `ratioEstimate`
 * @example
 * const parts = { numerators: [3, 5], denominators: [2, 2] };
 * const reference = { numerators: [1, 3], denominators: [2, 2] };
 * const options = { ranged: false, sampleShare: 1 };
 * const { value, standardError } = ratioDifferenceEstimate(parts, reference, options);
 * [value, standardError]; // [1, 0]: the reference moves along, so the difference does not move
 */
export function ratioDifferenceEstimate(parts: RatioParts, reference: RatioParts, options: EstimateOptions): Estimate {
  requirePaired(parts, reference);
  const minuend = leaveOneOut(parts.numerators, parts.denominators, options.ranged);
  const subtrahend = leaveOneOut(reference.numerators, reference.denominators, options.ranged);
  const value = minuend.value === null || subtrahend.value === null ? null : minuend.value - subtrahend.value;
  const off = subtrahend.changes;
  const changes = off === null ? null : (minuend.changes?.map((change, draw) => change - off[draw]) ?? null);
  return assemble(value, changes, ratioDifferences(parts, reference), options);
}

function assemble(
  value: number | null,
  changes: Float64Array | null,
  replicates: readonly (number | null)[],
  options: EstimateOptions,
): Estimate {
  const draws = groupByDraw(replicates, options.ranged);
  return {
    value,
    ...jackknifeInterval(value, changes, levelOf(options)),
    ...outcomeRange(draws, options, value),
    undefinedShare: draws.undefinedShare,
  };
}

function requirePaired(parts: RatioParts, reference: RatioParts): void {
  const expected = parts.numerators.length;
  const got = reference.numerators.length;
  if (got !== expected) throw new RangeError(`expected the same replicates in both ratios, got ${expected} and ${got}`);
}
