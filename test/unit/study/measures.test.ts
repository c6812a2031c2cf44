import { describe, expect, test } from "vitest";
import type { Scenario } from "#tenure/scenario/scenario.js";
import { groupByCounterfactual } from "#tenure/study/group.js";
import type { Measure, PartMeasure, WorldReplicate } from "#tenure/study/measure.js";
import { MEASURES, measuresFor } from "#tenure/study/measures.js";
import { quadrantShares } from "#tenure/study/quadrant.js";
import { TIER_MEASURES } from "#tenure/study/tierMeasures.js";
import { TYPE_MEASURES } from "#tenure/study/typeMeasures.js";
import { type Terms, termsOf } from "#tenure/valuation/terms.js";
import { valueWorld } from "#tenure/valuation/worldValue.js";
import { completeScenario } from "../../support/completeScenario.ts";
import { HandLedger } from "../../support/ledgers.ts";

const MONTHS = 13;
const factor = Float64Array.from({ length: MONTHS }, (_, month) => 0.99 ** (month + 1));
const PLAIN: Terms = {
  scale: 10,
  factor,
  acquisitionCost: 100,
  dayOneAcquisitions: 1,
  categoryPurchases: 8,
  program: null,
};
const PROGRAM: Terms = {
  ...PLAIN,
  program: {
    ...{ oneOff: 500, launchFactor: 1, launchMonth: 0, perMonth: 20, perMemberMonth: 1 },
    ...{ pointsExpire: true, dearestCostPerPoint: 3 },
  },
};

/** Four customers on day one, three of the first type; two newcomers in the first month, one in the second. */
const twin = new HandLedger(MONTHS, 3, 2, 0)
  .monthCause(0, "kept", { purchases: 6, spend: 600, margin: 60 })
  .monthCause(9, "kept", { purchases: 2, spend: 200, margin: 20 })
  .cohort(0, 0, { customers: 4, purchases: 4, spend: 400, margin: 40 })
  .cohort(0, 2, { active: 1 })
  .cohort(0, 9, { purchases: 2, spend: 200, margin: 20 })
  .cohort(0, 11, { active: 2 })
  .cohort(1, 0, { customers: 2, purchases: 2, spend: 200, margin: 20 })
  .cohort(2, 0, { customers: 1, purchases: 1, spend: 100, margin: 10 })
  .cohort(2, 12, { margin: 1000 })
  .type(0, 0, { customers: 3, purchases: 3, spend: 300, margin: 30 })
  .type(0, 1, { customers: 1, purchases: 1, spend: 100, margin: 10 })
  .type(9, 0, { purchases: 2, spend: 200, margin: 20 })
  .type(11, 0, { active: 2 }).ledger;

const world = new HandLedger(MONTHS, 3, 2, 2)
  .monthCause(0, "kept", { purchases: 6, spend: 600, margin: 60, issued: 60, closing: 60 })
  .monthCause(9, "kept", { purchases: 3, spend: 320, margin: 32, redeemed: 30, rewardCost: 6, discount: 16 })
  .monthCause(12, "kept", { expired: 20, forfeited: 10 })
  .month(0, { members: 4, enrolments: 4, perkCost: 1, firstRewards: 0 })
  .month(1, { members: 4, perkCost: 2 })
  .month(9, { firstRewards: 3 })
  .month(12, { members: 4, perkCost: 3 })
  .wait(2, 2)
  .wait(9, 1)
  .cohort(0, 0, { customers: 4, purchases: 4, spend: 400, margin: 40, members: 3, enrolments: 3 })
  .cohort(0, 9, { purchases: 3, spend: 320, margin: 32, rewardCost: 6, discount: 16 })
  .cohort(0, 11, { active: 3, perkCost: 3 })
  .cohort(1, 0, { customers: 2, purchases: 2, spend: 200, margin: 20 })
  .cohort(2, 0, { customers: 1, purchases: 1, spend: 100, margin: 10 })
  .type(0, 0, { customers: 3, purchases: 3, spend: 300, margin: 30, enrolments: 2, members: 2 })
  .type(0, 1, { customers: 1, purchases: 1, spend: 100, margin: 10, enrolments: 1, members: 1 })
  .type(9, 0, { purchases: 3, spend: 320, margin: 32, rewardCost: 6, discount: 16 })
  .type(11, 0, { active: 2, perkCost: 3 })
  .type(11, 1, { active: 1 })
  .tier(0, 0, { members: 4, purchases: 4, spend: 400, margin: 40 })
  .tier(9, 1, { purchases: 3, spend: 320, margin: 32, rewardCost: 6, discount: 16 })
  .tier(12, 0, { members: 3 })
  .tier(12, 1, { members: 1, perkCost: 2 })
  .tierMove(3, 0, 1, 2)
  .tierMove(12, 1, 0, 1).ledger;

const pair: WorldReplicate = {
  ledger: world,
  twin,
  value: valueWorld(world, PROGRAM),
  twinValue: valueWorld(twin, PLAIN),
  terms: PROGRAM,
  expiryMonths: null,
  types: [
    { type: "price", attachment: 0.49 },
    { type: "value", attachment: 0.5 },
  ],
};
const zero: WorldReplicate = { ...pair, ledger: twin, value: pair.twinValue, terms: PLAIN };

