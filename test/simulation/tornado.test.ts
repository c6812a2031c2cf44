import { expect, test } from "vitest";
import { monthStarts } from "#tenure/basics/calendar.js";
import { InputError } from "#tenure/basics/issues.js";
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
  const costs = { oneOff: "uniform(10000, 30000)", perMonth: "uniform(0, 2000)" };
  const result = await found(override(exact, { program: { costs } }));
  const { start, months } = exact.horizon;
  const rate = 1 + Number(exact.economics.discountRate);
  const monthEnds = monthStarts(start, months).slice(1);
  const annuity = [...monthEnds].reduce((sum, day) => sum + rate ** (-day / 365.25), 0);
  const once = row(result, "program.costs.oneOff");
  const monthly = row(result, "program.costs.perMonth");
  expect([once.low.value, once.median, once.high.value]).toEqual([11000, 20000, 29000]);
  expect([monthly.low.value, monthly.median, monthly.high.value]).toEqual([100, 1000, 1900]);
  const cases = [
    { end: once.low, by: 9000 },
    { end: once.high, by: -9000 },
    { end: monthly.low, by: 900 * annuity },
    { end: monthly.high, by: -900 * annuity },
  ];
  for (const { end, by } of cases) {
    for (const at of [end.difference.value, end.difference.low, end.difference.high]) expect(at).toBeCloseTo(by, 4);
    expect(end.estimate.value).toBeCloseTo((result.central.value ?? Number.NaN) + by, 4);
  }
  expect(result.rows.map(({ path }) => path)).toEqual(["program.costs.perMonth", "program.costs.oneOff"]);
  expect(monthly.swing).toBe(Math.max(...cases.slice(2).map(({ end }) => Math.abs(end.difference.value ?? 0))));
});

const MIXED = override(exact, {
  customerBase: { purchaseRate: { shape: "0.5 to 0.6" } },
  economics: { grossMargin: "0.25 to 0.35" },
  program: {
    response: { goalGradient: "0.15 to 0.5", tierChase: "0.02 to 0.18" },
    redemption: { probability: "choice(0.9, 0.1, 0.5)" },
  },
});

test("every input is listed once, those outside the program move world 0 too, one that cannot act stands at exactly zero", async () => {
  const result = await found(MIXED);
  expect(result.rows.map(({ path }) => path).sort()).toEqual([
    ...["customerBase.purchaseRate.shape", "economics.grossMargin", "program.redemption.probability"],
    ...["program.response.goalGradient", "program.response.tierChase"],
  ]);
  const { low, high, swing } = row(result, "program.response.tierChase");
  for (const { difference, estimate } of [low, high]) {
    expect([difference.value, difference.low, difference.high]).toEqual([0, 0, 0]);
    expect(estimate).toEqual(result.central);
  }
  expect(swing).toBe(0);
  expect(result.rows.at(-1)?.path).toBe("program.response.tierChase");
  const swings = result.rows.map((one) => one.swing ?? Number.NaN);
  expect(swings).toEqual([...swings].sort((a, b) => b - a));
  expect(result.ranges).toEqual(result.rows.map(({ path }) => path).sort());
  const taking = row(result, "program.redemption.probability");
  expect([taking.low.value, taking.median, taking.high.value]).toEqual([0.1, 0.5, 0.9]);
});

test("each end is what a file that states the value comes to, against no program on the same luck", async () => {
  const result = await found(MIXED);
  const stated = (path: string, value: number): Scenario => {
    const at = (own: string): number => (own === path ? value : row(result, own).median);
    return override(MIXED, {
      customerBase: { purchaseRate: { shape: at("customerBase.purchaseRate.shape") } },
      economics: { grossMargin: at("economics.grossMargin") },
      program: {
        response: { goalGradient: at("program.response.goalGradient"), tierChase: at("program.response.tierChase") },
        redemption: { probability: at("program.redemption.probability") },
      },
    });
  };
  for (const path of ["customerBase.purchaseRate.shape", "economics.grossMargin", "program.response.goalGradient"]) {
    const { low, high } = row(result, path);
    for (const end of [low, high]) {
      const { groups } = await compare([{ scenario: stated(path, end.value), file: null }], SMALL);
      expect(end.estimate).toEqual(groups[0].worlds[1].findings.netValue.level);
      expect(end.difference.value).toBeCloseTo((end.estimate.value ?? Number.NaN) - (result.central.value ?? 0), 6);
    }
  }
});

