import type { GammaGamma } from "../models/gammaGamma.js";
import { gammaGammaTotal } from "../models/gammaGammaTotal.js";
import { type SpendHistories, type SpendRows, spendRows, thinSpend } from "../models/spendHistories.js";
import { fitFamily } from "./assemble.js";
import type { Family } from "./family.js";
import type { Fit, FitOptions, FitWarning } from "./fit.js";
import { fitMessages } from "./messages.js";

/** A fitted model of spend. */
export type SpendFit = Fit<"gammaGamma", keyof GammaGamma>;

/** Rows a first look around is taken on. */
const FIRST_LOOK = 4000;

/** Fewer customers than this are said to be few. */
const FEW = 50;

/** What the fit asks of the Gamma-Gamma model. */
export const SPEND_FAMILY: Family<SpendRows, "gammaGamma", keyof GammaGamma> = {
  model: "gammaGamma",
  label: "Gamma-Gamma",
  names: ["p", "q", "v"],
  measured: [false, false, true],
  total: gammaGammaTotal,
  guess: (rows) => [4, 4, 0.75 * averageSpend(rows)],
  unit: averageSpend,
  customers: ({ total }) => total,
  thin: (rows) => thinSpend(rows, FIRST_LOOK),
};

/**
 * Fits the Gamma-Gamma model of spend by maximum likelihood: how much a purchase is worth, and how much that differs between
 * customers and between one customer's purchases. It takes spend and frequency as independent: look at their correlation first.
 *
 * @param histories by column, amounts in any one currency; rows with no purchase are left out; at most 100,000 purchases of a customer
 * @param options seed and number of starts
 * @returns parameters with standard errors, intervals, correlations and warnings
 * @throws RangeError when a column is missing, a row cannot be, nobody is left, or the number of starts is not a whole number above 0
 * @source Fader & Hardie 2013, note 025
 * @example
 * const fit = fitSpend({ x: [1, 1, 2, 2, 3, 1], meanSpend: [10, 40, 25, 60, 30, 150], customers: [30, 30, 40, 20, 15, 5] });
 * fit.converged; // true
 * fit.identified; // false
 * fit.warnings[0].parameter; // "q"
 */
export function fitSpend(histories: SpendHistories, options: FitOptions = {}): SpendFit {
  const rows = spendRows(histories);
  return fitFamily(SPEND_FAMILY, rows, options, fewSpenders(rows));
}

function fewSpenders({ total }: SpendRows): FitWarning[] {
  if (total >= FEW) return [];
  return [{ kind: "fewRepeaters", parameter: null, text: fitMessages.fewSpenders(total, FEW) }];
}

function averageSpend({ meanSpend, customers, total }: SpendRows): number {
  return meanSpend.reduce((sum, spend, i) => sum + spend * customers[i], 0) / total;
}