function named<One extends Measure | PartMeasure>(measures: readonly One[], key: string): One {
  const measure = measures.find((one) => one.key === key);
  if (measure === undefined) throw new Error(`no measure ${key}`);
  return measure;
}
const measured = (key: string, of: WorldReplicate = pair): unknown => named(MEASURES, key).of(of);
const ofType = (key: string, type: number): unknown => named(TYPE_MEASURES, key).of(pair, type);
const ofTier = (key: string, tier: number): unknown => named(TIER_MEASURES, key).of(pair, tier);

test("retention and churn add up; purchases per active customer count the window alone", () => {
  expect(measured("retention12")).toEqual([3, 4]);
  expect(measured("churn12")).toEqual([1, 4]);
  expect(measured("repurchaseRate", zero)).toEqual([1, 4]);
  expect(measured("frequency12")).toEqual([3, 3]);
  expect(measured("basket")).toEqual([920, 9]);
});

test("share of wallet: purchases here of those made in the category, where their number is known", () => {
  // Two repeat purchases without the program and three with it, of eight that each of the four makes in the category.
  expect(measured("shareOfWallet", zero)).toEqual([2, 32]);
  expect(measured("shareOfWallet")).toEqual([3, 32]);
  const known = completeScenario({ customerBase: { timeUnit: "week", categoryRate: 0.5 } });
  expect(measuresFor(known).some(({ key }) => key === "shareOfWallet")).toBe(true);
  expect(measuresFor(completeScenario({})).some(({ key }) => key === "shareOfWallet")).toBe(false);
  expect(termsOf({ ...known, horizon: { start: "2025-01", months: 12 } }, 10).categoryPurchases).toBeCloseTo(
    365 / 14,
    9,
  );
});

test("costs by kind add up to the program's, gross", () => {
  const kinds = ["rewardCost", "perkCost", "discountCost", "communicationCost", "runningCost", "oneOffCost"];
  const costs = kinds.map((key) => measured(key) as number);
  // Rewards 6, perks 1 + 2 + 3, discounts 16 and 12 member-months of the sample, ten times that; 13 months at 20; 500 once.
  expect(costs).toEqual([60, 60, 160, 120, 260, 500]);
  expect(measured("grossCost")).toBe(costs.reduce((sum, cost) => sum + cost));
});

test("costs by kind, discounted, add up to the program's", () => {
  const kinds = ["rewardCost", "perkCost", "discountCost", "communicationCost", "runningCost", "oneOffCost"];
  const costs = kinds.map((key) => measured(`${key}Discounted`) as number);
  // What the test before this one adds up, each month at its factor: perks 1, 2 and 3 in months 1, 2 and 13.
  const members = 4 * (0.99 + 0.99 ** 2 + 0.99 ** 13);
  const running = factor.reduce((sum, one) => sum + 20 * one, 0);
  const expected = [
    ...[60 * 0.99 ** 10, 10 * 0.99 + 20 * 0.99 ** 2 + 30 * 0.99 ** 13, 160 * 0.99 ** 10],
    ...[10 * members, running, 500],
  ];
  costs.forEach((cost, kind) => {
    expect(cost, kinds[kind]).toBeCloseTo(expected[kind] ?? Number.NaN, 9);
  });
  const all = costs.reduce((sum, cost) => sum + cost, 0);
  expect(all).toBeCloseTo(measured("programCost") as number, 9);
  const net = (measured("incrementalMargin") as number) - all - (measured("outstandingCharge") as number);
  expect(net).toBeCloseTo(measured("netValue") as number, 9);
});

test("a customer's value is net of perks and discounts", () => {
  const [value, customers] = measured("clv") as [number, number];
  const margin = 40 * 0.99 + 32 * 0.99 ** 10;
  const cost = 3 * 0.99 + (6 + 16) * 0.99 ** 10 + 3 * 0.99 ** 12;
  expect(value).toBeCloseTo(margin - cost - 400, 9);
  expect(customers).toBe(4);
});

test("cohorts at equal tenure: discounted to their own month, what comes later is not seen", () => {
  const [dayOne, customers] = measured("dayOneClv12", zero) as [number, number];
  expect(dayOne).toBeCloseTo(40 * 0.99 + 20 * 0.99 ** 10 - 400, 9);
  expect(customers).toBe(4);
  // Both cohorts of newcomers are seen for twelve months of thirteen; each first margin is discounted by one month.
  const [later, newcomers] = measured("newcomersClv12", zero) as [number, number];
  expect(later).toBeCloseTo(30 * 0.99 - 300, 9);
  expect(newcomers).toBe(3);
});

test("first rewards: the grouped median, and those who never reach one", () => {
  // Two of three waited 2 months (1.5 to 2.5): half of three is three quarters into them.
  expect(measured("monthsToFirstReward")).toBeCloseTo(1.5 + 0.75, 12);
  expect(measured("monthsToFirstReward", zero)).toBeNull();
  expect(measured("unrewardedShare")).toEqual([1, 4]);
});

