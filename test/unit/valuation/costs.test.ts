import { expect, test } from "vitest";
import { expectOutstanding } from "#tenure/valuation/outstanding.js";
import { type Terms, termsOf } from "#tenure/valuation/terms.js";
import { valueWorld } from "#tenure/valuation/worldValue.js";
import { completeScenario } from "../../support/completeScenario.ts";
import { HandLedger } from "../../support/ledgers.ts";

/** No discounting, ten company customers for each simulated one, amounts in cents. */
const PROGRAM: Terms = {
  scale: 10,
  factor: Float64Array.of(1, 1),
  acquisitionCost: 300,
  dayOneAcquisitions: 1,
  categoryPurchases: 0,
  program: {
    oneOff: 5000,
    launchFactor: 1,
    launchMonth: 0,
    perMonth: 1000,
    perMemberMonth: 2.5,
    pointsExpire: true,
    dearestCostPerPoint: 3,
  },
};

test("points forfeited count as lost at their age, as those that expire do", () => {
  const ledger = new HandLedger(3)
    .vintageCause(0, "kept", { issued: 100, redeemed: 40, forfeited: 60 })
    .vintageAge(0, 0, { redeemed: 10 })
    .vintageAge(0, 1, { redeemed: 30, forfeited: 60 })
    .vintageCause(2, "kept", { issued: 50, redeemed: 5, closing: 45 })
    .vintageAge(2, 0, { redeemed: 5 }).ledger;
  expect(expectOutstanding(ledger, true).expectedRedeemed).toBeCloseTo(15, 12);
});

test("perks and discounts are program cost, and come off the value of the day-one cohort", () => {
  const ledger = new HandLedger(2, 1, 0, 2)
    .monthCause(0, "kept", { purchases: 1, spend: 1000, margin: 400, discount: 100 })
    .monthCause(1, "lifted", { purchases: 1, spend: 500, margin: 200, discount: 50 })
    .month(1, { members: 1, perkCost: 30 })
    .cohort(0, 0, { customers: 1, purchases: 1, spend: 1000, margin: 400, discount: 100 })
    .cohort(0, 1, { purchases: 1, spend: 500, margin: 200, members: 1, discount: 50, perkCost: 30 }).ledger;
  const value = valueWorld(ledger, PROGRAM);
  expect([...value.discountCost]).toEqual([1000, 500]);
  expect([...value.perkCost]).toEqual([0, 300]);
  // Running 1000 a month, and 2.5 for a member in the second.
  expect([...value.programCost]).toEqual([1000 + 1000, 1000 + 500 + 300 + 25]);
  expect(value.dayOneValue).toBe(10 * (600 - 150 - 30 - 2.5 - 300));
  // Revenue and margin are at shelf price: what is given away counts once, as cost.
  expect([...value.revenue]).toEqual([10_000, 5000]);
});

test("a stamp card's dearest point is its reward spread over the full card", () => {
  const scenario = completeScenario({
    program: {
      kind: "stampCard",
      card: { stamps: 8, headStart: 3 },
      reward: { faceValue: 5, unitCost: 2, replaces: 0.5 },
    },
  });
  expect(termsOf(scenario, 5).program?.dearestCostPerPoint).toBe(350 / 8);
});
