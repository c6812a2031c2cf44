/**
 * Logarithms of rising factorials, (s)ₙ = s·(s + 1)···(s + n − 1) = Γ(s + n) / Γ(s), for every n up to the most: sums of
 * logarithms, which keep their digits where the difference of two log-gamma values has lost them.
 *
 * @param shape s, > 0
 * @param most largest n, whole, ≥ 0
 * @returns log (s)ₙ at n
 * @example logRising(1, 3)[3].toFixed(6); // "1.791759": the logarithm of 6
 */
export function logRising(shape: number, most: number): Float64Array {
  const table = new Float64Array(most + 1);
  for (let n = 0; n < most; n++) table[n + 1] = table[n] + Math.log(shape + n);
  return table;
}

/**
 * Slopes of those logarithms: the sum of 1 / (s + k) over k below n, ψ(s + n) − ψ(s), for every n up to the most.
 *
 * @param shape s, > 0
 * @param most largest n, whole, ≥ 0
 * @returns the derivative of log (s)ₙ by s at n
 * @example risingSlope(1, 3)[3].toFixed(6); // "1.833333": 1 + 1/2 + 1/3
 */
export function risingSlope(shape: number, most: number): Float64Array {
  const table = new Float64Array(most + 1);
  for (let n = 0; n < most; n++) table[n + 1] = table[n] + 1 / (shape + n);
  return table;
}
