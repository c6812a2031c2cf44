import { describe, expect, it } from "vitest";
import { inNumbers } from "#tenure/plan/inNumbers.js";
import { oddsScaleOf } from "#tenure/plan/oddsScale.js";
import { override } from "#tenure/scenario/override.js";
import { completeScenario } from "../../support/completeScenario.ts";

/** Two types of the same weight that say everything about a trait. */
const halves = (trait: "purchaseRate" | "leaving" | "spend", others: object = {}) =>
  completeScenario({
    customerBase: {
      timeUnit: "month",
      purchaseRate: { shape: 1, rate: 2 },
      attrition: { kind: "afterPurchase", a: 1, b: 1 },
      spend: { kind: "lognormal", mean: 30, cvBetween: 0.5, cvWithin: 0.1 },
      loyaltyTypes: {
        mix: { price: 2, trust: 2 },
        noise: 1e-3,
        traits: { price: { [trait]: 0.5 }, trust: { [trait]: 2, programSensitivity: 3, ...others } },
      },
    },
  });

describe("loyalty types in numbers", () => {
  it("are the halves of the fitted distributions when types say everything", () => {
    const { types, oddsOfLeaving, atMedians } = inNumbers(halves("purchaseRate"));
    expect({ oddsOfLeaving, atMedians }).toEqual({ oddsOfLeaving: 1, atMedians: false });
    expect(types.map(({ type, share }) => [type, share])).toEqual([
      ["price", 0.5],
      ["trust", 0.5],
    ]);
    // The lower and upper half of an exponential distribution.
    expect(types[0]?.buys).toBeCloseTo(1 - Math.log(2), 2);
    expect(types[1]?.buys).toBeCloseTo(1 + Math.log(2), 2);
    expect(types.map(({ spends, leaves }) => [spends, leaves])).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(types.map(({ programSensitivity }) => programSensitivity)).toEqual([0.5, 1.5]);
    // The probability of leaving is uniform: halves of mean 1/4 and 3/4.
    const [stays, leaves] = inNumbers(halves("leaving")).types;
    expect(stays?.leaves).toBeCloseTo(0.5, 2);
    expect(leaves?.leaves).toBeCloseTo(1.5, 2);
    // Half of a lognormal's mean lies above its median with Φ(σ), here Φ(√ln 1.25) = 0.6817.
    const [less, more] = inNumbers(halves("spend")).types;
    expect(less?.spends).toBeCloseTo(2 * (1 - 0.6817), 2);
    expect(more?.spends).toBeCloseTo(2 * 0.6817, 2);
  });

  it("come with the scale that leaving is solved for", () => {
    const tied = halves("purchaseRate", { leaving: 3 });
    const { oddsOfLeaving } = inNumbers(tied);
    expect(oddsOfLeaving).toBe(oddsScaleOf(tied));
    expect(oddsOfLeaving).not.toBe(1);
  });

  it("take ranges at their medians and say so", () => {
    const scenario = override(halves("purchaseRate"), {
      customerBase: { loyaltyTypes: { mix: { price: "uniform(1, 3)", trust: "uniform(5, 7)" } } },
    });
    const { types, atMedians } = inNumbers(scenario);
    expect(atMedians).toBe(true);
    expect(types.map(({ share }) => share)).toEqual([0.25, 0.75]);
    const elsewhere = override(halves("purchaseRate"), { economics: { grossMargin: "0.3 to 0.4" } });
    expect(inNumbers(elsewhere).atMedians).toBe(false);
  });
});

describe("tiers in numbers", () => {
  it("say what each is worth and who would qualify", () => {
    // Everybody buys for 30 twice a month: 720 a year.
    const alike = completeScenario({
      customerBase: {
        timeUnit: "month",
        purchaseRate: { shape: 1e4, rate: 5e3 },
        spend: { kind: "lognormal", mean: 30, cvBetween: 0, cvWithin: 0.1 },
      },
      program: {
        earn: { pointsPerUnit: 2 },
        rewards: [{ points: 100, faceValue: 5 }],
        tiers: {
          levels: [
            { name: "Basic" },
            { name: "Silver", from: 600, earnMultiplier: 1.5 },
            { name: "Gold", from: 800, earnMultiplier: 1.5, discount: 0.03, perkValuePerMonth: 2 },
          ],
        },
      },
    });
    const { tiers } = inNumbers(alike);
    expect(tiers.map(({ name, spend, shareSpending }) => [name, spend, shareSpending])).toEqual([
      ["Basic", 0, 1],
      ["Silver", 600, 1],
      ["Gold", 800, 0],
    ]);
    expect(tiers[0]?.worth).toBe(0);
    expect(tiers[1]?.worth).toBeCloseTo(0.05, 12);
    expect(tiers[2]?.worth).toBeCloseTo(0.05 + 0.03 + 24 / 800, 12);
  });

  it("are none without tiers", () => {
    expect(inNumbers(completeScenario({ program: {} }))).toEqual({
      atMedians: false,
      types: [],
      oddsOfLeaving: 1,
      tiers: [],
    });
  });
});
