import { expect, test } from "vitest";
import type { WorldReplicate } from "#tenure/study/measure.js";
import { MEASURES } from "#tenure/study/measures.js";
import { cumulativeNetValue } from "#tenure/study/netValue.js";
import { expectOutstanding } from "#tenure/valuation/outstanding.js";
import { type Terms, termsOf } from "#tenure/valuation/terms.js";
import { valueWorld } from "#tenure/valuation/worldValue.js";
import { completeScenario } from "../../support/completeScenario.ts";
import { HandLedger } from "../../support/ledgers.ts";

/** No discounting, ten company customers for each simulated one, amounts in cents. */
const PLAIN: Terms = {
  scale: 10,
  factor: Float64Array.of(1, 1),
  acquisitionCost: 300,
  dayOneAcquisitions: 1,
  categoryPurchases: 0,
  program: null,
};
const PROGRAM: Terms = {
  ...PLAIN,
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

/** Two months, two customers on day one; in the program world one is a member, buys once more and redeems. */
const twin = new HandLedger(2)
  .monthCause(0, "kept", { purchases: 2, spend: 2000, margin: 800 })
  .monthCause(1, "kept", { purchases: 1, spend: 1000, margin: 400 })
  .cohort(0, 0, { customers: 2, purchases: 2, spend: 2000, margin: 800 })
  .cohort(0, 1, { active: 1, purchases: 1, spend: 1000, margin: 400 }).ledger;
const world = new HandLedger(2)
  .monthCause(0, "kept", { purchases: 2, spend: 2000, margin: 800, issued: 20, closing: 20 })
  .monthCause(1, "kept", {
    purchases: 1,
    spend: 1000,
    margin: 400,
    issued: 10,
    redeemed: 15,
    closing: 15,
    rewardCost: 60,
  })
  .monthCause(1, "lifted", { purchases: 1, spend: 500, margin: 200, issued: 5, closing: 5 })
  .month(0, { members: 1, enrolments: 1 })
  .month(1, { members: 1, redemptions: 1 })
  .cohort(0, 0, { customers: 2, purchases: 2, spend: 2000, margin: 800, enrolments: 1, members: 1, closing: 20 })
  .cohort(0, 1, {
    active: 2,
    purchases: 2,
    spend: 1500,
    margin: 600,
    rewardCost: 60,
    members: 1,
    closing: 20,
    closingStaying: 20,
  })
  .vintageAge(0, 1, { redeemed: 15 })
  .vintageCause(0, "kept", { issued: 20, redeemed: 15, closing: 5 })
  .vintageCause(1, "kept", { issued: 10, closing: 10 })
  .vintageCause(1, "lifted", { issued: 5, closing: 5 }).ledger;

const pair: WorldReplicate = {
  ledger: world,
  twin,
  value: valueWorld(world, PROGRAM),
  twinValue: valueWorld(twin, PLAIN),
  terms: PROGRAM,
  expiryMonths: 1,
  types: [],
};

const measured = (key: string): unknown => MEASURES.find((measure) => measure.key === key)?.of(pair);

test("outstanding points by hand: redemption by age carried forward, ages never reached count in full", () => {
  // Age 0: 0 of 35 redeemed. Age 1: 15 of 20. Age 2 was never reached: what remains is redeemed.
  // Vintage 0 holds 5 at the end of age 1: all 5 at age 2. Vintage 1 holds 15 at the end of age 0: 15 × 15/20 at age 1, the rest at 2.
  expect(expectOutstanding(world, true)).toEqual({ points: 20, expectedRedeemed: 20 });
});

test("outstanding points of which a share expires at an age seen before", () => {
  const ledger = new HandLedger(3)
    .vintageCause(0, "kept", { issued: 100, redeemed: 40, expired: 60 })
    .vintageAge(0, 0, { redeemed: 10 })
    .vintageAge(0, 1, { redeemed: 30, expired: 60 })
    .vintageCause(2, "kept", { issued: 50, redeemed: 5, closing: 45 })
    .vintageAge(2, 0, { redeemed: 5 }).ledger;
  // Age 1: of the 90 points that reached it 30 are redeemed and 60 expire, so of the 45 a third is redeemed and none is left.
  const { points, expectedRedeemed } = expectOutstanding(ledger, true);
  expect(points).toBe(45);
  expect(expectedRedeemed).toBeCloseTo(15, 12);
});

test("where no point was ever lost all that are outstanding are expected, to the last digit, and never more", () => {
  for (const held of [1, 3, 7, 10, 49, 97, 1001]) {
    const ledger = new HandLedger(6)
      .vintageCause(0, "kept", { issued: held + 60, redeemed: 60, closing: held })
      .vintageAge(0, 1, { redeemed: 10 })
      .vintageAge(0, 2, { redeemed: 20 })
      .vintageAge(0, 5, { redeemed: 30 })
      .vintageCause(4, "kept", { issued: 3 * held, closing: 3 * held })
      .vintageCause(5, "kept", { issued: 7 * held, closing: 7 * held }).ledger;
    expect(expectOutstanding(ledger, true)).toEqual({ points: 11 * held, expectedRedeemed: 11 * held });
  }
});

test("points that never expire are expected of those who have not left, and of nobody else", () => {
  const ledger = new HandLedger(2).cohort(0, 1, { closing: 70, closingStaying: 30 }).ledger;
  expect(expectOutstanding(ledger, false)).toEqual({ points: 70, expectedRedeemed: 30 });
});

test("a world's money by hand", () => {
  const { value } = pair;
  // Margin 800 and 600 of the sample; ten times that of the company. Cost: running 1000 a month, 2.5 a member-month, rewards 60.
  expect([...value.revenue]).toEqual([20_000, 15_000]);
  expect([...value.margin]).toEqual([8000, 6000]);
  expect([...value.programCost]).toEqual([1000 + 25, 1000 + 25 + 600]);
  expect(value.programCostDiscounted).toBe(5000 + 1025 + 1625);
  // 20 points outstanding, all expected, at 60 / 15 = 4 a point.
  expect(value.charge).toBe(800);
  // 800 + 600 margin − 60 rewards − 2 × 2.5 communication − 2 × 300 acquisition − 80 charge = 655, ten times that.
  expect(value.dayOneValue).toBe(6550);
  expect(pair.twinValue.dayOneValue).toBe((800 + 400 - 600) * 10);
});

test("measures by hand", () => {
  expect(measured("incrementalRevenue")).toBe(5000);
  expect(measured("incrementalMargin")).toBe(2000);
  expect(measured("programCost")).toBe(7650);
  expect(measured("outstandingCharge")).toBe(800);
  expect(measured("netValue")).toBe(2000 - 7650 - 800);
  expect(measured("roi")).toEqual([2000 - 8450, 8450]);
  expect(measured("clv")).toEqual([655, 2]);
  expect(measured("clvUplift")).toEqual([55, 2]);
  expect(measured("clvUpliftPerMember")).toEqual([55, 1]);
  expect(measured("subsidyShare")).toEqual([60, 60]);
  expect(measured("rewardCost")).toBe(600);
  expect(measured("communicationCost")).toBe(50);
  expect(measured("runningCost")).toBe(2000);
  expect(measured("oneOffCost")).toBe(5000);
  expect(measured("costPerIncrementalRevenue")).toEqual([7650 + 800, 5000]);
  expect(measured("expectedRedemption")).toEqual([20, 20]);
  expect(measured("rewardCostPerPoint")).toEqual([600, 150]);
  expect(measured("margin")).toBe(14_000);
  expect(measured("causalLift")).toEqual([5000, 30_000]);
  expect(measured("purchasesPerCustomer")).toEqual([2, 2]);
  expect(measured("memberShare")).toEqual([1, 2]);
  expect(measured("pointsOutstanding")).toBe(200);
  expect(measured("pointsIssued")).toBe(350);
  // Vintage 0 is closed (its points lapse one month after): 15 of 20 redeemed.
  expect(measured("ultimateRedemptionRate")).toEqual([15, 20]);
  // c / (m − c), EVIDENCE: .75 % cost at 25 % contribution is 3.1 % growth.
  expect(measured("breakEvenLift")).toEqual([8450, 14_000 - 8450]);
  expect(0.0075 / (0.25 - 0.0075)).toBeCloseTo(0.031, 3);
});

test("cumulative net value ends at the net value, and payback is the first month from which it stays at or above 0", () => {
  const sums = cumulativeNetValue(pair);
  // 20 points are out at the end of the first month, 20 at that of the second, at 4 for each and 10 customers for one.
  expect([...sums]).toEqual([-5000 - 1025 - 800, -5000 - 1025 + 2000 - 1625 - 800]);
  expect(sums[1]).toBe(measured("netValue"));
  expect(measured("payback")).toBeNull();
  const paid = (oneOff: number, rewardCost: number): unknown => {
    const terms: Terms = {
      ...PROGRAM,
      program: { ...PROGRAM.program, oneOff, perMonth: 0, perMemberMonth: 0 } as Terms["program"],
    };
    const ledger = new HandLedger(2)
      .monthCause(0, "lifted", { margin: 50 })
      .monthCause(1, "kept", { rewardCost }).ledger;
    const one = {
      ...pair,
      ledger,
      value: valueWorld(ledger, terms),
      twinValue: valueWorld(new HandLedger(2).ledger, PLAIN),
      terms,
    };
    return MEASURES.find(({ key }) => key === "payback")?.of(one);
  };
  expect(paid(0, 0)).toBe(1);
  expect(paid(500, 0)).toBe(1);
  expect(paid(501, 0)).toBeNull();
  expect(paid(0, 51)).toBeNull();
});

test("discount factors are those of month ends, the launch's that of its day", () => {
  const scenario = completeScenario({
    horizon: { start: "2024-01", months: 12 },
    economics: { discountRate: 0.1 },
    program: { launchMonth: 3, costs: { oneOff: 10 } },
  });
  const terms = termsOf(scenario, 5);
  expect(terms.scale).toBe(2);
  expect(terms.factor[0]).toBeCloseTo(1.1 ** (-31 / 365.25), 14);
  expect(terms.factor[11]).toBeCloseTo(1.1 ** (-366 / 365.25), 14);
  expect(terms.program?.launchFactor).toBeCloseTo(1.1 ** (-91 / 365.25), 14);
  expect(terms.program?.oneOff).toBe(1000);
});
