import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import { type BookTerms, booksOf, type SecondBooks } from "../../second/books.ts";
import { type SecondLife, secondEngineForAll } from "../../second/engine.ts";
import { completeScenario } from "../../support/completeScenario.ts";
import { arbitraryScenario } from "../../support/generate.ts";
import { stated, statedFacts } from "../../support/stated.ts";

const TERMS: BookTerms = { world: "world", hasTiers: false, types: [], activeFor: 1 };

/** What a book says of one row, by account. */
function row(books: SecondBooks, name: string): Record<string, number> {
  const cells = [...books].filter(
    ([cell]) => cell.startsWith(`${name} `) && !cell.slice(name.length + 1).includes(" "),
  );
  return Object.fromEntries(cells.map(([cell, amount]) => [cell.slice(name.length + 1), amount]));
}

/** One account of a book over all its rows, by the parts of their names that are asked for. */
function sums(books: SecondBooks, book: string, account: string, part: number): Map<string, number> {
  const found = new Map<string, number>();
  for (const [cell, amount] of books) {
    const words = cell.split(" ");
    if (words[0] !== book || words.at(-1) !== account) continue;
    found.set(words[part], (found.get(words[part]) ?? 0) + amount);
  }
  return found;
}

describe("books of a life written down by hand", () => {
  const scenario = completeScenario({
    horizon: { start: "2024-01", months: 3 },
    economics: { grossMargin: 0.5, costPerPurchase: 0.2 },
    program: {
      earn: { signUpPoints: 2 },
      expiry: { kind: "rolling", months: 1 },
      rewards: [{ points: 12, unitCost: 1 }],
      tiers: { levels: [{}, { from: 10, discount: 0.1, perkCostPerMonth: 0.5 }] },
    },
  });
  const life: SecondLife = {
    facts: { ...statedFacts(scenario), loyaltyType: "kin" },
    ...stated(scenario, {
      firstBasket: 800,
      occasions: [
        { time: 35, height: 0.5, basket: 400 },
        { time: 65, height: 0.5, basket: 300 },
      ],
    }),
  };
  const books = booksOf([life, life], { ...TERMS, hasTiers: true, types: ["price", "kin"], activeFor: 2 });

  it("add up by month and cause", () => {
    // Each: 2 given and 8 earned in January; 4 in February, when 12 go: those 10 and 2 of February's, and $12 make a tier.
    // In March 10 % off $3: 2 points, and February's last 2 expire.
    expect(row(books, "monthCause 0 kept")).toEqual({
      purchases: 2,
      spend: 1600,
      margin: 760,
      issued: 16,
      closing: 16,
    });
    expect(row(books, "monthCause 0 gift")).toEqual({ issued: 4, closing: 4 });
    const february = { purchases: 2, spend: 800, margin: 360, issued: 8, redeemed: 20, rewardCost: 166, closing: 4 };
    expect(row(books, "monthCause 1 kept")).toEqual(february);
    expect(row(books, "monthCause 1 gift")).toEqual({ redeemed: 4, rewardCost: 34 });
    const march = { purchases: 2, spend: 600, margin: 260, discount: 60, issued: 4, expired: 4, closing: 4 };
    expect(row(books, "monthCause 2 kept")).toEqual(march);
  });

  it("add up by month, cohort and type", () => {
    expect(row(books, "month 0")).toEqual({ newcomers: 2, enrolments: 2, members: 2 });
    expect(row(books, "month 1")).toEqual({
      decisions: 2,
      active: 2,
      members: 2,
      perkCost: 100,
      redemptions: 2,
      firstRewards: 2,
    });
    const first = { customers: 2, enrolments: 2, purchases: 2, spend: 1600, margin: 760, members: 2, closing: 20 };
    expect(row(books, "cohort 0 0")).toEqual({ ...first, closingStaying: 20 });
    expect(row(books, "type 0 1")).toEqual(first);
    expect(row(books, "type 2 1")).toMatchObject({ discount: 60, perkCost: 100, closing: 4, active: 2 });
  });

  it("add up by vintage, and by tier", () => {
    expect(row(books, "vintageCause 0 kept")).toEqual({ issued: 16, redeemed: 16 });
    expect(row(books, "vintageCause 1 kept")).toEqual({ issued: 8, redeemed: 4, expired: 4 });
    expect(row(books, "vintageCause 2 kept")).toEqual({ issued: 4, closing: 4 });
    expect(row(books, "vintageAge 0 1")).toEqual({ redeemed: 20 });
    expect(row(books, "vintageAge 1 1")).toEqual({ expired: 4 });
    expect(row(books, "wait 1")).toEqual({ rewards: 2 });
    expect(row(books, "tierMove 1 0 1")).toEqual({ moves: 2 });
    expect(row(books, "tier 1 0")).toEqual({ purchases: 2, spend: 800, margin: 360, issued: 8 });
    expect(row(books, "tier 1 1")).toEqual({ members: 2, perkCost: 100, redemptions: 2, rewardCost: 200 });
    expect(row(books, "tier 2 1")).toMatchObject({ purchases: 2, discount: 60, issued: 4 });
  });

  it("add up by what a member was worth, and by days around the reward", () => {
    // Margin 380 + 180 + 130, of which a reward takes 100, the discount 30 and two months of perks 100; the twin's is 690.
    expect(row(books, "value dayOne difference -200")).toEqual({ members: 2 });
    expect(row(books, "value dayOne difference sum")).toEqual({ members: -460 });
    expect(row(books, "value dayOne world 300")).toEqual({ members: 2 });
    expect(row(books, "value dayOne world sum")).toEqual({ members: 920 });
    expect(row(books, "value dayOne twin 500")).toEqual({ members: 2 });
    expect(row(books, "value dayOne twin sum")).toEqual({ members: 1380 });
    // The reward on day 35 of 91: purchases on day 0, where membership begins, and on day 65.
    expect([...books].filter(([cell]) => cell.startsWith("reward"))).toEqual([
      ["rewardReach before 35 rewards", 2],
      ["rewardReach after 56 rewards", 2],
      ["rewardDay -35 kept purchases", 2],
      ["rewardDay 0 kept purchases", 2],
      ["rewardDay 30 kept purchases", 2],
    ]);
  });
});

