import { expect, test } from "vitest";
import { BlockRunner, cutBlocks } from "#tenure/engine/blocks.js";
import { CAUSE } from "#tenure/ledger/cause.js";
import { byType } from "#tenure/ledger/read.js";
import type { TraceLine } from "#tenure/ledger/trace.js";
import { seedWords } from "#tenure/random/seed.js";
import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import type { TracedLife } from "#tenure/study/lives.js";
import { livesOf, planOf } from "../support/lives.ts";
import { expectSame } from "../support/same.ts";
import { answeringAndDeaf, SHOP_YEAR, shop, silver } from "../support/shop.ts";
import { binomialBand, inBand } from "../support/statistics.ts";

/** Probability that a right program fails a test of counts. */
const FALSE_ALARM = 1e-6;

const SPEND_PER_DAY = SHOP_YEAR / 365.25;

/** A threshold just above everybody's usual year: a third reach it by luck, and many of those lose it again. */
const SELECT = 1.05 * SHOP_YEAR;

/** A line of a member's life with the tier held before it, and what counted towards tiers until then, in currency units. */
interface Moment {
  readonly line: TraceLine;
  readonly tier: number;
  readonly counted: number;
  /** Days since the last demotion; infinite before any. */
  readonly sinceDemotion: number;
}

function moments(scenario: DrawnScenario): Moment[][] {
  const { isReview } = planOf(scenario).programs[0].tiers;
  return livesOf(scenario, "tiers").map(({ worlds: [, world] }) => {
    let tier = 0;
    let counted = 0;
    let demotedAt = Number.NEGATIVE_INFINITY;
    return world.map((line) => {
      const moment = { line, tier, counted: counted / 100, sinceDemotion: line.time - demotedAt };
      if (line.kind === "purchase") counted += line.amount;
      if (line.kind === "tier") {
        if (line.amount < tier) demotedAt = line.time;
        tier = line.amount;
      }
      if (line.kind === "close" && isReview[line.lot] === 1) counted = 0;
      return moment;
    });
  });
}

const isBought =
  (cause: number) =>
  ({ line }: Moment): boolean =>
    line.kind === "purchase" && line.cause === cause;
const isKept = isBought(CAUSE.kept);
const isLifted = isBought(CAUSE.lifted);
const isForgone = ({ line }: Moment): boolean => line.kind === "displaced" && line.cause === CAUSE.forgone;

const count = (some: readonly Moment[], is: (moment: Moment) => boolean): number => some.filter(is).length;

test("status: who holds a tier few hold buys more by its strength × worth, nobody else does", () => {
  const scenario = shop({ tiers: silver(SELECT, 20), response: { status: 0.5 } });
  const all = moments(scenario).flat();
  const above = all.filter(({ tier }) => tier === 1);
  const [lifted, kept] = [count(above, isLifted), count(above, isKept)];
  const rise = 0.5 * planOf(scenario).programs[0].tiers.statusWorth[1];
  expect(rise).toBeGreaterThan(0.1);
  expect(inBand(lifted, binomialBand(lifted + kept, rise / (1 + rise), FALSE_ALARM))).toBe(true);
  expect(count(all, isLifted)).toBe(lifted);
  expect(count(all, isForgone)).toBe(0);
});

test("tier chase: stronger near the threshold and at the year's end, given up where what is missing is out of reach", () => {
  const reach = 2;
  const scenario = shop({ tiers: silver(1.2 * SHOP_YEAR, 30), response: { tierChase: 1, tierChaseReach: reach } });
  const { yearStart, yearEnd } = planOf(scenario).programs[0].tiers;
  const days = (time: number): { into: number; left: number } => {
    const month = yearEnd.findIndex((end, at) => time >= yearStart[at] && time < end);
    return { into: (time - yearStart[month]) / (yearEnd[month] - yearStart[month]), left: yearEnd[month] - time };
  };
  const chasing = moments(scenario)
    .flat()
    .filter(({ line, counted }) => line.kind === "purchase" && counted < 1.2 * SHOP_YEAR)
    .map((moment) => ({ ...moment, ...days(moment.line.time), share: moment.counted / (1.2 * SHOP_YEAR) }));
  const lift = (some: readonly (typeof chasing)[number][]): number => count(some, isLifted) / count(some, isKept);
  const late = chasing.filter(({ into }) => into > 0.75);
  const early = chasing.filter(({ into }) => into < 0.25);
  expect(lift(late)).toBeGreaterThan(3 * lift(early));
  expect(lift(late.filter(({ share }) => share > 0.8))).toBeGreaterThan(lift(late.filter(({ share }) => share < 0.7)));
  // Customers differ by a few percent: what is missing is out of reach for certain 15 % beyond the average's.
  const isTooFar =
    (slack: number) =>
    ({ share, left }: (typeof chasing)[number]): boolean =>
      (1 - share) * 1.2 * SHOP_YEAR > slack * reach * SPEND_PER_DAY * left;
  const givenUp = chasing.filter(isTooFar(1.15));
  expect(count(givenUp, isKept)).toBeGreaterThan(1000);
  expect(count(givenUp, isLifted)).toBe(0);
});

test("a tier ten times the usual year away is chased by nobody, unless nothing is too far", () => {
  const lifted = (tierChaseReach: number): number =>
    count(
      moments(
        shop({ tiers: silver(10 * SHOP_YEAR, 300), response: { tierChase: 1, tierChaseReach } }, { size: 500 }),
      ).flat(),
      isLifted,
    );
  expect(lifted(2)).toBe(0);
  expect(lifted(1000)).toBeGreaterThan(25);
});

