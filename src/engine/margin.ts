const MILLION = 1_000_000;

/**
 * Margin of a purchase: rounded once, here, half up to whole minor units.
 *
 * @param basket spend in minor units
 * @param grossMarginMillionths share of spend, in millionths
 * @param costPerPurchase in minor units
 * @returns whole minor units
 */
export function marginOf(basket: number, grossMarginMillionths: number, costPerPurchase: number): number {
  return partOf(basket, grossMarginMillionths) - costPerPurchase;
}

/**
 * Part of an amount, rounded half up to whole minor units, by whole numbers alone; in two steps, so that no product passes 2^53.
 *
 * @param amount in minor units
 * @param millionths share of it, in millionths
 * @returns whole minor units
 */
export function partOf(amount: number, millionths: number): number {
  const millions = Math.floor(amount / MILLION);
  const part = (amount - millions * MILLION) * millionths;
  return millions * millionths + Math.floor((part + MILLION / 2) / MILLION);
}
