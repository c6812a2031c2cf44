import fc from "fast-check";
import { expect, test } from "vitest";
import { csvText } from "#tenure/report/csv/text.js";
import { csvFiles } from "#tenure/report/csv.js";
import { edges } from "../../support/edges.ts";
import { realistic } from "../../support/findings.ts";

/** A reader of RFC 4180, written apart from the writer. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^",\n]*)(,|\n)/g)) {
    const [, cell = "", end] = match;
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === "\n") {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

function file(name: string, comparison = realistic()): Record<string, string>[] {
  const text = csvFiles(comparison).find((each) => each.name === name)?.text ?? "";
  const [head = [], ...rows] = read(text);
  expect(rows.every((row) => row.length === head.length)).toBe(true);
  return rows.map((row) => Object.fromEntries(head.map((column, i) => [column, row[i] ?? ""])));
}

test("what is written reads back, whatever is in it", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1 }), (cells) => {
      const expected = cells.map((cell) => (/^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell));
      expect(read(csvText(cells, []))).toEqual([expected]);
    }),
  );
});

test("numbers read back exactly; nothing stands where a number is undefined; what is not finite is refused", () => {
  const value = 0.1 + 0.2;
  expect(csvText(["a", "b", "c"], [[value, null, -1e-7]])).toBe(`a,b,c\n${value},,-1e-7\n`);
  expect(() => csvText(["a"], [[Number.NaN]])).toThrow("expected a finite number, got NaN");
});

test("text that a spreadsheet would run is defused, numbers are left alone", () => {
  expect(csvText(["a"], [["=1+1"], ["+1"], ["-1"], ["@x"], [-1]])).toBe("a\n'=1+1\n'+1\n'-1\n'@x\n-1\n");
  const names = new Set(file("measures.csv", edges()).map(({ world }) => world));
  expect(names).toContain("'=HYPERLINK(1)");
});

test("a line for each measure of each world, with all its uncertainties", () => {
  const comparison = realistic();
  const rows = file("measures.csv");
  const count = comparison.groups.flatMap(({ worlds }) => worlds.flatMap(({ findings }) => Object.keys(findings)));
  expect(rows).toHaveLength(count.length);
  const finding = comparison.groups[0]?.worlds[1]?.findings.retention12;
  const row = rows.find(({ world, measure }) => world === "Stars, 1 % back" && measure === "retention12");
  expect(row).toMatchObject({
    group: "Coffee chain",
    role: "program",
    unit: "share",
    value: String(finding?.level.value),
    difference: String(finding?.difference?.value),
    difference_low: String(finding?.difference?.low),
    probability_better: "0.985",
    replicates: "200",
    seed: "launch-2026",
    level: "0.95",
    version: "0.1.0",
  });
  const never = rows.find(({ world, measure }) => world === "Gold card, 5 % back" && measure === "payback");
  expect(never).toMatchObject({ value: "", low: "", undefined_share: "1" });
});

test("series, causes and trial balance are complete", () => {
  const { groups } = realistic();
  const worlds = groups.flatMap((group) => group.worlds);
  const points = worlds.flatMap(({ series }) => Object.values(series).flat());
  expect(file("series.csv")).toHaveLength(points.length);
  expect(file("causes.csv")).toHaveLength(worlds.flatMap(({ causes }) => causes).length);
  expect(file("trial_balance.csv")).toHaveLength(worlds.flatMap(({ trialBalance }) => trialBalance).length);
});

test("types, tiers and cohorts are complete, and say nothing where there are none", () => {
  const [rich, plain] = realistic().groups;
  const worlds = rich?.worlds ?? [];
  const findings = worlds.flatMap(({ types }) => types.flatMap((row) => Object.keys(row.findings)));
  expect(file("types.csv")).toHaveLength(findings.length);
  const uplift = file("types.csv").find((row) => row.type === "price" && row.measure === "typeClvUplift");
  expect(uplift).toMatchObject({
    world: "Stars, 1 % back",
    currency: "USD",
    value: String(worlds[1]?.types.find(({ type }) => type === "price")?.findings.typeClvUplift?.level.value),
    probability_better: "0.03",
  });
  const tiers = worlds.at(-1)?.tiers ?? null;
  const outcomes = tiers?.rows.flatMap((row) => Object.keys(row.findings)) ?? [];
  const rows = file("tiers.csv");
  expect(rows).toHaveLength(outcomes.length + 3 * (tiers?.mix.length ?? 0) + (tiers?.moves.length ?? 0));
  const fall = rows.find(({ measure, from_tier: from }) => measure === "moves" && from === "Gold");
  expect(fall).toMatchObject({ tier: "Platinum", year: "2024", value: "2400", low: "" });
  const months = worlds.flatMap(({ cohorts }) => cohorts.flatMap(({ clv }) => clv));
  const cohorts = file("cohorts.csv");
  expect(cohorts).toHaveLength(months.length);
  expect(cohorts.filter(({ clv_12_low: low }) => low !== "")).toHaveLength(3 * 26);
  const bare = { ...realistic(), groups: plain === undefined ? [] : [plain] };
  for (const name of ["types.csv", "tiers.csv", "cohorts.csv"]) expect(file(name, bare)).toEqual([]);
});
