/**
 * An amount moved to the smallest unit of its currency, without binary noise: 1.1 at two decimals is 110, not
 * 110.00000000000001. Moving the decimal point of a currency therefore changes no number of a simulation.
 *
 * @param amount in currency units
 * @param decimals decimal places of the smallest unit
 * @returns the amount in smallest units, not rounded to whole ones
 * @example toMinorUnits(1.1, 2); // 110
 */
export function toMinorUnits(amount: number, decimals: number): number {
  const [mantissa, exponent = "0"] = String(amount).split("e");
  return Number(`${mantissa}e${Number(exponent) + decimals}`);
}

/** Places to which a computed amount is trusted before it is rounded: binary noise lies far below. */
const NOISE_PLACES = 6;

/**
 * An amount of smallest units rounded half up to a whole one, free of binary noise: 1.5 that came out as 1.4999999999999998 is 2.
 *
 * @param amount in smallest units
 * @returns a whole number
 * @example roundHalfUp(1.4999999999999998); // 2
 */
export function roundHalfUp(amount: number): number {
  return Math.floor(Number(amount.toFixed(NOISE_PLACES)) + 0.5);
}

/**
 * An amount rounded half up to whole smallest units.
 *
 * @param amount in currency units
 * @param decimals decimal places of the smallest unit
 * @returns a whole number of smallest units
 * @example toWholeMinorUnits(0.125, 2); // 13
 */
export function toWholeMinorUnits(amount: number, decimals: number): number {
  return roundHalfUp(toMinorUnits(amount, decimals));
}
