import { describe, expect, it } from "vitest";
import { monthStarts } from "#tenure/basics/calendar.js";
import { CAUSES, POINT_CAUSES as POINT_CAUSE_COUNT } from "#tenure/ledger/cause.js";
import { calendarOf, monthAt } from "../../second/calendar.ts";
import { nothing, POINT_CAUSES } from "../../second/causes.ts";
import { exactPoints, shareOut } from "../../second/exact.ts";
import { rewardCostOf } from "../../second/money.ts";
import { completeScenario } from "../../support/completeScenario.ts";

describe("points of a basket", () => {
  it.each([
    [1999, 1, 2, 19, 20, 20],
    [1950, 1, 2, 19, 20, 20],
    [1949, 1, 2, 19, 19, 20],
    [2000, 1, 2, 20, 20, 20],
    // 0.1 and 2.5 points: 30 cents at 0.1 are 0.03 points; $0.20 at 2.5 are half a point.
    [30, 0.1, 2, 0, 0, 1],
    [20, 2.5, 2, 0, 1, 1],
    // Binary numbers say 1.1 · 100 = 110.00000000000001 and 0.29 · 100 = 28.999999999999996.
    [100, 1.1, 0, 110, 110, 110],
    [100, 0.29, 0, 29, 29, 29],
    [3, 33.333333, 0, 99, 100, 100],
    [3, 33.333333, 3, 0, 0, 1],
    [1_000_000, 1e-6, 0, 1, 1, 1],
    [499_999, 1e-6, 0, 0, 0, 1],
    [500_000, 1e-6, 0, 0, 1, 1],
    [0, 7, 2, 0, 0, 0],
    // Products far beyond 2^53: 10^14 cents are 33,333,333,000,000 points; one cent more is a third of a point.
    [100_000_000_000_000, 33.333333, 2, 33_333_333_000_000, 33_333_333_000_000, 33_333_333_000_000],
    [100_000_000_000_001, 33.333333, 2, 33_333_333_000_000, 33_333_333_000_000, 33_333_333_000_001],
  ])("%d minor units at %d points, %d decimals", (basket, rate, decimals, floor, nearest, ceil) => {
    expect(exactPoints(basket, rate, decimals, "floor")).toBe(floor);
    expect(exactPoints(basket, rate, decimals, "nearest")).toBe(nearest);
    expect(exactPoints(basket, rate, decimals, "ceil")).toBe(ceil);
  });
});

describe("sharing out", () => {
  it("loses nothing, largest remainders first, ties in the order of causes", () => {
    expect(shareOut(10, { ...nothing(), kept: 1, lifted: 1, gift: 1 })).toEqual({
      ...nothing(),
      kept: 4,
      lifted: 3,
      gift: 3,
    });
    expect(shareOut(5, { ...nothing(), kept: 1, gift: 8 })).toEqual({ ...nothing(), kept: 1, gift: 4 });
    expect(shareOut(7, { ...nothing(), retained: 7 })).toEqual({ ...nothing(), retained: 7 });
    expect(shareOut(0, nothing())).toEqual(nothing());
  });
});

describe("what a reward costs", () => {
  it("is rounded once", () => {
    expect(rewardCostOf({ unitCost: 0.7, faceValue: 3.25, replaces: 0.3 }, 2)).toBe(147);
    expect(rewardCostOf({ unitCost: 0.005, faceValue: 0.005, replaces: 0 }, 2)).toBe(1);
    expect(rewardCostOf({ unitCost: 4, faceValue: 1, replaces: 0.5 }, 0)).toBe(3);
  });
});

describe("what is written out again here", () => {
  it("names the causes of the ledger, in its order", () => {
    expect(POINT_CAUSES).toEqual(CAUSES.slice(0, POINT_CAUSE_COUNT));
  });

  it.each(["2024-01", "2023-12", "2000-02", "2100-01", "1900-01", "1969-11"])(
    "counts days as the calendar, from %s",
    (start) => {
      const calendar = calendarOf(completeScenario({ horizon: { start, months: 60 } }));
      expect(calendar.starts).toEqual(monthStarts(start, 60));
      expect(monthAt(calendar, calendar.starts[7])).toBe(7);
      expect(monthAt(calendar, calendar.starts[7] - 1e-9)).toBe(6);
    },
  );
});
