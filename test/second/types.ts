import { normalCdf, normalQuantile } from "#tenure/math/normal.js";
import { quantileAt } from "#tenure/math/quantileTable.js";
import { LOYALTY_TYPES, type LoyaltyType, type LoyaltyTypesOf, type TraitsOf } from "#tenure/scenario/scenario.js";
import { uniform } from "./luck.ts";
import { once, type Table } from "./tables.ts";

/** Traits that order customers inside the fitted distributions. */
type RankedTrait = "purchaseRate" | "leaving" | "spend";

/** How strongly a customer answers to what a program does, over the average customer. */
export interface Sensitivity {
  readonly program: number;
  readonly price: number;
  readonly switching: number;
}

/** Customers of one loyalty type. */
export interface TypeFacts {
  /** Null: customers are of one kind. */
  readonly name: LoyaltyType | null;
  /** Share of customers of this type. */
  readonly share: number;
  readonly traits: Readonly<Record<RankedTrait, number>>;
  readonly sensitivity: Sensitivity;
  /** The rank inside the fitted distribution by the customer's own uniform; null: the uniform is the rank. */
  readonly rank: Readonly<Record<RankedTrait, Table | null>>;
}

const ONE_KIND: TypeFacts = {
  name: null,
  share: 1,
  traits: { purchaseRate: 1, leaving: 1, spend: 1 },
  sensitivity: { program: 1, price: 1, switching: 1 },
  rank: { purchaseRate: null, leaving: null, spend: null },
};

/** The types there are: those of weight above 0, in their order. */
export function typesOf(loyaltyTypes: LoyaltyTypesOf<number> | null): TypeFacts[] {
  if (loyaltyTypes === null) return [ONE_KIND];
  const { mix, noise, traits } = loyaltyTypes;
  const listed = LOYALTY_TYPES.filter((name) => mix[name] > 0);
  const all = listed.reduce((sum, name) => sum + mix[name], 0);
  const shares = listed.map((name) => mix[name] / all);
  const valuesOf = (trait: keyof TraitsOf<number>): number[] => listed.map((name) => traits[name][trait]);
  return listed.map((name, at) => ({
    name,
    share: shares[at],
    traits: traits[name],
    sensitivity: {
      program: overTheMean(valuesOf("programSensitivity"), shares, at),
      price: overTheMean(valuesOf("priceSensitivity"), shares, at),
      switching: overTheMean(valuesOf("switchingCost"), shares, at),
    },
    rank: {
      purchaseRate: rankTable(valuesOf("purchaseRate"), shares, at, noise),
      leaving: rankTable(valuesOf("leaving"), shares, at, noise),
      spend: rankTable(valuesOf("spend"), shares, at, noise),
    },
  }));
}

/** A trait of one type over that of the average customer; 0 where nobody has any of it. */
function overTheMean(values: readonly number[], shares: readonly number[], at: number): number {
  if (values.every((value) => value === values[0])) return values[0] === 0 ? 0 : 1;
  return values[at] / values.reduce((sum, value, type) => sum + shares[type] * value, 0);
}

/** The type a word stands for: the first whose cumulative share lies above its uniform. */
export function typeAt(types: readonly TypeFacts[], word: number): number {
  let upTo = 0;
  for (const [at, { share }] of types.entries()) {
    upTo += share;
    if (uniform(word) < upTo) return at;
  }
  return types.length - 1;
}

/** The word of a rank: what the customer's own word becomes inside the fitted distribution. */
export function rankWord(table: Table | null, word: number): number {
  if (table === null) return word;
  return Math.min(2 ** 32 - 1, Math.floor(quantileAt(table, word) * 2 ** 32));
}

/** The same where a high uniform means little: the complement's rank, turned round again. */
export function turnedRankWord(table: Table | null, word: number): number {
  const turned = (one: number): number => 2 ** 32 - 1 - one;
  return turned(rankWord(table, turned(word)));
}

/** Rank of a customer of one type among all: where log trait plus noise lies in the mixture of everybody's. */
function rankTable(traits: readonly number[], shares: readonly number[], at: number, noise: number): Table | null {
  if (traits.every((trait) => trait === traits[0])) return null;
  return once(
    `rank ${at} of ${traits} weighing ${shares}, noise ${noise}`,
    () => (tail, upper) =>
      traits.reduce((sum, trait, type) => {
        const ahead = (Math.log(traits[at]) - Math.log(trait)) / noise;
        return sum + shares[type] * normalCdf(normalQuantile(tail, upper) + ahead);
      }, 0),
  );
}
