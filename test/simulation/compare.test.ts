import { expect, test } from "vitest";
import { load, loadAll } from "#tenure/disk/load.js";
import { override } from "#tenure/scenario/override.js";
import type { Scenario } from "#tenure/scenario/scenario.js";
import { compare } from "#tenure/study/compare.js";
import type { Comparison, Estimate, WorldFindings } from "#tenure/study/findings.js";
import { expectSame } from "../support/same.ts";
import { zForFalseAlarm } from "../support/statistics.ts";

const { scenario: coffee } = await load("scenarios/coffee/stars.yaml");
const candidates = await loadAll(["scenarios/cdnow", "scenarios/coffee"]);
const SMALL = { replicates: 8, customers: 400, workers: 1 } as const;
const all = await compare(candidates, SMALL);

const named = (scenario: Scenario, name: string): Scenario => override(scenario, { name });
const only = (comparison: Comparison, name: string): WorldFindings => {
  const world = comparison.groups.flatMap(({ worlds }) => worlds).find((one) => one.name === name);
  if (world === undefined) throw new Error(`no world ${name}`);
  return world;
};
const exactlyZero = (estimate: Estimate | null | undefined): boolean =>
  estimate !== null && estimate !== undefined && estimate.value === 0 && estimate.standardError === 0;

test("the same seed gives the same bytes for any number of workers; another seed does not", async () => {
  const one = JSON.stringify(await compare(candidates, { ...SMALL, seed: "bytes" }));
  expect(JSON.stringify(await compare(candidates, { ...SMALL, seed: "bytes", workers: 2 }))).toBe(one);
  expect(JSON.stringify(await compare(candidates, { ...SMALL, seed: "other" }))).not.toBe(one);
});

test("permuting scenarios, or leaving some out, changes no finding", async () => {
  const reversed = await compare([...candidates].reverse(), SMALL);
  const alone = await compare(candidates.slice(0, 1), SMALL);
  for (const world of all.groups.flatMap(({ worlds }) => worlds)) {
    expectSame(only(reversed, world.name), world);
  }
  const first = only(all, candidates[0].scenario.name);
  expectSame(only(alone, first.name).findings, first.findings);
});

test("the same design twice differs by exactly zero", async () => {
  const pair = [named(coffee, "A"), named(coffee, "B")].map((scenario) => ({ scenario, file: null }));
  const { groups } = await compare(pair, { ...SMALL, against: "A" });
  const { findings } = groups[0].worlds[2];
  for (const [key, { difference, probabilityBetter }] of Object.entries(findings)) {
    if (key !== "payback") expect([key, exactlyZero(difference)]).toEqual([key, true]);
    if (probabilityBetter !== null) expect(probabilityBetter).toBe(0.5);
  }
  const months = groups[0].worlds[2].series.retentionDifference ?? [];
  expect(months.length).toBeGreaterThan(10);
  expect(months.every(({ value, low, high }) => value === 0 && low === 0 && high === 0)).toBe(true);
});

test("the course of a difference of retention is the paired one: by months what the measure says at one of them", () => {
  for (const { worlds } of all.groups) {
    const [reference, ...others] = worlds;
    expect(reference.series.retentionDifference).toBeUndefined();
    for (const { series, findings } of others) {
      const course = series.retentionDifference ?? [];
      expect(course.map(({ month }) => month)).toEqual((series.retention ?? []).map(({ month }) => month));
      const difference = findings.retention12.difference;
      const at = course.find(({ month }) => month === 12);
      expect(at?.value).toBeCloseTo(difference?.value ?? Number.NaN, 12);
      expect(at?.low).toBeCloseTo(difference?.low ?? Number.NaN, 9);
      expect(at?.high).toBeCloseTo(difference?.high ?? Number.NaN, 9);
      course.forEach(({ value }, month) => {
        const [mine, theirs] = [series.retention?.[month], reference.series.retention?.[month]];
        expect(value).toBeCloseTo((mine?.value ?? Number.NaN) - (theirs?.value ?? Number.NaN), 12);
      });
    }
  }
});

test("discounted costs by kind are the program cost, and with margin and charge the net value", () => {
  const programs = all.groups.flatMap(({ worlds }) => worlds).filter(({ role }) => role === "program");
  expect(programs.length).toBeGreaterThan(3);
  for (const { findings } of programs) {
    const level = (key: string): number => findings[key]?.level.value ?? 0;
    const kinds = Object.keys(findings).filter((key) => key.endsWith("CostDiscounted"));
    const cost = kinds.reduce((sum, key) => sum + level(key), 0);
    // To a hundredth of a cent: sums of the same numbers in another order.
    expect(cost).toBeCloseTo(level("programCost"), 4);
    expect(level("incrementalMargin") - cost - level("outstandingCharge")).toBeCloseTo(level("netValue"), 4);
  }
});

