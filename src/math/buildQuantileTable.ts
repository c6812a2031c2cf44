import type { QuantileFunction } from "./quantiles.js";
import { COEFFICIENTS, OCTAVES, PIECES, TABLE_LENGTH } from "./quantileTable.js";

/** Where infinite quantiles are cut, so that no coefficient overflows. */
const LARGEST = 1e300;

/** Powers of the tail steeper than this are tabulated by their square root, or the root of that: cubics fit those. */
const STEEPEST = 3.5;

/**
 * A quantile function as a table of cubics, for `quantileAt`. Each piece runs through four exact values, both its end points
 * among them, so the table is continuous; a cubic that would turn back inside its piece gives way to a straight line. Octaves of at
 * most 32 words hold the exact value of every word.
 *
 * A quantile that vanishes like a high power of the tail (a gamma of small shape) is tabulated by a square root of it, of
 * the second, fourth or eighth … order, and squared back when read.
 *
 * @param quantile Q(tail) when not upper, Q(1 − tail) when upper; tail in (0, 0.5]; monotone
 * @returns the table: relative error below 1e-8 for gamma, beta and leaving quantiles of shapes from 0.05 to 1000; below 1e-6
 * for leaving where both shapes are under 0.1
 * @throws RangeError when the quantile is not a number somewhere
 * @example
 * const table = buildQuantileTable(gammaQuantile(0.243));
 * quantileAt(table, 0x80000000).toFixed(6); // "0.040026"
 */
export function buildQuantileTable(quantile: QuantileFunction): Float64Array {
  const table = new Float64Array(TABLE_LENGTH);
  const squarings = squaringsFor(quantile);
  table[0] = squarings;
  const tabulated: QuantileFunction = (tail, upper) => {
    let value = quantile(tail, upper);
    if (Number.isNaN(value)) throw new RangeError(`expected a quantile at tail ${tail}, got NaN`);
    value = Math.max(-LARGEST, Math.min(LARGEST, value));
    for (let left = squarings; left > 0; left--) value = Math.sqrt(value);
    return value;
  };
  for (let octave = 1; octave <= OCTAVES; octave++) {
    table[octave] = 2 ** (octave - 26);
    for (const upper of [false, true]) {
      const at = ((upper ? OCTAVES + 1 : 0) + octave) * PIECES * COEFFICIENTS;
      const coefficients = table.subarray(at, at + PIECES * COEFFICIENTS);
      const floor = 2 ** -(octave + 1);
      const atFraction = (fraction: number): number => tabulated(floor * (1 + fraction), upper);
      const words = 2 ** (31 - octave);
      if (words <= PIECES) fillWords(coefficients, words, atFraction);
      else fillPieces(coefficients, atFraction);
    }
  }
  return table;
}

/** How often to take the square root, so that the lower tail falls off no steeper than `STEEPEST`. */
function squaringsFor(quantile: QuantileFunction): number {
  if (!(quantile(2 ** -33, true) > 0)) return 0;
  let steepness = 0;
  for (let octave = 1; octave <= 20; octave++) {
    const ratio = quantile(2 ** -octave, false) / quantile(2 ** -(octave + 1), false);
    if (ratio > 0 && ratio < Infinity) steepness = Math.max(steepness, Math.log2(ratio));
  }
  return Math.max(0, Math.ceil(Math.log2(steepness / STEEPEST)));
}

/** An octave of at most as many words as pieces: every piece is the constant of the word it holds, or of the nearest one. */
function fillWords(coefficients: Float64Array, words: number, atFraction: (fraction: number) => number): void {
  const count = Math.max(1, words);
  for (let word = 0; word < count; word++) {
    // Octave 32 has one word, at its floor; in the others words stand in the middle of equal shares.
    const value = atFraction(words < 1 ? 0 : (word + 0.5) / count);
    const share = PIECES / count;
    for (let piece = word * share; piece < (word + 1) * share; piece++) coefficients[piece * COEFFICIENTS] = value;
  }
}

/** An octave of many words: a cubic through the values at 0, 1/3, 2/3 and 1 of every piece. */
function fillPieces(coefficients: Float64Array, atFraction: (fraction: number) => number): void {
  let start = atFraction(0);
  for (let piece = 0; piece < PIECES; piece++) {
    const first = atFraction((piece + 1 / 3) / PIECES) - start;
    const second = atFraction((piece + 2 / 3) / PIECES) - start;
    const end = atFraction((piece + 1) / PIECES);
    const rise = end - start;
    const linear = 9 * first - 4.5 * second + rise;
    const quadratic = -22.5 * first + 18 * second - 4.5 * rise;
    const cubic = rise - linear - quadratic;
    const at = piece * COEFFICIENTS;
    coefficients[at] = start;
    coefficients[at + 1] = rise;
    if (turnsBack(linear, quadratic, cubic)) {
      coefficients[at + 2] = 0;
      coefficients[at + 3] = 0;
    } else {
      coefficients[at + 1] = linear;
      coefficients[at + 2] = quadratic;
      coefficients[at + 3] = cubic;
    }
    start = end;
  }
}

/** Whether a cubic rises and falls between 0 and 1: its slope there has both signs. */
function turnsBack(linear: number, quadratic: number, cubic: number): boolean {
  const last = linear + 2 * quadratic + 3 * cubic;
  const vertex = -quadratic / (3 * cubic);
  const inner = vertex > 0 && vertex < 1 ? linear + quadratic * vertex : linear;
  return Math.min(linear, last, inner) < 0 && Math.max(linear, last, inner) > 0;
}
