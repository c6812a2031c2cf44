import { groupHistories, type Histories } from "../models/histories.js";
import { FAMILIES } from "./families.js";
import type { PurchaseFit } from "./fitPurchases.js";
import { knownModel } from "./knownModel.js";
import { profileAt } from "./profile.js";

/**
 * The log-likelihood profile of one parameter: at each value, the highest log-likelihood that the other parameters can reach. Where
 * it stays within 1.92 of the maximum, the data allow the value (95 %).
 *
 * @param fit of a model of purchases
 * @param histories that it was fitted to
 * @param parameter its name
 * @param values at which to hold it, > 0
 * @returns a log-likelihood for each value
 * @throws RangeError when the model has no such parameter, a value is not above 0, or a history cannot be
 * @source Cox & Hinkley 1974, chapter 9
 * @example
 * const histories = { x: [0, 1, 5], tx: [0, 2, 8], T: [9, 9, 9], customers: [500, 200, 100] };
 * const fit = fitPurchases("nbd", histories);
 * const [low, best] = profileLikelihood(fit, histories, "r", [0.1, fit.parameters.r]);
 * low < best - 1.92; // true
 */
export function profileLikelihood(
  fit: PurchaseFit,
  histories: Histories,
  parameter: string,
  values: readonly number[],
): number[] {
  const names: readonly string[] = FAMILIES[knownModel(fit.model)].names;
  const at = names.indexOf(parameter);
  if (at < 0) throw new RangeError(`expected one of ${names.join(", ")}, got ${parameter}`);
  const wrong = values.find((value) => !(value > 0 && value < Infinity));
  if (wrong !== undefined) throw new RangeError(`expected values above 0, got ${wrong}`);
  const grouped = groupHistories(histories);
  const byName: Readonly<Record<string, number>> = { ...fit.parameters };
  const near = names.map((name) => Math.log(byName[name]));
  return values.map((value) => profileAt(FAMILIES[fit.model], grouped, near, at, Math.log(value)).logLikelihood);
}
