import fc from "fast-check";
import type { CustomerHistory } from "#tenure/scenario/history.js";
import type { AttritionOf, LoyaltyTypesOf, SpendOf } from "#tenure/scenario/scenario.js";
import { decimal } from "./generateNumbers.ts";

/** What somebody did before day one; time observed in horizons, the last purchase as a share of it. */
interface Past {
  readonly x: number;
  readonly horizons: number;
  readonly lastAt: number;
  readonly meanMinor: number | null;
  readonly withFirst: boolean;
}

const arbitraryPast: fc.Arbitrary<Past> = fc.record({
  x: fc.constantFrom(0, 0, 1, 2, 3, 9, 40),
  horizons: fc.constantFrom(0, 0.05, 0.5, 1, 6),
  lastAt: fc.constantFrom(0.01, 0.3, 0.9, 1),
  meanMinor: fc.constantFrom(null, 3, 900, 4000),
  withFirst: fc.boolean(),
});

/** What may be known of the customers of day one: of none in most bases. */
export const arbitraryPasts: fc.Arbitrary<readonly Past[] | null> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.array(arbitraryPast, { minLength: 1, maxLength: 6 }) },
);

/** The history of a base, where it may have one: its customers in rows of nearly equal size. */
export function historyOf(
  pasts: readonly Past[] | null,
  size: number,
  horizonInUnits: number,
  decimals: number,
  base: {
    readonly attrition: AttritionOf<number>;
    readonly spend: SpendOf<number>;
    readonly loyaltyTypes: LoyaltyTypesOf<number> | null;
  },
): CustomerHistory | null {
  if (pasts === null || base.loyaltyTypes !== null || base.attrition.kind === "atRenewal") return null;
  const count = Math.min(size, pasts.length);
  const rows = pasts.slice(0, count).map(({ x, horizons, lastAt, meanMinor, withFirst }, at) => {
    const observed = Number((Math.max(x > 0 ? 0.05 : 0, horizons) * horizonInUnits).toPrecision(6));
    const isSpendKnown = base.spend.kind === "gammaGamma" && meanMinor !== null && (x > 0 || withFirst);
    return {
      purchases: x,
      lastPurchase:
        x === 0
          ? 0
          : Number((lastAt * observed).toPrecision(5)) > observed
            ? observed
            : Number((lastAt * observed).toPrecision(5)),
      observed,
      meanSpend: isSpendKnown ? decimal(meanMinor, decimals) : 0,
      spendPurchases: isSpendKnown ? x + (withFirst ? 1 : 0) : 0,
      customers: Math.floor((size * (at + 1)) / count) - Math.floor((size * at) / count),
    };
  });
  const column = (name: keyof (typeof rows)[number]): number[] => rows.map((row) => row[name]);
  return {
    purchases: column("purchases"),
    lastPurchase: column("lastPurchase"),
    observed: column("observed"),
    meanSpend: column("meanSpend"),
    spendPurchases: column("spendPurchases"),
    customers: column("customers"),
  };
}
