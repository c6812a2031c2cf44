import { describe, expect, it } from "vitest";
import { completeScenario } from "../../support/completeScenario.ts";
import { stated, told } from "../../support/stated.ts";

describe("a life written down by hand", () => {
  const scenario = completeScenario({
    horizon: { start: "2024-01", months: 6 },
    economics: { grossMargin: 0.5, costPerPurchase: 0.2 },
    program: {
      earn: { pointsPerUnit: 1, rounding: "floor", signUpPoints: 5 },
      expiry: { kind: "rolling", months: 2 },
      rewards: [{ points: 30, faceValue: 3, unitCost: 1, replaces: 0.5 }],
      response: { goalGradient: 2, balanceAtStake: 1 },
    },
  });
  const lives = stated(scenario, {
    facts: { leavingPropensity: 0.6 },
    firstBasket: 1050,
    occasions: [
      { time: 10, height: 1.5, basket: 799 },
      { time: 11, height: 2.95, basket: 10_000 },
      { time: 40, height: 0.3, basket: 2000, leavingMark: 0.5 },
      { time: 50, height: 0.9, basket: 1000 },
      { time: 55, height: 1.9, basket: 500 },
      { time: 130, height: 0.5, basket: 100, leavingMark: 0.1 },
      { time: 140, height: 0.5, basket: 100 },
    ],
  });

  it("goes as computed on paper", () => {
    expect(told(lives.world)).toEqual([
      "0 join = 0",
      "0 purchase kept 1050 margin 505 = 0",
      "0 enrol = 0",
      "0 issue gift 5 lot 0 = 5",
      "0 issue kept 10 lot 0 = 15",
      // Half way: multiplier 2. At 22 of 30 the multiplier is 2.47, below 2.95.
      "10 purchase lifted 799 margin 380 = 15",
      "10 issue lifted 7 lot 0 = 22",
      "31 close member: kept 10 lifted 7 gift 5 = 22",
      // January's 22 points, then 8 of February's; 200 by 18 : 7 : 5 is 120, 46.67, 33.33.
      "40 purchase kept 2000 margin 980 = 22",
      "40 issue kept 20 lot 1 = 42",
      "40 redeem 30: kept 18 lifted 7 gift 5, cost 200: kept 120 lifted 47 gift 33 = 12",
      // 12 of 30 at stake: 0.5 is not below 0.6 · 0.6. The twin leaves.
      "50 purchase retained 1000 margin 480 = 12",
      "50 issue retained 10 lot 1 = 22",
      // 10 of the 18 points from the 12 left after redeeming: multiplier 2.11.
      "55 purchase retained 500 margin 230 = 22",
      "55 issue retained 5 lot 1 = 27",
      "60 close member: kept 12 retained 15 = 27",
      "91 close member: kept 12 retained 15 = 27",
      "121 expire lot 1: kept 12 retained 15 = 0",
      "121 close member:  = 0",
      "130 purchase retained 100 margin 30 = 0",
      "130 issue retained 1 lot 4 = 1",
      "130 leave = 1",
      "152 close member gone: retained 1 = 1",
      "182 close member gone: retained 1 = 1",
    ]);
  });

  it("has a twin that buys at base occasions and leaves at once", () => {
    expect(told(lives.twin)).toEqual([
      "0 join = 0",
      "0 purchase kept 1050 margin 505 = 0",
      "31 close stranger:  = 0",
      "40 purchase kept 2000 margin 980 = 0",
      "40 leave = 0",
      "60 close stranger gone:  = 0",
      "91 close stranger gone:  = 0",
      "121 close stranger gone:  = 0",
      "152 close stranger gone:  = 0",
      "182 close stranger gone:  = 0",
    ]);
  });
});

