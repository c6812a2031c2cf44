import fc from "fast-check";
import { expect, test } from "vitest";
import { BlockRunner, cutBlocks } from "#tenure/engine/blocks.js";
import { byCohort } from "#tenure/ledger/read.js";
import { seedWords } from "#tenure/random/seed.js";
import { traceLives } from "#tenure/study/lives.js";
import { arbitraryScenario } from "../../support/generate.ts";
import { livelyScenario } from "../../support/lively.ts";
import { planOf } from "../../support/lives.ts";

test("points of customers who stay are those of month ends before they leave, and what stands was written down every month", () => {
  let staying = 0;
  let gone = 0;
  fc.assert(
    fc.property(
      fc.oneof(livelyScenario(), arbitraryScenario({ program: "always" })),
      fc.integer(),
      (scenario, seed) => {
        const plan = planOf(scenario);
        const luck = { seed: seedWords(seed), replicate: 0 };
        const runner = new BlockRunner(plan, luck);
        for (const block of cutBlocks(plan, 2048)) runner.run(block);
        const { months } = plan.layout;
        const most = Math.max(...plan.base.cohorts.map(({ customers }) => customers));
        const lives = traceLives(plan, luck, most);
        for (const [cohort, { joinMonth }] of plan.base.cohorts.entries()) {
          const expected = Array.from({ length: months - joinMonth }, () => ({
            members: 0,
            closing: 0,
            closingStaying: 0,
          }));
          for (const life of lives.filter((one) => one.cohort === cohort)) {
            let hasLeft = false;
            for (const { kind, lot: month, amount } of life.worlds[1]) {
              if (kind === "leave") hasLeft = true;
              if (kind !== "close") continue;
              const row = expected[month - joinMonth];
              row.members++;
              row.closing += amount;
              if (!hasLeft) row.closingStaying += amount;
            }
          }
          const booked = expected.map((_, age) => ({
            members: byCohort(runner.ledgers[1], cohort, age, "members"),
            closing: byCohort(runner.ledgers[1], cohort, age, "closing"),
            closingStaying: byCohort(runner.ledgers[1], cohort, age, "closingStaying"),
          }));
          expect(booked).toEqual(expected);
          for (const row of expected) {
            staying += row.closingStaying;
            gone += row.closing - row.closingStaying;
          }
        }
      },
    ),
    { numRuns: 150, seed: 21 },
  );
  expect(staying).toBeGreaterThan(10_000);
  expect(gone).toBeGreaterThan(10_000);
});
