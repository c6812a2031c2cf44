import fc from "fast-check";
import { expect, test } from "vitest";
import { CAUSES } from "#tenure/ledger/cause.js";
import type { DrawnScenario, ProgramOf } from "#tenure/scenario/scenario.js";
import { secondEngineForAll } from "../second/engine.ts";
import { canonicalSecond, canonicalTrace } from "../support/canonical.ts";
import { arbitraryScenario } from "../support/generate.ts";
import { livelyScenario } from "../support/lively.ts";
import { livesOf } from "../support/lives.ts";

/** First place where the two engines tell different stories; null where they agree event by event. */
function firstDifference(kernel: DrawnScenario, second: DrawnScenario, seed: number): string | null {
  const lives = livesOf(kernel, seed);
  const others = secondEngineForAll(second, { seed, replicate: 0 });
  if (lives.length !== others.length) return `${lives.length} lives, ${others.length} lives`;
  for (const [number, life] of lives.entries()) {
    const [twin, world] = life.worlds;
    const pairs = [
      ["twin", canonicalTrace(twin), canonicalSecond(others[number].twin)],
      ["world", canonicalTrace(world ?? twin), canonicalSecond(others[number].world)],
    ] as const;
    for (const [name, left, right] of pairs) {
      const place = left.findIndex((event, at) => event !== right[at]);
      if (place >= 0 || left.length !== right.length) {
        const where = place >= 0 ? place : left.length;
        return `life ${number}, ${name}, event ${where}: kernel "${left[where]}", second engine "${right[where]}"`;
      }
    }
  }
  return null;
}

/** Agreement on generated scenarios, and how often each thing that could disagree happened. */
function assertAgreement(scenarios: fc.Arbitrary<DrawnScenario>, runs: number): Record<string, number> {
  const seen: Record<string, number> = {};
  const count = (what: string): void => {
    seen[what] = (seen[what] ?? 0) + 1;
  };
  fc.assert(
    fc.property(scenarios, fc.integer(), (scenario, seed) => {
      expect(firstDifference(scenario, scenario, seed)).toBeNull();
      for (const { worlds } of livesOf(scenario, seed)) {
        for (const { kind, cause } of worlds[1] ?? []) count(kind === "purchase" ? CAUSES[cause] : kind);
      }
    }),
    { numRuns: runs, seed: 20260101 },
  );
  return seen;
}

test("kernel and second engine agree event by event on generated scenarios of every kind", () => {
  const seen = assertAgreement(arbitraryScenario({ mostMonths: 40, mostCustomers: 12 }), 300);
  for (const kind of ["kept", "redeem", "expire", "enrol", "leave"]) expect(seen[kind]).toBeGreaterThan(300);
});

test("they agree where every channel is strong", () => {
  const seen = assertAgreement(livelyScenario(), 150);
  for (const kind of ["kept", "lifted", "retained", "redeem", "expire"]) expect(seen[kind]).toBeGreaterThan(1000);
});

type Program = ProgramOf<number>;
type Change = (scenario: DrawnScenario) => DrawnScenario;

function inProgram(change: (program: Program) => Program): Change {
  return (scenario) => (scenario.program === null ? scenario : { ...scenario, program: change(scenario.program) });
}

/** Faults to plant: each makes one engine live under a slightly different rule. */
const FAULTS: Record<string, Change> = {
  "a point more for a reward": inProgram((program) => ({
    ...program,
    rewards: program.rewards.map((reward) => ({ ...reward, points: reward.points + 1 })),
  })),
  "points that lapse do not": inProgram((program) => ({
    ...program,
    expiry: program.expiry.kind === "never" ? { kind: "rolling", months: 1 } : { kind: "never" },
  })),
  "another rounding": inProgram((program) => ({
    ...program,
    earn: { ...program.earn, rounding: program.earn.rounding === "ceil" ? "floor" : "ceil" },
  })),
  "a little more pull": inProgram((program) => ({
    ...program,
    response: { ...program.response, goalGradient: program.response.goalGradient + 0.5 },
  })),
  "a little less to lose": inProgram((program) => ({
    ...program,
    response: { ...program.response, balanceAtStake: program.response.balanceAtStake > 0.5 ? 0 : 1 },
  })),
  "a unit more cost to serve": (scenario) => ({
    ...scenario,
    economics: { ...scenario.economics, costPerPurchase: scenario.economics.costPerPurchase + 1 },
  }),
};

test.each(Object.entries(FAULTS))("a fault planted in either engine is caught: %s", (_name, plant) => {
  const scenarios = fc.sample(livelyScenario(), { numRuns: 12, seed: 7 });
  const inKernel = scenarios.filter((scenario) => firstDifference(plant(scenario), scenario, 1) !== null);
  const inSecond = scenarios.filter((scenario) => firstDifference(scenario, plant(scenario), 1) !== null);
  expect(inKernel.length).toBeGreaterThan(1);
  expect(inSecond.length).toBeGreaterThan(1);
});
