import { describe, expect, it } from "vitest";
import { bgNbdAlive, bgNbdLearnt, bgNbdLogLikelihood, bgNbdRate, expectedPurchases } from "#tenure/models/bgNbd.js";
import { discountedPurchases } from "#tenure/models/discounted.js";
import { mbgNbdAlive, mbgNbdLogLikelihood, mbgNbdProbability, mbgNbdPurchases } from "#tenure/models/mbgNbd.js";
import { nbdLogLikelihood, nbdProbability } from "#tenure/models/nbd.js";
import { expectedOverOccasions } from "#tenure/models/occasions.js";
import {
  paretoNbdAlive,
  paretoNbdLearnt,
  paretoNbdLogLikelihood,
  paretoNbdPurchases,
  paretoNbdSurvival,
} from "#tenure/models/paretoNbd.js";
import { paretoNbdProbability } from "#tenure/models/paretoNbdCount.js";

/** The numbers here are printed by test/support/modelReference.py: the stories integrated by mpmath with 30 digits. */
const HISTORIES: readonly (readonly [number, number, number])[] = [
  [0, 0, 39],
  [1, 0, 30],
  [2, 30.43, 38.86],
  [7, 39, 39],
  [26, 30.86, 31],
];
const B = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const P = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 };
const Q = { r: 1.5, alpha: 4, s: 1.2, beta: 30 };
const WEEKLY = Math.log(1.1) / 52;

const expectAll = (values: readonly number[], references: readonly number[], digits = 1e-11): void => {
  expect(values.length).toBe(references.length);
  values.forEach((value, at) => {
    expect(Math.abs(value / references[at] - 1)).toBeLessThan(digits);
  });
};

describe("models against their stories, integrated elsewhere", () => {
  it("BG/NBD and MBG/NBD", () => {
    expectAll(
      HISTORIES.map((history) => bgNbdLogLikelihood(B, ...history)),
      [-0.5554981608415, -4.086801238411, -9.458606307066, -22.24027315716, -37.72657947339],
    );
    expectAll(
      HISTORIES.map((history) => mbgNbdLogLikelihood(B, ...history)),
      [-0.3874523195689, -4.563839529195, -9.68718263625, -22.33021756542, -37.75518855327],
    );
  });

  it("Pareto/NBD, whichever rate is larger, and its counts", () => {
    expectAll(
      HISTORIES.map((history) => paretoNbdLogLikelihood(P, ...history)),
      [-0.5215074188766, -4.126464826572, -9.55428324515, -21.90602559801, -39.1316715403],
    );
    expectAll(
      HISTORIES.map((history) => paretoNbdLogLikelihood(Q, ...history)),
      [-1.861985291089, -3.463930914793, -10.52060763474, -21.2202008943, -33.51555410605],
    );
    expectAll(
      [0, 1, 5, 40].map((x) => paretoNbdProbability(P, x, 39)),
      [0.5936250316024, 0.1655629472772, 0.02148482836182, 1.488229129085e-6],
    );
  });

  it("purchases of BG/NBD where they are so many that they are not summed one by one", () => {
    const cases: readonly (readonly [number, number, number, number])[] = [
      [90000, 0.99998, 1e-5, 100000],
      [8342.29, 0.99995697, 55.5723, 2.35682],
      [327.846, 0.999827136, 66186, 8604.16],
      [105203, 0.9481434, 0.00209779, 42.0673],
      [1108.06, 0.999805921, 0.390227, 0.265164],
      [762630, 0.99999894781, 1, 3.48656],
    ];
    expectAll(
      cases.map((one) => expectedOverOccasions(...one)),
      [4499472870.107, 1.04318711141, 1.130001662008, 1884616.63508, 8721.154472709, 91.38432948407],
    );
  });

  it("who is alive under Pareto/NBD, at the ends of the search and after thousands of purchases", () => {
    const cases: readonly (readonly [number, number, number, number, number, number, number])[] = [
      [100000, 14000, 1e-5, 10000000, 2500, 360, 365],
      [100000, 100000, 100000, 6000000, 300, 100, 365],
      [0.553, 10.578, 0.606, 11.669, 5000, 990, 1000],
      [579.162, 18.8766, 0.0138507, 1862.33, 38, 1.5763, 5.25842],
      [813.662, 2959.98, 85302, 249645, 9, 0.629064, 1.63058],
    ];
    expectAll(
      cases.map(([r, alpha, s, beta, x, tx, T]) => paretoNbdAlive({ r, alpha, s, beta }, x, tx, T)),
      [0.002267653311607, 5.041001661983e-116, 2.077873951543e-18, 1.731425553154e-38, 0.6783335371083],
      1e-8,
    );
  });

  it("discounted expected residual transactions of Pareto/NBD, by the published closed form", () => {
    const values = HISTORIES.map(([x, tx, T]) => {
      const { r, alpha, s, beta } = paretoNbdLearnt(P, x, T);
      const rate = (t: number): number => (r / alpha) * paretoNbdSurvival({ r, alpha, s, beta }, t);
      return paretoNbdAlive(P, x, tx, T) * discountedPurchases(rate, beta, WEEKLY);
    });
    expectAll(values, [0.5977124425064, 1.189313394556, 8.158448910436, 27.72362223122, 107.7843155875]);
  });
});

