import { expect, test } from "vitest";
import { load } from "#tenure/disk/load.js";
import { sweepCsv } from "#tenure/report/csv/sweep.js";
import { sweepTable } from "#tenure/report/sweepTable.js";
import { override } from "#tenure/scenario/override.js";
import { compare } from "#tenure/study/compare.js";
import { measuresFor } from "#tenure/study/measures.js";
import { type SweepOptions, sweep } from "#tenure/study/sweep.js";
import type { Sweep } from "#tenure/study/sweepFindings.js";

const coffee = await load("scenarios/coffee/stars.yaml");
const SMALL = { replicates: 8, customers: 400, workers: 1 } as const;
const EARN = { path: "program.earn.pointsPerUnit", values: [1, 2, 4] };
const EXPIRY = { path: "program.expiry.rolling", values: "3, 6, never" };

async function swept(levers: Parameters<typeof sweep>[1], options: SweepOptions = SMALL): Promise<Sweep> {
  const found = await sweep(coffee, levers, options);
  if (found === null) throw new Error("nothing finished");
  return found;
}

test("a design of a sweep has the findings it has when its file is compared", async () => {
  const measures = measuresFor(coffee.scenario).map(({ key }) => key);
  const found = await swept([EARN], { ...SMALL, measures });
  const files = EARN.values.map((pointsPerUnit) => ({
    scenario: override(coffee.scenario, { name: `${pointsPerUnit}`, program: { earn: { pointsPerUnit } } }),
    file: null,
  }));
  const againstNothing = await compare(files, SMALL);
  const againstWritten = await compare(files, { ...SMALL, against: "2" });
  found.designs.forEach(({ findings, isAsWritten }, at) => {
    const nothing = againstNothing.groups[0].worlds[1 + at].findings;
    const written = againstWritten.groups[0].worlds[1 + at].findings;
    expect(Object.keys(findings).sort()).toEqual(measures.sort());
    for (const key of measures) {
      expect(findings[key]).toEqual({
        ...nothing[key],
        differenceAsWritten: isAsWritten ? null : written[key].difference,
        probabilityBetterAsWritten: isAsWritten ? null : written[key].probabilityBetter,
      });
    }
  });
  expect(found.designs.map(({ isAsWritten }) => isAsWritten)).toEqual([false, true, false]);
  expect(found.asWritten.findings).toEqual(found.designs[1].findings);
});

test("the order of values changes nothing, a design beside changes no other", async () => {
  const found = await swept([EARN, EXPIRY]);
  const turned = await swept([
    { ...EARN, values: [4, 1, 2] },
    { ...EXPIRY, values: "never, 3, 6" },
  ]);
  expect(turned).toEqual(found);
  const alone = await swept([{ ...EARN, values: [4] }, EXPIRY]);
  const fours = found.designs.filter(({ values }) => values[0] === 4);
  expect(alone.designs.map(({ findings }) => findings)).toEqual(fours.map(({ findings }) => findings));
});

test("a design among so many that customers wait for each other is the same as alone", async () => {
  const many = await swept([{ ...EARN, values: "1..24 by 1" }]);
  const alone = await swept([{ ...EARN, values: [4] }]);
  expect(many.designs).toHaveLength(24);
  expect(many.designs[3].findings).toEqual(alone.designs[0].findings);
  expect(many.asWritten.findings).toEqual(alone.asWritten.findings);
});

test("levers the other way round give the same designs, the other lever slowest", async () => {
  const [one, other] = [await swept([EARN, EXPIRY]), await swept([EXPIRY, EARN])];
  const find = (values: readonly unknown[]) => other.designs.find((design) => design.values.join() === values.join());
  for (const design of one.designs) {
    expect(find([...design.values].reverse())?.findings).toEqual(design.findings);
  }
  expect(other.designs[1].values).toEqual([3, 2]);
});

test("shares of the best add up, the best is the highest, and a lone design is not flattered", async () => {
  const { designs, best } = await swept([EARN, EXPIRY], { ...SMALL, replicates: 20 });
  expect(designs.reduce((sum, { bestShare }) => sum + (bestShare ?? Number.NaN), 0)).toBeCloseTo(1, 12);
  const values = designs.map(({ findings }) => findings.netValue.level.value ?? Number.NaN);
  expect(values[best.design]).toBe(Math.max(...values));
  expect(best.share).toBe(designs[best.design].bestShare);
  expect(best.isFlattered).toBe(best.share < 0.95);
  expect((await swept([{ ...EARN, values: [4] }])).best).toEqual({
    ...{ design: 0, share: 1, isFlattered: false },
    atEdgeOf: [],
  });
});

