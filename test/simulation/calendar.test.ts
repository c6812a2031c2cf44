import { expect, test } from "vitest";
import { monthStarts } from "#tenure/basics/calendar.js";
import { BlockRunner, cutBlocks } from "#tenure/engine/blocks.js";
import type { Ledger } from "#tenure/ledger/books.js";
import { byCohort, byMonth, byMonthCause } from "#tenure/ledger/read.js";
import { seedWords } from "#tenure/random/seed.js";
import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import { completeScenario } from "../support/completeScenario.ts";
import { livesOf, planOf } from "../support/lives.ts";
import { zForFalseAlarm } from "../support/statistics.ts";

/** One false alarm in a hundred thousand for each figure tested. */
const K = zForFalseAlarm(1e-5);
const CUSTOMERS = 60_000;
const START = "2023-10";
const MONTHS = 18;
const SEASON = [0.4, 0.6, 0.9, 1, 1.1, 1, 0.7, 0.5, 1, 1.2, 1.4, 2.2];
const days = monthStarts(START, MONTHS);

/** Contracts that outlast the horizon: nobody leaves, so that every month's purchases are negative binomial by themselves. */
const staying = {
  size: CUSTOMERS,
  timeUnit: "day",
  purchaseRate: { shape: 3, rate: 60 },
  attrition: { kind: "atRenewal", a: 1, b: 1, everyMonths: 24 },
} as const;

function booksOf(scenario: DrawnScenario, customers = scenario.customerBase.size): readonly Ledger[] {
  const plan = planOf(scenario, customers);
  const runner = new BlockRunner(plan, { seed: seedWords("calendar"), replicate: 0 });
  for (const block of cutBlocks(plan, 2048)) runner.run(block);
  return runner.ledgers;
}

/** Purchases of each month, acquisitions apart, against factors of the fitted rate. */
function expectByMonth(books: Ledger, factors: readonly number[]): void {
  const { shape, rate } = staying.purchaseRate;
  factors.forEach((factor, month) => {
    const each = (shape / rate) * factor * (days[month + 1] - days[month]);
    const purchases = byCohort(books, 0, month, "purchases") - (month === 0 ? CUSTOMERS : 0);
    const error = Math.sqrt(CUSTOMERS * (each + each ** 2 / shape));
    expect(Math.abs(purchases - CUSTOMERS * each)).toBeLessThan(K * error);
  });
}

const seasonal = SEASON.map((_, month) => SEASON[(month + 9) % 12]);
const factorsOf = (growth: number): number[] =>
  Array.from({ length: MONTHS }, (_, month) => seasonal[month % 12] * (1 + growth) ** (month / 12));

test("a season's mean factor is 1, and its months start in January", () => {
  expect(SEASON.reduce((sum, factor) => sum + factor, 0)).toBeCloseTo(12, 12);
  expect(seasonal.slice(0, 4)).toEqual([1.2, 1.4, 2.2, 0.4]);
});

test.each([0, 0.3, -0.2])("purchases follow the season and a yearly growth of %f", (purchaseRate) => {
  const scenario = completeScenario({
    customerBase: { ...staying, season: SEASON, growth: { purchaseRate } },
    horizon: { start: START, months: MONTHS },
  });
  expectByMonth(booksOf(scenario)[0], factorsOf(purchaseRate));
});

test("members buy to the same season: a program that moves nobody shows it too", () => {
  const scenario = completeScenario({
    customerBase: { ...staying, season: SEASON, growth: { purchaseRate: 0.3 } },
    horizon: { start: START, months: MONTHS },
    program: { launchMonth: 0 },
  });
  const [twin, world] = booksOf(scenario);
  expectByMonth(world, factorsOf(0.3));
  for (let month = 0; month < MONTHS; month++) {
    expect(byMonthCause(world, month, "kept", "purchases")).toBe(byMonthCause(twin, month, "kept", "purchases"));
  }
});

test("prices grow under the same luck: every basket is the one without growth, times the level of its month, rounded", () => {
  const growing = (prices: number): DrawnScenario =>
    completeScenario({
      customerBase: { ...staying, size: 200, growth: { prices }, acquisition: { perMonth: 20 } },
      horizon: { start: START, months: MONTHS },
    });
  const [plain, dearer] = [0, 0.25].map((prices) =>
    livesOf(growing(prices), 4).flatMap(({ worlds }) => worlds[0].filter(({ kind }) => kind === "purchase")),
  );
  expect(dearer.length).toBe(plain.length);
  let last = 0;
  plain.forEach(({ amount, time }, at) => {
    const month = days.findIndex((start) => start > time) - 1;
    const level = 1.25 ** (month / 12);
    expect(dearer[at].time).toBe(time);
    expect(Math.abs(dearer[at].amount - amount * level)).toBeLessThanOrEqual(0.5 + 0.5 * level);
    last = Math.max(last, month);
  });
  expect(last).toBe(MONTHS - 1);
});

test("newcomers come as the calendar says, each month exactly, at instants spread over it", () => {
  const perMonth = [30, 0, 12, 5, 7, 1, 0, 0, 9, 40, 55, 80];
  const scenario = completeScenario({
    customerBase: { ...staying, size: 100, acquisition: { perMonth } },
    horizon: { start: START, months: MONTHS },
  });
  const [books] = booksOf(scenario);
  for (let month = 0; month < MONTHS; month++) {
    const expected = perMonth[(month + 9) % 12];
    expect(byCohort(books, month + 1, 0, "customers")).toBe(expected);
    expect(byMonth(books, month, "newcomers")).toBe(expected + (month === 0 ? 100 : 0));
  }
  for (const { cohort, worlds } of livesOf(scenario, 1)) {
    const { time } = worlds[0][0];
    expect(time >= days[Math.max(0, cohort - 1)] && time < days[Math.max(1, cohort)]).toBe(true);
  }
});

test("newcomers that grow stay within half a customer of the running total, in a sample too", () => {
  const acquisition = { perMonth: 37, growth: 0.4 };
  const scenario = completeScenario({
    customerBase: { ...staying, size: 1000, acquisition },
    horizon: { start: START, months: MONTHS },
  });
  for (const sample of [1000, 313]) {
    const [books] = booksOf(scenario, sample);
    let total = 0;
    let expected = 0;
    for (let month = 0; month < MONTHS; month++) {
      total += byCohort(books, month + 1, 0, "customers");
      expected += (37 * 1.4 ** (month / 12) * sample) / 1000;
      expect(Math.abs(total - expected)).toBeLessThanOrEqual(0.5 + 1e-9);
    }
  }
});
