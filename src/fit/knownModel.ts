import { nearest } from "../scenario/nearest.js";
import { FAMILIES, type PurchaseModel } from "./families.js";

/**
 * Refuses a word that is no model of purchases.
 *
 * @param model its name, as TypeScript would have it, from where nothing checks that
 * @returns the same
 * @throws RangeError when there is no such model
 * @example knownModel("bgNbd"); // "bgNbd"
 * @example knownModel("bgnbd"); // throws RangeError /got "bgnbd"; did you mean "bgNbd"/
 */
export function knownModel<Model extends PurchaseModel>(model: Model): Model {
  if (Object.hasOwn(FAMILIES, model)) return model;
  const names = Object.keys(FAMILIES);
  const meant = nearest(String(model), names);
  const cure = meant === null ? "" : `; did you mean "${meant}"?`;
  throw new RangeError(`expected a model of purchases, one of ${names.join(", ")}, got "${model}"${cure}`);
}