test("no share is below 0 or above 1, by however little", async () => {
  for (const replicates of [6, 10, 49]) {
    const found = await swept([{ ...EARN, values: [0, 4] }, EXPIRY], {
      ...{ replicates, customers: 40, workers: 1 },
      measures: ["expectedRedemption", "redemptionRate"],
    });
    const shares = found.designs.flatMap(({ bestShare, findings }) => [
      ...[bestShare, findings.netValue.probabilityBetter, findings.netValue.probabilityBetterAsWritten],
      ...[findings.expectedRedemption?.level.value, findings.redemptionRate?.level.value],
    ]);
    for (const share of shares) {
      expect(share ?? 0).toBeGreaterThanOrEqual(0);
      expect(share ?? 0).toBeLessThanOrEqual(1);
    }
  }
  const { designs } = await swept([{ ...EARN, values: [4] }], { ...SMALL, replicates: 49 });
  expect(designs[0].bestShare).toBe(1);
});

test("where no point can lapse all outstanding ones are expected, and no bound lies beyond", async () => {
  const long = override(coffee.scenario, { horizon: { months: 12 } });
  const lever = { path: "program.expiry.rolling", values: [24, 36] };
  const found = await sweep(long, [lever], { ...SMALL, measures: ["expectedRedemption"] });
  for (const { findings } of found?.designs ?? []) {
    const { value, low, high, outcomeLow, outcomeHigh } = findings.expectedRedemption.level;
    expect([value, low, high, outcomeLow, outcomeHigh]).toEqual([1, 1, 1, 1, 1]);
  }
});

test("of two designs the share is P(better) of the paired difference", async () => {
  const { designs } = await swept([{ ...EARN, values: [1, 2] }], { ...SMALL, replicates: 20 });
  const better = designs[0].findings.netValue.probabilityBetterAsWritten ?? Number.NaN;
  expect(designs[0].bestShare).toBeCloseTo(better, 12);
});

test("a sweep of the unit cost moves cost and no purchase", async () => {
  const path = "program.rewards[Handcrafted drink].unitCost";
  const { designs } = await swept([{ path, values: [0, 1, 2] }], {
    ...SMALL,
    measures: ["purchasesPerCustomer", "rewardCost"],
  });
  const of = (key: string): (number | null)[] => designs.map(({ findings }) => findings[key].level.value);
  expect(new Set(of("purchasesPerCustomer")).size).toBe(1);
  const [none, one, two] = of("rewardCost").map((value) => value ?? Number.NaN);
  expect(one).toBeGreaterThan(none);
  expect(two).toBeGreaterThan(one);
});

test("a bare scenario will do, workers change nothing, an early end leaves what was finished", async () => {
  const found = await swept([EARN]);
  expect(await sweep(coffee.scenario, [EARN], { ...SMALL, workers: 2 })).toEqual({ ...found, file: null });
  const abort = new AbortController();
  const options = { ...SMALL, replicates: 400, signal: abort.signal };
  const cut = await swept([EARN], { ...options, onProgress: ({ done }) => done > 8000 && abort.abort() });
  expect(cut.provenance.replicates).toBeLessThan(400);
  abort.abort();
  expect(await sweep(coffee, [EARN], options)).toBeNull();
});

test("tables and CSV say every design, and the width is kept", async () => {
  const one = await swept([{ ...EARN, values: [1, 4] }]);
  const two = await swept([EARN, EXPIRY], { ...SMALL, measures: ["roi"] });
  for (const width of [80, 100, 130]) {
    for (const found of [one, two]) {
      const text = sweepTable(found, { width });
      expect(text.split("\n").filter((line) => [...line].length > width)).toEqual([]);
      expect(text).not.toMatch(/\bNaN\b|\bundefined\b|Infinity/);
    }
  }
  expect(sweepTable(one)).toMatch(/^│ 4 .*[\s\S]*^│ 2 .*\n│ \(as written\)/m);
  expect(sweepTable(two).match(/written/g)).toHaveLength(3);
  expect(sweepTable(two)).toContain("ROI: program.earn.pointsPerUnit ↓, program.expiry.rolling →");
  const [head, ...lines] = sweepCsv(two).text.trimEnd().split("\n");
  expect(lines).toHaveLength((9 + 1) * 2);
  const columns = head.split(",");
  for (const line of lines) expect(line.replace(/"[^"]*"/g, "").split(",")).toHaveLength(columns.length);
});
