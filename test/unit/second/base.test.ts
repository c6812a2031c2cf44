import { describe, expect, it } from "vitest";
import { LOYALTY_TYPES } from "#tenure/scenario/scenario.js";
import { calendarOf, yearAround } from "../../second/calendar.ts";
import { marketOf, sampledNewcomers } from "../../second/market.ts";
import { scaledLeaving } from "../../second/odds.ts";
import { settingOf } from "../../second/setting.ts";
import { rankWord, turnedRankWord, typeAt, typesOf } from "../../second/types.ts";
import { completeScenario, type PartialScenario } from "../../support/completeScenario.ts";

const season = [0, 0.5, 0.5, 1, 1, 1, 1, 1, 1, 1.5, 1.5, 2];

type PartialBase = NonNullable<PartialScenario["customerBase"]>;

function market(customerBase: PartialBase, start: string, months: number) {
  const scenario = completeScenario({ horizon: { start, months }, customerBase });
  return marketOf(scenario, calendarOf(scenario));
}

describe("the market", () => {
  it("has its seasons by calendar month, and grows month by month from the start", () => {
    const { baseMultiplier, priceLevel } = market({ season, growth: { purchaseRate: 3, prices: 0.21 } }, "2023-12", 13);
    // 4 after a year, 2 after half a year; prices 1.21 after a year, 1.1 after half.
    expect(baseMultiplier[0]).toBe(2);
    expect(baseMultiplier[1]).toBe(0);
    expect(baseMultiplier[6]).toBeCloseTo(2, 12);
    expect(baseMultiplier[12]).toBe(8);
    expect(priceLevel[6]).toBeCloseTo(1.1, 12);
    expect(priceLevel[12]).toBeCloseTo(1.21, 12);
  });

  it("brings newcomers by calendar month, and whole people of a growing number", () => {
    const calendar = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    expect(sampledNewcomers(market({ acquisition: { perMonth: calendar } }, "2024-11", 3), 1)).toEqual([11, 12, 1]);
    // Three times as many a year: 1, 1.0959, 1.2009, 1.3161, 1.4422. Sums 1, 2.096, 3.297, 4.613, 6.055 → 1, 2, 3, 5, 6.
    const growing = market({ acquisition: { perMonth: 1, growth: 2 } }, "2024-01", 5);
    expect(sampledNewcomers(growing, 1)).toEqual([1, 1, 1, 2, 1]);
    // A quarter of them: 0.25, 0.524, 0.824, 1.153, 1.514 → 0, 1, 1, 1, 2.
    expect(sampledNewcomers(growing, 0.25)).toEqual([0, 1, 0, 0, 1]);
  });
});

describe("the calendar year around a month", () => {
  it("reaches beyond the horizon on both sides", () => {
    const calendar = calendarOf(completeScenario({ horizon: { start: "2023-11", months: 4 } }));
    // November and December 2023 are 61 days; 304 lie before them. 2024 is a leap year.
    expect(yearAround(calendar, 1)).toEqual({ start: -304, end: 61 });
    expect(yearAround(calendar, 2)).toEqual({ start: 61, end: 61 + 366 });
  });
});

const two = (traits: { readonly rate: number; readonly leaving: number }): PartialBase => ({
  attrition: { kind: "afterPurchase", a: 1, b: 4 },
  loyaltyTypes: {
    mix: { value: 1, none: 3 },
    noise: 0.8,
    traits: { value: { purchaseRate: traits.rate, leaving: traits.leaving, programSensitivity: 2, spend: 3 } },
  },
});

