import { expect, test } from "vitest";
import { load } from "#tenure/disk/load.js";
import { BlockRunner, cutBlocks } from "#tenure/engine/blocks.js";
import type { Ledger } from "#tenure/ledger/books.js";
import { byVintageAge } from "#tenure/ledger/read.js";
import { compilePlan } from "#tenure/plan/compile.js";
import { drawScenario } from "#tenure/plan/drawScenario.js";
import { seedWords } from "#tenure/random/seed.js";
import { override } from "#tenure/scenario/override.js";
import type { Scenario } from "#tenure/scenario/scenario.js";
import { expectOutstanding } from "#tenure/valuation/outstanding.js";

const CUSTOMERS = 10_000;

function books(scenario: Scenario): Ledger {
  const seed = seedWords("run-off");
  const plan = compilePlan([drawScenario(scenario, seed, 0, null)], CUSTOMERS);
  const runner = new BlockRunner(plan, { seed, replicate: 0 });
  for (const block of cutBlocks(plan, 2048)) runner.run(block);
  return runner.ledgers[1];
}

/** Expected redemption of the points outstanding at the horizon, over what the same customers redeem of them later. */
async function expectedOverTrue(file: string, rolling: number | null, months: number): Promise<number> {
  const { scenario } = await load(file);
  const design = override(scenario, {
    horizon: { months },
    program: { expiry: rolling === null ? "never" : { rolling } },
  });
  const tail = rolling === null ? 60 : rolling + 1;
  const later = books(override(design, { horizon: { months: months + tail } }));
  let redeemed = 0;
  for (let vintage = 0; vintage < months; vintage++) {
    for (let age = months - vintage; vintage + age < months + tail; age++) {
      redeemed += byVintageAge(later, vintage, age, "redeemed");
    }
  }
  return expectOutstanding(books(design), rolling !== null).expectedRedeemed / redeemed;
}

/** A longer horizon changes nothing before it, so its books hold what became of the points a shorter one leaves outstanding. */
test.each([
  ["scenarios/cdnow/five-percent-back.yaml", 12, 36],
  ["scenarios/cdnow/five-percent-back.yaml", 6, 18],
  ["scenarios/coffee/stars.yaml", 6, 36],
  ["scenarios/coffee/stars.yaml", 12, 36],
] as const)(
  "%s, points live %i months, horizon %i: the charge is within a fifth of the run-off",
  async (file, rolling, months) => {
    const ratio = await expectedOverTrue(file, rolling, months);
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1.2);
  },
);

test("points that never expire are charged no lower than their run-off", async () => {
  expect(await expectedOverTrue("scenarios/cdnow/five-percent-back.yaml", null, 24)).toBeGreaterThan(0.95);
  expect(await expectedOverTrue("scenarios/coffee/stars.yaml", null, 24)).toBeGreaterThan(0.95);
});
