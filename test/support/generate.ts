import fc from "fast-check";
import type { DrawnScenario, EconomicsOf } from "#tenure/scenario/scenario.js";
import { arbitraryBase, typicalYearMinor } from "./generateBase.ts";
import { arbitraryMoney, arbitraryShare, edgy } from "./generateNumbers.ts";
import { arbitraryProgram } from "./generateProgram.ts";

/** What a generated scenario must have; everything else varies. */
interface Wishes {
  /** Every scenario has a program, none has, or (without a word) one in twelve has none. */
  readonly program?: "always" | "never";
  readonly mostMonths?: number;
  /** So many months exactly. */
  readonly months?: number;
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
      months:
        wishes.months === undefined
          ? edgy(1, mostMonths, [1, 2, Math.min(12, mostMonths), mostMonths])
          : fc.constant(wishes.months),
    })
    .chain(({ decimals, months }) =>
      fc.record({
        decimals: fc.constant(decimals),
        months: fc.constant(months),
        start: arbitraryStart,
        customerBase: arbitraryBase(decimals, months, wishes.mostCustomers ?? 30),
      }),
    )
    .chain(({ decimals, months, start, customerBase }) =>
      fc
        .record({
          economics: arbitraryEconomics(decimals),
          program: arbitraryProgram({ decimals, months, typicalYearMinor: typicalYearMinor(customerBase, decimals) }),
          without: fc.integer({ min: 0, max: 11 }).map((dice) => dice === 11),
        })
        .map(({ economics, program, without }): DrawnScenario => {
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
            correlations: [],
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

function arbitraryEconomics(decimals: number): fc.Arbitrary<EconomicsOf<number>> {
  return fc.record({
    grossMargin: arbitraryShare,
    costPerPurchase: arbitraryMoney(decimals, 500),
    discountRate: fc.constantFrom(0, 0.1, 0.35),
  });
}
