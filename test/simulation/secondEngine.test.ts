import fc from "fast-check";
import { expect, test } from "vitest";
import { CAUSES } from "#tenure/ledger/cause.js";
import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import { firstDifference, type KernelRun, runKernel, runSecond } from "../support/bothEngines.ts";
import { FAULTS } from "../support/faults.ts";
import { arbitraryScenario } from "../support/generate.ts";
import { livelyScenario } from "../support/lively.ts";

/** Agreement on generated scenarios, event by event and cell by cell; how often each thing that could disagree happened. */
function assertAgreement(scenarios: fc.Arbitrary<DrawnScenario>, runs: number): Record<string, number> {
  const seen: Record<string, number> = {};
  fc.assert(
    fc.property(scenarios, fc.integer(), (scenario, seed) => {
      const kernel = runKernel(scenario, seed);
      expect(firstDifference(kernel, runSecond(scenario, seed), scenario)).toBeNull();
      countEvents(kernel, seen);
    }),
    { numRuns: runs, seed: 20260101 },
  );
  return seen;
}

function countEvents({ lives }: KernelRun, seen: Record<string, number>): void {
  for (const { worlds } of lives) {
    for (const { kind, cause, lot } of worlds[1] ?? []) {
      const what = kind === "purchase" || kind === "displaced" ? CAUSES[cause] : kind;
      const name = kind === "tier" ? (lot === 1 ? "tier at a review" : "tier at once") : what;
      seen[name] = (seen[name] ?? 0) + 1;
    }
  }
}

test("kernel and second engine agree event by event and cell by cell on generated scenarios of every kind", () => {
  const seen = assertAgreement(arbitraryScenario({ mostMonths: 40, mostCustomers: 12 }), 300);
  for (const kind of ["kept", "redeem", "expire", "enrol", "leave", "discount", "forfeit", "forgone", "tier at once"]) {
    expect([kind, seen[kind] > 200]).toEqual([kind, true]);
  }
});

test("they agree where every channel is strong", () => {
  const seen = assertAgreement(livelyScenario(), 70);
  for (const kind of ["kept", "lifted", "retained", "redeem", "expire", "discount", "forgone"]) {
    expect([kind, seen[kind] > 1000]).toEqual([kind, true]);
  }
  for (const kind of ["tier at once", "tier at a review", "forfeit", "lost"]) {
    expect([kind, seen[kind] > 100]).toEqual([kind, true]);
  }
});

test("they agree over the longest horizon, with a lot for every month of it", () => {
  assertAgreement(arbitraryScenario({ months: 600, mostCustomers: 2 }), 6);
});

const plain = fc.sample(livelyScenario(), { numRuns: 24, seed: 7 }).map((scenario) => {
  const once: { kernel?: KernelRun; second?: ReturnType<typeof runSecond> } = {};
  return {
    scenario,
    kernel: () => (once.kernel ??= runKernel(scenario, 1)),
    second: () => (once.second ??= runSecond(scenario, 1)),
  };
});

/** Whether at least two of the scenarios show a difference. */
function isCaught(difference: (one: (typeof plain)[number]) => string | null): boolean {
  let caught = 0;
  for (const one of plain) {
    if (difference(one) !== null) caught++;
    if (caught === 2) return true;
  }
  return false;
}

test("without a fault none is seen", () => {
  expect(isCaught(({ scenario, kernel, second }) => firstDifference(kernel(), second(), scenario))).toBe(false);
});

test.each(Object.entries(FAULTS))("a fault planted in either engine is caught: %s", (_name, plant) => {
  const inKernel = isCaught(({ scenario, second }) =>
    firstDifference(runKernel(plant(scenario), 1), second(), scenario),
  );
  const inSecond = isCaught(({ scenario, kernel }) =>
    firstDifference(kernel(), runSecond(plant(scenario), 1), scenario),
  );
  expect({ inKernel, inSecond }).toEqual({ inKernel: true, inSecond: true });
});
