import { type Contracts, countRenewals, type RenewalCounts } from "../models/contracts.js";
import type { Sbg } from "../models/sbg.js";
import { sbgTotal } from "../models/sbgTotal.js";
import { fitFamily } from "./assemble.js";
import type { Family } from "./family.js";
import type { Fit, FitOptions, FitWarning } from "./fit.js";
import { fitMessages } from "./messages.js";

/** A fitted model of contracts. */
export type ContractFit = Fit<"sbg", keyof Sbg>;

/** Fewer ended contracts than this are said to be few. */
const FEW = 50;

/** What the fit asks of the shifted beta-geometric. */
export const CONTRACT_FAMILY: Family<RenewalCounts, "sbg", keyof Sbg> = {
  model: "sbg",
  label: "sBG",
  names: ["a", "b"],
  measured: [false, false],
  total: sbgTotal,
  guess: () => [1, 2],
  unit: () => 1,
  customers: ({ customers }) => customers,
  thin: (counts) => counts,
};

/**
 * Fits the shifted beta-geometric model of contracts by maximum likelihood: how likely customers are not to renew, and how much that
 * differs between them.
 *
 * @param contracts by column, at most 100,000 renewals of a customer; `contractsOfSurvivors` makes them from a table of survivors
 * @param options seed and number of starts
 * @returns parameters with standard errors, intervals, correlations and warnings
 * @throws RangeError when a column is missing, a row cannot be, nobody is in them, no renewal was due, or the number of starts is not
 * a whole number above 0
 * @source Fader & Hardie 2007
 * @example
 * const fit = fitContracts(contractsOfSurvivors([1000, 631, 468, 382, 326, 289, 262, 241]));
 * fit.parameters.a.toFixed(4); // "0.7041"
 * fit.parameters.b.toFixed(4); // "1.1820"
 */
export function fitContracts(contracts: Contracts, options: FitOptions = {}): ContractFit {
  const counts = countRenewals(contracts);
  return fitFamily(CONTRACT_FAMILY, counts, options, fewLosses(counts));
}

function fewLosses({ lost }: RenewalCounts): FitWarning[] {
  const ended = lost.reduce((sum, one) => sum + one, 0);
  if (ended >= FEW) return [];
  return [{ kind: "fewRepeaters", parameter: null, text: fitMessages.fewLosses(ended, FEW) }];
}
