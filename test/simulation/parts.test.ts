import { describe, expect, test } from "vitest";
import { loadAll } from "#tenure/disk/load.js";
import { compare } from "#tenure/study/compare.js";
import type { Finding, GroupFindings, WorldFindings } from "#tenure/study/findings.js";

const SMALL = { replicates: 12, customers: 600, workers: 1 } as const;
const { groups, measures } = await compare(await loadAll(["scenarios/fashion", "scenarios/magazine"]), SMALL);
const worlds = groups.flatMap((group) =>
  group.worlds.map((world): [string, WorldFindings, GroupFindings] => [world.name, world, group]),
);
const ofAll = (pick: (world: WorldFindings) => boolean): typeof worlds => worlds.filter(([, world]) => pick(world));

const value = (findings: Readonly<Record<string, Finding>>, key: string): number => {
  const found = findings[key]?.level.value;
  if (found === undefined || found === null) throw new Error(`no ${key}`);
  return found;
};
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

test("the shipped scenarios have types, tiers, cohorts and contracts to look at", () => {
  expect(ofAll(({ types }) => types.length > 0).length).toBeGreaterThan(0);
  expect(ofAll(({ tiers }) => tiers !== null).length).toBeGreaterThan(0);
  expect(ofAll(({ cohorts }) => cohorts.length > 0).length).toBeGreaterThan(0);
  expect(groups.map(({ retentionWindow }) => retentionWindow)).toContain(null);
});

test("every number by type and tier has a label", () => {
  const labelled = new Set(measures.map(({ key }) => key));
  const rows = worlds.flatMap(([, { types, tiers }]) => [...types, ...(tiers?.rows ?? [])]);
  const keys = new Set(rows.flatMap(({ findings }) => Object.keys(findings)));
  expect([...keys].filter((key) => !labelled.has(key))).toEqual([]);
});

describe.each(ofAll(({ types }) => types.length > 0))("%s, by type", (_, world, group) => {
  const weighted = (key: string): number =>
    sum(world.types.map(({ findings }) => value(findings, "typeShare") * value(findings, key)));

  test("shares add up, and what types do adds up to what all do", () => {
    expect(sum(world.types.map(({ findings }) => value(findings, "typeShare")))).toBeCloseTo(1, 12);
    const pairs: [string, string][] = [
      ["typePurchases", "purchasesPerCustomer"],
      ["typeClv", "clv"],
      group.retentionWindow === null
        ? ["typeContractRetention12", "contractRetention12"]
        : ["typeRetention12", "retention12"],
      ...(world.role === "program"
        ? ([
            ["typeClvUplift", "clvUplift"],
            ["typeMemberShare", "memberShare"],
          ] as [string, string][])
        : []),
    ];
    for (const [part, whole] of pairs)
      expect([part, weighted(part)]).toEqual([part, expect.closeTo(value(world.findings, whole), 6)]);
  });

  test("the quadrants hold every day-one customer, and those who are retained in two of them", () => {
    const { loyalShare = [], latentShare = [], spuriousShare = [], disloyalShare = [], retention = [] } = world.series;
    expect(loyalShare.length).toBe(retention.length);
    loyalShare.forEach((loyal, at) => {
      const parts = [loyal, latentShare[at], spuriousShare[at], disloyalShare[at]].map(
        (point) => point?.value ?? Number.NaN,
      );
      expect(sum(parts)).toBeCloseTo(1, 12);
      expect(loyal.value + (spuriousShare[at]?.value ?? Number.NaN)).toBeCloseTo(
        retention[at]?.value ?? Number.NaN,
        12,
      );
    });
  });

  test("differences are paired: none to oneself, some to others", () => {
    const differences = world.types.map(({ findings }) => findings.typeClv?.difference ?? null);
    if (world.isReference) expect(differences.every((difference) => difference === null)).toBe(true);
    else expect(differences.every((difference) => difference !== null && difference.value !== 0)).toBe(true);
  });
});

