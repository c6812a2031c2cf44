/** Where bins of amounts begin inside a power of ten: about as far apart on a scale of ratios. */
const STEPS = [1, 2, 3, 5, 7] as const;
const POWERS = 9;

/** Sizes, in minor units, at which bins of amounts begin, whatever the currency: the same in every run, so that cells add. */
const SIZES: Float64Array = Float64Array.from(
  Array.from({ length: POWERS }, (_, power) => STEPS.map((step) => step * 10 ** power)).flat(),
);

/** Bins of amounts: nothing in the middle, gains above it, losses mirrored below it. */
export const VALUE_BINS = 2 * SIZES.length + 1;

/** The bin of nothing at all. */
export const ZERO_BIN = SIZES.length;

/**
 * Bin of an amount.
 *
 * @param amount whole minor units
 * @returns 0 to VALUE_BINS − 1, larger amounts in higher bins
 * @example valueBinOf(0) - valueBinOf(-1); // 1: nothing has a bin of its own
 */
export function valueBinOf(amount: number): number {
  const size = Math.abs(amount);
  let low = 0;
  let high = SIZES.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (SIZES[middle] <= size) low = middle + 1;
    else high = middle;
  }
  return amount < 0 ? ZERO_BIN - low : ZERO_BIN + low;
}

/**
 * Amounts in a bin.
 *
 * @param bin 0 to VALUE_BINS − 1
 * @returns least and greatest whole amount in minor units; the outermost bins have no end
 * @example valueBinRange(valueBinOf(250)); // [200, 299]
 */
export function valueBinRange(bin: number): readonly [least: number, greatest: number] {
  const steps = Math.abs(bin - ZERO_BIN);
  if (steps === 0) return [0, 0];
  const least = SIZES[steps - 1];
  const greatest = steps === SIZES.length ? Number.POSITIVE_INFINITY : SIZES[steps] - 1;
  return bin > ZERO_BIN ? [least, greatest] : [0 - greatest, 0 - least];
}
