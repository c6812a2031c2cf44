/** Below this a pivot is rounding, not variance. */
const SMALLEST_PIVOT = 1e-9;

/**
 * Cholesky factor of a correlation matrix: the lower triangle L with L · Lᵀ equal to it.
 *
 * @param matrix symmetric, with ones on its diagonal; only the lower triangle is read
 * @returns rows of L, each up to its diagonal; null when the matrix is not positive definite
 * @source Golub & Van Loan 2013, Matrix computations, 4.2.3
 * @example correlationFactor([[1, 0.6], [0.6, 1]]); // [[1], [0.6, 0.8]]
 * @example correlationFactor([[1, 1], [1, 1]]); // null
 */
export function correlationFactor(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] | null {
  const rows: number[][] = [];
  for (const [i, entries] of matrix.entries()) {
    const row: number[] = [];
    for (let j = 0; j < i; j++) {
      let sum = entries[j];
      for (let k = 0; k < j; k++) sum -= row[k] * rows[j][k];
      row.push(sum / rows[j][j]);
    }
    const pivot = row.reduce((left, part) => left - part * part, entries[i]);
    if (!(pivot > SMALLEST_PIVOT)) return null;
    row.push(Math.sqrt(pivot));
    rows.push(row);
  }
  return rows;
}
