import { type GroupedHistories, groupHistories, type Histories } from "../models/histories.js";
import { fitFamily } from "./assemble.js";
import { FAMILIES, type PurchaseModel, type PurchaseModels } from "./families.js";
import type { Fit, FitOptions, FitWarning } from "./fit.js";
import { knownModel } from "./knownModel.js";
import { fitMessages } from "./messages.js";

/** A fitted model of purchases. */
export type PurchaseFit<Model extends PurchaseModel = PurchaseModel> = {
  [One in Model]: Fit<One, keyof PurchaseModels[One] & string>;
}[Model];

/** Fewer customers who bought again than this are said to be few. */
const FEW = 50;

/**
 * Fits a model of purchases to customers' histories by maximum likelihood: how often they buy, how much that differs between them,
 * and how they leave. `nbd` lets nobody leave; `bgNbd` lets them leave after a repeat purchase, `mbgNbd` after the first one
 * too, `paretoNbd` at any time. Look at `converged`, `identified` and `warnings` before using what comes out.
 *
 * @param model which one
 * @param histories by column, times in any one unit; parameters come out in it; at most 100,000 purchases of a customer
 * @param options seed and number of starts
 * @returns parameters with standard errors, intervals, correlations and warnings
 * @throws RangeError when there is no such model, a column is missing, a history cannot be, nobody is in them, or the number of starts is not a whole number above 0
 * @source Fader, Hardie & Lee 2005 (BG/NBD); Batislam, Denizel & Filiztekin 2007 (MBG/NBD); Schmittlein, Morrison & Colombo
 * 1987 (Pareto/NBD)
 * @example
 * const histories = { x: [0, 1, 5], tx: [0, 2, 8], T: [9, 9, 9], customers: [500, 200, 100] };
 * const fit = fitPurchases("nbd", histories);
 * fit.converged; // true
 * fit.parameters.r.toFixed(2); // "0.38"
 */
export function fitPurchases<Model extends PurchaseModel>(
  model: Model,
  histories: Histories,
  options: FitOptions = {},
): PurchaseFit<Model> {
  const fitter = FITTERS[knownModel(model)];
  const grouped = groupHistories(histories);
  return fitter(grouped, options, fewRepeaters(grouped));
}

type Fitter<Model extends PurchaseModel> = (
  grouped: GroupedHistories,
  options: FitOptions,
  before: readonly FitWarning[],
) => PurchaseFit<Model>;

const FITTERS: { readonly [Model in PurchaseModel]: Fitter<Model> } = {
  nbd: (...of) => fitFamily(FAMILIES.nbd, ...of),
  bgNbd: (...of) => fitFamily(FAMILIES.bgNbd, ...of),
  mbgNbd: (...of) => fitFamily(FAMILIES.mbgNbd, ...of),
  paretoNbd: (...of) => fitFamily(FAMILIES.paretoNbd, ...of),
};

function fewRepeaters({ total, byPurchases }: GroupedHistories): FitWarning[] {
  const repeaters = total - byPurchases[0];
  if (repeaters >= FEW) return [];
  return [{ kind: "fewRepeaters", parameter: null, text: fitMessages.fewRepeaters(repeaters, FEW) }];
}
