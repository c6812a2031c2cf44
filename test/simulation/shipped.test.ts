import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { InputError } from "#tenure/basics/issues.js";
import { loadAll } from "#tenure/disk/load.js";
import { csvFiles } from "#tenure/report/csv.js";
import { groupTable } from "#tenure/report/table.js";
import { compare } from "#tenure/study/compare.js";
import { verify } from "#tenure/study/verify.js";
import { arbitraryScenario } from "../support/generate.ts";

const shipped = await loadAll(
  readdirSync("scenarios")
    .sort()
    .map((folder) => `scenarios/${folder}`),
);

test.each(shipped.map((candidate) => [candidate.file, candidate] as const))(
  "every rule holds for %s",
  async (_, one) => {
    const verdicts = await verify(one, { customers: 1000 });
    expect(verdicts.filter(({ violations }) => violations.length > 0)).toEqual([]);
    expect(verdicts.length).toBeGreaterThan(one.scenario.program === null ? 1 : 10);
  },
);

test("shipped scenarios say where their terms come from", () => {
  for (const { scenario } of shipped) expect(scenario.about.length).toBeGreaterThan(80);
});

/** Every number in plain data that is no finite number. */
function notFinite(value: unknown, path = ""): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => notFinite(inner, `${path}.${key}`));
}

test("whatever a scenario says, findings, tables and CSV come out whole", async () => {
  const scenarios = fc.sample(arbitraryScenario({ mostMonths: 30, mostCustomers: 30 }), { numRuns: 60, seed: 31 });
  let whole = 0;
  for (const one of scenarios) {
    const comparison = await compare([{ scenario: one, file: null }], { replicates: 4, workers: 1 }).catch((error) => {
      if (error instanceof InputError) return null;
      throw error;
    });
    // Refused: behaviour so strong that multipliers would be cut.
    if (comparison === null) continue;
    whole++;
    expect(notFinite(comparison)).toEqual([]);
    for (const group of comparison.groups) {
      expect(groupTable(group, comparison.measures, { detail: true })).not.toMatch(/\bNaN\b|\bundefined\b|Infinity/);
    }
    for (const { text } of csvFiles(comparison)) expect(text).not.toMatch(/\bNaN\b|\bundefined\b|Infinity/);
  }
  expect(whole).toBeGreaterThan(scenarios.length / 2);
});

/** Results as they are today, right or wrong: a change here belongs in the changelog, in a line marked Numbers. */
const frozen: Record<string, Record<string, number | null>> = JSON.parse(
  readFileSync(new URL("./shipped.noreg", import.meta.url), "utf8"),
).worlds;

test("no number of a shipped scenario moves unnoticed", async () => {
  const { groups } = await compare(shipped, { replicates: 4, customers: 500, seed: "frozen" });
  const worlds = groups
    .flatMap((group) => group.worlds)
    .map(({ name, findings }) => {
      const levels = Object.entries(findings).map(([key, { level }]) => [key, level.value] as const);
      return [name, Object.fromEntries(levels)] as const;
    });
  const found = Object.fromEntries(worlds);
  expect(Object.keys(found)).toEqual(Object.keys(frozen));
  for (const [name, levels] of Object.entries(frozen)) {
    expect(Object.keys(found[name])).toEqual(Object.keys(levels));
    for (const [key, level] of Object.entries(levels)) {
      const value = found[name][key];
      // Engines may differ in the last bit of a logarithm, and so in a cent: nobody's change is as small.
      const same = value === level || Math.abs((value ?? 0) - (level ?? 0)) <= 1e-6 * Math.abs(level ?? 0);
      expect([name, key, value, same]).toEqual([name, key, value, true]);
    }
  }
});
