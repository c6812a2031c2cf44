import {
  type BgNbd,
  bgNbdAlive,
  bgNbdLearnt,
  bgNbdLogLikelihood,
  expectedPurchases,
  purchaseProbability,
} from "./bgNbd.js";

/*
 * MBG/NBD: as BG/NBD, but a customer may leave right after the first purchase too. So a share a / (a + b) leaves at once, and the
 * rest is BG/NBD with b + 1: every formula here says so.
 */

/**
 * Expected repeat purchases of a new customer.
 *
 * @param model parameters
 * @param t time since the first purchase, ≥ 0
 * @returns E[X(t)]
 * @source Batislam, Denizel & Filiztekin 2007
 * @example mbgNbdPurchases({ r: 0.5248, alpha: 6.183, a: 0.8914, b: 1.614 }, 39).toFixed(3); // "1.182"
 */
export function mbgNbdPurchases(model: BgNbd, t: number): number {
  return stays(model) * expectedPurchases(rest(model), t);
}

/**
 * Probability that a new customer makes x repeat purchases.
 *
 * @param model parameters
 * @param x repeat purchases, whole, ≥ 0
 * @param t time since the first purchase, > 0
 * @returns P(X(t) = x)
 * @source Batislam, Denizel & Filiztekin 2007
 * @example mbgNbdProbability({ r: 1, alpha: 1, a: 1, b: 1 }, 0, 1); // 0.75
 */
export function mbgNbdProbability(model: BgNbd, x: number, t: number): number {
  const bought = stays(model) * purchaseProbability(rest(model), x, t);
  return x === 0 ? 1 - stays(model) + bought : bought;
}

/**
 * Log-likelihood of one customer's history.
 *
 * @param model parameters
 * @param x repeat purchases, whole, ≥ 0
 * @param tx time of the last one since the first purchase; 0 when there is none
 * @param T time observed since the first purchase, ≥ tx
 * @returns natural logarithm of the likelihood
 * @source Batislam, Denizel & Filiztekin 2007
 * @example mbgNbdLogLikelihood({ r: 1, alpha: 1, a: 1, b: 1 }, 0, 0, 1).toFixed(6); // "-0.287682": the logarithm of 3/4
 */
export function mbgNbdLogLikelihood(model: BgNbd, x: number, tx: number, T: number): number {
  const stayed = Math.log(stays(model)) + bgNbdLogLikelihood(rest(model), x, tx, T);
  return x === 0 ? Math.log(1 - stays(model) + Math.exp(stayed)) : stayed;
}

/**
 * Probability that a customer with a history is still one.
 *
 * @param model parameters
 * @param x repeat purchases so far, whole, ≥ 0
 * @param tx time of the last one since the first purchase; 0 when there is none
 * @param T time observed since the first purchase, ≥ tx
 * @returns P(alive | x, t_x, T)
 * @source Batislam, Denizel & Filiztekin 2007
 * @example mbgNbdAlive({ r: 1, alpha: 1, a: 1, b: 1 }, 0, 0, 1).toFixed(4); // "0.3333"
 */
export function mbgNbdAlive(model: BgNbd, x: number, tx: number, T: number): number {
  if (x > 0) return bgNbdAlive(rest(model), x, tx, T);
  const { r, alpha, a, b } = model;
  return 1 / (1 + (a / b) * Math.exp(r * Math.log1p(T / alpha)));
}

/**
 * What a customer is like who has a history and is still there: a new one of BG/NBD, with these parameters.
 *
 * @param model parameters
 * @param x repeat purchases so far, whole, ≥ 0
 * @param T time observed since the first purchase, ≥ 0
 * @returns parameters of BG/NBD from now on
 * @example mbgNbdLearnt({ r: 1, alpha: 4, a: 1, b: 2 }, 3, 10).b; // 6
 */
export function mbgNbdLearnt(model: BgNbd, x: number, T: number): BgNbd {
  return bgNbdLearnt(rest(model), x, T);
}

function stays({ a, b }: BgNbd): number {
  return b / (a + b);
}

function rest(model: BgNbd): BgNbd {
  return { ...model, b: model.b + 1 };
}