test("a program that gives nothing and moves nobody equals no program exactly", async () => {
  const idle = override(coffee, { program: { earn: { pointsPerUnit: 0 }, response: "off", costs: null } });
  const comparison = await compare([{ scenario: idle, file: null }], SMALL);
  const { findings } = only(comparison, idle.name);
  for (const key of ["clvUplift", "incrementalRevenue", "incrementalMargin", "programCost", "netValue"]) {
    expect([key, exactlyZero(findings[key].level)]).toEqual([key, true]);
  }
  expect(exactlyZero(findings.clv.difference)).toBe(true);
  expect(findings.roi.level.value).toBeNull();
});

test("files that differ in nothing but the program share one world 0; others have their own", async () => {
  expect(all.groups.map(({ worlds }) => worlds.map(({ role }) => role[0]).join(""))).toEqual(["cpp", "cppp"]);
  const shorter = { scenario: override(coffee, { name: "Shorter", horizon: { months: 24 } }), file: null };
  expect((await compare([...candidates, shorter], SMALL)).groups).toHaveLength(3);
});

test("the estimate does not move with the number of customers beyond its error", async () => {
  const run = (customers: number, seed: string): Promise<Comparison> =>
    compare([{ scenario: coffee, file: null }], { customers, seed, replicates: 40 });
  const [few, many] = [await run(200, "few"), await run(1500, "many")].map((one) => only(one, coffee.name).findings);
  const K = zForFalseAlarm(1e-5);
  for (const key of [
    "clv",
    "clvUplift",
    "incrementalRevenue",
    "programCost",
    "netValue",
    "retention12",
    "pointsIssued",
  ]) {
    const [a, b] = [few[key].level, many[key].level];
    const gap = Math.abs((a.value ?? Number.NaN) - (b.value ?? Number.NaN));
    expect([key, gap < K * Math.hypot(a.standardError ?? 0, b.standardError ?? 0)]).toEqual([key, true]);
  }
});

test("the outcome range is that of the company's size, whatever the sample; the interval shrinks with the sample", async () => {
  const small = override(coffee, { customerBase: { size: 2000 } });
  const run = async (customers: number): Promise<Estimate> => {
    const comparison = await compare([{ scenario: small, file: null }], { customers, replicates: 200 });
    return only(comparison, small.name).findings.programCost.level;
  };
  const width = ({ outcomeLow, outcomeHigh }: Estimate): number => (outcomeHigh ?? 0) - (outcomeLow ?? 0);
  const [part, whole] = [await run(250), await run(2000)];
  // Two P5-P95 widths of 200 replicates each: the logarithm of their ratio has a standard deviation of about .1.
  expect(Math.abs(Math.log(width(part) / width(whole)))).toBeLessThan(0.1 * zForFalseAlarm(1e-5));
  expect(part.standardError ?? 0).toBeGreaterThan(1.5 * (whole.standardError ?? 0));
});

test("luck and ignorance are told apart", async () => {
  const unsure = override(coffee, { program: { earn: { pointsPerUnit: "uniform(1, 4)" } } });
  const { groups } = await compare([{ scenario: unsure, file: null }], { ...SMALL, replicates: 40 });
  const world = groups[0].worlds[1];
  expect(groups[0].ranges).toContain("program.earn.pointsPerUnit");
  expect(world.findings.pointsIssued.level.luckShare ?? 1).toBeLessThan(0.5);
  expect(groups[0].worlds[0].findings.revenue.level.luckShare).toBe(1);
});

test("an interrupted comparison stands on the replicates finished, the same as a shorter one", async () => {
  const abort = new AbortController();
  const cut = await compare([{ scenario: coffee, file: null }], {
    ...SMALL,
    replicates: 400,
    signal: abort.signal,
    onProgress: ({ done }) => {
      if (done >= 20 * SMALL.customers) abort.abort();
    },
  });
  const { replicates, replicatesAsked } = cut.groups[0].provenance;
  expect(replicatesAsked).toBe(400);
  expect(replicates).toBeGreaterThanOrEqual(2);
  expect(replicates).toBeLessThan(400);
  const short = await compare([{ scenario: coffee, file: null }], { ...SMALL, replicates: Math.max(4, replicates) });
  if (replicates >= 4) expect(only(short, coffee.name).findings).toEqual(only(cut, coffee.name).findings);
});

test("progress counts every customer of every replicate once", async () => {
  const seen: number[] = [];
  await compare([{ scenario: coffee, file: null }], {
    ...SMALL,
    onProgress: ({ done, total }) => seen.push(done / total),
  });
  expect(seen.at(-1)).toBe(1);
  expect([...seen].sort((a, b) => a - b)).toEqual(seen);
});

test("options outside their domain are refused in words", async () => {
  const one = [{ scenario: coffee, file: null }];
  await expect(compare(one, { replicates: 3 })).rejects.toThrow("expected 4 or more whole replicates, got 3");
  await expect(compare(one, { customers: 0 })).rejects.toThrow(RangeError);
  await expect(compare(one, { ...SMALL, against: "nobody" })).rejects.toThrow('got "nobody"');
});
