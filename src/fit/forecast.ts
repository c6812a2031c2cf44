import gammaln from "@stdlib/math-base-special-gammaln";
import { expectedFuturePurchases, expectedPurchases } from "../models/bgNbd.js";
import { nbdPurchases } from "../models/nbd.js";
import { paretoNbdLogLikelihood, paretoNbdPurchases } from "../models/paretoNbd.js";
import type { PurchaseModels } from "./families.js";

/** Models of purchases a transaction log is held against: NBD as the yardstick in which nobody leaves. */
export const LOG_MODELS = ["bgNbd", "paretoNbd", "nbd"] as const;
export type LogModel = (typeof LOG_MODELS)[number];

/** What a fitted model expects; times are in its own unit. */
export interface Forecast {
  /** Repeat purchases of a new customer up to t. */
  readonly fresh: (t: number) => number;
  /** Purchases of a customer with a history in the time t to come. */
  readonly next: (x: number, tx: number, T: number, t: number) => number;
}

const FORECASTS: { readonly [Model in LogModel]: (model: PurchaseModels[Model]) => Forecast } = {
  bgNbd: (model) => ({
    fresh: (t) => expectedPurchases(model, t),
    next: (x, tx, T, t) => expectedFuturePurchases(model, x, tx, T, t),
  }),
  paretoNbd: (model) => ({
    fresh: (t) => paretoNbdPurchases(model, t),
    next: (x, tx, T, t) => {
      const { r, alpha, s, beta } = model;
      const logThere =
        gammaln(r + x) - gammaln(r) + r * Math.log(alpha) - (r + x) * Math.log(alpha + T) - s * Math.log1p(T / beta);
      const still = Math.exp(logThere - paretoNbdLogLikelihood(model, x, tx, T));
      return still * paretoNbdPurchases({ r: r + x, alpha: alpha + T, s, beta: beta + T }, t);
    },
  }),
  nbd: (model) => ({
    fresh: (t) => nbdPurchases(model, t),
    next: (x, _tx, T, t) => nbdPurchases({ r: model.r + x, alpha: model.alpha + T }, t),
  }),
};

/**
 * What a model expects.
 *
 * @param model which one
 * @param parameters of it
 * @returns expectations
 * @source Fader, Hardie & Lee 2005, equation 10; Schmittlein, Morrison & Colombo 1987, equation 22
 * @example forecastOf("nbd", { r: 2, alpha: 4 }).next(2, 3, 4, 10); // 5
 */
export function forecastOf<Model extends LogModel>(model: Model, parameters: PurchaseModels[Model]): Forecast {
  return FORECASTS[model](parameters);
}
