const DECILES = 10;

/** A tenth of the customers, ranked by what was forecast of them. */
export interface HoldoutDecile {
  /** From 1, the lowest forecasts, to 10. */
  readonly decile: number;
  /** A tenth of all, a fraction where they do not divide by ten. */
  readonly customers: number;
  /** Purchases in the holdout. */
  readonly actual: number;
  readonly forecast: number;
  /** Mean absolute error a customer. */
  readonly mae: number;
}

/** Customers alike in what was forecast of them. */
export interface Forecasted {
  /** Purchases forecast of each. */
  readonly each: number;
  /** Purchases each made. */
  readonly later: number;
  readonly customers: number;
}

/**
 * Customers in tenths by forecast. Those of equal forecast that do not fit into one tenth are spread evenly over several: no order
 * among them could favour the forecast.
 *
 * @param forecasts of all customers, in any order
 * @returns ten tenths, the lowest forecasts first; none without customers
 * @example
 * const tenths = decilesOf([{ each: 1, later: 0, customers: 15 }, { each: 3, later: 4, customers: 5 }]);
 * tenths.map(({ actual }) => actual); // [0, 0, 0, 0, 0, 0, 0, 4, 8, 8]
 */
export function decilesOf(forecasts: readonly Forecasted[]): HoldoutDecile[] {
  const total = forecasts.reduce((sum, { customers }) => sum + customers, 0);
  if (total === 0) return [];
  const tenth = total / DECILES;
  const sums = Array.from({ length: DECILES }, () => ({ actual: 0, forecast: 0, errors: 0 }));
  let before = 0;
  for (const { each, customers, purchases, errors } of tied(forecasts)) {
    const end = before + customers;
    for (let at = Math.min(DECILES - 1, Math.floor(before / tenth)); at < DECILES && at * tenth < end; at++) {
      const upTo = at === DECILES - 1 ? end : Math.min(end, (at + 1) * tenth);
      const inside = Math.max(0, upTo - Math.max(before, at * tenth));
      sums[at].actual += (inside / customers) * purchases;
      sums[at].forecast += inside * each;
      sums[at].errors += (inside / customers) * errors;
    }
    before = end;
  }
  return sums.map(({ actual, forecast, errors }, at) => ({
    decile: at + 1,
    customers: tenth,
    actual,
    forecast,
    mae: errors / tenth,
  }));
}

/** Customers of equal forecast together, the lowest first. */
function tied(
  forecasts: readonly Forecasted[],
): { each: number; customers: number; purchases: number; errors: number }[] {
  const byForecast = new Map<number, { each: number; customers: number; purchases: number; errors: number }>();
  for (const { each, later, customers } of forecasts) {
    const one = byForecast.get(each) ?? { each, customers: 0, purchases: 0, errors: 0 };
    one.customers += customers;
    one.purchases += customers * later;
    one.errors += customers * Math.abs(later - each);
    byForecast.set(each, one);
  }
  return [...byForecast.values()].sort((a, b) => a.each - b.each);
}
