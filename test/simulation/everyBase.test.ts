import { describe, expect, test } from "vitest";
import { BlockRunner, cutBlocks } from "#tenure/engine/blocks.js";
import { openPool } from "#tenure/engine/pool.js";
import { simulate } from "#tenure/engine/simulate.js";
import type { Ledger } from "#tenure/ledger/books.js";
import { memberCells } from "#tenure/ledger/books.js";
import { byCohort } from "#tenure/ledger/read.js";
import { reconcile } from "#tenure/ledger/reconcile.js";
import { compilePlan } from "#tenure/plan/compile.js";
import type { Plan } from "#tenure/plan/plan.js";
import { seedWords } from "#tenure/random/seed.js";
import type { AttritionOf, DrawnScenario } from "#tenure/scenario/scenario.js";
import { completeScenario, type PartialProgram } from "../support/completeScenario.ts";
import { expectSame } from "../support/same.ts";

/*
 * What holds whatever the customer base: every way of leaving, with and without season, growth and types.
 */

const KINDS: readonly AttritionOf<number>[] = [
  { kind: "afterPurchase", a: 0.5, b: 6 },
  { kind: "overTime", shape: 0.6, rate: 30 },
  { kind: "atRenewal", a: 0.7, b: 2, everyMonths: 2 },
];
const TYPES = {
  mix: { monopoly: 1, incentive: 2, value: 1, none: 2 },
  noise: 0.5,
  traits: {
    monopoly: { purchaseRate: 1.4, leaving: 0.4, programSensitivity: 0.2, switchingCost: 1.5 },
    incentive: { leaving: 1.4, spend: 0.8, programSensitivity: 2, priceSensitivity: 2 },
    value: { purchaseRate: 1.2, leaving: 0.5, spend: 1.5, switchingCost: 2 },
    none: { purchaseRate: 0.5, leaving: 2 },
  },
} as const;
const SEASON = [0.7, 0.8, 0.9, 1, 1, 1, 0.9, 0.8, 1, 1.1, 1.2, 1.6];
const LIVELY: PartialProgram = {
  enrolment: { share: 0.7, selection: 0.3 },
  expiry: { kind: "rolling", months: 6 },
  rewards: [{ points: 60 }, { points: 150, faceValue: 30 }],
  response: {
    goalGradient: 1.5,
    rewardedBehaviour: 1,
    balanceAtStake: 0.8,
    statusAtStake: 0.5,
    status: 0.5,
    halfWorth: 0.02,
    borrowed: 0.4,
    demotionShock: 0.6,
  },
  tiers: {
    levels: [
      { name: "Base" },
      { name: "Silver", from: 300, discount: 0.05, perkValuePerMonth: 2, perkCostPerMonth: 1 },
      { name: "Gold", from: 900, discount: 0.1, earnMultiplier: 2, perkValuePerMonth: 9, perkCostPerMonth: 3 },
    ],
  },
};
/** Nothing earned, nothing given, every channel off. */
const NOTHING: PartialProgram = { earn: { pointsPerUnit: 0 } };

const CASES = KINDS.flatMap((attrition) =>
  [false, true].map((rich): [string, DrawnScenario] => [
    `leaving ${attrition.kind}${rich ? ", with season, growth and types" : ""}`,
    completeScenario({
      customerBase: {
        size: 600,
        purchaseRate: { shape: 1.2, rate: 2 },
        attrition,
        acquisition: { perMonth: 13, growth: rich ? 0.2 : 0 },
        season: rich ? SEASON : Array<number>(12).fill(1),
        growth: rich ? { purchaseRate: 0.1, prices: 0.05 } : {},
        loyaltyTypes: rich ? TYPES : null,
      },
      horizon: { start: "2023-03", months: 26 },
    }),
  ]),
);

const withProgram = (scenario: DrawnScenario, program: PartialProgram): DrawnScenario => ({
  ...scenario,
  program: completeScenario({ program }).program,
});

function booksOf(plan: Plan, blockSize = 2048): readonly Ledger[] {
  const runner = new BlockRunner(plan, { seed: seedWords("every base"), replicate: 0 });
  for (const block of cutBlocks(plan, blockSize)) runner.run(block);
  return runner.ledgers;
}

const cellsOf = (ledgers: readonly Ledger[]): Float64Array[] => ledgers.map(({ cells }) => cells.slice());

describe.each(CASES)("%s", (_name, scenario) => {
  const lively = withProgram(scenario, LIVELY);
  const nothing = withProgram(scenario, NOTHING);
  const size = scenario.customerBase.size;

  test("a program that gives nothing changes no byte but the counts of members", () => {
    const [twin, world] = booksOf(compilePlan([nothing], size));
    const isAboutMembers = memberCells(twin.layout);
    const differing = [...twin.cells.keys()].filter(
      (cell) => twin.cells[cell] !== world.cells[cell] && !isAboutMembers.has(cell),
    );
    expect(differing).toEqual([]);
    expect(byCohort(world, 0, 1, "members")).toBeGreaterThan(0);
  });

  test("what happens moves the world, and its books reconcile", () => {
    const ledgers = booksOf(compilePlan([lively], size));
    for (const ledger of ledgers) expect(reconcile(ledger, ledgers[0])).toEqual([]);
    expect(byCohort(ledgers[1], 0, 12, "active")).not.toBe(byCohort(ledgers[0], 0, 12, "active"));
  });

  test("blocks of any size, worlds beside and their order change no byte", () => {
    const plan = compilePlan([lively], size);
    const [twin, world] = cellsOf(booksOf(plan));
    expectSame(cellsOf(booksOf(plan, 7)), [twin, world]);
    const beside = cellsOf(booksOf(compilePlan([nothing, lively], size), 100));
    expectSame([beside[0], beside[2]], [twin, world]);
  });

  test("two workers give the bytes of one", async () => {
    const plan = compilePlan([lively, nothing], size);
    const run = async (workers: number): Promise<Float64Array[][]> => {
      const executor = openPool(workers, 0);
      const books: Float64Array[][] = [];
      const options = { seed: seedWords("every base"), firstReplicate: 0, replicates: 3, executor, blockSize: 64 };
      for await (const { ledgers } of simulate(() => plan, options)) books.push(cellsOf(ledgers));
      await executor.close();
      return books;
    };
    const one = await run(1);
    expectSame(await run(2), one);
    expectSame(one[0], cellsOf(booksOf(plan)));
  });
});
