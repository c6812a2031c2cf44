import { expect, test } from "vitest";
import { load } from "#tenure/disk/load.js";
import { override } from "#tenure/scenario/override.js";
import { rangesOf } from "#tenure/scenario/ranges.js";
import type { Scenario } from "#tenure/scenario/scenario.js";
import { compare } from "#tenure/study/compare.js";
import { type TornadoOptions, tornado } from "#tenure/study/tornado.js";
import type { Tornado, TornadoRow } from "#tenure/study/tornadoFindings.js";

const { scenario: cdnow } = await load("scenarios/cdnow/five-percent-back.yaml");
const SMALL = { replicates: 6, customers: 300, workers: 1 } as const;
/** No range but those a test states. */
const exact = override(cdnow, {
  program: {
    rewards: [{ name: "Voucher", points: 100, faceValue: 5, unitCost: 3, replaces: 0.7 }],
    response: { goalGradient: 0.3, rewardedBehaviour: 0.08, balanceAtStake: 0.1, borrowed: 0.5 },
  },
});

async function found(scenario: Scenario, options: TornadoOptions = SMALL): Promise<Tornado> {
  const result = await tornado(scenario, options);
  if (result === null) throw new Error("nothing finished");
  return result;
}

const row = ({ rows }: Tornado, path: string): TornadoRow => {
  const one = rows.find((candidate) => candidate.path === path);
  if (one === undefined) throw new Error(`no row ${path}`);
  return one;
};

test("the scenario the tests vary has no range of its own", () => {
  expect(rangesOf(exact)).toEqual([]);
});

test("fixed cost moves net value by exactly itself, discounted", async () => {
  const scenario = override(exact, {
    economics: { discountRate: 0.1 },
    program: { costs: { oneOff: "uniform(10000, 30000)", perMonth: "uniform(0, 2000)" } },
  });
  const result = await found(scenario);
  const { months } = scenario.horizon;
  const factors = Array.from({ length: months }, (_, month) => 1.1 ** (-(month + 1) / 12)).reduce(
    (sum, one) => sum + one,
    0,
  );
  const middles = Array.from({ length: months }, (_, month) => 1.1 ** (-(month + 0.5) / 12)).reduce(
    (sum, one) => sum + one,
    0,
  );
  const starts = Array.from({ length: months }, (_, month) => 1.1 ** (-month / 12)).reduce((sum, one) => sum + one, 0);
  const once = row(result, "program.costs.oneOff");
  expect([once.low.value, once.median, once.high.value]).toEqual([11000, 20000, 29000]);
  for (const [end, by] of [
    [once.low, 9000],
    [once.high, -9000],
  ] as const) {
    expect(end.difference.value).toBeCloseTo(by, 4);
    expect(end.difference.low).toBeCloseTo(by, 4);
    expect(end.difference.high).toBeCloseTo(by, 4);
    expect(end.estimate.value).toBeCloseTo((result.central.value ?? Number.NaN) + by, 4);
  }
  console.log(row(result, "program.costs.perMonth").low.difference.value, factors * 900, middles * 900, starts * 900);
});
