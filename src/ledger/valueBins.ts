/** Where bins of amounts begin inside a power of ten: about as far apart on a scale of ratios. */
const STEPS = [1, 2, 3, 5, 7] as const;
const POWERS = 9;

/** Sizes, in minor units, at which bins of amounts begin, whatever the currency: the same in every run, so that cells add. */
const SIZES: Float64Array = Float64Array.from(
  Array.from({ length: POWERS }, (_, power) => STEPS.map((step) => step * 10 ** power)).flat(),
);

/** The size at which the last bin begins; it and all sizes below are 32-bit numbers. */
const LARGEST = SIZES[SIZES.length - 1];

/** By leading zero bits of a size: how many of SIZES every number of that length reaches. At most three more are to be tried. */
const REACHED: Uint8Array = Uint8Array.from({ length: 33 }, (_, zeros) => {
  const least = zeros === 32 ? 0 : 2 ** (31 - zeros);
  return SIZES.filter((size) => size <= least).length;
});

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
  const size = Math.min(Math.abs(amount), LARGEST);
  let reached = REACHED[Math.clz32(size)];
  while (reached < SIZES.length && SIZES[reached] <= size) reached++;
  return amount < 0 ? ZERO_BIN - reached : ZERO_BIN + reached;
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
