import { describe, expect, it } from "vitest";
import { inOrder } from "#tenure/scenario/located.js";
import { override } from "#tenure/scenario/override.js";
import { bad, good, thrown } from "./memory.ts";
import { BASELINE, CARD, GOLD, STARS } from "./samples.ts";

describe("what a message says", () => {
  it("names columns, and the file of a chain that wrote the value", async () => {
    const issues = await bad(STARS.replace("share: 0.6", "share: 1.6"), {
      "baseline.yaml": BASELINE.replace("size: 2357", "size: many"),
    });
    expect(issues.map(({ file, line, column, path }) => [file, line, column, path])).toEqual(
      expect.arrayContaining([
        ["baseline.yaml", 6, 9, "customerBase.size"],
        ["it.yaml", 6, 23, "program.enrolment.share"],
      ]),
    );
    expect(issues).toHaveLength(2);
  });

  it("says nothing else of a map whose kind is unknown, and everything when it is missing", async () => {
    const wrong = await bad(STARS.replace("kind: points", "kind: stamps").replace("share: 0.6", "share: 6"));
    expect(wrong.map(({ path }) => path)).toEqual(["program.kind"]);
    const missing = await bad(STARS.replace("kind: points", "launchMonth: 0").replace("share: 0.6", "share: 6"));
    expect(missing.map(({ path }) => path).sort()).toEqual(["program.enrolment.share", "program.kind"]);
  });

  it("takes a misspelt kind for what is nearest, names it, and looks at the rest as that kind", async () => {
    const wrong = STARS.replace("kind: points", "kind: point").replace("share: 0.6", "share: 6");
    const issues = await bad(
      wrong.replace("name: Sandwich", "name: Coffee").replace("rewards:", "card: {}\n  rewards:"),
    );
    expect(inOrder(issues).map(({ path, cure }) => [path, cure])).toEqual([
      ["program.kind", "did you mean `points`?"],
      ["program.enrolment.share", "write 0.06"],
      ["program.card", "remove it: `card` belongs to kind `stampCard`, this is of kind `points`"],
      ["program.rewards[1].name", "rename one of the two"],
    ]);
    const over = "schema: 1\nname: Over\nextends: stars.yaml\nprogram: { kind: Points, earn: { pointsPerUnit: -1 } }\n";
    const inherited = await bad(over, { "baseline.yaml": BASELINE, "stars.yaml": STARS });
    expect(inherited.map(({ path }) => path).sort()).toEqual(["program.earn.pointsPerUnit", "program.kind"]);
  });

  it("says of a file whose base is missing everything that no base could mend", async () => {
    const text = STARS.replace("baseline.yaml", "nowhere.yaml")
      .replace("name: Stars\n", "")
      .replace("kind: points", "launchMonth: 700");
    const issues = await bad(text.replace("name: Sandwich", "name: Coffee").replace(", faceValue: 3.25", ""));
    expect(issues.map(({ path }) => path).sort()).toEqual([
      ...["extends", "name", "program.launchMonth", "program.rewards[0].faceValue", "program.rewards[1].name"],
    ]);
  });

  it.each([
    ["unitCost: 0.70", "cost: 0.70", "unitCost"],
    ["faceValue: 3.25", "value: 3.25", "faceValue"],
    ["pointsPerUnit: 2", "rate: 2", "pointsPerUnit"],
    ["pointsPerUnit: 2", "pointsPerUnit: 2, bonus: 5", "signUpPoints"],
    ["share: 0.6", "rate: 0.6", "share"],
    ["selection: strong", "delay: 3", "delayDays"],
  ])("for %s written as %s means the key of the same map", async (right, wrong, key) => {
    const issues = await bad(STARS.replace(right, wrong));
    expect(issues.map(({ cure }) => cure)).toContain(`did you mean \`${key}\`?`);
  });

  it("knows that stamps given are a head start", async () => {
    const [issue, ...more] = await bad(CARD.replace("headStart: 2", "given: 2"));
    expect([issue?.path, issue?.cure, more]).toEqual(["program.card.given", "did you mean `headStart`?", []]);
  });

  it("shows where an unknown key belongs", async () => {
    const [issue] = await bad(STARS.replace("kind: points", "kind: points\n  faceValue: 3"));
    expect(issue?.cure).toBe("it belongs under `program.rewards[]`");
    const [top] = await bad(STARS.replace("kind: points", "kind: points\n  horizon: 3"));
    expect(top?.cure).toBe("it belongs at the top level");
  });

  it("shows both places of a key that has two, of the kind there is", async () => {
    const [issue] = await bad(GOLD.replace("kind: points", "kind: points\n  discount: 0.1"));
    expect(issue?.cure).toBe("it belongs under `program.tiers.levels[]` or under `program.response`");
    const [other] = await bad(CARD.replace("kind: stampCard", "kind: stampCard\n  discount: 0.1"));
    expect(other?.cure).toBe("it belongs under `program.response`");
  });

  it("says of what kind a key is that another kind would take", async () => {
    const [attrition] = await bad(GOLD.replace("shape: 0.6, rate: 12", "shape: 0.6, rate: 12, everyMonths: 3"));
    expect(attrition).toMatchObject({
      path: "customerBase.attrition.everyMonths",
      expected: "`kind`, `shape` or `rate`",
      cure: "remove it: `everyMonths` belongs to kind `atRenewal`, this is of kind `overTime`",
    });
    const [reward] = await bad(STARS.replace("rewards:", "reward:"));
    expect(reward?.cure).toBe("add `rewards`: each entry begins with a dash");
    const issues = await bad(STARS.replace("rewards:", "reward: {}\n  rewards:"));
    expect(issues.map(({ path, cure }) => [path, cure])).toEqual([
      ["program.reward", "did you mean `rewards`: `reward` belongs to kind `stampCard`, this is of kind `points`"],
    ]);
  });

  it("takes a map that does not say its kind for the kind most of it belongs to", async () => {
    const issues = await bad(CARD.replace("kind: stampCard", "launchMonth: 0").replace("stamps: 12", "stamps: 0"));
    expect(issues.map(({ path }) => path).sort()).toEqual(["program.card.stamps", "program.kind"]);
    const mixed = await bad(CARD.replace("kind: stampCard", "rewards: []"));
    expect(mixed.map(({ path }) => path)).toEqual(["program.kind"]);
  });

  it("says everything that is wrong with a season, and prints it right", async () => {
    const season = async (list: string) => {
      const text = BASELINE.replace("timeUnit: week", `timeUnit: week\n  season: ${list}`);
      return (await bad(text)).map(({ path, line, cure }) => [path, line, cure]);
    };
    expect(await season("[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, x]")).toEqual([
      ["customerBase.season", 8, "write twelve numbers in square brackets"],
      ["customerBase.season[11]", 8, "write for example 1.2"],
      ["customerBase.season[12]", 8, "write for example 1.2"],
    ]);
    expect(await season("[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2]")).toEqual([
      [
        "customerBase.season",
        8,
        "write [0.9231, 0.9231, 0.9231, 0.9231, 0.9231, 0.9231, 0.9231, 0.9231, 0.9231, 0.9231, 0.9231, 1.8459]",
      ],
    ]);
    expect((await season("[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]"))[0]?.[2]).toMatch(/above 0/);
    expect((await season("christmas"))[0]?.[2]).toMatch(/twelve numbers/);
    expect((await season("[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 to 2]"))[0]?.[2]).toMatch(/one number/);
  });

  it("cures a season with one that is right", async () => {
    const uneven = "[3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8.97]";
    const text = (list: string): string => BASELINE.replace("timeUnit: week", `timeUnit: week\n  season: ${list}`);
    const [issue] = await bad(text(uneven));
    expect((await good(text(issue?.cure.replace("write ", "") ?? ""))).scenario.customerBase.season[5]).toBeCloseTo(
      (9 / 52.97) * 12,
      3,
    );
  });

  it("reads percent in yearly growth, up and down", async () => {
    const growth = async (text: string) => (await bad(GOLD.replace("-0.02 to 0.03", text)))[0]?.cure;
    expect(await growth("3")).toBe("write 0.03");
    expect(await growth("-5")).toBe("write -0.05");
    expect(await growth("3 %")).toBe("write 0.03, without quotes, separators or units");
    expect(await growth("-1")).toBe("write for example 0");
  });

  it("points into newcomers by month", async () => {
    const issues = await bad(GOLD.replace("[10, 10, 10,", "[10, 2.5, ten,"));
    expect(issues.map(({ path, line, cure }) => [path, line, cure])).toEqual([
      ["customerBase.acquisition.perMonth[1]", 9, "write for example 3"],
      ["customerBase.acquisition.perMonth[2]", 9, "write for example 100"],
    ]);
    const [other] = await bad(GOLD.replace(/perMonth: \[.*?\]/, "perMonth: 5 to 10"));
    expect(other?.expected).toBe("a whole number from 0 to 10,000,000, exact, or a list of twelve, January first");
  });

  it("names everything wrong with tiers and types at once", async () => {
    const issues = await bad(
      GOLD.replace("basis: spend", "basis: visits\n    upgrade: soon")
        .replace("from: 0 }", "from: 5, discount: 5 }")
        .replace("name: Silver, from: 200", "name: Basic, from: 1e10")
        .replace("earnMultiplier: 1.5", "earnMultiplier: 1.23456")
        .replace("mix: { price: 0.3, value:", "mix: { prize: 0.3, value: -1, trust:")
        .replace("{ price: { spend: 0.8 } }", "{ price: { spend: 0 }, kim: {} }")
        .replace("loyaltyTypes:", "loyaltyTypes:\n    noise: 0"),
    );
    expect(inOrder(issues).map(({ path, cure }) => [path, cure])).toEqual([
      ["customerBase.loyaltyTypes.noise", "write for example 1"],
      ["customerBase.loyaltyTypes.mix.prize", "did you mean `price`?"],
      ["customerBase.loyaltyTypes.mix.value", "write for example 0"],
      ["customerBase.loyaltyTypes.traits.price.spend", "write for example 0.7"],
      ["customerBase.loyaltyTypes.traits.kim", "did you mean `kin`?"],
      ["program.tiers.basis", "write one of them"],
      ["program.tiers.upgrade", "write one of them"],
      ["program.tiers.levels[0].from", "write 0, or put a tier with `from: 0` before it"],
      ["program.tiers.levels[0].discount", "write 0.05"],
      ["program.tiers.levels[1].name", "rename one of the two"],
      ["program.tiers.levels[1].from", "write for example 1"],
      ["program.tiers.levels[2].earnMultiplier", "write 1.2346"],
    ]);
  });

  it("asks for two tiers, and for points that can be counted", async () => {
    const [few] = await bad(GOLD.replace(/levels:[\s\S]*/, "levels: [{ name: Basic, from: 0 }]"));
    expect(few).toMatchObject({ path: "program.tiers.levels", expected: "a list of 2 to 6", cure: "add one" });
    const [none] = await bad(GOLD.replace(/levels:[\s\S]*/, "levels: []"));
    expect(none?.cure).toBe("add 2");
    const points = await bad(GOLD.replace("basis: spend", "basis: points"));
    expect(points.map(({ path, expected, cure }) => [path, expected, cure])).toEqual([
      ["program.tiers.levels[2].from", "a whole number of points", "write 501"],
    ]);
  });

  it("does not ask tiers for a benefit", async () => {
    const { scenario } = await good(
      GOLD.replace(/levels:[\s\S]*/, "levels: [{ name: A, from: 0 }, { name: B, from: 1 }]"),
    );
    expect(scenario.program).toMatchObject({ tiers: { levels: [{ discount: 0 }, { discount: 0 }] } });
  });

  it("refuses a mix that may come out empty, and takes one that may not", async () => {
    const mix = (text: string): string => GOLD.replace("{ price: 0.3, value: 0.2 to 0.6 }", text);
    expect((await bad(mix("{ price: 0, value: 'choice(0, 1)' }"))).map(({ path }) => path)).toEqual([
      "customerBase.loyaltyTypes.mix",
    ]);
    expect((await bad(GOLD.replace(/ {4}mix:.*\n/, ""))).map(({ path, line }) => [path, line])).toEqual([
      ["customerBase.loyaltyTypes.mix", 10],
    ]);
    await good(mix("{ price: 'uniform(0, 1)' }"));
    // Who is there in some draws and not in others is of no type's share.
    expect((await bad(mix("{ price: 'choice(0, 1)', kin: 1 }"))).map(({ path }) => path)).toEqual([
      "customerBase.loyaltyTypes.mix.price",
    ]);
    await good(mix("{ price: 'choice(0.1, 1)', kin: 0 }"));
  });

  it.each([
    ["'2357'", "write 2357, without quotes, separators or units"],
    ['"2,357"', "write 2357, without quotes, separators or units"],
    ["2357.5", "write for example 2358"],
    ["true", "write for example 100"],
    ["[1]", "write for example 100"],
    [".inf", "write an ordinary number"],
  ])("cures a size of %s", async (written, cure) => {
    const issues = await bad(BASELINE.replace("size: 2357", `size: ${written}`));
    expect(issues.map((issue) => [issue.path, issue.cure])).toEqual([["customerBase.size", cure]]);
  });

  it("refuses keys nobody knows even where they say null, and takes null for a default", async () => {
    const stray = STARS.replace("kind: points", "kind: points\n  teirs: null\n  tiers: null").concat("\nhorizn: ~\n");
    expect((await bad(stray)).map(({ path, cure }) => [path, cure])).toEqual([
      ["program.teirs", "did you mean `tiers`?"],
      ["horizn", "did you mean `horizon`?"],
    ]);
  });

  it("offers the word that switches every channel off", async () => {
    const [issue] = await bad(STARS.replace("kind: points", "kind: points\n  response: false"));
    expect(issue?.cure).toBe("write `off`, or `goalGradient: …` on a line below, indented");
  });

  it("points into a rolling expiry", async () => {
    const issues = await bad(STARS.replace("rolling: 6", "rolling: 241"));
    expect(issues.map(({ path, line, column }) => [path, line, column])).toEqual([["program.expiry.rolling", 8, 22]]);
  });

  it("carries paths in code, and no place", async () => {
    const { scenario } = await good(STARS);
    const issues = thrown(() => override(scenario, { program: { earn: { pointsPerUnit: 1001 } } }));
    expect(issues).toEqual([expect.objectContaining({ file: null, line: null, path: "program.earn.pointsPerUnit" })]);
  });
});