describe.each(ofAll(({ tiers }) => tiers !== null))("%s, by tier", (_, world, group) => {
  const rows = world.tiers?.rows ?? [];
  const mix = world.tiers?.mix ?? [];

  test("shares of members and of cost add up; the mix ends where the rows are", () => {
    expect(sum(rows.map(({ findings }) => value(findings, "tierShare")))).toBeCloseTo(1, 12);
    expect(sum(rows.map(({ findings }) => value(findings, "tierCostShare")))).toBeCloseTo(1, 12);
    expect(mix).toHaveLength(group.months);
    const last = mix.at(-1)?.members ?? [];
    rows.forEach(({ findings }, tier) => {
      expect((last[tier] ?? 0) / sum(last)).toBeCloseTo(value(findings, "tierShare"), 12);
    });
    expect(1 - value(rows[0]?.findings ?? {}, "tierShare")).toBeCloseTo(value(world.findings, "aboveEntryShare"), 12);
  });

  test("moves by year are the promotions and demotions of all member-years", () => {
    const memberYears = sum(mix.map(({ members }) => sum(members))) / 12;
    const moved = (isUp: boolean): number =>
      sum((world.tiers?.moves ?? []).filter(({ isPromotion }) => isPromotion === isUp).map(({ members }) => members));
    expect(moved(true) / memberYears).toBeCloseTo(value(world.findings, "promotedAYear"), 9);
    expect(moved(false) / memberYears).toBeCloseTo(value(world.findings, "demotedAYear"), 9);
    expect(moved(true)).toBeGreaterThan(0);
  });
});

describe.each(ofAll(({ cohorts }) => cohorts.length > 0))("%s, by cohort", (_, world, group) => {
  const [dayOne, ...later] = world.cohorts;

  test("the row of day one is the series of retention, and ends at the CLV over the horizon", () => {
    const series = world.series.retention ?? [];
    for (const { month, value: share } of series) expect(dayOne?.retention[month - 1]).toBeCloseTo(share, 9);
    expect(dayOne?.clv.at(-1)).toBeCloseTo(value(world.findings, "clv"), 9);
    expect(dayOne?.clvAtTenure?.level.value).toBeCloseTo(value(world.findings, "dayOneClv12"), 12);
  });

  test("later cohorts are seen for as long as the horizon is, and together make the measure of newcomers", () => {
    for (const row of later) {
      expect(row.clv).toHaveLength(group.months - row.joinMonth + 1);
      expect(row.clvAtTenure === null).toBe(row.clv.length < 12);
    }
    const seen = later.filter(({ clvAtTenure }) => clvAtTenure !== null);
    const together =
      sum(seen.map(({ customers, clvAtTenure }) => customers * (clvAtTenure?.level.value ?? Number.NaN))) /
      sum(seen.map(({ customers }) => customers));
    expect(together).toBeCloseTo(value(world.findings, "newcomersClv12"), 9);
  });
});

describe.each(ofAll(({ role }) => role === "program"))("%s, measures", (_, world) => {
  test("kinds of cost add up to the program's, churn and breakage complete what they take off", () => {
    const kinds = ["rewardCost", "perkCost", "discountCost", "communicationCost", "runningCost", "oneOffCost"].filter(
      (key) => key in world.findings,
    );
    expect(sum(kinds.map((key) => value(world.findings, key)))).toBeCloseTo(value(world.findings, "grossCost"), 4);
    const [retention, churn] =
      "retention12" in world.findings ? ["retention12", "churn12"] : ["contractRetention12", "contractChurn12"];
    expect(value(world.findings, retention) + value(world.findings, churn)).toBeCloseTo(1, 12);
    if ("breakage" in world.findings)
      expect(value(world.findings, "breakage") + value(world.findings, "ultimateRedemptionRate")).toBeCloseTo(1, 12);
    const wait = value(world.findings, "monthsToFirstReward");
    expect(wait).toBeGreaterThanOrEqual(0);
    expect(value(world.findings, "unrewardedShare")).toBeLessThan(1);
  });

  test("forfeited points stand in the trial balance where contracts end, and nowhere else", () => {
    const total = world.trialBalance.find(({ cause }) => cause === "total");
    expect((total?.forfeited ?? 0) > 0).toBe("pointsForfeited" in world.findings);
    expect(world.trialBalance.every(({ difference }) => difference === 0)).toBe(true);
  });
});
