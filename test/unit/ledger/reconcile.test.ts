import fc from "fast-check";
import { expect, test } from "vitest";
import { BlockRunner, cutBlocks } from "#tenure/engine/blocks.js";
import {
  AT_MONTH_CAUSE,
  AT_TIER,
  AT_TYPE,
  type BookLayout,
  type Ledger,
  MONTH_CAUSE_ACCOUNTS,
  TIER_ACCOUNTS,
  TYPE_ACCOUNTS,
} from "#tenure/ledger/books.js";
import { CAUSE, CAUSES } from "#tenure/ledger/cause.js";
import { REWARD_DAYS, rewardDayOffset, valueOffset } from "#tenure/ledger/memberBooks.js";
import { reconcile } from "#tenure/ledger/reconcile.js";
import { VALUE_BINS } from "#tenure/ledger/valueBins.js";
import { seedWords } from "#tenure/random/seed.js";
import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import { livelyScenario } from "../../support/lively.ts";
import { planOf } from "../../support/lives.ts";

/** Books in which contracts end, tiers are won and lost, discounts given, types kept apart. */
function fullBooks(): readonly Ledger[] {
  const isFull = ({ customerBase, program }: DrawnScenario): boolean =>
    customerBase.attrition.kind === "atRenewal" &&
    (customerBase.loyaltyTypes?.mix.monopoly ?? 0) + (customerBase.loyaltyTypes?.mix.price ?? 0) > 0 &&
    program?.kind === "points" &&
    (program.tiers?.levels.length ?? 0) > 1;
  const ran = fc
    .sample(livelyScenario(), { numRuns: 400, seed: 31 })
    .filter(isFull)
    .map((scenario) => {
      const plan = planOf(scenario);
      const runner = new BlockRunner(plan, { seed: seedWords("faults"), replicate: 0 });
      for (const block of cutBlocks(plan, 2048)) runner.run(block);
      return runner.ledgers;
    });
  const variety = ([, world]: readonly Ledger[]): number => world.cells.filter((cell) => cell !== 0).length;
  const hasForfeited = ({ layout, cells }: Ledger): boolean =>
    cells
      .subarray(layout.monthCause, layout.month)
      .some((points, at) => points > 0 && at % MONTH_CAUSE_ACCOUNTS.length === AT_MONTH_CAUSE.forfeited);
  const hasMoves = ({ layout, cells }: Ledger): boolean =>
    cells.subarray(layout.tierMove, layout.value).some((moves) => moves > 0);
  const [first] = ran
    .filter(([, world]) => world.layout.types > 1 && hasMoves(world) && hasForfeited(world))
    .sort((one, other) => variety(other) - variety(one));
  return first;
}

const [twin, world] = fullBooks();

/** Cells of a book in which something stands. */
function used(from: number, to: number, isIn: (offset: number) => boolean = () => true): number[] {
  return Array.from({ length: to - from }, (_, offset) => offset)
    .filter((offset) => world.cells[from + offset] !== 0 && isIn(offset))
    .map((offset) => from + offset);
}

const { layout } = world;
const account = (width: number, at: number) => (offset: number) => offset % width === at;
/** By book, its cells, but for those of accounts no second book has. */
const BOOKS: readonly [string, (books: BookLayout) => number[]][] = [
  [
    "months by cause: discount",
    ({ monthCause, month }) => used(monthCause, month, account(MONTH_CAUSE_ACCOUNTS.length, AT_MONTH_CAUSE.discount)),
  ],
  [
    "months by cause: forfeited",
    ({ monthCause, month }) => used(monthCause, month, account(MONTH_CAUSE_ACCOUNTS.length, AT_MONTH_CAUSE.forfeited)),
  ],
  [
    "types",
    ({ type, vintageAge }) => used(type, vintageAge, (offset) => offset % TYPE_ACCOUNTS.length !== AT_TYPE.redemptions),
  ],
  ["waits", ({ wait, tier }) => used(wait, tier)],
  [
    "tiers",
    ({ tier, tierMove }) =>
      used(tier, tierMove, (offset) => {
        const at = offset % TIER_ACCOUNTS.length;
        return at !== AT_TIER.purchases && at !== AT_TIER.spend && at !== AT_TIER.margin;
      }),
  ],
  ["tier moves", ({ tierMove, value }) => used(tierMove, value)],
  ["members by value", ({ value, rewardDay }) => used(value, rewardDay)],
  [
    "purchases that took a reward",
    ({ rewardDay }) => {
      const today = rewardDay + rewardDayOffset(0, 0);
      return used(today, today + CAUSES.length);
    },
  ],
  ["rewards by days seen of them", ({ rewardReach, cells }) => used(rewardReach, cells)],
];

test("the books agree", () => {
  expect(reconcile(world, twin)).toEqual([]);
});

test.each(BOOKS)("one too many in any cell of %s is noticed", (_name, cellsOf) => {
  const cells = cellsOf(layout);
  expect(cells.length).toBeGreaterThan(0);
  const unnoticed = cells.filter((cell) => {
    const wrong = world.cells.slice();
    wrong[cell]++;
    return reconcile({ layout, cells: wrong }, twin).length === 0;
  });
  expect(unnoticed).toEqual([]);
});

test("more bought in tiers than at all is noticed", () => {
  const wrong = world.cells.slice();
  wrong[layout.tier + AT_TIER.purchases] += 1_000_000;
  expect(reconcile({ layout, cells: wrong }, twin).map(({ rule }) => rule)).toEqual([
    "purchases: tiers are part of month",
  ]);
});

test("a member in a bin the sum cannot be of is noticed", () => {
  const wrong = world.cells.slice();
  const [from] = used(layout.value, layout.value + VALUE_BINS);
  wrong[from]--;
  wrong[layout.value + valueOffset(0, 0, VALUE_BINS - 1)]++;
  expect(reconcile({ layout, cells: wrong }, twin).map(({ rule }) => rule)).toEqual([
    "difference: the sum is no less than the bins say",
  ]);
});

test("a reward taken with a purchase nobody makes, and purchases on days nobody is seen on, are noticed", () => {
  const wrong = world.cells.slice();
  wrong[layout.rewardDay + rewardDayOffset(0, CAUSE.kept)]--;
  wrong[layout.rewardDay + rewardDayOffset(0, CAUSE.forgone)]++;
  expect(reconcile({ layout, cells: wrong }, twin).map(({ rule }) => rule)).toEqual([
    "no reward is taken with a displaced purchase",
  ]);
  const none = world.cells.slice();
  none.fill(0, layout.rewardReach);
  none[layout.rewardReach] = world.cells.subarray(layout.rewardReach, layout.rewardReach + REWARD_DAYS + 1).reduce(add);
  const found = reconcile({ layout, cells: none }, twin).map(({ rule }) => rule);
  expect(found).toContain("a day nobody is seen on has no purchases");
});

function add(sum: number, one: number): number {
  return sum + one;
}
