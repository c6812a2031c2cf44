import fc from "fast-check";
import { LOYALTY_TYPES, type LoyaltyType, type LoyaltyTypesOf, type TraitsOf } from "#tenure/scenario/scenario.js";
import { arbitraryShare } from "./generateNumbers.ts";

type Ordering = Pick<TraitsOf<number>, "purchaseRate" | "leaving" | "spend">;

/** Types listed, how far they differ in what orders customers, and how blurred that is. */
interface Ordered {
  readonly noise: number;
  readonly listed: Partial<Record<LoyaltyType, { readonly weight: number } & Partial<Ordering>>>;
}

/** A handful only: the tables of ranks are slow to build, and built once each. */
const ORDERED: readonly Ordered[] = [
  { noise: 1, listed: { trust: { weight: 1 } } },
  { noise: 0.5, listed: { none: { weight: 0.2, purchaseRate: 0.001, leaving: 1000, spend: 7 } } },
  { noise: 1, listed: { price: { weight: 1 }, value: { weight: 2 }, kin: { weight: 0.5 } } },
  { noise: 1, listed: { inertia: { weight: 3, purchaseRate: 2 }, latent: { weight: 1, purchaseRate: 0.4 } } },
  {
    noise: 0.7,
    listed: { price: { weight: 1, leaving: 2, spend: 0.6 }, value: { weight: 1, leaving: 0.5, spend: 1.5 } },
  },
  {
    noise: 0.8,
    listed: {
      monopoly: { weight: 2, purchaseRate: 1.5, leaving: 0.7, spend: 1.1 },
      none: { weight: 1, purchaseRate: 0.5, leaving: 1.8, spend: 0.8 },
    },
  },
  {
    noise: 0.05,
    listed: {
      incentive: { weight: 1e-6, purchaseRate: 20, leaving: 0.01 },
      trust: { weight: 1e6, purchaseRate: 1, leaving: 1 },
      none: { weight: 1e6, purchaseRate: 0.2, leaving: 30 },
    },
  },
  {
    noise: 1.5,
    listed: Object.fromEntries(
      LOYALTY_TYPES.map((name, at) => [
        name,
        { weight: 1 + at, purchaseRate: 0.5 + at / 4, leaving: 2 - at / 5, spend: 1 + (at % 3) / 3 },
      ]),
    ),
  },
];

const arbitrarySensitivity = fc.constantFrom(0, 0.3, 1, 1, 2.5);

const arbitraryAnswers = fc.record({
  attachment: arbitraryShare,
  programSensitivity: arbitrarySensitivity,
  priceSensitivity: arbitrarySensitivity,
  switchingCost: arbitrarySensitivity,
});

/** Mixes of one type, two, nine; types that differ in nothing, in one trait, in all. */
export const arbitraryTypes: fc.Arbitrary<LoyaltyTypesOf<number>> = fc
  .record({
    ordered: fc.constantFrom(...ORDERED),
    answers: fc.array(arbitraryAnswers, { minLength: LOYALTY_TYPES.length, maxLength: LOYALTY_TYPES.length }),
  })
  .map(({ ordered: { noise, listed }, answers }) => ({
    noise,
    mix: byType((name) => listed[name]?.weight ?? 0),
    traits: byType((name, at) => {
      const { purchaseRate = 1, leaving = 1, spend = 1 } = listed[name] ?? {};
      return { purchaseRate, leaving, spend, ...answers[at] };
    }),
  }));

function byType<Value>(value: (name: LoyaltyType, at: number) => Value): Record<LoyaltyType, Value> {
  return Object.fromEntries(LOYALTY_TYPES.map((name, at) => [name, value(name, at)])) as Record<LoyaltyType, Value>;
}
