import { expect, test } from "vitest";
import { BlockRunner, cutBlocks } from "#tenure/engine/blocks.js";
import type { Ledger } from "#tenure/ledger/books.js";
import { worldTotal } from "#tenure/ledger/read.js";
import { compilePlan } from "#tenure/plan/compile.js";
import { seedWords } from "#tenure/random/seed.js";
import { override } from "#tenure/scenario/override.js";
import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import { completeScenario } from "../support/completeScenario.ts";
import { zForFalseAlarm } from "../support/statistics.ts";

const MONTHS = 36;
const CUSTOMERS = 2000;
const REPLICATES = 30;
/** Probability that the sum of both effects, were it right, fails the test. */
const FALSE_ALARM = 1e-3;

/** Weekly shoppers of 40 a basket; a voucher for 500 points, three tiers, or both; responses as any file gets them. */
function design(faceValue: number, hasTiers: boolean): DrawnScenario {
  const levels = [
    { name: "Entry", from: 0 },
    { name: "Silver", from: 1500, earnMultiplier: 1.25, perkCostPerMonth: 1, perkValuePerMonth: 3 },
    { name: "Gold", from: 4000, earnMultiplier: 1.5, perkCostPerMonth: 3, perkValuePerMonth: 12 },
  ];
  return override(completeScenario({}), {
    horizon: { start: "2025-01", months: MONTHS },
    customerBase: {
      size: CUSTOMERS,
      purchaseRate: { shape: 2, rate: 2 },
      attrition: { a: 0.5, b: 60 },
      spend: { p: 4, q: 6, v: 50 },
    },
    program: {
      kind: "points",
      enrolment: { share: 1 },
      earn: { pointsPerUnit: 1 },
      rewards: [{ name: "Voucher", points: 500, faceValue, unitCost: 4 }],
      tiers: hasTiers ? { basis: "spend", levels } : null,
    },
  }) as DrawnScenario;
}

test("Kopalle 2012: points and tiers together lift at least as much as each alone, a little more", () => {
  const plan = compilePlan([design(20, true), design(20, false), design(0, true)], CUSTOMERS);
  const synergy = Array.from({ length: REPLICATES }, (_, replicate) => {
    const runner = new BlockRunner(plan, { seed: seedWords("joint"), replicate });
    for (const block of cutBlocks(plan, 2048)) runner.run(block);
    const spend = (ledger: Ledger): number =>
      Array.from({ length: MONTHS }, (_, month) => worldTotal(ledger, month, "spend")).reduce((sum, one) => sum + one);
    const [twin, both, points, tiers] = runner.ledgers.map(spend);
    expect(points).toBeGreaterThan(twin);
    expect(tiers).toBeGreaterThan(twin);
    return (both - points - tiers + twin) / twin;
  });
  const mean = synergy.reduce((sum, one) => sum + one, 0) / REPLICATES;
  const variance = synergy.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (REPLICATES - 1);
  const error = Math.sqrt(variance / REPLICATES);
  expect(mean / error).toBeGreaterThan(zForFalseAlarm(FALSE_ALARM));
  expect(mean).toBeLessThan(0.01);
});
