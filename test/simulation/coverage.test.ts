import { expect, test } from "vitest";
import { monthStarts } from "#tenure/basics/calendar.js";
import { expectedPurchases } from "#tenure/models/bgNbd.js";
import { override } from "#tenure/scenario/override.js";
import type { Scenario } from "#tenure/scenario/scenario.js";
import { compare } from "#tenure/study/compare.js";
import { completeScenario } from "../support/completeScenario.ts";
import { binomialBand, inBand } from "../support/statistics.ts";

const RUNS = 400;
const REPLICATES = 20;
/** One false alarm in ten thousand for each test. */
const FALSE_ALARM = 1e-4;
/** A base light in its tail, so that twenty replicates make a t-interval honest. */
const RATE = { shape: 4, rate: 10 };
const ATTRITION = { a: 2, b: 8 };
const weeks = monthStarts("2025-01", 12)[12] / 7;

const base: Scenario = override(
  completeScenario({
    horizon: { start: "2025-01", months: 12 },
    customerBase: { size: 150, purchaseRate: RATE, attrition: ATTRITION },
  }),
  {},
);

const truthAt = (rate: number): number =>
  expectedPurchases({ r: RATE.shape, alpha: rate, a: ATTRITION.a, b: ATTRITION.b }, weeks);

async function coverage(scenario: Scenario, truth: number, seed: string): Promise<number> {
  let covered = 0;
  for (let run = 0; run < RUNS; run++) {
    const { groups } = await compare([{ scenario, file: null }], {
      seed: `${seed} ${run}`,
      replicates: REPLICATES,
      workers: 1,
    });
    const { low, high } = groups[0].worlds[0].findings.purchasesPerCustomer.level;
    if (low !== null && high !== null && low <= truth && truth <= high) covered++;
  }
  return covered;
}

test("the Monte Carlo interval covers the closed form as often as it says, inputs exact", async () => {
  const covered = await coverage(base, truthAt(RATE.rate), "exact");
  expect([covered, inBand(covered, binomialBand(RUNS, 0.95, FALSE_ALARM))]).toEqual([covered, true]);
});

test("it covers the mean over a ranged input as often as it says", async () => {
  const [low, high] = [8, 13];
  const ranged = override(base, { customerBase: { purchaseRate: { rate: `uniform(${low}, ${high})` } } });
  // Midpoints of 2000 slices: far closer to the mean than any interval is wide.
  const slices = 2000;
  const truth =
    Array.from({ length: slices }, (_, i) => truthAt(low + ((i + 0.5) / slices) * (high - low))).reduce(
      (a, b) => a + b,
    ) / slices;
  const covered = await coverage(ranged, truth, "ranged");
  expect([covered, inBand(covered, binomialBand(RUNS, 0.95, FALSE_ALARM))]).toEqual([covered, true]);
});

test("the band is narrow enough to notice an interval that covers 90 % of the time", () => {
  expect(inBand(Math.round(0.9 * RUNS), binomialBand(RUNS, 0.95, FALSE_ALARM))).toBe(false);
});
