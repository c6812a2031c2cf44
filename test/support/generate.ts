import fc from "fast-check";
import { DAYS_PER_MONTH, DAYS_PER_UNIT } from "#tenure/basics/calendar.js";
import type { CustomerBaseOf, DrawnScenario, EconomicsOf } from "#tenure/scenario/scenario.js";
import { arbitraryMoney, arbitraryShare, decimal, edgy } from "./generateNumbers.ts";
import { arbitraryProgram } from "./generateProgram.ts";

/** What a generated scenario must have; everything else varies. */
interface Wishes {
  /** Every scenario has a program, none has, or (without a word) one in twelve has none. */
  readonly program?: "always" | "never";
  readonly mostMonths?: number;
  readonly mostCustomers?: number;
}

/**
 * Valid scenarios of every kind, with the edges of each field over-represented. Money is whole in minor units. Shopping is
 * bounded so that a scenario stays quick: at most 300 expected base occasions a customer where there are few customers, 20
 * where there are many.
 */
export function arbitraryScenario(wishes: Wishes = {}): fc.Arbitrary<DrawnScenario> {
  const mostMonths = wishes.mostMonths ?? 60;
  return fc
    .record({
      decimals: fc.constantFrom(2, 2, 0, 1, 3),
      months: edgy(1, mostMonths, [1, 2, Math.min(12, mostMonths), mostMonths]),
    })
    .chain(({ decimals, months }) =>
      fc
        .record({
          start: arbitraryStart,
          customerBase: arbitraryBase(decimals, months, wishes.mostCustomers ?? 30),
          economics: arbitraryEconomics(decimals),
          program: arbitraryProgram(decimals, months),
          without: fc.integer({ min: 0, max: 11 }).map((dice) => dice === 11),
        })
        .map(({ start, customerBase, economics, program, without }): DrawnScenario => {
          const hasProgram = wishes.program === "always" || (wishes.program !== "never" && !without);
          return {
            schema: 1,
            name: "generated",
            about: "generated for a test",
            currency: { code: "XTS", decimals },
            horizon: { start, months },
            customerBase,
            economics,
            program: hasProgram ? program : null,
          };
        }),
    );
}

const arbitraryStart: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("2024-01", "2024-02", "2023-12", "2000-02", "2100-01", "1970-01", "1969-11", "1997-01"),
  fc
    .tuple(fc.integer({ min: 1960, max: 2110 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`),
);

function arbitraryBase(decimals: number, months: number, mostCustomers: number): fc.Arbitrary<CustomerBaseOf<number>> {
  const shopping = fc.oneof(
    {
      weight: 9,
      arbitrary: fc.record({
        occasions: fc.constantFrom(0.01, 0.5, 2, 5, 10, 20),
        size: edgy(1, mostCustomers, [1, mostCustomers]),
        perMonth: edgy(0, 5, [0, 0, 1]),
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
  return fc
    .record({
      shopping,
      timeUnit: fc.constantFrom("day", "week", "month", "year"),
      shape: fc.constantFrom(0.243, 0.5, 1, 1.7, 4, 40),
      attrition: fc.record({
        kind: fc.constant("afterPurchase" as const),
        a: fc.constantFrom(0.05, 0.5, 0.793, 1, 3),
        b: fc.constantFrom(0.3, 1, 2.426, 10, 60),
      }),
      p: fc.constantFrom(0.7, 1, 2, 6.25, 50),
      q: fc.constantFrom(1.6, 2, 3.74, 20),
      meanBasketMinor: fc.constantFrom(2, 40, 700, 3512, 100_000),
      cost: arbitraryMoney(decimals, 3000),
    })
    .map(({ shopping, timeUnit, shape, attrition, p, q, meanBasketMinor, cost }) => {
      const perUnit = (shopping.occasions / (months * DAYS_PER_MONTH)) * DAYS_PER_UNIT[timeUnit];
      const vMinor = Math.max(1, Math.round((meanBasketMinor * (q - 1)) / p));
      return {
        size: shopping.size,
        timeUnit,
        purchaseRate: { shape, rate: Number((shape / perUnit).toPrecision(6)) },
        attrition,
        spend: { kind: "gammaGamma", p, q, v: decimal(vMinor, decimals) },
        acquisition: { perMonth: shopping.perMonth, cost },
      };
    });
}

function arbitraryEconomics(decimals: number): fc.Arbitrary<EconomicsOf<number>> {
  return fc.record({
    grossMargin: arbitraryShare,
    costPerPurchase: arbitraryMoney(decimals, 500),
    discountRate: fc.constantFrom(0, 0.1, 0.35),
  });
}
