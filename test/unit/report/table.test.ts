import { describe, expect, test } from "vitest";
import { groupTable } from "#tenure/report/table.js";
import type { WorldFindings } from "#tenure/study/findings.js";
import { EDGES } from "../../support/edges.ts";
import { estimate, GOLD, group, realistic, rich, STARS } from "../../support/findings.ts";
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
  test.each([100, 120])("fits %i columns, and holds no control character", (width) => {
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

const full = rich(coffee);

test("types, tiers and cohorts in a sentence each, nothing where there are none", () => {
  const text = groupTable(full, MEASURES, { width: 400 });
  expect(text).toContain(
    "By loyalty type, Stars, 1 % back gains with ‘incentive’ (+$3.36 of CLV per customer), ‘latent’ (+$1.54), ‘trust’ (+$0.56) and 2 more types " +
      "and loses on ‘price’ (−$1.26), ‘value’ (−$0.70) and ‘kin’ (−$0.28); of ‘none’ it cannot be told.",
  );
  expect(text).toContain(
    "Gold card, 5 % back spends most on Gold: 15.4 % of member-months over the horizon, 40.0 % of rewards, perks and discounts; " +
      "a member who holds it costs $8.10 a year and brings $64.00 of margin.",
  );
  expect(text).toContain(
    "a newcomer is worth $26.90 in the first 12 months, +$2.80 [+2.70, +2.90] against No program.",
  );
  expect(groupTable(coffee, MEASURES)).not.toMatch(/loyalty type|newcomer|tier/);
});

test("what cannot be told from 0 is said to be so", () => {
  const unsure = (world: WorldFindings): WorldFindings => ({
    ...world,
    types: world.types.map((row) => ({
      ...row,
      findings: { typeClvUplift: { level: estimate(0.1, 0.2), difference: null, probabilityBetter: 0.6 } },
    })),
  });
  const text = groupTable({ ...full, worlds: full.worlds.map(unsure) }, MEASURES, { width: 400 });
  expect(text).toContain("By loyalty type, no CLV uplift of Stars, 1 % back can be told from 0 with these replicates.");
});

test("tables by type and tier come on request, and share their columns over several where a line is short", () => {
  expect(groupTable(full, MEASURES)).not.toContain("│ loyalty type");
  const wide = groupTable(full, MEASURES, { detail: true, width: 400 });
  const heads = wide.split("\n").filter((line) => line.includes("│ loyalty type"));
  expect(heads).toHaveLength(3);
  expect(heads[1]).toMatch(/customers.*retention 12.*purchases.*spend.*CLV.*CLV uplift.*members.*reward cost/);
  expect(wide).toMatch(
    /│ tier +│ +members │ +purchases │ +spend │ +margin │ +rewards │ +perks │ +discounts │ share of cost │/,
  );
  const narrow = groupTable(full, MEASURES, { detail: true, width: 100 });
  expect(narrow.match(/│ loyalty type/g)?.length ?? 0).toBeGreaterThan(3);
  expect(longest(narrow)).toBeLessThanOrEqual(100);
});

test("forfeited points have a column and a place in the balance where any were", () => {
  const text = groupTable((EDGES["points forfeited"] ?? (() => coffee))(), MEASURES, { width: 300 });
  expect(text).toMatch(/│ +expired │ +forfeited │ +closing │/);
  expect(text).toMatch(/expired \+ [\d,]+ forfeited \+ [\d,]+ closing; difference 0/);
  expect(groupTable(coffee, MEASURES)).not.toContain("forfeited");
});

test("discounts have a column by cause, and a sentence that says who got them for nothing", () => {
  const generous = (world: WorldFindings): WorldFindings => ({
    ...world,
    causes: world.causes.map((row) => ({
      ...row,
      discount: row.cause === "kept" ? 3000 : row.cause === "lifted" ? 1000 : 0,
    })),
  });
  const text = groupTable({ ...coffee, worlds: coffee.worlds.map(generous) }, MEASURES, { width: 200 });
  expect(text).toMatch(/│ share of cost │ discounts │/);
  expect(text).toContain("75.0 % of the $4,000 taken off prices by tiers went to purchases made anyway (kept).");
  expect(groupTable(coffee, MEASURES, { width: 200 })).not.toContain("discounts");
});

const firstTypes = (uplifts: readonly number[]): string => {
  const [zero, stars] = full.worlds;
  const types = stars.types.slice(0, uplifts.length).map((row, at) => ({
    ...row,
    findings: { typeClvUplift: { level: estimate(uplifts[at], 0.1), difference: null, probabilityBetter: null } },
  }));
  return groupTable({ ...full, worlds: [zero, { ...stars, types }] }, MEASURES, { width: 400 });
};

test("a design that loses on every type is said to do so, and a fourth type is named rather than counted", () => {
  expect(firstTypes([-1, -3, -2])).toContain(
    "Stars, 1 % back loses on every type, most on ‘inertia’ (−$3.00 of CLV per customer).",
  );
  expect(firstTypes([-1, -3, -2, -4, 0])).toContain("‘inertia’ (−$3.00), ‘price’ (−$2.00) and ‘monopoly’ (−$1.00);");
});

test("newcomers are said beside the customers of day one", () => {
  expect(groupTable(full, MEASURES, { width: 200 })).toContain(
    "120,000 customers on day one, 86,400 join later; 20,000 simulated in each replicate, newcomers in proportion · 36 months",
  );
});

test("who counts as a member is said where there are any", () => {
  expect(groupTable(coffee, MEASURES, { width: 400 })).toContain(
    "Members: everybody whose membership stands, those who have silently left among them.",
  );
  expect(groupTable(group("Alone", []), MEASURES)).not.toContain("Members:");
});

test("outcome ranges are explained where they stand, and else it is said where they are", () => {
  const narrow = groupTable(coffee, MEASURES).replaceAll("\n", " ");
  expect(narrow).not.toMatch(/outcomes \d/);
  expect(narrow).toContain("Outcome ranges: --detail or report.html.");
  expect(narrow).not.toContain("where one launch may end up");
  const wide = groupTable(coffee, MEASURES, { width: 140 });
  expect(wide).toContain("Outcomes: 5 % to 95 % range of where one launch");
  const uneven = group("Coffee chain", [STARS, GOLD, { ...GOLD, name: "Blue" }, { ...GOLD, name: "Red" }]);
  expect(groupTable(uneven, MEASURES, { width: 130 }).replaceAll("\n", " ")).toContain(
    "Outcomes (of every design: --detail or report.html): 5 %",
  );
});

test("perks are said not to be reward cost", () => {
  const [zero, stars] = coffee.worlds;
  const perkCost = { level: estimate(40_000, 100), difference: null, probabilityBetter: null };
  const perked = { ...stars, findings: { ...stars.findings, perkCost } };
  const said = "Perks, $40.0k, are not reward cost: no purchase earns them.";
  expect(groupTable({ ...coffee, worlds: [zero, perked] }, MEASURES, { width: 400 })).toContain(said);
  expect(groupTable(coffee, MEASURES, { width: 400 })).not.toContain("Perks");
});

test("the trial balance says by what its points become the company's", () => {
  expect(groupTable(coffee, MEASURES, { width: 400 })).toContain(
    "Trial balance, points of the sample over all replicates; × 120,000 / 4,000,000 for the company in one: 0 opening",
  );
});

test("a payback that neither design has is not compared", () => {
  const never = (world: WorldFindings): WorldFindings => {
    const { payback } = world.findings;
    if (payback === undefined) return world;
    const finding = { level: estimate(null, 0), difference: null, probabilityBetter: 0.5 };
    return { ...world, findings: { ...world.findings, payback: finding } };
  };
  const text = groupTable({ ...coffee, worlds: coffee.worlds.map(never) }, MEASURES, { width: 140 });
  expect(text).toContain("never");
  expect(text).not.toContain("never · P");
});
