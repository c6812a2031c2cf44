/** Halvings of the tail probability the table resolves: octave k holds tails from 2^-(k+1) up to 2^-k, k from 1 to 32. */
export const OCTAVES = 32;

/** Cubic pieces an octave is cut into. */
export const PIECES = 32;

/** Numbers a piece takes: the coefficients of t^0, t^1, t^2 and t^3. */
export const COEFFICIENTS = 4;

/**
 * Numbers in a table: (side · 33 + octave) · 32 + piece, times four coefficients; side 0 is the lower tail. The room of octave 0
 * on side 0, which no word reaches, is the header: entry 0 is how often a value read must be squared, entry k, from 1 to
 * 32, is 2^(k − 26), which turns a tail of octave k into a position in pieces.
 */
export const TABLE_LENGTH = 2 * (OCTAVES + 1) * PIECES * COEFFICIENTS;

/**
 * Quantile of a random word, read from a table. A word w stands for the probability u = (w + 0.5) / 2^32; the upper half is
 * looked up by its distance from 1, so both tails are resolved to their last word.
 *
 * Add, subtract, multiply, truncate and clz32 only: the same bits from every engine for the same table.
 *
 * @param table made by `buildQuantileTable`
 * @param word unsigned 32-bit random word
 * @returns the quantile at u, in the unit of the table
 * @example
 * const table = buildQuantileTable(exponentialQuantile);
 * quantileAt(table, 0x80000000).toFixed(6); // "0.693147"
 */
export function quantileAt(table: Float64Array, word: number): number {
  const side = word >>> 31;
  const v = (word ^ -side) & 0x7fffffff;
  const octave = Math.clz32(v);
  const position = (v + 0.5) * table[octave] - PIECES;
  const piece = position | 0;
  const t = position - piece;
  const at = ((side * (OCTAVES + 1) + octave) * PIECES + piece) * COEFFICIENTS;
  let value = ((table[at + 3] * t + table[at + 2]) * t + table[at + 1]) * t + table[at];
  for (let squarings = table[0]; squarings > 0; squarings--) value *= value;
  return value;
}
