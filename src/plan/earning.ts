import { roundHalfUp, toMinorUnits } from "../basics/money.js";

/** Points per unit are counted in millionths, so that earning is a division of whole numbers. */
const MILLIONTHS = 6;
/** Decimals a rate and a multiplier have together, as written; what lies below is binary noise. */
const WRITTEN_PLACES = 10;

/**
 * A number in millionths, rounded half up as the decimals it is written in.
 *
 * @param value any number
 * @returns a whole number of millionths
 * @example millionthsOf(1.000001 * 1.5); // 1500002
 */
export function millionthsOf(value: number): number {
  return roundHalfUp(toMinorUnits(Number(value.toFixed(WRITTEN_PLACES)), MILLIONTHS));
}

/**
 * Points per minor unit as a fraction of whole numbers.
 *
 * @param pointsPerUnit points per currency unit; decimals beyond the sixth are rounded away
 * @param decimals decimal places of the currency's smallest unit
 * @returns numerator and denominator in lowest terms
 * @example lowestTerms(2, 2); // [1, 50]
 */
export function lowestTerms(pointsPerUnit: number, decimals: number): readonly [number, number] {
  const numerator = millionthsOf(pointsPerUnit);
  const denominator = 10 ** (MILLIONTHS + decimals);
  let [divisor, rest] = [denominator, numerator];
  while (rest > 0) [divisor, rest] = [rest, divisor % rest];
  return [numerator / divisor, denominator / divisor];
}
