import { describe, expect, test } from "vitest";
import { groupTable } from "#tenure/report/table.js";
import { EDGES } from "../../support/edges.ts";
import { GOLD, group, realistic, STARS } from "../../support/findings.ts";
import { MEASURES } from "../../support/measures.ts";

const coffee = group("Coffee chain", [STARS, GOLD]);
const longest = (text: string): number => Math.max(...text.split("\n").map((line) => [...line].length));

test("every number of a world stands with its interval and P(better)", () => {
  const text = groupTable(coffee, MEASURES);
  expect(text).toContain("43.1 % · P 99 %");
  expect(text).toContain("[42.9, 43.3]");
  expect(text).toContain("+1.9 pp [+1.8, +2.0]");
  expect(text).toContain("never");
});

test("the few measures a decision is read from stand alone, all of them on request", () => {
  const revenue = /│ Revenue +│/;
  expect(groupTable(coffee, MEASURES, { detail: true })).toMatch(revenue);
  expect(groupTable(coffee, MEASURES)).not.toMatch(revenue);
  expect(groupTable(coffee, MEASURES)).toMatch(/│ Incremental revenue +│/);
});

test("the head says what the numbers stand on", () => {
  const text = groupTable(coffee, MEASURES);
  expect(text).toContain("120,000 customers, 20,000 simulated in each replicate · 36 months · 200 replicates");
  expect(text).toContain("seed launch-2026");
  expect(text).toContain("2 inputs given as ranges (100 draws): program.response.goalGradient and");
  expect(groupTable({ ...coffee, ranges: [] }, MEASURES)).toContain("inputs taken as exact");
  const cut = { ...coffee, provenance: { ...coffee.provenance, replicates: 120 } };
  expect(groupTable(cut, MEASURES)).toContain("120 replicates of 200 asked (interrupted)");
});

test("designs in a sentence, subsidy and trial balance in plain words", () => {
  const text = groupTable(coffee, MEASURES, { width: 400 });
  expect(text).toContain(
    "Stars, 1 % back costs $348k and brings $805k of margin over 36 months; net value +$457k, better than No program in 97 % of outcomes.",
  );
  expect(text).toContain("62.0 % of the reward cost is subsidy");
  expect(text).toContain("= 35,414,654 redeemed + 9,014,638 expired + 19,960,988 closing; difference 0");
});

test("books that do not balance are shouted", () => {
  const [zero, stars] = coffee.worlds;
  const [kept, ...rest] = stars.trialBalance;
  const broken = { ...stars, trialBalance: [{ ...kept, difference: 3 }, ...rest] };
  expect(groupTable({ ...coffee, worlds: [zero, broken] }, MEASURES)).toContain("DOES NOT BALANCE");
});

test("outcome ranges come with room or on request", () => {
  expect(groupTable(coffee, MEASURES)).not.toContain("outcomes 42.1 to 44.1");
  expect(groupTable(coffee, MEASURES, { detail: true })).toContain("outcomes 42.1 to 44.1");
  expect(groupTable(coffee, MEASURES, { width: 140 })).toContain("outcomes 42.1 to 44.1");
});

describe.each(Object.entries(EDGES))("%s", (_, make) => {
  test.each([100, 110, 120])("fits %i columns, and holds no control character", (width) => {
    const text = groupTable(make(), MEASURES, { width, detail: true });
    expect(longest(text)).toBeLessThanOrEqual(width);
    expect(text).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  });
});

test("more worlds than fit stand in several tables, each with the reference", () => {
  const text = groupTable((EDGES["eight worlds"] ?? (() => coffee))(), MEASURES);
  expect(text.match(/\(reference\)/g)).toHaveLength(4);
});

test("style marks text and changes no layout", () => {
  const style = {
    dim: (text: string) => `\u001b[2m${text}\u001b[22m`,
    bold: (text: string) => `\u001b[1m${text}\u001b[22m`,
  };
  for (const each of realistic().groups) {
    const marked = groupTable(each, MEASURES, { style });
    expect(marked).toContain("\u001b[2m");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what is taken out are control sequences
    expect(marked.replace(/\u001b\[\d+m/g, "")).toBe(groupTable(each, MEASURES));
  }
});
