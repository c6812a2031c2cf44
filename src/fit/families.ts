import type { BgNbd } from "../models/bgNbd.js";
import { bgNbdTotal } from "../models/bgNbdTotal.js";
import { type GroupedHistories, thinHistories } from "../models/histories.js";
import type { Nbd } from "../models/nbd.js";
import { nbdTotal } from "../models/nbdTotal.js";
import type { ParetoNbd } from "../models/paretoNbd.js";
import { paretoNbdTotal } from "../models/paretoNbdTotal.js";
import type { Family } from "./family.js";

/** Models of purchases, by name, and their parameters. */
export interface PurchaseModels {
  readonly nbd: Nbd;
  readonly bgNbd: BgNbd;
  readonly mbgNbd: BgNbd;
  readonly paretoNbd: ParetoNbd;
}

export type PurchaseModel = keyof PurchaseModels;

/** Rows a first look around is taken on. */
const FIRST_LOOK = 4000;

const customers = ({ total }: GroupedHistories): number => total;
const thin = (histories: GroupedHistories): GroupedHistories => thinHistories(histories, FIRST_LOOK);

/** What the fit asks of each model of purchases. */
export const FAMILIES: {
  readonly [Model in PurchaseModel]: Family<GroupedHistories, Model, keyof PurchaseModels[Model] & string>;
} = {
  nbd: {
    model: "nbd",
    label: "NBD",
    names: ["r", "alpha"],
    measured: [false, true],
    total: nbdTotal,
    guess: (histories) => [0.5, 0.5 * timePerPurchase(histories)],
    unit: averageTime,
    customers,
    thin,
  },
  bgNbd: {
    model: "bgNbd",
    label: "BG/NBD",
    names: ["r", "alpha", "a", "b"],
    measured: [false, true, false, false],
    total: (parameters, histories, gradient) => bgNbdTotal(parameters, histories, 0, gradient),
    guess: (histories) => [0.5, 0.3 * timePerPurchase(histories), 0.8, 2.5],
    unit: averageTime,
    customers,
    thin,
  },
  mbgNbd: {
    model: "mbgNbd",
    label: "MBG/NBD",
    names: ["r", "alpha", "a", "b"],
    measured: [false, true, false, false],
    total: (parameters, histories, gradient) => bgNbdTotal(parameters, histories, 1, gradient),
    guess: (histories) => [0.5, 0.3 * timePerPurchase(histories), 0.8, 2.5],
    unit: averageTime,
    customers,
    thin,
  },
  paretoNbd: {
    model: "paretoNbd",
    label: "Pareto/NBD",
    names: ["r", "alpha", "s", "beta"],
    measured: [false, true, false, true],
    total: paretoNbdTotal,
    guess: (histories) => [0.5, 0.3 * timePerPurchase(histories), 0.6, 0.5 * averageTime(histories)],
    unit: averageTime,
    customers,
    thin,
  },
};

/** Average time watched. */
function averageTime({ T, customers: weights, total }: GroupedHistories): number {
  return T.reduce((sum, time, i) => sum + time * weights[i], 0) / total;
}

/** All time watched over all repeat purchases, half a purchase added so that there is one. */
function timePerPurchase(histories: GroupedHistories): number {
  const purchases = histories.byPurchases.reduce((sum, weight, x) => sum + weight * x, 0.5);
  return (averageTime(histories) * histories.total) / purchases;
}