describe("one rule at a time", () => {
  it("loses the twin's purchases when the customer is gone first", () => {
    const scenario = completeScenario({ horizon: { start: "2024-01", months: 1 }, program: {} });
    const { world } = stated(scenario, {
      facts: { leavingPropensity: 1 },
      firstBasket: 100,
      occasions: [
        { time: 5, height: 0.5, basket: 200, leavingMark: 0.5 },
        { time: 6, height: 0.5, basket: 300 },
        { time: 7, height: 1.5, basket: 400 },
        { time: 8, height: 0.5, basket: 500 },
      ],
      twinLeftAt: 6,
    });
    expect(told(world).slice(-4)).toEqual([
      "5 issue kept 2 lot 0 = 3",
      "5 leave = 3",
      "6 lost 300 margin 90 = 3",
      "31 close member gone: kept 3 = 3",
    ]);
  });

  it("enrols at the first purchase after launch and delay, never without a purchase, never the unwilling", () => {
    const scenario = completeScenario({
      horizon: { start: "2023-01", months: 3 },
      program: { launchMonth: 1, enrolment: { delayDays: 4 }, earn: { signUpPoints: 7 } },
    });
    const occasions = [
      { time: 34.9, height: 0.5, basket: 100 },
      { time: 35, height: 1.5, basket: 200 },
      { time: 36, height: 0.5, basket: 300 },
    ];
    const { world } = stated(scenario, { firstBasket: 100, occasions });
    expect(told(world).filter((line) => /enrol|issue/.test(line))).toEqual([
      "36 enrol = 0",
      "36 issue gift 7 lot 1 = 7",
      "36 issue kept 3 lot 1 = 10",
    ]);
    const unwilling = stated(scenario, { firstBasket: 100, occasions, facts: { willing: false } });
    expect(unwilling.world).toEqual(unwilling.twin);
  });

  it("redeems by the word and the probability, one reward a purchase, and aims anew", () => {
    const scenario = completeScenario({
      horizon: { start: "2024-01", months: 1 },
      program: {
        earn: { pointsPerUnit: 10 },
        rewards: [
          { points: 10, unitCost: 1, aim: 1 },
          { points: 25, unitCost: 2, aim: 0 },
          { points: 20, unitCost: 3, aim: 3 },
        ],
        redemption: { probability: 0.5 },
      },
    });
    const { world } = stated(scenario, {
      firstBasket: 500,
      firstRedeemWord: 2 ** 31 - 1,
      occasions: [
        { time: 1, height: 0.5, basket: 0, redeemWord: 2 ** 31 },
        { time: 2, height: 0.5, basket: 0, nextAimWord: 2 ** 30 },
        { time: 3, height: 0.5, basket: 0 },
        { time: 4, height: 0.5, basket: 0 },
      ],
    });
    const redeemed = world.flatMap((event) =>
      event.kind === "redeem" ? [[event.time, event.reward, event.nextAim, event.cost, event.balance]] : [],
    );
    expect(redeemed).toEqual([
      [0, 0, 0, 100, 40],
      [2, 0, 2, 100, 30],
      [3, 2, 0, 300, 10],
      [4, 0, 0, 100, 0],
    ]);
  });

  it("puts an occasion at the very start of a month into that month, after the month end before it", () => {
    const scenario = completeScenario({ horizon: { start: "2024-02", months: 2 }, program: {} });
    const { world } = stated(scenario, { firstBasket: 0, occasions: [{ time: 29, height: 0, basket: 100 }] });
    expect(told(world).slice(3)).toEqual([
      "29 close member:  = 0",
      "29 purchase kept 100 margin 30 = 0",
      "29 issue kept 1 lot 1 = 1",
      "60 close member: kept 1 = 1",
    ]);
  });

  it("keeps points for the stated number of full months after the one they were earned in", () => {
    const scenario = completeScenario({
      horizon: { start: "2024-01", months: 4 },
      program: { expiry: { kind: "rolling", months: 1 }, rewards: [{ points: 1000 }] },
    });
    const { world } = stated(scenario, {
      firstBasket: 100,
      occasions: [
        { time: 30.9, height: 0, basket: 200 },
        { time: 31, height: 0, basket: 400 },
      ],
    });
    expect(told(world).filter((line) => line.includes("expire"))).toEqual([
      "60 expire lot 0: kept 3 = 4",
      "91 expire lot 1: kept 4 = 0",
    ]);
  });
});
