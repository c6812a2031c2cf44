import fc from "fast-check";
import { DAYS_PER_MONTH, DAYS_PER_UNIT } from "#tenure/basics/calendar.js";
import type { AcquisitionOf, AttritionOf, CustomerBaseOf, SpendOf, TimeUnit } from "#tenure/scenario/scenario.js";
import { arbitraryPasts, historyOf } from "./generateHistory.ts";
import { arbitraryMoney, decimal, edgy } from "./generateNumbers.ts";
import { arbitraryTypes } from "./generateTypes.ts";

type Base = CustomerBaseOf<number>;

/** Most newcomers a month, however they grow. */
const MOST_NEWCOMERS = 6;

/** Over more months than these few join. */
const MANY_MONTHS = 60;

/** The base multiplier stays where occasions are drawn. */
const HIGHEST_BASE_MULTIPLIER = 16;

/** Customer bases of every kind; the average customer's base occasions over the horizon are stated, not the rate. */
export function arbitraryBase(decimals: number, months: number, mostCustomers: number): fc.Arbitrary<Base> {
  return fc
    .record({
      shopping: arbitraryShopping(mostCustomers, months),
      timeUnit: fc.constantFrom<TimeUnit>("day", "week", "month", "year"),
      shape: fc.constantFrom(0.243, 0.5, 1, 1.7, 4, 40),
      leaving: arbitraryLeaving,
      spend: arbitrarySpend(decimals),
      season: arbitrarySeason,
      growth: fc.record({
        purchaseRate: fc.constantFrom(0, 0, 0, -0.9, -0.1, 0.03, 0.25),
        prices: fc.constantFrom(0, 0, -0.3, 0.02, 0.5),
      }),
      acquisitionGrowth: fc.constantFrom(0, 0, 0, -0.9, 0.3, 4),
      cost: arbitraryMoney(decimals, 3000),
      loyaltyTypes: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: arbitraryTypes }),
      pasts: arbitraryPasts,
    })
    .map(
      ({ shopping, timeUnit, shape, leaving, spend, season, growth, acquisitionGrowth, cost, loyaltyTypes, pasts }) => {
        const horizonInUnits = (months * DAYS_PER_MONTH) / DAYS_PER_UNIT[timeUnit];
        const peak = Math.max(...season) * (1 + growth.purchaseRate) ** (months / 12);
        const attrition = attritionOf(leaving, horizonInUnits);
        return {
          size: shopping.size,
          history: historyOf(pasts, shopping.size, horizonInUnits, decimals, { attrition, spend, loyaltyTypes }),
          timeUnit,
          purchaseRate: { shape, rate: Number(((shape / shopping.occasions) * horizonInUnits).toPrecision(6)) },
          categoryRate: 0,
          attrition,
          spend,
          season,
          growth: peak > HIGHEST_BASE_MULTIPLIER ? { ...growth, purchaseRate: 0 } : growth,
          acquisition: acquisitionOf(shopping.perMonth, acquisitionGrowth, months, cost),
          loyaltyTypes,
        };
      },
    );
}

/** What the average customer spends in an average year, in minor units: thresholds are set around it. */
export function typicalYearMinor({ purchaseRate, timeUnit, spend }: Base, decimals: number): number {
  const perYear = (purchaseRate.shape / purchaseRate.rate / DAYS_PER_UNIT[timeUnit]) * DAYS_PER_UNIT.year;
  const basket = spend.kind === "gammaGamma" ? (spend.p * spend.v) / (spend.q - 1) : spend.mean;
  return perYear * basket * 10 ** decimals;
}

