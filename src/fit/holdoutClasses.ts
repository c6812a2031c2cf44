import { decilesOf, type Forecasted, type HoldoutDecile } from "./deciles.js";
import type { Forecast } from "./forecast.js";
import type { ObservedHistories } from "./transactionLog.js";

/** From so many repeat purchases on customers are one class. */
export const TOP_CLASS = 7;

/** Customers of one number of repeat purchases in calibration, and what they did afterwards. */
export interface HoldoutClass {
  /** Repeat purchases in calibration; the last class holds all from there on. */
  readonly x: number;
  readonly customers: number;
  /** Purchases in the holdout. */
  readonly actual: number;
  readonly forecast: number;
}

/** A forecast of the holdout beside what happened. */
export interface HoldoutCheck {
  readonly customers: number;
  readonly actual: number;
  readonly forecast: number;
  /** Mean absolute error a customer. */
  readonly mae: number;
  /** Root of the mean squared error a customer: what a forecast of means is judged by; the absolute error favours medians. */
  readonly rmse: number;
  readonly classes: readonly HoldoutClass[];
  /** Customers in tenths by this forecast, the lowest first. */
  readonly deciles: readonly HoldoutDecile[];
}

/**
 * Holds a forecast against what customers did after calibration.
 *
 * @param histories of calibration, with what came later
 * @param forecast from a model fitted to them
 * @param t length of the holdout, in the histories' unit
 * @returns actual and forecast, by class of repeat purchases, by tenth of the forecast and in all
 */
export function checkHoldout(histories: ObservedHistories, forecast: Forecast, t: number): HoldoutCheck {
  const classes = Array.from({ length: TOP_CLASS + 1 }, (_, x) => ({ x, customers: 0, actual: 0, forecast: 0 }));
  const forecasts: Forecasted[] = [];
  let errors = 0;
  let squares = 0;
  let last = { x: -1, tx: 0, T: 0, expected: 0 };
  for (let row = 0; row < histories.x.length; row++) {
    const [x, tx, T] = [histories.x[row], histories.tx[row], histories.T[row]];
    if (x !== last.x || tx !== last.tx || T !== last.T) last = { x, tx, T, expected: forecast.next(x, tx, T, t) };
    const customers = histories.customers[row];
    const into = classes[Math.min(x, TOP_CLASS)];
    into.customers += customers;
    into.actual += customers * histories.later[row];
    into.forecast += customers * last.expected;
    forecasts.push({ each: last.expected, later: histories.later[row], customers });
    const error = histories.later[row] - last.expected;
    errors += customers * Math.abs(error);
    squares += customers * error ** 2;
  }
  const sum = (of: (one: HoldoutClass) => number): number => classes.reduce((total, one) => total + of(one), 0);
  const customers = sum((one) => one.customers);
  return {
    customers,
    actual: sum((one) => one.actual),
    forecast: sum((one) => one.forecast),
    mae: errors / customers,
    rmse: Math.sqrt(squares / customers),
    classes: classes.filter((one) => one.customers > 0),
    deciles: decilesOf(forecasts),
  };
}
