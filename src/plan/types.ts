import type { LoyaltyType, LoyaltyTypesOf, TraitsOf } from "../scenario/scenario.js";
import { LOYALTY_TYPES } from "../scenario/scenario.js";
import type { TypePlan } from "./plan.js";
import { quantileTable } from "./quantileTables.js";
import type { Mixture } from "./ranks.js";
import { rankQuantile } from "./ranks.js";

type Types = LoyaltyTypesOf<number>;

/** Traits that order customers inside the fitted distributions. */
export type RankingTrait = "purchaseRate" | "leaving" | "spend";

/** Customers of one kind, like everybody else. */
const NEUTRAL: TypePlan = Object.freeze({
  shareUpTo: 1,
  rateRank: null,
  leavingRank: null,
  spendRank: null,
  programSensitivity: 1,
  priceSensitivity: 1,
  switchingCost: 1,
});

/**
 * The types customers have.
 *
 * @param types mix and traits; null where customers are of one kind
 * @returns those of weight above 0, in the order of LOYALTY_TYPES
 * @example listedTypes(null); // []
 */
export function listedTypes(
  types: { readonly mix: Readonly<Record<LoyaltyType, unknown>> } | null,
): readonly LoyaltyType[] {
  return types === null ? [] : LOYALTY_TYPES.filter((type) => types.mix[type] !== 0);
}

/**
 * Compiles the loyalty types.
 *
 * @param types mix and traits; null where customers are of one kind
 * @returns a plan for each type customers have; one neutral entry without types
 */
export function compileTypes(types: Types | null): TypePlan[] {
  const listed = listedTypes(types);
  if (types === null || listed.length === 0) return [NEUTRAL];
  const shares = sharesOf(types);
  const [rateRanks, leavingRanks, spendRanks] = (["purchaseRate", "leaving", "spend"] as const).map((trait) =>
    rankTables(types, trait),
  );
  const relative = (trait: keyof TraitsOf<number>): number[] => {
    const values = listed.map((type) => types.traits[type][trait]);
    if (values.every((value) => value === values[0])) return values.map((value) => (value === 0 ? 0 : 1));
    const mean = values.reduce((sum, value, at) => sum + shares[at] * value, 0);
    return values.map((value) => value / mean);
  };
  const programSensitivity = relative("programSensitivity");
  const priceSensitivity = relative("priceSensitivity");
  const switchingCost = relative("switchingCost");
  let sum = 0;
  return listed.map((_, at) => {
    sum += shares[at];
    return Object.freeze({
      shareUpTo: at === listed.length - 1 ? 1 : sum,
      rateRank: rateRanks[at],
      leavingRank: leavingRanks[at],
      spendRank: spendRanks[at],
      programSensitivity: programSensitivity[at],
      priceSensitivity: priceSensitivity[at],
      switchingCost: switchingCost[at],
    });
  });
}

/**
 * Customers by a trait of their types.
 *
 * @param types mix and traits
 * @param trait which one
 * @returns the mixture; null when types do not differ in it
 */
export function mixtureOf(types: Types, trait: RankingTrait): Mixture | null {
  const values = listedTypes(types).map((type) => types.traits[type][trait]);
  if (values.every((value) => value === values[0])) return null;
  return { shares: sharesOf(types), places: values.map(Math.log), noise: types.noise };
}

/** Shares of the listed types. */
function sharesOf(types: Types): number[] {
  const weights = listedTypes(types).map((type) => types.mix[type]);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Rank tables of the listed types; types of the same trait share one. */
function rankTables(types: Types, trait: RankingTrait): (Float64Array | null)[] {
  const mixture = mixtureOf(types, trait);
  if (mixture === null) return listedTypes(types).map(() => null);
  const { shares, places, noise } = mixture;
  return places.map((place, kind) =>
    quantileTable(
      `rank ${place} among ${places.join(" ")} by ${shares.join(" ")} within ${noise}`,
      rankQuantile(mixture, kind),
    ),
  );
}
