/** Points per unit are counted in millionths, so that earning is a division of whole numbers. */
const MILLION = 1_000_000;

/**
 * Points per minor unit as a fraction of whole numbers.
 *
 * @param pointsPerUnit points per currency unit; decimals beyond the sixth are rounded away
 * @param decimals decimal places of the currency's smallest unit
 * @returns numerator and denominator in lowest terms
 * @example lowestTerms(2, 2); // [1, 50]
 */
export function lowestTerms(pointsPerUnit: number, decimals: number): readonly [number, number] {
  const numerator = Math.round(pointsPerUnit * MILLION);
  const denominator = MILLION * 10 ** decimals;
  let [divisor, rest] = [denominator, numerator];
  while (rest > 0) [divisor, rest] = [rest, divisor % rest];
  return [numerator / divisor, denominator / divisor];
}
