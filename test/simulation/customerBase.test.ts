import { expect, test } from "vitest";
import { monthStarts } from "#tenure/basics/calendar.js";
import { BlockRunner, cutBlocks } from "#tenure/engine/blocks.js";
import { byCohort } from "#tenure/ledger/read.js";
import { expectedPurchases, purchaseProbability } from "#tenure/models/bgNbd.js";
import { meanSpend, spendVariance } from "#tenure/models/gammaGamma.js";
import { seedWords } from "#tenure/random/seed.js";
import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import { type TracedLife, traceLives } from "#tenure/study/lives.js";
import { completeScenario } from "../support/completeScenario.ts";
import { planOf } from "../support/lives.ts";
import { zForFalseAlarm } from "../support/statistics.ts";

const CUSTOMERS = 120_000;
/** One false alarm in a hundred thousand for each figure tested. */
const K = zForFalseAlarm(1e-5);

/** CDNOW as published (EVIDENCE: r .243, α 4.414 weeks, a .793, b 2.426; p 6.25, q 3.74, v 15.44). */
const MODEL = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const SPEND = { p: 6.25, q: 3.74, v: 15.44 };
const cdnow = completeScenario({ customerBase: { size: CUSTOMERS }, horizon: { months: 18 } });

function twinsOf(scenario: DrawnScenario, seed: string): TracedLife[] {
  return traceLives(planOf(scenario), { seed: seedWords(seed), replicate: 0 }, CUSTOMERS);
}

const lives = twinsOf(cdnow, "published model");

/** Repeat purchases of each customer within some days of joining. */
function repeatsWithin(days: number): number[] {
  return lives.map(
    ({ worlds: [twin] }) => twin.filter(({ kind, time }) => kind === "purchase" && time > 0 && time <= days).length,
  );
}

function momentsOf(values: readonly number[]): { mean: number; error: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, error: Math.sqrt(variance / values.length), deviation: Math.sqrt(variance) };
}

test.each([1, 13, 26, 39, 52, 78])("mean repeat purchases within %i weeks are E[X(t)] of the BG/NBD", (weeks) => {
  const { mean, error } = momentsOf(repeatsWithin(weeks * 7));
  expect(Math.abs(mean - expectedPurchases(MODEL, weeks))).toBeLessThan(K * error);
});

test("the published E[X(39)] itself is met", () => {
  const { mean, error } = momentsOf(repeatsWithin(39 * 7));
  expect(Math.abs(mean - 1.196723)).toBeLessThan(K * error);
});

test("the published standard deviation of X(39), 2.54, is met", () => {
  const counts = repeatsWithin(39 * 7);
  const { mean, deviation } = momentsOf(counts);
  const squares = momentsOf(counts.map((count) => (count - mean) ** 2));
  // Delta method: the error of a standard deviation is that of the variance over twice the deviation; 2.54 is rounded.
  expect(Math.abs(deviation - 2.54)).toBeLessThan((K * squares.error) / (2 * deviation) + 0.005);
});

test("a test this sharp notices an attrition drawn at month ends instead of at purchases", () => {
  // The known size of that error is 6.7 % of E[X(39)]: many times the tolerance.
  const { error } = momentsOf(repeatsWithin(39 * 7));
  expect(0.067 * 1.196723).toBeGreaterThan(2 * K * error);
});

test.each([0, 1, 2, 3, 4, 5])("the share with %i repeat purchases within 39 weeks is P(X = k)", (k) => {
  const share = repeatsWithin(39 * 7).filter((count) => count === k).length / CUSTOMERS;
  const expected = purchaseProbability(MODEL, k, 39);
  expect(Math.abs(share - expected)).toBeLessThan(K * Math.sqrt((expected * (1 - expected)) / CUSTOMERS));
});

test("the acquisition basket has the mean of the Gamma-Gamma, and its share below the quartiles", () => {
  const baskets = lives.map(({ worlds: [twin] }) => twin[1].amount / 100);
  const { mean } = momentsOf(baskets);
  const error = Math.sqrt(spendVariance(SPEND) / CUSTOMERS);
  expect(Math.abs(mean - meanSpend(SPEND))).toBeLessThan(K * error);
  expect(meanSpend(SPEND)).toBeCloseTo((6.25 * 15.44) / 2.74, 10);
});

test("repeat baskets of one customer spread about that customer's own level", () => {
  // E[var within] = p·v²/((q−1)(q−2)): the pairwise half squared difference estimates it without bias.
  const halves = lives.flatMap(({ worlds: [twin] }) => {
    const [first, second] = twin.filter(({ kind }) => kind === "purchase").map(({ amount }) => amount / 100);
    return second === undefined ? [] : [(first - second) ** 2 / 2];
  });
  const { p, q, v } = SPEND;
  const { mean, error } = momentsOf(halves);
  expect(Math.abs(mean - (p * v * v) / ((q - 1) * (q - 2)))).toBeLessThan(K * error);
});

test("the books count what the lives show", () => {
  const plan = planOf(cdnow);
  const runner = new BlockRunner(plan, { seed: seedWords("published model"), replicate: 0 });
  for (const block of cutBlocks(plan, 2048)) runner.run(block);
  let purchases = 0;
  for (let age = 0; age < 18; age++) purchases += byCohort(runner.ledgers[0], 0, age, "purchases");
  const horizon = monthStarts("1997-01", 18)[18];
  expect(purchases - CUSTOMERS).toBe(repeatsWithin(horizon).reduce((sum, count) => sum + count, 0));
});

test("longer months hold more occasions: February against its neighbours", () => {
  const steady = completeScenario({
    customerBase: {
      size: CUSTOMERS,
      timeUnit: "day",
      purchaseRate: { shape: 1000, rate: 10_000 },
      attrition: { a: 0.05, b: 9_000 },
    },
    horizon: { start: "2023-01", months: 3 },
  });
  const plan = planOf(steady);
  const runner = new BlockRunner(plan, { seed: seedWords("months"), replicate: 0 });
  for (const block of cutBlocks(plan, 2048)) runner.run(block);
  [31, 28, 31].forEach((days, month) => {
    const expected = CUSTOMERS * days * 0.1 + (month === 0 ? CUSTOMERS : 0);
    const seen = byCohort(runner.ledgers[0], 0, month, "purchases");
    expect(Math.abs(seen - expected)).toBeLessThan(K * Math.sqrt(CUSTOMERS * days * 0.1 * 1.02));
  });
});