describe("loyalty types", () => {
  const types = typesOf(completeScenario({ customerBase: two({ rate: 3, leaving: 0.5 }) }).customerBase.loyaltyTypes);

  it("are those of weight above 0, with their shares, and answer over the average customer", () => {
    expect(types.map(({ name, share }) => [name, share])).toEqual([
      ["value", 0.25],
      ["none", 0.75],
    ]);
    expect(typeAt(types, 2 ** 30 - 1)).toBe(0);
    expect(typeAt(types, 2 ** 30)).toBe(1);
    // The average is 0.25 × 2 + 0.75 × 1 = 1.25.
    expect(types.map(({ sensitivity }) => sensitivity.program)).toEqual([2 / 1.25, 1 / 1.25]);
    expect(types.map(({ sensitivity }) => sensitivity.price)).toEqual([1, 1]);
  });

  it("take every rank as often as without types", () => {
    // Of 4000 customers each, evenly spread, about a tenth rank in each tenth: exact but for the grid and the table's 1e-8.
    const words = Array.from({ length: 4000 }, (_, i) => Math.floor(((i + 0.5) / 4000) * 2 ** 32));
    for (const trait of ["purchaseRate", "leaving", "spend"] as const) {
      for (let tenth = 1; tenth < 10; tenth++) {
        const below = types.reduce((sum, { share, rank }) => {
          const count = words.filter((word) => rankWord(rank[trait], word) < (tenth / 10) * 2 ** 32).length;
          return sum + (share * count) / words.length;
        }, 0);
        expect(Math.abs(below - tenth / 10)).toBeLessThan(1 / 4000);
      }
    }
  });

  it("rank their customers by the trait, the other way round for baskets' divisor", () => {
    const middle = 2 ** 31;
    const [value, none] = types;
    expect(rankWord(value.rank.purchaseRate, middle)).toBeGreaterThan(rankWord(none.rank.purchaseRate, middle));
    expect(rankWord(value.rank.leaving, middle)).toBeLessThan(rankWord(none.rank.leaving, middle));
    expect(turnedRankWord(value.rank.spend, middle)).toBeLessThan(turnedRankWord(none.rank.spend, middle));
    expect(turnedRankWord(null, 12)).toBe(12);
  });

  it("of one kind, or alike, change no rank", () => {
    const alone = typesOf(
      completeScenario({ customerBase: { loyaltyTypes: { mix: { kin: 2 } } } }).customerBase.loyaltyTypes,
    );
    expect(alone).toMatchObject([{ name: "kin", share: 1, sensitivity: { program: 1 }, rank: { purchaseRate: null } }]);
    const everybody = Object.fromEntries(LOYALTY_TYPES.map((name) => [name, 1]));
    const alike = typesOf(
      completeScenario({ customerBase: { loyaltyTypes: { mix: everybody } } }).customerBase.loyaltyTypes,
    );
    expect(alike).toHaveLength(9);
    for (const { rank } of alike) expect(rank).toEqual({ purchaseRate: null, leaving: null, spend: null });
  });
});

describe("the odds of leaving", () => {
  const scaleOf = (traits: { readonly rate: number; readonly leaving: number }, months = 24): number =>
    settingOf(completeScenario({ horizon: { start: "2024-01", months }, customerBase: two(traits) })).oddsScale;

  it("are multiplied on the scale of −log(1 − p)", () => {
    // p = 0.5: odds 1; twice that is p = 2/3.
    expect(scaledLeaving(Math.LN2, 2)).toBeCloseTo(Math.log(3), 14);
    expect(scaledLeaving(1000, 2)).toBeCloseTo(1000 + Math.LN2, 9);
    expect(scaledLeaving(0, 5)).toBe(0);
  });

  it("are left alone unless types tie leaving to how often customers buy", () => {
    expect(scaleOf({ rate: 3, leaving: 1 })).toBe(1);
    expect(scaleOf({ rate: 1, leaving: 3 })).toBe(1);
  });

  it("rise where frequent buyers stay longer, fall where they leave sooner", () => {
    expect(scaleOf({ rate: 3, leaving: 0.5 })).toBeGreaterThan(1.01);
    expect(scaleOf({ rate: 3, leaving: 2 })).toBeLessThan(0.99);
  });

  it("stay as they are where no contract ends before the horizon", () => {
    const scenario = completeScenario({
      horizon: { start: "2024-01", months: 6 },
      customerBase: { ...two({ rate: 3, leaving: 2 }), attrition: { kind: "atRenewal", a: 1, b: 1, everyMonths: 6 } },
    });
    expect(settingOf(scenario).oddsScale).toBe(1);
  });
});
