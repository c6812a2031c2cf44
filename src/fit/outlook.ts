import {
  type BgNbd,
  bgNbdAlive,
  bgNbdLearnt,
  bgNbdRate,
  expectedPurchases,
  purchaseProbability,
} from "../models/bgNbd.js";
import { mbgNbdAlive, mbgNbdLearnt } from "../models/mbgNbd.js";
import { nbdProbability, nbdPurchases } from "../models/nbd.js";
import { paretoNbdAlive, paretoNbdLearnt, paretoNbdPurchases, paretoNbdSurvival } from "../models/paretoNbd.js";
import { paretoNbdProbability } from "../models/paretoNbdCount.js";
import { checkParameters } from "./checkParameters.js";
import { FAMILIES } from "./families.js";
import type { PurchaseFit } from "./fitPurchases.js";
import { knownModel } from "./knownModel.js";

/** What a model says about one customer from now on. */
export interface Outlook {
  /** Probability of being still a customer. */
  readonly alive: number;
  /** Of one who is: expected purchases in a time. */
  readonly purchases: (t: number) => number;
  /** Of one who is: expected purchases a unit of time, at a time from now. */
  readonly rate: (t: number) => number;
  /** Of one who is: probability of so many purchases in a time. */
  readonly probability: (count: number, t: number) => number;
  /** Time over which the rate changes. */
  readonly scale: number;
}

/**
 * What a fitted model says about a customer with a history.
 *
 * @param fit of a model of purchases
 * @param x repeat purchases so far, whole, ≥ 0
 * @param tx time of the last one since the first purchase; 0 when there is none
 * @param T time observed since the first purchase, ≥ tx
 * @returns their outlook
 * @throws RangeError when there is no such model, or a parameter is not a number above 0
 * @example
 * const fit = fitPurchases("nbd", { x: [0, 1, 5], tx: [0, 2, 8], T: [9, 9, 9], customers: [500, 200, 100] });
 * outlook(fit, 5, 8, 9).alive; // 1
 */
export function outlook(fit: PurchaseFit, x: number, tx: number, T: number): Outlook {
  checkParameters(fit.parameters, FAMILIES[knownModel(fit.model)].names);
  switch (fit.model) {
    case "nbd": {
      const { r, alpha } = fit.parameters;
      const learnt = { r: r + x, alpha: alpha + T };
      return {
        alive: 1,
        purchases: (t) => nbdPurchases(learnt, t),
        rate: () => learnt.r / learnt.alpha,
        probability: (count, t) => nbdProbability(learnt, count, t),
        scale: learnt.alpha,
      };
    }
    case "bgNbd":
      return afterPurchase(bgNbdAlive(fit.parameters, x, tx, T), bgNbdLearnt(fit.parameters, x, T));
    case "mbgNbd":
      return afterPurchase(mbgNbdAlive(fit.parameters, x, tx, T), mbgNbdLearnt(fit.parameters, x, T));
    case "paretoNbd": {
      const learnt = paretoNbdLearnt(fit.parameters, x, T);
      return {
        alive: paretoNbdAlive(fit.parameters, x, tx, T),
        purchases: (t) => paretoNbdPurchases(learnt, t),
        rate: (t) => (learnt.r / learnt.alpha) * paretoNbdSurvival(learnt, t),
        probability: (count, t) => paretoNbdProbability(learnt, count, t),
        scale: learnt.beta,
      };
    }
  }
}

/**
 * Repeat purchases a fitted model expects of a new customer.
 *
 * @param fit of a model of purchases
 * @returns E[X(t)], of the time since the first purchase, t ≥ 0
 * @throws RangeError when a parameter is outside its domain
 * @example
 * const fit = fitPurchases("nbd", { x: [0, 1, 5], tx: [0, 2, 8], T: [9, 9, 9], customers: [500, 200, 100] });
 * newcomerPurchases(fit)(9).toFixed(3); // "0.875": what they made, 700 of 800 customers
 */
export function newcomerPurchases(fit: PurchaseFit): (t: number) => number {
  const { alive, purchases } = outlook(fit, 0, 0, 0);
  return (t) => (t === 0 ? 0 : alive * purchases(t));
}

function afterPurchase(alive: number, learnt: BgNbd): Outlook {
  return {
    alive,
    purchases: (t) => expectedPurchases(learnt, t),
    rate: (t) => bgNbdRate(learnt, t),
    probability: (count, t) => purchaseProbability(learnt, count, t),
    scale: learnt.alpha,
  };
}
