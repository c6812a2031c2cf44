import { nearest } from "./nearest.js";

/** What people call things, in any map that has what they mean: the key that is meant. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  basket: ["spend"],
  bonus: ["headStart", "signUpPoints"],
  churn: ["attrition"],
  count: ["size", "stamps"],
  customers: ["size"],
  duration: ["months"],
  free: ["headStart"],
  frequency: ["purchaseRate"],
  given: ["headStart"],
  length: ["months", "stamps"],
  newcomers: ["acquisition"],
  price: ["faceValue"],
  probability: ["share"],
  rate: ["pointsPerUnit", "probability", "share"],
  share: ["probability"],
  threshold: ["from"],
  welcome: ["signUpPoints"],
};

/**
 * The key somebody most likely meant in a map: one misspelt, one that is called otherwise, or the only one that has the word in it.
 *
 * @param key as written
 * @param allowed keys of the map
 * @returns null when nothing in the map is near
 * @example meantKey("unitCots", ["points", "unitCost"]); // "unitCost"
 * @example meantKey("cost", ["points", "unitCost"]); // "unitCost"
 * @example meantKey("given", ["stamps", "headStart"]); // "headStart"
 */
export function meantKey(key: string, allowed: readonly string[]): string | null {
  const near = nearest(key, allowed);
  if (near !== null) return near;
  const synonyms = Object.hasOwn(SYNONYMS, key) ? SYNONYMS[key] : [];
  const synonym = synonyms.find((one) => allowed.includes(one));
  if (synonym !== undefined) return synonym;
  const holding = allowed.filter((one) => wordsOf(one).some((word) => word === singular(key.toLowerCase())));
  return holding.length === 1 ? holding[0] : null;
}

/** "perkCostPerMonth": perk, cost, per, month. */
function wordsOf(key: string): string[] {
  return key.split(/(?=[A-Z])/).map((word) => singular(word.toLowerCase()));
}

function singular(word: string): string {
  return word.length > 1 && word.endsWith("s") ? word.slice(0, -1) : word;
}
