import fc from "fast-check";
import { expect, test } from "vitest";
import { CAUSE } from "#tenure/ledger/cause.js";
import type { TraceLine } from "#tenure/ledger/trace.js";
import { compilePlan } from "#tenure/plan/compile.js";
import { seedWords } from "#tenure/random/seed.js";
import type { DrawnScenario, ProgramOf } from "#tenure/scenario/scenario.js";
import { INVARIANTS } from "#tenure/study/invariants.js";
import { traceLives } from "#tenure/study/lives.js";
import { livelyScenario } from "../support/lively.ts";
import { livesOf } from "../support/lives.ts";

type Program = ProgramOf<number>;

const RUNS = { numRuns: 40, seed: 21 };

function withProgram(scenario: DrawnScenario, change: (program: Program) => Program): DrawnScenario {
  return scenario.program === null ? scenario : { ...scenario, program: change(scenario.program) };
}

function respond(scenario: DrawnScenario, response: Partial<Program["response"]>): DrawnScenario {
  return withProgram(scenario, (program) => ({ ...program, response: { ...program.response, ...response } }));
}

const OFF = { goalGradient: 0, rewardedBehaviour: 0, balanceAtStake: 0 };

const purchasesOf = (lines: readonly TraceLine[]): TraceLine[] => lines.filter(({ kind }) => kind === "purchase");
const bought = (lines: readonly TraceLine[]): string[] => purchasesOf(lines).map(({ time }) => time.toFixed(6));

test("with every channel off, members buy exactly as their twins, and every reward is a gift to them", () => {
  fc.assert(
    fc.property(livelyScenario(), (scenario) => {
      for (const { worlds } of livesOf(respond(scenario, OFF), 1)) {
        expect(bought(worlds[1])).toEqual(bought(worlds[0]));
        expect(purchasesOf(worlds[1]).every(({ cause }) => cause === CAUSE.kept)).toBe(true);
      }
    }),
    RUNS,
  );
});

test.each(["goalGradient", "rewardedBehaviour", "balanceAtStake"] as const)(
  "%s alone moves something, and its strength 0 gives the old answer",
  (channel) => {
    let moved = 0;
    fc.assert(
      fc.property(livelyScenario(), (scenario) => {
        const strength = scenario.program?.response[channel] ?? 0;
        const on = livesOf(respond(scenario, { ...OFF, [channel]: strength }), 2);
        const off = livesOf(respond(scenario, { ...OFF, [channel]: 0 }), 2);
        const old = livesOf(respond(scenario, OFF), 2);
        expect(off).toEqual(old);
        if (JSON.stringify(on) !== JSON.stringify(off)) moved++;
      }),
      RUNS,
    );
    expect(moved).toBeGreaterThan(RUNS.numRuns / 4);
  },
);

test("while a customer stays, a stronger pull after rewards never removes a purchase of the weaker one's redemptions", () => {
  fc.assert(
    fc.property(livelyScenario(), (scenario) => {
      // A multiplier of 1 throughout against any: every purchase of the twin stands in the world while both stay.
      for (const { worlds } of livesOf(respond(scenario, { balanceAtStake: 0 }), 3)) {
        const world = new Set(bought(worlds[1]));
        expect(bought(worlds[0]).filter((time) => !world.has(time))).toEqual([]);
      }
    }),
    RUNS,
  );
});

test("with behaviour off, earning more never lowers the points issued", () => {
  fc.assert(
    fc.property(livelyScenario(), fc.integer({ min: 1, max: 400 }), (scenario, percent) => {
      const still = respond(scenario, OFF);
      const more = withProgram(still, (program) => ({
        ...program,
        earn: {
          ...program.earn,
          pointsPerUnit: Number((program.earn.pointsPerUnit * (1 + percent / 100)).toFixed(6)),
        },
      }));
      const issued = (one: DrawnScenario): number =>
        livesOf(one, 4)
          .flatMap(({ worlds }) => worlds[1])
          .filter(({ kind }) => kind === "issue")
          .reduce((sum, { amount }) => sum + amount, 0);
      expect(issued(more)).toBeGreaterThanOrEqual(issued(still));
    }),
    RUNS,
  );
});

