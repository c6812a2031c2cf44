/**
 * How many newcomers of each month a sample of the customers takes: a share of the running total, so that no month's rounding adds
 * up to more than half a customer.
 *
 * @param newcomers of the company by month
 * @param share sampled customers over the company's, 0 to 1
 * @returns whole newcomers by month
 * @example sampleNewcomers([10, 10, 10], 0.25); // [3, 2, 3]
 */
export function sampleNewcomers(newcomers: readonly number[], share: number): number[] {
  let total = 0;
  let taken = 0;
  return newcomers.map((count) => {
    total += count;
    const before = taken;
    taken = Math.floor(share * total + 0.5);
    return taken - before;
  });
}
