import { expect, test } from "vitest";
import { millionthsOf } from "#tenure/plan/earning.js";
import { shareSpending } from "#tenure/plan/spenders.js";
import type { TiersOf } from "#tenure/scenario/scenario.js";
import { completeScenario, type PartialProgram } from "../../support/completeScenario.ts";
import { planOf } from "../../support/lives.ts";
import { SHOP_YEAR, shop, silver } from "../../support/shop.ts";

function tiersOf(program: PartialProgram, start = "2024-06", months = 20) {
  return planOf(completeScenario({ horizon: { start, months }, program })).programs[0].tiers;
}

const levels: PartialProgram["tiers"] = {
  levels: [
    { name: "Entry", discount: 0.01 },
    { name: "Silver", from: 200, earnMultiplier: 1.5, discount: 0.03, perkValuePerMonth: 0.5 },
    { name: "Gold", from: 600.5, earnMultiplier: 2, discount: 0.03, perkValuePerMonth: 4, perkCostPerMonth: 1.125 },
  ],
};

test("what a tier is worth, by hand", () => {
  // Points return 2 a unit × (3 × 5/100 + 1 × 20/200) / 4 = 0.125; half worth 0.05.
  const rewards = [
    { points: 100, faceValue: 5, aim: 3 },
    { points: 200, faceValue: 20, aim: 1 },
  ];
  const { worth, statusWorth } = tiersOf({ earn: { pointsPerUnit: 2 }, rewards, tiers: levels });
  const silverValue = 0.02 + 0.5 * 0.125 + (12 * 0.5) / 200;
  const goldValue = 0.02 + 1 * 0.125 + (12 * 4) / 600.5;
  expect(worth[0]).toBe(0);
  expect(worth[1]).toBeCloseTo(silverValue / (silverValue + 0.05), 12);
  expect(worth[2]).toBeCloseTo(goldValue / (goldValue + 0.05), 12);
  for (const tier of [1, 2]) expect(statusWorth[tier]).toBeLessThan(worth[tier]);
});

test("tiers that count points are reached by the spend that earns them; none are worth anything where nothing earns any", () => {
  const tiers = { ...levels, basis: "points" as const };
  const counting = tiersOf({ earn: { pointsPerUnit: 2 }, tiers });
  expect([...counting.from]).toEqual([0, 200, 600.5]);
  expect([...counting.fromSpendMinor]).toEqual([0, 10_000, 30_025]);
  const idle = tiersOf({ earn: { pointsPerUnit: 0 }, tiers });
  expect([...idle.fromSpendMinor]).toEqual([0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  expect([...idle.worth, ...idle.statusWorth]).toEqual([0, 0, 0, 0, 0, 0]);
});

test("money, earning and discounts are whole numbers", () => {
  const plan = tiersOf({ earn: { pointsPerUnit: 2 }, tiers: levels });
  expect([...plan.from]).toEqual([0, 20_000, 60_050]);
  expect([...plan.discountMillionths]).toEqual([10_000, 30_000, 30_000]);
  expect([...plan.perkCostMinor]).toEqual([0, 0, 113]);
  expect([...plan.earnNumerator].map((points, tier) => (points / plan.earnDenominator[tier]) * 100)).toEqual([2, 3, 4]);
  expect(plan.countNumerator / plan.countDenominator).toBe(0.02);
});

test("rates times multipliers are rounded as written, half up", () => {
  expect(millionthsOf(1.000001 * 1.5)).toBe(1_500_002);
  expect(millionthsOf(0.1 * 3)).toBe(300_000);
  expect(millionthsOf(0.0000005)).toBe(1);
});

test("calendar years begin and end where they do, whatever month the horizon begins in", () => {
  const { isReview, yearStart, yearEnd } = tiersOf({ tiers: levels });
  // June 2024 to January 2026.
  expect([...isReview].flatMap((review, month) => (review === 1 ? [month] : []))).toEqual([6, 18]);
  expect([yearStart[0], yearEnd[0]]).toEqual([-152, 366 - 152]);
  expect([yearStart[6], yearEnd[6]]).toEqual([-152, 214]);
  expect([yearStart[7], yearEnd[7]]).toEqual([214, 214 + 365]);
  expect([yearStart[19], yearEnd[19]]).toEqual([579, 579 + 365]);
});

test("a design without tiers has the entry tier alone, with nothing to it", () => {
  const { count, worth, discountMillionths, perkCostMinor } = tiersOf({});
  expect([count, ...worth, ...discountMillionths, ...perkCostMinor]).toEqual([1, 0, 0, 0]);
});

test("status is worth less the more have it anyway", () => {
  const { base, programs } = planOf(shop({ tiers: silver(0.8 * SHOP_YEAR, 20) }));
  expect(shareSpending(base, 0)).toBe(1);
  // Customers of this shop are all alike to a few percent.
  expect(shareSpending(base, 0.8 * SHOP_YEAR * 100)).toBe(1);
  expect(shareSpending(base, 1.2 * SHOP_YEAR * 100)).toBe(0);
  const half = shareSpending(base, SHOP_YEAR * 100);
  expect(half).toBeGreaterThan(0.4);
  expect(half).toBeLessThan(0.6);
  expect(programs[0].tiers.statusWorth[1]).toBe(0);
  const select = planOf(shop({ tiers: silver(1.2 * SHOP_YEAR, 20) })).programs[0].tiers;
  expect(select.statusWorth[1]).toBe(select.worth[1]);
});

test("levels keep their order and number", () => {
  const many: TiersOf<number>["levels"][number][] = Array.from({ length: 7 }, (_, at) => ({
    name: `${at}`,
    from: at * 10,
    earnMultiplier: 1,
    discount: 0,
    perkCostPerMonth: at,
    perkValuePerMonth: 0,
  }));
  const { count, from } = tiersOf({ tiers: { levels: many } });
  expect(count).toBe(7);
  expect([...from]).toEqual([0, 1000, 2000, 3000, 4000, 5000, 6000]);
});
