import type { CustomerBaseOf } from "../scenario/scenario.js";

/**
 * The average customer of a history, as if all were still there.
 *
 * @param base customer base, drawn
 * @returns purchases per time unit, and mean basket in currency units; 0 and 0 without a history
 * @source (r + x) / (α + T), Fader, Hardie & Lee 2005; p · (v + n·z̄) / (p·n + q − 1), Fader & Hardie 2013, note 025
 */
export function knownAverage({ history, purchaseRate, spend }: CustomerBaseOf<number>): {
  readonly rate: number;
  readonly basket: number;
} {
  if (history === null) return { rate: 0, basket: 0 };
  let all = 0;
  let rate = 0;
  let basket = 0;
  for (const [at, count] of history.customers.entries()) {
    all += count;
    rate += (count * (purchaseRate.shape + history.purchases[at])) / (purchaseRate.rate + history.observed[at]);
    const n = history.spendPurchases[at];
    if (spend.kind === "gammaGamma" && n > 0) {
      basket += (count * spend.p * (spend.v + n * history.meanSpend[at])) / (spend.p * n + spend.q - 1);
    }
  }
  return { rate: rate / all, basket: basket / all };
}