describe("each model is one story", () => {
  it("discounted purchases of BG/NBD are the sum over weeks of what is expected in each", () => {
    const learnt = bgNbdLearnt(B, 2, 38.86);
    const discount = 0.05;
    let sum = 0;
    for (let day = 0; day < 7 * 800; day++) {
      const [from, to] = [day / 7, (day + 1) / 7];
      sum +=
        (expectedPurchases(learnt, to) - expectedPurchases(learnt, from)) * Math.exp((-discount * (from + to)) / 2);
    }
    // A day's purchases counted at its middle: the error is the square of the discount over a day, / 24.
    expectAll([discountedPurchases((t) => bgNbdRate(learnt, t), learnt.alpha, discount)], [sum], 1e-5);
    expectAll([discountedPurchases(() => 3, 7, 1e-4), discountedPurchases(() => 3, 1e4, 2)], [3e4, 1.5], 1e-11);
  });

  it("counts have probabilities that sum to 1 and to the mean", () => {
    const counts = Array.from({ length: 600 }, (_, x) => x);
    const models = [
      [(x: number) => mbgNbdProbability(B, x, 39), mbgNbdPurchases(B, 39)],
      [(x: number) => paretoNbdProbability(P, x, 39), paretoNbdPurchases(P, 39)],
      [(x: number) => nbdProbability(B, x, 39), (B.r / B.alpha) * 39],
    ] as const;
    for (const [probability, mean] of models) {
      expect(counts.reduce((sum, x) => sum + probability(x), 0)).toBeCloseTo(1, 9);
      expect(counts.reduce((sum, x) => sum + x * probability(x), 0)).toBeCloseTo(mean, 7);
    }
  });

  it("stays finite and falls with silence for a customer of 300 purchases in ten years", () => {
    const weeks = 521.8;
    for (const alive of [bgNbdAlive, mbgNbdAlive]) {
      const byLast = [0, 100, 300, 500, 520, weeks].map((tx) => alive(B, 300, tx, weeks));
      expect(byLast.every((one) => one >= 0 && one <= 1)).toBe(true);
      expect(byLast).toEqual([...byLast].sort((one, other) => one - other));
    }
    const byLast = [0, 100, 300, 500, 520, weeks].map((tx) => paretoNbdAlive(P, 300, tx, weeks));
    expect(byLast).toEqual([...byLast].sort((one, other) => one - other));
    expect(byLast[5]).toBe(1);
    for (const tx of [0, 1, 260, weeks]) {
      for (const value of [bgNbdLogLikelihood, mbgNbdLogLikelihood].map((one) => one(B, 300, tx, weeks))) {
        expect(Number.isFinite(value)).toBe(true);
      }
      expect(Number.isFinite(paretoNbdLogLikelihood(P, 300, tx, weeks))).toBe(true);
    }
    expect(Number.isFinite(nbdLogLikelihood(B, 300, weeks))).toBe(true);
    // Longer silence makes those who never came back less likely to be there, and MBG/NBD says so where BG/NBD cannot.
    expect(mbgNbdAlive(B, 0, 0, weeks)).toBeLessThan(mbgNbdAlive(B, 0, 0, 10));
    expect(bgNbdAlive(B, 0, 0, weeks)).toBe(1);
  });
});
