import { describe, expect, it } from "vitest";
import type { Range } from "#tenure/scenario/range.js";
import { rangesOf, withDrawn } from "#tenure/scenario/ranges.js";
import { bad, good, pointsOf } from "./memory.ts";
import { BASELINE, GOLD, STARS } from "./samples.ts";

async function rangeIn(
  field: "grossMargin" | "costPerPurchase" | "selection" | "q",
  written: string,
): Promise<unknown> {
  if (field === "selection")
    return (await good(STARS.replace("strong", written))).scenario.program?.enrolment.selection;
  if (field === "q") {
    const { spend } = (await good(BASELINE.replace("3.74", written))).scenario.customerBase;
    return spend.kind === "gammaGamma" ? spend.q : null;
  }
  const text = BASELINE.replace("grossMargin: 0.3 to 0.5", `grossMargin: 0.4\n  ${field}: ${written}`);
  const fixed = field === "grossMargin" ? BASELINE.replace("0.3 to 0.5", written) : text;
  return (await good(fixed)).scenario.economics[field];
}

describe("ranges", () => {
  it.each([
    ["grossMargin", "0.3 to 0.5", "interval", [0.3, 0.5], "logitNormal"],
    ["costPerPurchase", "0.3   to 5e1", "interval", [0.3, 50], "lognormal"],
    ["selection", "-0.1 to 0.3", "interval", [-0.1, 0.3], "normal"],
    ["selection", "0.1 to 0.3", "interval", [0.1, 0.3], "normal"],
    ["q", "1.5 to 3", "interval", [1.5, 3], "lognormal"],
    ["costPerPurchase", "triangular( 0, 0, 2 )", "triangular", [0, 0, 2], null],
    ["costPerPurchase", "normal(3, .5)", "normal", [3, 0.5], null],
    ["grossMargin", "beta(2, 8)", "beta", [2, 8], null],
    ["grossMargin", "uniform(0, 1)", "uniform", [0, 1], null],
    ["costPerPurchase", "lognormal(3,0.2)", "lognormal", [3, 0.2], null],
    ["grossMargin", "choice(0.1, 0.1, 0.3)", "choice", [0.1, 0.1, 0.3], null],
  ] as const)("%s: %s", async (field, written, form, args, curve) => {
    expect(await rangeIn(field, `"${written}"`)).toEqual({ form, args, curve, text: written.trim() } satisfies Range);
  });

  it.each([
    "0.3 to",
    "to 0.5",
    "0.3 to 0.5 to 0.6",
    "0.3-0.5",
    "0.4 to 0.4",
    "triangular(0.1, 0.2)",
    "triangular(0.2, 0.2, 0.2)",
    "triangular(0.1, , 0.2)",
    "normal(0.2, 0)",
    "normal(1.2, 0.1)",
    "beta(0, 1)",
    "beta(1, 1, 1)",
    "uniform(0.2, 0.2)",
    "uniform(0.2, 0.1)",
    "uniform(0.2, 1.1)",
    "lognormal(0, 1)",
    "lognormal(0.1, -1)",
    "choice(0.5)",
    "choice(0.5, 2)",
    "choice(0.5, 1e999)",
    "poisson(3)",
    "constructor(1, 2)",
    "normal(normal(0.1, 0.1), 1)",
    "5% to 10%",
    "0 to 0.3",
    "0.3 to 1",
    "",
  ])("refuses %j as a share", async (written) => {
    const issues = await bad(BASELINE.replace("0.3 to 0.5", JSON.stringify(written)));
    expect(issues.map(({ path }) => path)).toEqual(["economics.grossMargin"]);
  });

  it("says how percentages in a range are written", async () => {
    const [issue] = await bad(BASELINE.replace("0.3 to 0.5", "5% to 10 %"));
    expect(issue?.cure).toContain("write 0.05 to 0.1,");
  });

  it("are listed by path in the order of the format", async () => {
    expect(rangesOf((await good(STARS)).scenario).map(({ path, range }) => [path, range.text])).toEqual([
      ["economics.grossMargin", "0.3 to 0.5"],
      ["program.rewards[1].faceValue", "7 to 9"],
      ["program.rewards[1].unitCost", "triangular(2, 3, 4)"],
    ]);
    expect(rangesOf((await good(GOLD)).scenario).map(({ path, range }) => [path, range.text, range.curve])).toEqual([
      ["customerBase.spend.cvWithin", "0.3 to 0.6", "lognormal"],
      ["customerBase.growth.purchaseRate", "-0.02 to 0.03", "normal"],
      ["customerBase.loyaltyTypes.mix.value", "0.2 to 0.6", "lognormal"],
      ["economics.grossMargin", "0.3 to 0.5", "logitNormal"],
      ["program.tiers.levels[2].discount", "0.02 to 0.05", "logitNormal"],
    ]);
    expect(rangesOf((await good(BASELINE.replace("0.3 to 0.5", "0.4"))).scenario)).toEqual([]);
  });

  it("give way to drawn numbers, rounded where the field has a limit of decimals", async () => {
    const { scenario } = await good(STARS.replace("pointsPerUnit: 2", "pointsPerUnit: 1 to 3"));
    const drawn = withDrawn(scenario, (path, range) =>
      path.startsWith("program.earn") ? 1 + 1 / 3 : (range.args[0] ?? 0),
    );
    expect(pointsOf(drawn).earn.pointsPerUnit).toBe(1.333333);
    expect(pointsOf(drawn).rewards[1]).toEqual({ ...pointsOf(scenario).rewards[1], faceValue: 7, unitCost: 2 });
    expect(drawn.economics.grossMargin).toBe(0.3);
    expect(drawn.customerBase).toEqual(scenario.customerBase);
    expect(Object.isFrozen(pointsOf(drawn).rewards)).toBe(true);
    expect(rangesOf(drawn)).toEqual([]);
  });
});