describe("books of any scenario", () => {
  const flows = ["issued", "redeemed", "expired", "forfeited"] as const;

  function check(scenario: DrawnScenario, books: SecondBooks, joined: number): void {
    const last = scenario.horizon.months - 1;
    for (const account of flows) {
      expect(sums(books, "monthCause", account, 2)).toEqual(sums(books, "vintageCause", account, 2));
    }
    for (const account of ["redeemed", "expired", "forfeited"]) {
      expect([...sums(books, "vintageAge", account, 0).values()]).toEqual([
        ...sums(books, "vintageCause", account, 0).values(),
      ]);
    }
    for (const [cause, issued] of sums(books, "monthCause", "issued", 2)) {
      const [, redeemed, expired, forfeited] = flows.map((one) => sums(books, "monthCause", one, 2).get(cause) ?? 0);
      const closing = books.get(`monthCause ${last} ${cause} closing`) ?? 0;
      expect(issued).toBe(redeemed + expired + forfeited + closing);
    }
    for (const account of ["members", "enrolments", "active", "perkCost"]) {
      expect([...sums(books, "month", account, 0).values()]).toEqual([...sums(books, "cohort", account, 0).values()]);
    }
    expect(sums(books, "month", "newcomers", 0).get("month")).toBe(joined);
  }

  it("agree with each other", () => {
    fc.assert(
      fc.property(arbitraryScenario({ mostMonths: 15, mostCustomers: 6 }), (scenario) => {
        const lives = secondEngineForAll(scenario, { seed: 2, replicate: 0 });
        for (const world of ["world", "twin"] as const) {
          check(scenario, booksOf(lives, { ...TERMS, world, activeFor: 3 }), lives.length);
        }
      }),
      { seed: 11, numRuns: 40 },
    );
  });
});
