/**
 * Cholesky factor of a symmetric matrix: the lower triangle L with L·Lᵀ the matrix.
 *
 * @param matrix rows; only the lower triangle is read
 * @returns L by rows, or null when the matrix is not positive definite to working precision
 * @source Golub & Van Loan, Matrix computations, 4.2
 * @example cholesky([[4, 2], [2, 5]])[1]; // [1, 2]
 */
export function cholesky(matrix: readonly (readonly number[])[]): number[][] | null {
  const factor = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i][j];
      for (let k = 0; k < j; k++) rest -= factor[i][k] * factor[j][k];
      if (i !== j) factor[i][j] = rest / factor[j][j];
      else if (rest > Number.EPSILON * Math.abs(matrix[i][i])) factor[i][i] = Math.sqrt(rest);
      else return null;
    }
  }
  return factor;
}

/**
 * Solves A·u = v by the Cholesky factor of A.
 *
 * @param factor lower triangle, by rows
 * @param right v
 * @returns u
 * @example choleskySolve([[2, 0], [1, 2]], [8, 9]); // [2.75, 1.25]
 */
export function choleskySolve(factor: readonly (readonly number[])[], right: ArrayLike<number>): number[] {
  const size = factor.length;
  const solution = Array.from(right);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) solution[i] -= factor[i][k] * solution[k];
    solution[i] /= factor[i][i];
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) solution[i] -= factor[k][i] * solution[k];
    solution[i] /= factor[i][i];
  }
  return solution;
}

/**
 * Inverse of a symmetric positive-definite matrix, exactly symmetric itself.
 *
 * @param matrix rows; only the lower triangle is read
 * @returns the inverse, or null when the matrix is not positive definite
 * @example symmetricInverse([[4, 0], [0, 5]])[1]; // [0, 0.2]
 */
export function symmetricInverse(matrix: readonly (readonly number[])[]): number[][] | null {
  const factor = cholesky(matrix);
  if (factor === null) return null;
  const columns = matrix.map((_, at) =>
    choleskySolve(
      factor,
      matrix.map((__, i) => (i === at ? 1 : 0)),
    ),
  );
  return columns.map((column, i) => column.map((value, j) => (value + columns[j][i]) / 2));
}