test("status at stake holds members of a tier back from leaving, and moves nothing else", () => {
  const scenario = shop({ tiers: silver(SELECT, 20), response: { statusAtStake: 1 } }, { attrition: { a: 1, b: 150 } });
  const lives = livesOf(scenario, "stake");
  const lines = lives.flatMap(({ worlds }) => worlds[1]);
  const causes = (cause: number): number =>
    lines.filter((line) => (line.kind === "purchase" || line.kind === "displaced") && line.cause === cause).length;
  expect(causes(CAUSE.retained)).toBeGreaterThan(1000);
  expect(causes(CAUSE.lifted) + causes(CAUSE.forgone) + causes(CAUSE.lost)).toBe(0);
  const never = lives.filter(({ worlds }) => worlds[1].every(({ kind }) => kind !== "tier"));
  expect(never.length).toBeGreaterThan(100);
  const bought = (lines: readonly TraceLine[]): number => lines.filter(({ kind }) => kind === "purchase").length;
  expect(never.filter(({ worlds }) => bought(worlds[1]) !== bought(worlds[0]))).toEqual([]);
});

test("Wagner 2009: losing a tier costs more than holding it brought; the demoted fall below those never promoted", () => {
  const response = { status: 0.1, demotionShock: 0.2, demotionShockHalfLifeDays: 180 };
  const scenario = shop({ tiers: silver(SELECT, 20), response });
  const lives = moments(scenario);
  const all = lives.flat();
  const held = all.filter(({ tier }) => tier === 1);
  const gain = count(held, isLifted) / count(held, isKept);
  const fallen = all.filter(({ tier, sinceDemotion }) => tier === 0 && sinceDemotion < 60);
  const loss = count(fallen, isForgone) / (count(fallen, isKept) + count(fallen, isForgone));
  expect(count(fallen, isForgone)).toBeGreaterThan(300);
  expect(loss).toBeGreaterThan(1.5 * gain);
  expect(loss).toBeLessThan(2.5 * gain);
  const never = lives.filter((life) => life.every(({ line }) => line.kind !== "tier")).flat();
  expect(count(never, isKept)).toBeGreaterThan(1000);
  expect(count(never, isForgone) + count(never, isLifted)).toBe(0);
  const later = all.filter(({ sinceDemotion }) => sinceDemotion > 300 && sinceDemotion < 366);
  const still = count(later, isForgone) / (count(later, isForgone) + count(later, isKept));
  expect(still).toBeLessThan(loss);
});

test("a discount is a tier's share of every basket of a member, and lifts by response × share", () => {
  const tiers = { levels: [{ name: "All", discount: 0.1 }] };
  const scenario = shop({ tiers, response: { discount: 0.5 } });
  const all = moments(scenario).flat();
  const [lifted, kept] = [count(all, isLifted), count(all, isKept) - scenario.customerBase.size];
  expect(inBand(lifted, binomialBand(lifted + kept, 0.05 / 1.05, FALSE_ALARM))).toBe(true);
  const discounts = all.filter(({ line }) => line.kind === "discount");
  expect(discounts).toHaveLength(lifted + kept);
  const lines = all.map(({ line }) => line);
  const isWrong = ({ kind, amount }: TraceLine, at: number): boolean =>
    kind === "discount" && amount !== Math.floor(lines[at - 1].amount * 0.1 + 0.5);
  expect(lines.filter(isWrong)).toEqual([]);
  expect(count(moments(shop({ tiers, response: { discount: 0 } }, { size: 500 })).flat(), isLifted)).toBe(0);
});

test("a loyalty type that answers nothing lives its twin's life in the program, the other answers twice as much", () => {
  const tiers = { levels: [{ name: "All", discount: 0.1 }] };
  const scenario = shop({ tiers, response: { discount: 0.5 } }, { loyaltyTypes: answeringAndDeaf() });
  const plan = planOf(scenario);
  const runner = new BlockRunner(plan, { seed: seedWords("types"), replicate: 0 });
  for (const block of cutBlocks(plan, 2048)) runner.run(block);
  const bought = (world: number, type: number): number =>
    Array.from({ length: 36 }, (_, month) => byType(runner.ledgers[world], month, type, "purchases")).reduce(
      (sum, one) => sum + one,
    );
  expect(bought(1, 1)).toBe(bought(0, 1));
  const lifted = bought(1, 0) - bought(0, 0);
  const members = bought(1, 0) - scenario.customerBase.size / 2;
  expect(inBand(lifted, binomialBand(members, 0.1 / 1.1, FALSE_ALARM))).toBe(true);
});

test("borrowed purchases: the more are brought forward, the less is won; what the twin buys stays", () => {
  const [none, half, all] = [0, 0.5, 1].map((borrowed) =>
    livesOf(shop({ rewards: [{ points: 100, faceValue: 10 }], response: { goalGradient: 1, borrowed } }), "borrow"),
  );
  const won = (lives: readonly TracedLife[]): number => {
    const lines = lives.flatMap(({ worlds }) => worlds[1]);
    const of = (kind: TraceLine["kind"], cause: number): number =>
      lines.filter((line) => line.kind === kind && line.cause === cause).length;
    return of("purchase", CAUSE.lifted) - of("displaced", CAUSE.forgone);
  };
  expect(won(none)).toBeGreaterThan(5000);
  expect(won(half) / won(none)).toBeGreaterThan(0.4);
  expect(won(half) / won(none)).toBeLessThan(0.6);
  // What was brought forward at the very end has not been skipped yet: less than one a customer.
  expect(won(all)).toBeGreaterThanOrEqual(0);
  expect(won(all)).toBeLessThan(2000);
  const twins = (lives: readonly TracedLife[]): unknown => lives.map(({ worlds }) => worlds[0]);
  expectSame(twins(all), twins(none));
});