test("a reward nobody can earn in time, or worth nothing, moves nobody", () => {
  fc.assert(
    fc.property(livelyScenario(), (scenario) => {
      const hopeless = withProgram(scenario, (program) => ({
        ...program,
        rewards: program.rewards.map((reward) => ({ ...reward, points: 10_000_000 })),
      }));
      const worthless = withProgram(scenario, (program) => ({
        ...program,
        rewards: program.rewards.map((reward) => ({ ...reward, faceValue: 0 })),
      }));
      for (const one of [hopeless, worthless]) {
        for (const { worlds } of livesOf(one, 5)) expect(bought(worlds[1])).toEqual(bought(worlds[0]));
      }
    }),
    RUNS,
  );
});

test("every invariant holds in every life of generated scenarios", () => {
  fc.assert(
    fc.property(livelyScenario(), (scenario) => {
      const plan = compilePlan([scenario], scenario.customerBase.size);
      const expiry = scenario.program?.expiry;
      const lives = traceLives(plan, { seed: seedWords(6), replicate: 0 }, 20);
      for (const { worlds } of lives) {
        const pair = {
          twin: worlds[0],
          world: worlds[1],
          expiryMonths: expiry?.kind === "rolling" ? expiry.months : null,
          monthStart: plan.monthStart,
        };
        for (const { violations } of INVARIANTS) expect(violations(pair)).toEqual([]);
      }
    }),
    { numRuns: 100, seed: 22 },
  );
});

/** Lies to tell about a life, and the invariant each must wake. */
const LIES: readonly [string, (lines: TraceLine[]) => TraceLine[]][] = [
  ["world = kept", (lines) => changeFirst(lines, "purchase", { cause: CAUSE.lifted })],
  ["nothing is bought before", (lines) => changeLast(lines, "purchase", { time: -1 })],
  ["balances are never negative", (lines) => changeFirst(lines, "close", { balance: 1_000_000 })],
  ["earliest expiry", (lines) => changeLast(lines, "take", { lot: 23 })],
  ["points lapse exactly", (lines) => changeFirst(lines, "expire", { time: 1.5 })],
  ["a reward's points", (lines) => changeFirst(lines, "bear", { value: 1_000_000 })],
];

function changeFirst(lines: TraceLine[], kind: TraceLine["kind"], change: Partial<TraceLine>): TraceLine[] {
  const at = lines.findIndex((line) => line.kind === kind);
  return lines.map((line, index) => (index === at ? { ...line, ...change } : line));
}

function changeLast(lines: TraceLine[], kind: TraceLine["kind"], change: Partial<TraceLine>): TraceLine[] {
  return changeFirst([...lines].reverse(), kind, change).reverse();
}

test.each(LIES)("an invariant notices a lie: %s", (name, lie) => {
  const invariant = INVARIANTS.find((one) => one.name.startsWith(name));
  const scenario = fc
    .sample(livelyScenario(), { numRuns: 40, seed: 8 })
    .find(
      ({ program, horizon }) => program?.expiry.kind === "rolling" && program.expiry.months < 6 && horizon.months > 20,
    );
  if (scenario === undefined || invariant === undefined) throw new Error("no such scenario or invariant");
  const plan = compilePlan([scenario], scenario.customerBase.size);
  const expiryMonths = scenario.program?.expiry.kind === "rolling" ? scenario.program.expiry.months : null;
  const noticed = livesOf(scenario, 8).filter(({ worlds: [twin, world] }) => {
    const pair = { twin, world: lie([...world]), expiryMonths, monthStart: plan.monthStart };
    return invariant.violations(pair).length > 0;
  });
  expect(noticed.length).toBeGreaterThan(0);
});

test("a customer who never enrols and lives another life than the twin is noticed", () => {
  const [scenario] = fc.sample(livelyScenario(), { numRuns: 1, seed: 8 });
  const nobody = withProgram(scenario, (program) => ({ ...program, enrolment: { ...program.enrolment, share: 0 } }));
  const invariant = INVARIANTS.find(({ name }) => name.startsWith("who is no member"));
  for (const {
    worlds: [twin, world],
  } of livesOf(nobody, 1)) {
    const pair = { twin, world, expiryMonths: null, monthStart: [] };
    expect(invariant?.violations(pair)).toEqual([]);
    expect(invariant?.violations({ ...pair, world: changeFirst([...world], "purchase", { amount: -1 }) })).toHaveLength(
      1,
    );
  }
});
