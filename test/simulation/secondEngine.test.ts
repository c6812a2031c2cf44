import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { CAUSES } from "#tenure/ledger/cause.js";
import type { CustomerHistory } from "#tenure/scenario/history.js";
import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import { settingOf } from "../second/setting.ts";
import { firstDifference, firstDifferentBook, type KernelRun, runKernel, runSecond } from "../support/bothEngines.ts";
import { type Change, FAULTS } from "../support/faults.ts";
import { arbitraryScenario } from "../support/generate.ts";
import { livelyScenario, tieredScenario } from "../support/lively.ts";
import { planOf } from "../support/lives.ts";
import { MEMBER_FAULTS } from "../support/memberFaults.ts";
import { firstDifferentNumber } from "../support/planNumbers.ts";

/** Agreement on generated scenarios, event by event and cell by cell; how often each thing that could disagree happened. */
function assertAgreement(scenarios: fc.Arbitrary<DrawnScenario>, runs: number): Record<string, number> {
  const seen: Record<string, number> = {};
  fc.assert(
    fc.property(scenarios, fc.integer(), fc.constantFrom(1, 1, 0.6), (scenario, seed, share) => {
      const customers = Math.ceil(share * scenario.customerBase.size);
      const kernel = runKernel(scenario, seed, customers);
      expect(firstDifference(kernel, runSecond(scenario, seed, customers), scenario)).toBeNull();
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

/** Everything that can happen in a world; no channel so far makes anybody leave before the twin. */
const KINDS = [
  ...[
    "kept",
    "lifted",
    "retained",
    "forgone",
    "discount",
    "enrol",
    "issue",
    "redeem",
    "take",
    "bear",
    "expire",
    "forfeit",
  ],
  ...["tier at once", "tier at a review", "leave", "close"],
];

/** What happened too rarely for agreement on it to say much. */
function rare(seen: Readonly<Record<string, number>>): string[] {
  return KINDS.filter((kind) => !(seen[kind] >= 25));
}

test("kernel and second engine agree event by event and cell by cell on generated scenarios of every kind", () => {
  expect(rare(assertAgreement(arbitraryScenario({ mostMonths: 40, mostCustomers: 10 }), 200))).toEqual([]);
});

test("they agree on what follows from a scenario before anybody lives", () => {
  fc.assert(
    fc.property(arbitraryScenario({ mostMonths: 40, mostCustomers: 10 }), (scenario) => {
      expect(firstDifferentNumber(planOf(scenario), settingOf(scenario))).toBeNull();
    }),
    { numRuns: 200, seed: 20260101 },
  );
});

test("they agree where every channel is strong", () => {
  expect(rare(assertAgreement(livelyScenario(), 50))).toEqual([]);
});

test("they agree where members rise and fall", () => {
  const seen = assertAgreement(tieredScenario(), 25);
  expect(seen["tier at once"]).toBeGreaterThan(15);
  expect(seen["tier at a review"]).toBeGreaterThan(50);
});

test("they agree over the longest horizon, with a lot for every month of it", () => {
  assertAgreement(arbitraryScenario({ months: 600, mostCustomers: 2 }), 4);
});

/** Scenarios to plant faults in; each engine lives them once as they are. */
const plain = [
  ...fc.sample(livelyScenario(), { numRuns: 20, seed: 7 }).map(withoutNewcomers),
  ...fc.sample(tieredScenario(), { numRuns: 16, seed: 7 }),
  ...fc
    .sample(
      livelyScenario().filter(({ customerBase }) => customerBase.history !== null),
      { numRuns: 8, seed: 7 },
    )
    .map(withoutNewcomers),
].map((scenario) => {
  const once: { kernel?: KernelRun; second?: ReturnType<typeof runSecond> } = {};
  return {
    scenario,
    kernel: () => (once.kernel ??= runKernel(scenario, 1)),
    second: () => (once.second ??= runSecond(scenario, 1)),
  };
});

function withoutNewcomers(scenario: DrawnScenario): DrawnScenario {
  const { customerBase } = scenario;
  const acquisition = { ...customerBase.acquisition, perMonth: 0 };
  const history = ofCustomers(8, customerBase.history);
  return { ...scenario, customerBase: { ...customerBase, size: 8, history, acquisition } };
}

/** A history with one customer in each row but the first, which has all others. */
function ofCustomers(size: number, history: CustomerHistory | null): CustomerHistory | null {
  if (history === null) return null;
  const rest = history.customers.length - 1;
  return { ...history, customers: history.customers.map((_, at) => (at === 0 ? size - rest : 1)) };
}

/** Whether at least two of the scenarios that a fault touches show a difference. */
function isCaught(plant: Change, difference: (one: (typeof plain)[number], faulty: DrawnScenario) => string | null) {
  return isSeenTwice((one) => {
    const faulty = plant(one.scenario);
    return isDeepStrictEqual(faulty, one.scenario) ? null : difference(one, faulty);
  });
}

/** Whether at least two of the scenarios show a difference; the others are left out. */
function isSeenTwice(difference: (one: (typeof plain)[number]) => string | null): boolean {
  let seen = 0;
  return plain.some((one) => difference(one) !== null && ++seen === 2);
}

test("the engines agree on the scenarios that faults are planted in", () => {
  const differences = plain.map(({ scenario, kernel, second }) => firstDifference(kernel(), second(), scenario));
  expect(differences.filter((one) => one !== null)).toEqual([]);
});

test.each(Object.entries(FAULTS))("a fault planted in either engine is caught: %s", (_name, plant) => {
  const inKernel = isCaught(plant, ({ scenario, second }, faulty) =>
    firstDifference(runKernel(faulty, 1), second(), scenario),
  );
  const inSecond = isCaught(plant, ({ scenario, kernel }, faulty) =>
    firstDifference(kernel(), runSecond(faulty, 1), scenario),
  );
  expect({ inKernel, inSecond }).toEqual({ inKernel: true, inSecond: true });
});

test.each(["value", "rewardDay", "rewardReach"] as const)(
  "one too many in any cell of a book is caught: %s",
  (book) => {
    const { scenario, kernel, second } = plain.find((one) => rewardsIn(one.kernel()) > 5) ?? plain[0];
    const [twin, world] = kernel().ledgers;
    const { layout } = world;
    const end = { value: layout.rewardDay, rewardDay: layout.rewardReach, rewardReach: layout.cells }[book];
    const cells = Array.from({ length: end - layout[book] }, (_, at) => layout[book] + at);
    expect(cells.filter((cell) => world.cells[cell] !== 0).length).toBeGreaterThan(5);
    const caught = [cells[0], ...cells.filter((cell) => world.cells[cell] !== 0).slice(0, 20)].map((cell) => {
      const wrong = world.cells.slice();
      wrong[cell]++;
      return firstDifferentBook({ ...kernel(), ledgers: [twin, { layout, cells: wrong }] }, second(), scenario);
    });
    expect(caught).not.toContain(null);
  },
);

test.each(Object.entries(MEMBER_FAULTS))("another rule for the books of members is caught: %s", (_name, rule) => {
  expect(isSeenTwice((one) => firstDifferentBook(one.kernel(), one.second(), one.scenario, rule))).toBe(true);
});

function rewardsIn({ lives }: KernelRun): number {
  return lives.flatMap(({ worlds }) => worlds[1] ?? []).filter(({ kind }) => kind === "redeem").length;
}