test("neither the order of inputs or of a choice, nor what is ranged beside them, nor workers change a byte", async () => {
  const result = await found(MIXED);
  expect(await found(MIXED, { ...SMALL, workers: 2 })).toEqual(result);
  const turned = override(exact, {
    program: {
      redemption: { probability: "choice(0.1, 0.5, 0.9)" },
      response: { tierChase: "0.02 to 0.18", goalGradient: "0.15 to 0.5" },
    },
    economics: { grossMargin: "0.25 to 0.35" },
    customerBase: { purchaseRate: { shape: "0.5 to 0.6" } },
  });
  const again = await found(turned);
  const bare = ({ rows }: Tornado) => rows.map(({ range: _, ...one }) => one);
  expect(bare(again)).toEqual(bare(result));
  expect(again.central).toEqual(result.central);
  const fewer = override(MIXED, {
    economics: { grossMargin: row(result, "economics.grossMargin").median },
    program: { response: { goalGradient: row(result, "program.response.goalGradient").median } },
  });
  const left = await found(fewer);
  expect(left.rows).toHaveLength(3);
  for (const one of left.rows) expect(one).toEqual(row(result, one.path));
});

test("the order of a list's entries changes nothing but its own numbers' places", async () => {
  const [first, second] = [
    { name: "Small", points: 50, faceValue: 2, unitCost: "0.5 to 1", aim: 1 },
    { name: "Large", points: 100, faceValue: 5, unitCost: "2 to 3", aim: 1 },
  ];
  const paths = (await found(override(exact, { program: { rewards: [first, second] } }))).rows.map(({ path }) => path);
  const turned = (await found(override(exact, { program: { rewards: [second, first] } }))).rows.map(({ path }) => path);
  expect([...paths].sort()).toEqual(["program.rewards[Large].unitCost", "program.rewards[Small].unitCost"]);
  expect([...turned].sort()).toEqual([...paths].sort());
});

test("another measure may be asked for, progress reaches its total", async () => {
  let last = { done: 0, total: 1 };
  const result = await found(MIXED, { ...SMALL, measure: "roi", onProgress: (at) => (last = at) });
  expect(result.measure.key).toBe("roi");
  expect(row(result, "program.response.tierChase").swing).toBe(0);
  expect(last.done).toBe(last.total);
});

test("no range: no row, and words; without a program a measure of customers will do", async () => {
  const result = await found(exact);
  expect(result.rows).toEqual([]);
  expect(result.note).toBe("No input of the scenario is a range: there is nothing to vary");
  const { groups } = await compare([{ scenario: exact, file: null }], SMALL);
  expect(result.central).toEqual(groups[0].worlds[1].findings.netValue.level);
  const base = override(exact, { program: null, economics: { grossMargin: "0.25 to 0.35" } });
  const [margin] = (await found(base, { ...SMALL, measure: "clv" })).rows;
  expect(margin.path).toBe("economics.grossMargin");
  expect(margin.high.difference.value).toBeGreaterThan(0);
  await expect(tornado(base, SMALL)).rejects.toThrow(/those of a program mean something in a scenario that has one/);
});

test("refused before anything is simulated: measures nobody knows, dates, quantiles outside the domain", async () => {
  await expect(tornado(MIXED, { measure: "netValeu" })).rejects.toThrow(/did you mean `netValue`/);
  await expect(tornado(MIXED, { measure: "payback" })).rejects.toThrow(/differences are numbers/);
  const wide = override(exact, {
    program: { enrolment: { share: "normal(0.5, 0.4)" }, costs: { perMonth: "normal(10, 30)" } },
  });
  const refusal = await tornado(wide).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(InputError);
  const issues = refusal instanceof InputError ? refusal.issues : [];
  expect(issues.map(({ path }) => path)).toEqual(["program.enrolment.share", "program.costs.perMonth"]);
  expect(issues[0].got).toContain("as P5 of normal(0.5, 0.4)");
  await expect(tornado(MIXED, { replicates: 3 })).rejects.toThrow(RangeError);
});

test("an early end before every input was lived leaves nothing", async () => {
  const abort = new AbortController();
  abort.abort();
  expect(await tornado(MIXED, { ...SMALL, signal: abort.signal })).toBeNull();
});
