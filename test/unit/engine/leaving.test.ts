import { expect, test } from "vitest";
import { expose } from "#tenure/engine/leaving.js";
import { enterWorld, LifeState } from "#tenure/engine/lifeState.js";
import { openStanding } from "#tenure/engine/standing.js";
import { openLedger } from "#tenure/ledger/books.js";
import { CAUSE } from "#tenure/ledger/cause.js";
import type { TraceLine } from "#tenure/ledger/trace.js";
import { seedWords } from "#tenure/random/seed.js";
import { completeScenario } from "../../support/completeScenario.ts";
import { livesOf, planOf } from "../../support/lives.ts";

const POINTS = 40;
const HALF_WORTH = 0.05;
const FACE_VALUE = 10;
/** What every reward is worth to everybody: a point for a unit of spend, and customers so alike that it is within reach of all. */
const WORTH = FACE_VALUE / (FACE_VALUE + HALF_WORTH * POINTS);

const scenario = completeScenario({
  customerBase: {
    size: 300,
    purchaseRate: { shape: 200, rate: 300 },
    spend: { p: 4, q: 100, v: 300 },
    attrition: { kind: "overTime", shape: 1.5, rate: 40 },
  },
  horizon: { months: 30 },
  program: {
    expiry: { kind: "rolling", months: 2 },
    rewards: [{ points: POINTS, faceValue: FACE_VALUE }],
    redemption: { probability: 0.5 },
    response: { balanceAtStake: 0.9, halfWorth: HALF_WORTH },
  },
});

test("exposure runs out at the hazard of each stretch: an example by hand", () => {
  const plan = planOf(scenario);
  const life = new LifeState(plan, { seed: seedWords(1), replicate: 0 }, plan.programs[0]);
  Object.assign(life.person, { joinedAt: 10, lifetime: 100, leavesAt: 110 });
  enterWorld(life, 1, openLedger(plan.programs[0].layout), openStanding(plan.programs[0].layout));
  expect(life.leavesAt).toBe(110);

  // A hazard of 1 − 0.9 · 1 · balance / 40.
  const look = (balance: number, instant: number): number => {
    Object.assign(life, { isMember: 1, aimWorth: 1, aimPoints: 40, balance });
    expose(life, instant);
    return life.leavesAt;
  };
  expect(look(0, 30)).toBe(110); // as before: not moved by a bit, nor noted
  expect(life.exposureFrom).toBe(10);
  expect(look(20, 40)).toBeCloseTo(40 + (100 - 30) / 0.55, 12); // 30 days of exposure gone, the rest at 0.55
  expect(look(40, 60)).toBeCloseTo(60 + (70 - 20 * 0.55) / 0.1, 12);
  expect(look(0, 100)).toBeCloseTo(100 + (59 - 40 * 0.1), 12);
  Object.assign(life.person, { switchingCost: 2 });
  expect(look(40, 110)).toBe(Number.POSITIVE_INFINITY); // 1 − 2 · 0.9 is cut at 0: nobody leaves
  expect(look(0, 500)).toBeCloseTo(500 + 45, 12); // and nothing was used up meanwhile
});

/** Exposure of a life from joining to an instant, from what its trace says of the balance. */
function exposureUpTo(lines: readonly TraceLine[], instant: number): number {
  let from = lines[0].time;
  let hazard = 1;
  let exposure = 0;
  let isMember = false;
  for (const { kind, time, balance } of lines) {
    if (time > instant || kind === "leave") break;
    exposure += (time - from) * hazard;
    from = time;
    isMember ||= kind === "enrol";
    hazard = isMember ? 1 - 0.9 * WORTH * Math.min(1, balance / POINTS) : 1;
  }
  return exposure + (instant - from) * hazard;
}

test("members leave when the twin's time has run out at their own hazard, balance after balance", () => {
  let held = 0;
  for (const { worlds } of livesOf(scenario, "exposure")) {
    const [twin, world] = worlds;
    const twinLeft = twin.find(({ kind }) => kind === "leave");
    const left = world.find(({ kind }) => kind === "leave");
    if (left === undefined) continue;
    if (twinLeft === undefined) throw new Error("the member left and the twin stayed");
    const lifetime = twinLeft.time - twin[0].time;
    expect(exposureUpTo(world, left.time)).toBeCloseTo(lifetime, 8);
    if (left.time > twinLeft.time + 1) held++;
    for (const { kind, time, cause } of world) {
      if (kind === "purchase") expect(cause).toBe(time < twinLeft.time ? CAUSE.kept : CAUSE.retained);
    }
  }
  expect(held).toBeGreaterThan(50);
});

test("points of those who have left unseen live on until they expire", () => {
  let expired = 0;
  for (const { worlds } of livesOf(scenario, "exposure")) {
    const left = worlds[1].findIndex(({ kind }) => kind === "leave");
    if (left < 0) continue;
    const after = worlds[1].slice(left + 1);
    expect(after.every(({ kind }) => kind === "expire" || kind === "close" || kind === "displaced")).toBe(true);
    expired += after.filter(({ kind }) => kind === "expire").length;
  }
  expect(expired).toBeGreaterThan(20);
});
