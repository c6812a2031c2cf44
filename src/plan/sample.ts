/**
 * How many newcomers of each month a sample of the customers takes: a share of the running total, so that no month's rounding adds
 * up to more than half a customer.
 *
 * @param perMonth newcomers of the company a month, whole
 * @param months months of the horizon
 * @param share sampled customers over the company's, 0 to 1
 * @returns whole newcomers by month
 * @example sampleNewcomers(10, 3, 0.25); // [3, 2, 3]
 */
export function sampleNewcomers(perMonth: number, months: number, share: number): number[] {
  const upTo = (month: number): number => Math.floor(perMonth * month * share + 0.5);
  return Array.from({ length: months }, (_, month) => upTo(month + 1) - upTo(month));
}
