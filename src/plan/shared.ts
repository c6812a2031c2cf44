/**
 * Numbers in memory that worker threads share instead of copying.
 *
 * @param values any numbers
 * @returns the same numbers on shared memory
 * @example shared([1, 2, 3]).buffer instanceof SharedArrayBuffer; // true
 */
export function shared(values: ArrayLike<number>): Float64Array {
  const array = new Float64Array(new SharedArrayBuffer(values.length * Float64Array.BYTES_PER_ELEMENT));
  array.set(values);
  return array;
}