/** Many occasions only where there are few customers, and these all there from day one. */
function arbitraryShopping(mostCustomers: number, months: number) {
  const perMonth = fc.oneof(
    edgy(0, 5, [0, 0, 1]),
    fc.array(fc.constantFrom(0, 0, 0, 1, 3), { minLength: 12, maxLength: 12 }),
  );
  const inMay = fc.constantFrom(0, [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
  return fc.oneof(
    {
      weight: 9,
      arbitrary: fc.record({
        occasions: fc.constantFrom(0.01, 0.5, 2, 5, 10, 20),
        size: edgy(1, mostCustomers, [1, mostCustomers]),
        perMonth: months > MANY_MONTHS ? inMay : perMonth,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        occasions: fc.constantFrom(100, 300),
        size: fc.integer({ min: 1, max: Math.min(3, mostCustomers) }),
        perMonth: fc.constant(0),
      }),
    },
  );
}

type Leaving =
  | { readonly kind: "afterPurchase"; readonly a: number; readonly b: number }
  | { readonly kind: "atRenewal"; readonly a: number; readonly b: number; readonly everyMonths: number }
  | { readonly kind: "overTime"; readonly shape: number; readonly horizonsStayed: number };

const beta = { a: fc.constantFrom(0.05, 0.5, 0.793, 1, 3), b: fc.constantFrom(0.3, 1, 2.426, 10, 60) };

const arbitraryLeaving: fc.Arbitrary<Leaving> = fc.oneof(
  fc.record({ kind: fc.constant("afterPurchase" as const), ...beta }),
  fc.record({
    kind: fc.constant("overTime" as const),
    shape: fc.constantFrom(0.3, 0.6062, 1, 4, 50),
    horizonsStayed: fc.constantFrom(0.001, 0.2, 0.6, 1.5, 10, 1e5),
  }),
  fc.record({
    kind: fc.constant("atRenewal" as const),
    ...beta,
    everyMonths: fc.constantFrom(1, 1, 2, 3, 6, 12, 120),
  }),
);

function attritionOf(leaving: Leaving, horizonInUnits: number): AttritionOf<number> {
  if (leaving.kind !== "overTime") return leaving;
  const { shape, horizonsStayed } = leaving;
  return { kind: "overTime", shape, rate: Number((shape * horizonsStayed * horizonInUnits).toPrecision(6)) };
}

function arbitrarySpend(decimals: number): fc.Arbitrary<SpendOf<number>> {
  const meanMinor = fc.constantFrom(2, 40, 700, 3512, 100_000);
  return fc.oneof(
    fc
      .record({ meanMinor, p: fc.constantFrom(0.7, 1, 2, 6.25, 50), q: fc.constantFrom(1.6, 2, 3.74, 20) })
      .map(({ meanMinor, p, q }): SpendOf<number> => {
        const vMinor = Math.max(1, Math.round((meanMinor * (q - 1)) / p));
        return { kind: "gammaGamma", p, q, v: decimal(vMinor, decimals) };
      }),
    fc.record({ meanMinor, cvBetween: fc.constantFrom(0, 0.4, 3), cvWithin: fc.constantFrom(0, 0.3, 1.5) }).map(
      ({ meanMinor, cvBetween, cvWithin }): SpendOf<number> => ({
        kind: "lognormal",
        mean: decimal(meanMinor, decimals),
        cvBetween,
        cvWithin,
      }),
    ),
  );
}

/** No season, a mild one, Christmas alone, one with months in which nobody buys. */
const arbitrarySeason: fc.Arbitrary<readonly number[]> = fc.oneof(
  fc.constant([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
  fc.constant([0.8, 0.8, 0.9, 1, 1, 1, 1.1, 1.1, 0.9, 0.9, 1, 1.5]),
  fc.constant([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12]),
  fc.constant([2.5, 0, 1.5, 0, 2, 0.25, 0.75, 3, 0, 1, 0.5, 0.5]),
);

function acquisitionOf(
  perMonth: number | readonly number[],
  growth: number,
  months: number,
  cost: number,
): AcquisitionOf<number> {
  const last = Math.max(...[perMonth].flat()) * (1 + growth) ** (months / 12);
  return { perMonth, growth: last > MOST_NEWCOMERS ? 0 : growth, cost };
}
