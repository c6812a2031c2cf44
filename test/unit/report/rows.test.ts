import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { csvFiles } from "#tenure/report/csv.js";
import { type RowKind, rows } from "#tenure/report/rows.js";
import { realistic } from "../../support/findings.ts";

const FILES: Readonly<Record<RowKind, string>> = {
  measures: "measures.csv",
  series: "series.csv",
  causes: "causes.csv",
  cohorts: "cohorts.csv",
  types: "types.csv",
  tiers: "tiers.csv",
  balance: "trial_balance.csv",
};

test.each(Object.entries(FILES) as [RowKind, string][])("rows of %s are the lines of %s", (kind, file) => {
  const comparison = realistic();
  const found: readonly object[] = rows(comparison, kind);
  const lines = (csvFiles(comparison).find(({ name }) => name === file)?.text ?? "").trimEnd().split("\n");
  expect(found.length).toBe(lines.length - 1);
  expect(found.length).toBeGreaterThan(0);
  for (const row of found) expect(Object.keys(row).join(",")).toBe(lines[0]);
  const numbers = Object.values(found[0]).filter((cell) => typeof cell === "number");
  for (const number of numbers) expect(lines[1]).toContain(String(number));
});

test("a kind there is none of is refused, with those there are", () => {
  expect(() => rows(realistic(), "profit" as RowKind)).toThrow(
    'expected "measures", "series", "causes", "cohorts", "types", "tiers", "balance", got "profit"',
  );
});

test("the bytes of the files of a made-up comparison stay as they are: where they are meant to change, so is this number", () => {
  const text = csvFiles(realistic())
    .map(({ name, text }) => `${name}\n${text}`)
    .join("");
  expect(createHash("sha256").update(text).digest("hex")).toBe(
    "72a6c440df2ba875952bfd91e5ad16a485a42536dcd5942b3df03a6ed48f0d0e",
  );
});
