import { expect, test } from "vitest";
import { BlockRunner, cutBlocks } from "#tenure/engine/blocks.js";
import { byMonth } from "#tenure/ledger/read.js";
import { reconcile } from "#tenure/ledger/reconcile.js";
import { seedWords } from "#tenure/random/seed.js";
import { completeScenario, type PartialProgram } from "../../support/completeScenario.ts";
import { livesOf, planOf } from "../../support/lives.ts";

const MONTHS = 14;
const program: PartialProgram = {
  enrolment: { share: 0.6 },
  rewards: [{ points: 40, faceValue: 10 }],
  response: { balanceAtStake: 0.9, planningMonths: 240, halfWorth: 0.02 },
};
const scenario = completeScenario({
  customerBase: {
    size: 400,
    purchaseRate: { shape: 2, rate: 3 },
    attrition: { kind: "atRenewal", a: 0.8, b: 2, everyMonths: 3 },
    acquisition: { perMonth: 20 },
  },
  horizon: { start: "2024-01", months: MONTHS },
  program,
});
const plan = planOf(scenario);
const runner = new BlockRunner(plan, { seed: seedWords(5), replicate: 0 });
for (const block of cutBlocks(plan, 2048)) runner.run(block);
const [twins, world] = runner.ledgers;
const lives = livesOf(scenario, 5);

test("who does not renew forfeits everything at that instant, and is a member no more", () => {
  let forfeited = 0;
  for (const { worlds } of lives) {
    const lines = worlds[1];
    const left = lines.findIndex(({ kind }) => kind === "leave");
    if (left < 0) continue;
    const { time, balance } = lines[left];
    const forfeits = lines.slice(left + 1).filter(({ kind }) => kind === "forfeit");
    expect(forfeits.reduce((sum, { amount }) => sum + amount, 0)).toBe(balance);
    expect(forfeits.every((line) => line.time === time)).toBe(true);
    expect(lines.slice(left + 1).every(({ kind }) => kind === "forfeit" || kind === "displaced")).toBe(true);
    forfeited += forfeits.length;
  }
  expect(forfeited).toBeGreaterThan(50);
});

test("a balance at stake makes members renew: nobody leaves before the twin, some stay longer", () => {
  let longer = 0;
  for (const { worlds } of lives) {
    const [twinLeft, left] = worlds.map(
      (lines) => lines.find(({ kind }) => kind === "leave")?.time ?? Number.POSITIVE_INFINITY,
    );
    expect(left).toBeGreaterThanOrEqual(twinLeft);
    if (left > twinLeft) longer++;
  }
  expect(longer).toBeGreaterThan(20);
});

test("members and active customers of a month are those whose contract outlives it", () => {
  const end = (month: number): number => plan.monthStart[month + 1];
  for (let month = 0; month < MONTHS; month++) {
    const counts = { under: 0, inWorld: 0, members: 0 };
    for (const { worlds } of lives) {
      const isThere = ([join, ...lines]: (typeof worlds)[number]): boolean =>
        join.time < end(month) && !lines.some(({ kind, time }) => kind === "leave" && time <= end(month));
      if (isThere(worlds[0])) counts.under++;
      if (!isThere(worlds[1])) continue;
      counts.inWorld++;
      if (worlds[1].some(({ kind, time }) => kind === "enrol" && time < end(month))) counts.members++;
    }
    expect(byMonth(twins, month, "active")).toBe(counts.under);
    expect(byMonth(world, month, "active")).toBe(counts.inWorld);
    expect(byMonth(world, month, "members")).toBe(counts.members);
  }
});

test("the books reconcile, forfeiture and all", () => {
  expect(reconcile(twins, twins)).toEqual([]);
  expect(reconcile(world, twins)).toEqual([]);
});
