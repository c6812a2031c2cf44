const MILLION = 1_000_000;

/**
 * Margin of a purchase: rounded once, here, half up to whole minor units, by whole numbers alone;
 * in two steps, so that no product passes 2^53.
 *
 * @param basket spend in minor units
 * @param grossMarginMillionths share of spend, in millionths
 * @param costPerPurchase in minor units
 * @returns whole minor units
 */
export function marginOf(basket: number, grossMarginMillionths: number, costPerPurchase: number): number {
  const millions = Math.floor(basket / MILLION);
  const part = (basket - millions * MILLION) * grossMarginMillionths;
  return millions * grossMarginMillionths + Math.floor((part + MILLION / 2) / MILLION) - costPerPurchase;
}
