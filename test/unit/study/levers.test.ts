import { describe, expect, test } from "vitest";
import { InputError, type Issue } from "#tenure/basics/issues.js";
import { load } from "#tenure/disk/load.js";
import type { PointsProgramOf, Quantity, Scenario } from "#tenure/scenario/scenario.js";
import type { Lever } from "#tenure/study/lever.js";
import { leverValues } from "#tenure/study/leverValues.js";
import { atEdgeOf, readLevers } from "#tenure/study/readLevers.js";
import { type Design, sweepDesigns } from "#tenure/study/sweepDesigns.js";

const { scenario: coffee } = await load("scenarios/coffee/stars.yaml");
const { scenario: without } = await load("scenarios/coffee/no-program.yaml");

const designs = (levers: readonly Lever[], scenario: Scenario = coffee): Design[] =>
  sweepDesigns(scenario, readLevers(levers, scenario));

function pointsOf({ program }: Scenario): PointsProgramOf<Quantity> {
  if (program?.kind !== "points") throw new Error("no points program");
  return program;
}

function issuesOf(levers: readonly Lever[], scenario: Scenario = coffee): readonly Issue[] {
  try {
    designs(levers, scenario);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
}

describe("values in words", () => {
  test.each([
    ["0.1..0.5 by 0.1", [0.1, 0.2, 0.3, 0.4, 0.5]],
    ["1..2 by 0.4", [1, 1.4, 1.8]],
    ["100..400 in 4", [100, 200, 300, 400]],
    ["0..1 in 4", [0, 0.333333, 0.666667, 1]],
    ["-1 .. 1 by 1, 5", [-1, 0, 1, 5]],
    ["3,6,never", [3, 6, "never"]],
    ["0.1 to 0.4, triangular(0, 0.1, 0.3), 0.5", ["0.1 to 0.4", "triangular(0, 0.1, 0.3)", 0.5]],
    ["1e2", [100]],
  ])("%s", (text, values) => {
    expect(leverValues(text, 100)).toEqual({ value: values });
  });

  test.each([
    ["", "a value or more"],
    [" , ", "a value or more"],
    ["1..2", "`from..to by step`"],
    ["1..x by 2", "`from..to by step`"],
    ["2..1 by 1", "from the low end"],
    ["1..1 by 1", "from the low end"],
    ["1..2 by 0", "steps above 0"],
    ["1..2 by -1", "steps above 0"],
    ["1..2 in 1", "steps above 0"],
    ["1..2 in 2.5", "steps above 0"],
    ["1..2 by 1e-9", "at most 100 designs"],
    ["1..2 in 101", "at most 100 designs"],
  ])("%j is refused", (text, words) => {
    const read = leverValues(text, 100);
    expect("words" in read ? read.words.expected : "taken").toContain(words);
  });
});

describe("paths", () => {
  const programOf = (path: string, value: number | string, scenario?: Scenario) =>
    designs([{ path, values: [value] }], scenario)[0].scenario.program;

  test("lead to a field, an entry of a list by number or by name, an expiry in either form", () => {
    expect(programOf("program.enrolment.share", 0.3)?.enrolment.share).toBe(0.3);
    const [byNumber, byName] = ["2", "Handcrafted drink"].map((at) => programOf(`program.rewards[${at}].points`, 99));
    expect(byNumber).toEqual(byName);
    expect(programOf("program.rewards[2].points", 99)).toMatchObject({ rewards: { 2: { points: 99 } } });
    expect(programOf("program.expiry.rolling", 9)?.expiry).toEqual({ kind: "rolling", months: 9 });
    expect(programOf("program.expiry.rolling", "never")?.expiry).toEqual({ kind: "never" });
    expect(programOf("program.expiry", "never")?.expiry).toEqual({ kind: "never" });
    const never = { ...coffee, program: programOf("program.expiry", "never") ?? null };
    expect(programOf("program.expiry.rolling", 9, never)?.expiry).toEqual({ kind: "rolling", months: 9 });
  });

  test("a design is what a file that states the value would be, and nothing else differs", () => {
    const [design] = designs([{ path: "program.rewards[0].replaces", values: ["0.1 to 0.2"] }]);
    expect(design.scenario).toMatchObject({ name: "rewards[0].replaces = 0.1 to 0.2", horizon: coffee.horizon });
    const [{ rewards: moved, ...rest }, { rewards: written, ...same }] = [design.scenario, coffee].map(pointsOf);
    expect(rest).toEqual(same);
    expect(moved.slice(1)).toEqual(written.slice(1));
    expect(moved[0]).toEqual({ ...written[0], replaces: expect.objectContaining({ text: "0.1 to 0.2" }) });
  });

  test.each([
    ["customerBase.size", "lived by the same customers", "tenure compare"],
    ["economics.grossMargin", "lived by the same customers", "tenure compare"],
    ["horizon.months", "lived by the same customers", "tenure compare"],
    ["earn.pointsPerUnit", "the path of one value", "`program.earn.pointsPerUnit`"],
    ["program.earn.pointsPerUnti", "the path of one value", "`program.earn.pointsPerUnit`"],
    ["program.rewards[1].faceValeu", "the path of one value", "`program.rewards[1].faceValue`"],
    ["program.rewards", "the path of one value", ""],
    ["program", "the path of one value", "explain"],
    ["", "the path of one value", "explain"],
    ["program.rewards[7].points", "by number, 0 to 4, or by name: `Customisation`", "name one of them"],
    ["program.rewards[Handcrafted drnk].points", "by name", "`Handcrafted drink`"],
    ["program.__proto__.x", "the path of one value", ""],
  ])("%j is refused with a cure", (path, expected, cure) => {
    const [issue, ...more] = issuesOf([{ path, values: [1] }]);
    expect([issue?.path, more]).toEqual([path, []]);
    expect(issue.expected).toContain(expected);
    expect(issue.cure).toContain(cure);
  });

  test("lead to tiers by name, and to the card of another kind of program", async () => {
    const { scenario: fashion } = await load("scenarios/fashion/tier-perks.yaml");
    const { scenario: shop } = await load("scenarios/corner-shop/ten-stamps.yaml");
    const [byName, byNumber] = ["Gold", "2"].map((at) => programOf(`program.tiers.levels[${at}].from`, 700, fashion));
    expect(byName).toEqual(byNumber);
    expect(byName).toMatchObject({ tiers: { levels: { 2: { name: "Gold", from: 700 }, 3: { from: 1200 } } } });
    expect(programOf("program.card.stamps", 8, shop)).toMatchObject({ kind: "stampCard", card: { stamps: 8 } });
    expect(issuesOf([{ path: "program.card.stamps", values: [8] }])[0].expected).toContain("this scenario has");
    const crossed = issuesOf([{ path: "program.tiers.levels[Silver].from", values: [100, 600, 900] }], fashion);
    expect(crossed.length).toBeGreaterThan(0);
    for (const { got } of crossed) expect(got).toMatch(/with program\.tiers\.levels\[Silver\]\.from = (600|900)$/);
  });

  test("a scenario without a program has no levers", () => {
    const earn = { path: "program.earn.pointsPerUnit", values: [1] };
    const issues = issuesOf(
      [earn, { path: "program.expiry.rolling", values: [0] }, { path: "nowhere", values: [] }],
      without,
    );
    expect(issues.map(({ path, got }) => [path, got])).toEqual([["program", '"Coffee, no program", which has none']]);
  });
});

describe("levers together", () => {
  test("a number at the end of what was tried is at the edge, a word or the end of what a file may say is not", () => {
    const earn = { path: "program.earn.pointsPerUnit", values: [0, 1, 2, 4] };
    const read = readLevers([earn, { path: "program.expiry.rolling", values: "3, 6, never" }], coffee);
    expect(atEdgeOf(read, [4, 3])).toEqual(["program.earn.pointsPerUnit", "program.expiry.rolling"]);
    for (const inside of [
      [0, 6],
      [1, "never"],
      [2, 6],
    ])
      expect(atEdgeOf(read, inside)).toEqual([]);
    expect(atEdgeOf(readLevers([{ ...earn, values: [4] }], coffee), [4])).toEqual([]);
    expect(atEdgeOf(readLevers([{ ...earn, values: "0.5..2 by 0.5" }], coffee), [0.5])).toEqual([earn.path]);
  });

  test("every combination once, from low to high whatever their order", () => {
    const names = (one: (number | string)[], other: (number | string)[]): string[] =>
      designs([
        { path: "program.earn.pointsPerUnit", values: one },
        { path: "program.expiry.rolling", values: other },
      ]).map(({ scenario }) => scenario.name);
    const all = names([1, 2, 10], [3, 6, "never"]);
    expect(all).toHaveLength(9);
    expect(new Set(all).size).toBe(9);
    expect(all[2]).toBe("earn.pointsPerUnit = 1, expiry.rolling = never");
    expect(names([10, 1, 2], ["never", 3, 6])).toEqual(all);
  });

  test("everything wrong at once: each value with its lever, what was expected and the cure", () => {
    const issues = issuesOf([
      { path: "program.earn.pointsPerUnit", values: [-1, 1, 2000] },
      { path: "program.rewards[Salad or sandwich].points", values: [0, 100, 1.5] },
    ]);
    expect(issues.map(({ path, got }) => [path, got])).toEqual([
      ["program.earn.pointsPerUnit", "-1"],
      ["program.rewards[Salad or sandwich].points", "0"],
      ["program.rewards[Salad or sandwich].points", "1.5"],
      ["program.earn.pointsPerUnit", "2000"],
    ]);
    for (const { expected, cure } of issues) expect([expected, cure]).toEqual([expect.any(String), expect.any(String)]);
  });

  test("values that are wrong only together are named together", () => {
    const issues = issuesOf([
      { path: "program.rewards[0].name", values: ["Brewed coffee or bakery item", "Cup"] },
      { path: "program.rewards[2].points", values: [100, 200] },
    ]);
    expect(issues).toHaveLength(1);
    expect(issues[0].got).toContain("with program.rewards[0].name = Brewed coffee or bakery item");
    expect(issues[0].got).not.toContain("points =");
  });

  test.each([
    [[], "1 to 2 levers"],
    [["a", "b", "c"].map((key) => ({ path: `program.${key}`, values: [1] })), "1 to 2 levers"],
    [
      [
        { path: "program.rewards[2].points", values: [1] },
        { path: "program.rewards[Handcrafted drink].points", values: [2] },
      ],
      "every lever once",
    ],
    [[{ path: "program.earn.pointsPerUnit", values: [1, 2, 1] }], "every value of a lever once"],
    [[{ path: "program.earn.pointsPerUnit", values: [] }], "a value or more"],
    [
      [
        { path: "program.earn.pointsPerUnit", values: "1..40 by 1" },
        { path: "program.expiry.rolling", values: "1..11 by 1" },
      ],
      "at most 400 designs",
    ],
  ] as const)("%j", (levers, words) => {
    expect(issuesOf(levers).map(({ expected }) => expected)).toContainEqual(expect.stringContaining(words));
  });
});
