import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { CAUSE } from "#tenure/ledger/cause.js";
import { TRACE_KINDS, type TraceKind, type TraceLine } from "#tenure/ledger/trace.js";
import { compilePlan } from "#tenure/plan/compile.js";
import type { Plan } from "#tenure/plan/plan.js";
import { seedWords } from "#tenure/random/seed.js";
import { STRENGTHS } from "#tenure/scenario/responseFields.js";
import type { DrawnScenario, PointsProgramOf, ProgramOf } from "#tenure/scenario/scenario.js";
import { INVARIANTS } from "#tenure/study/invariants.js";
import { type TracedLife, traceLives } from "#tenure/study/lives.js";
import { livelyScenario } from "../support/lively.ts";
import { livesOf, planOf } from "../support/lives.ts";
import { expectSame } from "../support/same.ts";

type Program = ProgramOf<number>;
type Points = PointsProgramOf<number>;

const RUNS = { numRuns: 40, seed: 21 };

function withProgram(scenario: DrawnScenario, change: (program: Program) => Program): DrawnScenario {
  return scenario.program === null ? scenario : { ...scenario, program: change(scenario.program) };
}

function withPoints(scenario: DrawnScenario, change: (program: Points) => Points): DrawnScenario {
  return withProgram(scenario, (program) => (program.kind === "points" ? change(program) : program));
}

function respond(scenario: DrawnScenario, response: Partial<Program["response"]>): DrawnScenario {
  return withProgram(scenario, (program) => ({ ...program, response: { ...program.response, ...response } }));
}

const withoutTiers = (scenario: DrawnScenario): DrawnScenario =>
  withPoints(scenario, (program) => ({ ...program, tiers: null }));

/** Lively scenarios over three year ends, of customers new on day one, in which members win and lose tiers worth a lot. */
const tieredScenario = (): fc.Arbitrary<DrawnScenario> =>
  livelyScenario().map((scenario) => {
    const year = 780 * 10 ** (2 - scenario.currency.decimals);
    const levels = [0, 0.2, 0.35, 0.55, 0.8, 1.1].map((share, at) => ({
      name: `Level ${at}`,
      from: share * year,
      earnMultiplier: 1,
      discount: at * 0.01,
      perkCostPerMonth: 0,
      perkValuePerMonth: (share * year) / 10,
    }));
    const tiers = { basis: "spend", window: "calendarYear", upgrade: "atOnce", downgrade: "toQualified" } as const;
    const customerBase = { ...scenario.customerBase, history: null };
    const late = { ...scenario, customerBase, horizon: { start: "2024-06", months: 34 } };
    return withPoints(late, (program) => ({ ...program, tiers: { ...tiers, levels } }));
  });

const OFF = Object.fromEntries(STRENGTHS.map((channel) => [channel, 0])) as Record<(typeof STRENGTHS)[number], number>;

const purchasesOf = (lines: readonly TraceLine[]): TraceLine[] => lines.filter(({ kind }) => kind === "purchase");
const bought = (lines: readonly TraceLine[]): string[] => purchasesOf(lines).map(({ time }) => time.toFixed(6));

test("with every channel off, members buy exactly as their twins, and every reward and perk is a gift to them", () => {
  fc.assert(
    fc.property(livelyScenario(), (scenario) => {
      for (const { worlds } of livesOf(respond(scenario, OFF), 1)) {
        expectSame(bought(worlds[1]), bought(worlds[0]));
        expect(purchasesOf(worlds[1]).every(({ cause }) => cause === CAUSE.kept)).toBe(true);
      }
    }),
    RUNS,
  );
});

test("each channel alone moves something", () => {
  const moved = Object.fromEntries(STRENGTHS.map((channel) => [channel, 0]));
  fc.assert(
    fc.property(tieredScenario(), (scenario) => {
      const off = livesOf(respond(scenario, OFF), 2);
      for (const channel of STRENGTHS) {
        const strength = scenario.program?.response[channel] ?? 0;
        const on = livesOf(respond(scenario, { ...OFF, [channel]: strength }), 2);
        if (!isDeepStrictEqual(on, off)) moved[channel]++;
      }
    }),
    RUNS,
  );
  for (const channel of STRENGTHS) {
    expect([channel, moved[channel] > RUNS.numRuns / 8]).toEqual([channel, true]);
  }
});

