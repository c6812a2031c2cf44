import type { LoyaltyType } from "../scenario/scenario.js";

/** A threshold of the rule: from where on, in what, and where that comes from. */
interface Threshold {
  readonly value: number;
  /** Greatest value that means something. */
  readonly most: number;
  readonly meaning: string;
  readonly source: string;
}

const ASSUMED = "assumption: no published number";

/** The one table of the rule from behaviour to loyalty types. */
export const TYPE_THRESHOLDS = {
  often: {
    value: 1,
    most: Number.POSITIVE_INFINITY,
    meaning: "purchases a year over the mean customer's: from here on repeat patronage is high",
    source: "assumption: Dick & Basu (1994) split at high and low patronage without a number",
  },
  silent: {
    value: 3,
    most: Number.POSITIVE_INFINITY,
    meaning: "days since the last purchase over the customer's own mean wait: above it patronage is low",
    source: ASSUMED,
  },
  promoted: {
    value: 0.5,
    most: 1,
    meaning: "share of purchases that were promoted: from here on a customer follows promotions",
    source: ASSUMED,
  },
  fullPrice: {
    value: 0.1,
    most: 1,
    meaning: "share of purchases that were promoted: up to here a customer needs no discount",
    source: ASSUMED,
  },
  attached: {
    value: 0.8,
    most: 1,
    meaning: "survey score over the top of its scale: from here on a customer is attached",
    source: "assumption: the top fifth of a scale, as 9 and 10 on one from 0 to 10 and 4.5 on one to 5 lie in it",
  },
} as const satisfies Readonly<Record<string, Threshold>>;

export type TypeThreshold = keyof typeof TYPE_THRESHOLDS;
export type Thresholds = Readonly<Record<TypeThreshold, number>>;

/** What a customer did, as far as the rule asks. */
export interface Behaviour {
  /** Purchases a year over the mean customer's. */
  readonly often: number;
  /** Days since the last purchase over the own mean wait; Infinity with one purchase. */
  readonly silent: number;
  /** Share of purchases that were promoted; null where no column says. */
  readonly promoted: number | null;
}

/** What behaviour alone says: each cell leads to one type of the attached and one of the others. */
export interface TypeCell {
  readonly attached: LoyaltyType;
  readonly other: LoyaltyType;
}

/**
 * The rule: by repeat patronage, by promotions, and, where it is known, by attitude.
 *
 * | patronage | promoted | attached | not attached |
 * |---|---|---|---|
 * | high | seldom | value | inertia |
 * | high | at times | trust | inertia |
 * | high | mostly | trust | incentive |
 * | low | mostly | latent | price |
 * | low | else | latent | none |
 */
export const TYPE_CELLS: readonly TypeCell[] = [
  { attached: "value", other: "inertia" },
  { attached: "trust", other: "inertia" },
  { attached: "trust", other: "incentive" },
  { attached: "latent", other: "price" },
  { attached: "latent", other: "none" },
];

/**
 * The cell of the rule that a customer falls into.
 *
 * @param behaviour of the customer
 * @param thresholds to go by
 * @returns position in {@link TYPE_CELLS}
 * @example
 * const thresholds = { often: 1, silent: 3, promoted: 0.5, fullPrice: 0.1, attached: 0.8 };
 * TYPE_CELLS[typeCellOf({ often: 2, silent: 1, promoted: 0.7 }, thresholds)].other; // "incentive"
 */
export function typeCellOf({ often, silent, promoted }: Behaviour, thresholds: Thresholds): number {
  const follows = promoted !== null && promoted >= thresholds.promoted;
  if (often < thresholds.often || silent > thresholds.silent) return follows ? 3 : 4;
  if (follows) return 2;
  return promoted !== null && promoted <= thresholds.fullPrice ? 0 : 1;
}