test("points lost by forfeiture are counted apart", () => {
  expect(measured("pointsForfeited")).toBe(100);
  expect(measured("pointsExpired")).toBe(200);
  expect(measured("redemptionRate")).toEqual([300, 600]);
});

test("tiers: mix at the horizon, moves and perks per member-year", () => {
  expect(measured("aboveEntryShare")).toEqual([1, 4]);
  expect(measured("promotedAYear")).toEqual([2, 1]);
  expect(measured("demotedAYear")).toEqual([1, 1]);
  expect(measured("perkCostPerMemberYear")).toEqual([6, 1]);
  expect(ofTier("tierShare", 1)).toEqual([1, 4]);
  expect(ofTier("tierSpend", 0)).toEqual([400, 7 / 12]);
  expect(ofTier("tierDiscountCost", 1)).toEqual([16, 1 / 12]);
  expect(ofTier("tierCostShare", 1)).toEqual([24, 24]);
});

test("types: the day-one customers of each, and what a design adds to the same people", () => {
  expect(ofType("typeShare", 0)).toEqual([3, 4]);
  expect(ofType("typeRetention12", 1)).toEqual([1, 1]);
  expect(ofType("typePurchases", 0)).toEqual([3, 3]);
  expect(ofType("typeSpend", 0)).toEqual([620, 3]);
  expect(ofType("typeMemberShare", 0)).toEqual([2, 3]);
  expect(ofType("typeRewardCost", 0)).toEqual([6, 3]);
  const [uplift] = ofType("typeClvUplift", 0) as [number, number];
  expect(uplift).toBeCloseTo((32 - 20 - 6 - 16) * 0.99 ** 10 - 2 * 0.99 - 3 * 0.99 ** 12, 9);
  const uplifts = [0, 1].map((type) => (ofType("typeClvUplift", type) as [number, number])[0]);
  const [all] = measured("clvUplift") as [number, number];
  expect(uplifts[0] + uplifts[1]).toBeCloseTo(all, 9);
});

test("attitude × repeat patronage: from 0.5 on a customer is attached", () => {
  const shares = quadrantShares(world, pair.types, 11, 4);
  expect(shares).toEqual({ spuriousShare: 0.5, disloyalShare: 0.25, loyalShare: 0.25, latentShare: 0 });
  expect(quadrantShares(world, [], 11, 4)).toEqual({
    loyalShare: 0,
    latentShare: 0,
    spuriousShare: 0,
    disloyalShare: 0,
  });
});

test("a measure that means nothing in a scenario is not measured", () => {
  const keys = (scenario: Scenario): string[] => measuresFor(scenario).map(({ key }) => key);
  const base = completeScenario({});
  const plain = keys(base);
  expect(plain).toContain("retention12");
  for (const key of ["contractRetention12", "newcomersClv12", "programCost", "perkCost"])
    expect(plain).not.toContain(key);
  const contract = { kind: "atRenewal", a: 1, b: 2, everyMonths: 12 } as const;
  const contracts = keys({ ...base, customerBase: { ...base.customerBase, attrition: contract } });
  expect(contracts).toContain("contractRetention12");
  for (const key of ["retention12", "repurchaseRate", "frequency12"]) expect(contracts).not.toContain(key);
  const never = keys(completeScenario({ program: {} }));
  for (const key of ["ultimateRedemptionRate", "breakage", "perkCost", "aboveEntryShare", "pointsForfeited"])
    expect(never).not.toContain(key);
  expect(keys(completeScenario({ program: { expiry: { kind: "rolling", months: 6 } } }))).toContain("breakage");
});

describe("customers with a history", () => {
  const NEW = completeScenario({ program: {} });
  const [one, size] = [[1], [NEW.customerBase.size]];
  const history = {
    purchases: one,
    lastPurchase: [2],
    observed: [9],
    meanSpend: [0],
    spendPurchases: [0],
    customers: size,
  };
  const known = completeScenario({ program: {}, customerBase: { history } });
  const clv = (...scenarios: Scenario[]): Measure | undefined =>
    measuresFor(...scenarios).find(({ key }) => key === "clv");

  test("are named in a label where all have one, in the definition where some do, nowhere else", () => {
    const [all, some, none] = [clv(known, known), clv(NEW, known), clv(NEW, NEW)];
    expect(all?.label).toContain("customers with a history");
    expect(some?.label).toBe(none?.label);
    expect(some?.formula).toContain("of a customer base with a history");
    expect(none?.formula).not.toContain("history");
  });

  test("worlds without a program of which no file speaks are told apart by the design they are of", () => {
    const candidate = (scenario: Scenario, name: string) => ({ scenario: { ...scenario, name }, file: null });
    const two = groupByCounterfactual([candidate(NEW, "New"), candidate(known, "Known")]);
    expect(two.map(({ counterfactual }) => counterfactual.scenario.name)).toEqual([
      "No program (New)",
      "No program (Known)",
    ]);
    const shared = groupByCounterfactual([candidate(NEW, "New"), candidate(NEW, "Newer")]);
    expect(shared.map(({ counterfactual }) => counterfactual.scenario.name)).toEqual(["No program"]);
  });
});