test("while a customer stays, no pull removes a purchase but what was brought forward and what a demotion costs", () => {
  fc.assert(
    fc.property(livelyScenario(), (scenario) => {
      // A multiplier of 1 throughout against any: every purchase of the twin stands in the world while both stay.
      const staying = { balanceAtStake: 0, statusAtStake: 0, borrowed: 0, demotionShock: 0 };
      for (const { worlds } of livesOf(respond(scenario, staying), 3)) {
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
      // Without tiers: points that count towards them can bring a discount, and points are earned on what is paid.
      const still = withoutTiers(respond(scenario, OFF));
      const more = withPoints(still, (program) => ({
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
      const rewards = (points: number | null, faceValue: number | null): DrawnScenario =>
        withProgram(withoutTiers(scenario), (program) => {
          const changed = <R extends { faceValue: number }>(reward: R): R =>
            faceValue === null ? reward : { ...reward, faceValue };
          if (program.kind === "stampCard") {
            const card = points === null ? program.card : { ...program.card, stamps: points };
            return { ...program, card, reward: changed(program.reward) };
          }
          return {
            ...program,
            rewards: program.rewards.map((reward) => ({ ...changed(reward), points: points ?? reward.points })),
          };
        });
      for (const one of [rewards(10_000_000, null), rewards(null, 0)]) {
        for (const { worlds } of livesOf(one, 5)) expectSame(bought(worlds[1]), bought(worlds[0]));
      }
    }),
    RUNS,
  );
});

test("tiers without perks, without a discount and at multiplier 1 move nobody: the same lives as without tiers", () => {
  let moves = 0;
  fc.assert(
    fc.property(livelyScenario(), (scenario) => {
      const worthless = withPoints(scenario, (program) => ({
        ...program,
        tiers: program.tiers && {
          ...program.tiers,
          levels: program.tiers.levels.map((level) => ({
            ...level,
            earnMultiplier: 1,
            discount: 0,
            perkCostPerMonth: 0,
            perkValuePerMonth: 0,
          })),
        },
      }));
      const told = (one: DrawnScenario) =>
        livesOf(one, 7).map(({ worlds }) =>
          worlds.map((lines) => lines.filter(({ kind }) => kind !== "tier").map((line) => ({ ...line, value: 0 }))),
        );
      expectSame(told(worthless), told(withoutTiers(scenario)));
      moves += livesOf(worthless, 7).flatMap(({ worlds }) => worlds[1].filter(({ kind }) => kind === "tier")).length;
    }),
    RUNS,
  );
  expect(moves).toBeGreaterThan(20);
});

test("every invariant holds in every life of generated scenarios", () => {
  const seen: Partial<Record<TraceKind, number>> = {};
  fc.assert(
    fc.property(livelyScenario(), (scenario) => {
      const plan = compilePlan([scenario], scenario.customerBase.size);
      const lives = traceLives(plan, { seed: seedWords(6), replicate: 0 }, 20);
      for (const { worlds } of lives) {
        for (const { kind } of worlds[1]) seen[kind] = (seen[kind] ?? 0) + 1;
        const pair = { twin: worlds[0], world: worlds[1], plan, program: plan.programs[0] };
        const violations = INVARIANTS.flatMap((invariant) => invariant.violations(pair));
        if (violations.length > 0) expect(violations).toEqual([]);
      }
    }),
    { numRuns: 150, seed: 22 },
  );
  for (const kind of TRACE_KINDS) expect([kind, (seen[kind] ?? 0) > 20]).toEqual([kind, true]);
});

/** Lies to tell about a life, and the invariant each must wake. */
const LIES: readonly [string, (lines: TraceLine[]) => TraceLine[]][] = [
  ["world = kept", (lines) => changeFirst(lines, "purchase", { cause: CAUSE.lifted })],
  ["nothing is bought before", (lines) => changeLast(lines, "purchase", { time: -1 })],
  ["purchases skipped never exceed", (lines) => [{ ...lines[0], kind: "displaced", cause: CAUSE.forgone }, ...lines]],
  ["balances are never negative", (lines) => changeFirst(lines, "close", { balance: 1_000_000 })],
  ["earliest expiry", (lines) => changeLast(lines, "take", { lot: 23 })],
  ["points lapse exactly", (lines) => changeFirst(lines, "expire", { time: 1.5 })],
  ["points are forfeited", (lines) => changeFirst(lines, "expire", { kind: "forfeit" })],
  ["a reward's points", (lines) => changeFirst(lines, "bear", { value: 1_000_000 })],
  ["the tier held", (lines) => changeFirst(lines, "tier", { amount: 7 })],
  ["the tier held", (lines) => changeLast(lines, "close", { value: 7 })],
  ["a discount is", (lines) => changeFirst(lines, "discount", { amount: 1_000_000 })],
  ["a purchase earns", (lines) => changeLast(lines, "issue", { amount: 1_000_000 })],
];

function changeFirst(lines: TraceLine[], kind: TraceLine["kind"], change: Partial<TraceLine>): TraceLine[] {
  const at = lines.findIndex((line) => line.kind === kind);
  return lines.map((line, index) => (index === at ? { ...line, ...change } : line));
}

function changeLast(lines: TraceLine[], kind: TraceLine["kind"], change: Partial<TraceLine>): TraceLine[] {
  return changeFirst([...lines].reverse(), kind, change).reverse();
}

describe("an invariant notices a lie", () => {
  let specimens: { plan: Plan; lives: TracedLife[] }[];

  beforeAll(() => {
    specimens = fc
      .sample(livelyScenario(), { numRuns: 40, seed: 8 })
      .map((scenario) => ({ plan: planOf(scenario), lives: livesOf(scenario, 8) }));
  });

  test.each(LIES)("%s", (name, lie) => {
    const invariant = INVARIANTS.find((one) => one.name.startsWith(name));
    if (invariant === undefined) throw new Error("no such invariant");
    const noticed = specimens.flatMap(({ plan, lives }) =>
      lives.filter(({ worlds: [twin, world] }) => {
        const pair = { twin, world: lie([...world]), plan, program: plan.programs[0] };
        return invariant.violations(pair).length > 0;
      }),
    );
    expect(noticed.length).toBeGreaterThan(0);
  });
});

test("a customer who never enrols and lives another life than the twin is noticed", () => {
  const [scenario] = fc.sample(livelyScenario(), { numRuns: 1, seed: 8 });
  const nobody = withProgram(scenario, (program) => ({ ...program, enrolment: { ...program.enrolment, share: 0 } }));
  const invariant = INVARIANTS.find(({ name }) => name.startsWith("who is no member"));
  const plan = planOf(nobody);
  for (const {
    worlds: [twin, world],
  } of livesOf(nobody, 1)) {
    const pair = { twin, world, plan, program: plan.programs[0] };
    const lie = { ...pair, world: changeFirst([...world], "purchase", { amount: -1 }) };
    expect(invariant?.violations(pair)).toEqual([]);
    expect(invariant?.violations(lie)).toHaveLength(1);
  }
});
