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

/**
 * An amount rounded half up to whole smallest units.
 *
 * @param amount in currency units
 * @param decimals decimal places of the smallest unit
 * @returns a whole number of smallest units
 * @example toWholeMinorUnits(0.125, 2); // 13
 */
export function toWholeMinorUnits(amount: number, decimals: number): number {
  return Math.floor(toMinorUnits(amount, decimals) + 0.5);
}
