import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SecondLife, secondEngineForAll } from "../../second/engine.ts";
import { booksOf, type CauseLine, emptyLine } from "../../second/reconcile.ts";
import { completeScenario } from "../../support/completeScenario.ts";
import { arbitraryScenario } from "../../support/generate.ts";
import { stated } from "./stated.ts";

const line = (amounts: Partial<CauseLine>): CauseLine => ({ ...emptyLine(), ...amounts });

/** Lines of a book added up by the last part of their key, the cause. */
function byCause(book: ReadonlyMap<string, CauseLine>): Map<string, CauseLine> {
  const sums = new Map<string, CauseLine>();
  for (const [key, one] of book) {
    const cause = key.split("|").at(-1) ?? "";
    const sum = sums.get(cause) ?? emptyLine();
    for (const account of Object.keys(one) as (keyof CauseLine)[]) sum[account] += one[account];
    sums.set(cause, sum);
  }
  return sums;
}

const without = (account: keyof CauseLine, lines: ReadonlyMap<string, CauseLine>): [string, CauseLine][] =>
  [...lines]
    .map(([cause, one]): [string, CauseLine] => [cause, { ...one, [account]: 0 }])
    .sort(([a], [b]) => (a < b ? -1 : 1));

describe("books of a life written down by hand", () => {
  const scenario = completeScenario({
    horizon: { start: "2024-01", months: 3 },
    economics: { grossMargin: 0.5, costPerPurchase: 0.2 },
    program: {
      earn: { signUpPoints: 2 },
      expiry: { kind: "rolling", months: 1 },
      rewards: [{ points: 12, unitCost: 1 }],
    },
  });
  const facts = { cohortKey: 7, ordinal: 0, joinedAt: 0, ratePerDay: 1, leavingPropensity: 0, spendLevel: 1 };
  const life: SecondLife = {
    facts: { ...facts, willing: true, first: { worth: [1], reach: [true] }, later: { worth: [1], reach: [true] } },
    ...stated(scenario, {
      facts: { cohortKey: 7 },
      firstBasket: 800,
      occasions: [
        { time: 35, height: 0.5, basket: 400 },
        { time: 65, height: 0.5, basket: 300 },
      ],
    }),
  };
  const books = booksOf([life, life], "world");

  it("add up by month and cause", () => {
    // Each: 2 given and 8 earned in January; 4 in February, when 12 go: those 10 and 2 of February's. 3 in March.
    expect(books.monthCause).toEqual(
      new Map([
        ["0|kept", line({ acquisitions: 2, spend: 1600, margin: 760, pointsIssued: 16, pointsClosing: 16 })],
        ["0|gift", line({ pointsIssued: 4, pointsClosing: 4 })],
        [
          "1|kept",
          line({
            purchases: 2,
            spend: 800,
            margin: 360,
            pointsIssued: 8,
            pointsRedeemed: 20,
            rewardCost: 166,
            pointsClosing: 4,
          }),
        ],
        ["1|gift", line({ pointsRedeemed: 4, rewardCost: 34 })],
        [
          "2|kept",
          line({ purchases: 2, spend: 600, margin: 260, pointsIssued: 6, pointsExpired: 4, pointsClosing: 6 }),
        ],
      ]),
    );
  });

  it("add up by vintage, and by month whatever the cause", () => {
    expect(books.vintageAgeCause).toEqual(
      new Map([
        ["0|0|gift", line({ pointsIssued: 4, pointsClosing: 4 })],
        ["0|0|kept", line({ pointsIssued: 16, pointsClosing: 16 })],
        ["0|1|kept", line({ pointsRedeemed: 16 })],
        ["0|1|gift", line({ pointsRedeemed: 4 })],
        ["1|0|kept", line({ pointsIssued: 8, pointsRedeemed: 4, pointsClosing: 4 })],
        ["1|1|kept", line({ pointsExpired: 4 })],
        ["2|0|kept", line({ pointsIssued: 6, pointsClosing: 6 })],
      ]),
    );
    expect(books.months.get(1)).toEqual({
      joined: 0,
      enrolled: 0,
      left: 0,
      members: 2,
      customers: 2,
      buyers: 2,
      redemptions: { 0: 2 },
    });
    expect(books.cohorts.get("7|0")).toMatchObject({ joined: 2, enrolled: 2, members: 2, buyers: 0 });
  });
});

describe("books of any scenario", () => {
  it("agree with each other", () => {
    fc.assert(
      fc.property(arbitraryScenario({ mostMonths: 15, mostCustomers: 6 }), (scenario) => {
        const lives = secondEngineForAll(scenario, { seed: 2, replicate: 0 });
        for (const world of ["world", "twin"] as const) {
          const books = booksOf(lives, world);
          const causes = without("pointsClosing", books.cause);
          expect(without("pointsClosing", byCause(books.monthCause))).toEqual(causes);
          expect(without("pointsClosing", byCause(books.cohortAgeCause))).toEqual(causes);
          for (const one of books.cause.values()) {
            expect(one.pointsIssued - one.pointsRedeemed - one.pointsExpired).toBe(one.pointsClosing);
          }
          const vintages = byCause(books.vintageAgeCause);
          for (const [cause, one] of books.cause) {
            const vintage = vintages.get(cause) ?? emptyLine();
            expect(vintage.pointsIssued).toBe(one.pointsIssued);
            expect(vintage.pointsRedeemed).toBe(one.pointsRedeemed);
            expect(vintage.pointsExpired).toBe(one.pointsExpired);
          }
          const joined = [...books.months.values()].reduce((sum, month) => sum + month.joined, 0);
          expect(joined).toBe(lives.length);
        }
      }),
      { seed: 11, numRuns: 40 },
    );
  });
});
