import { describe, expect, it } from "vitest";
import { inPathOrder, pairsIn } from "#tenure/scenario/correlation.js";
import { diffScenarios } from "#tenure/scenario/diff.js";
import { explainScenario } from "#tenure/scenario/explain.js";
import { override } from "#tenure/scenario/override.js";
import { bad, good, thrown } from "./memory.ts";
import { BASELINE, LINKED } from "./samples.ts";

const MATRIX = "[[1, 0.8, -0.2], [0.8, 1, 0.1], [-0.2, 0.1, 1]]";

/** What is said of LINKED with another matrix or number for its first group. */
async function cures(correlation: string): Promise<string[]> {
  return (await bad(LINKED.replace(MATRIX, correlation))).map(({ path, cure }) => `${path}: ${cure}`);
}

describe("correlations of a file", () => {
  it("say everything that is wrong with them at once, with its line", async () => {
    const text = LINKED.replace("- customerBase.attrition.a", "- customerBase.attrition.c")
      .replace("economics.grossMargin, ", "")
      .replace("[customerBase.growth.purchaseRate, economics.grossMargin]", "[economics.grossMargin]")
      .replace("correlation: 0.5", "correlation: -1");
    const issues = (await bad(text)).map(({ path, line, cure }) => [path, line, cure]);
    expect(issues).toEqual([
      ["correlations[1].inputs", 18, "add one"],
      ["correlations[1].correlation", 18, "write -0.99; of inputs that move together wholly one is enough"],
      ["correlations[0].inputs[2]", 16, "did you mean `customerBase.attrition.a`?"],
    ]);
  });

  it("are refused where numbers are none, or the matrix is none", async () => {
    expect(await cures("80 %")).toEqual(["correlations[0].correlation: write 0.8"]);
    expect(await cures("[0.5]")).toEqual([
      "correlations[0].correlation: write a row and a column for each input, in the order of `inputs`",
    ]);
    expect(await cures("[[1, 0.5], [0.5, 1]]")).toEqual([
      "correlations[0].correlation: write a row and a column for each input, in the order of `inputs`",
    ]);
    expect(await cures("[[1, 2, 0], [x, 1, 0], [0, 0, 0]]")).toEqual([
      "correlations[0].correlation[0][1]: write 0.02",
      "correlations[0].correlation[1][0]: write a number between, as 0.6 or -0.3",
      "correlations[0].correlation[2][2]: write 1",
    ]);
  });

  it("cure what cannot hold with numbers that can", async () => {
    expect(await cures("-0.5")).toEqual(["correlations[0].correlation: write more than -0.5, or a matrix"]);
    await good(LINKED.replace(MATRIX, "-0.49"));
    const [cure = ""] = await cures("[[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]]");
    expect(cure).toMatch(/multiply every correlation by 0\.55 or less/);
    await good(LINKED.replace(MATRIX, cure.split("or less: ")[1] ?? ""));
    const [singular = ""] = await cures("[[1, 0.6, 0.8], [0.6, 1, 0], [0.8, 0, 1]]");
    await good(LINKED.replace(MATRIX, singular.split("or less: ")[1] ?? ""));
  });

  it("take nearly perfect ones, and 0", async () => {
    await good(LINKED.replace(MATRIX, "[[1, 0.99999, 0], [0.99999, 1, 0], [0, 0, 1]]"));
    await good(LINKED.replace(MATRIX, "0"));
  });

  it("hold of no program where there is none, and are asked for ranges where there is one", async () => {
    const path = "program.response.goalGradient";
    const text = LINKED.replace("economics.grossMargin]", `${path}]`);
    await good(text);
    expect((await bad(text.replace(path, "program.response.goalGradint"))).map(({ cure }) => cure)).toHaveLength(1);
    const program =
      "program: { kind: stampCard, enrolment: { share: 0.5 }, reward: { name: Tea, faceValue: 2, unitCost: 1 }, card: { stamps: 9 }";
    expect((await bad(`${text}${program} }\n`)).map(({ path: at }) => at)).toEqual(["correlations[1].inputs[1]"]);
    await good(`${text}${program}, response: { goalGradient: 0.1 to 0.3 } }\n`);
  });

  it("are replaced as a list, and taken back with null", async () => {
    const over = "schema: 1\nname: Over\nextends: linked.yaml\n";
    const { loadText } = await import("./memory.ts");
    const files = { "baseline.yaml": BASELINE, "linked.yaml": LINKED };
    const load = async (own: string) => {
      const loaded = await loadText({ ...files, "it.yaml": `${over}${own}` }, "it.yaml");
      return "scenario" in loaded ? loaded.scenario.correlations : loaded;
    };
    expect(await load("")).toHaveLength(2);
    expect(await load("correlations: null\n")).toEqual([]);
    expect(await load("correlations: []\n")).toEqual([]);
    const inputs = ["economics.grossMargin", "customerBase.attrition.a"];
    expect(await load(`correlations: [{ inputs: [${inputs.join(", ")}], correlation: -0.3 }]\n`)).toEqual([
      { inputs, correlation: -0.3 },
    ]);
    const { scenario } = await good(LINKED);
    expect(override(scenario, { correlations: [{ inputs, correlation: -0.3 }] }).correlations).toHaveLength(1);
    expect(override(scenario, { name: "Same" }).correlations).toEqual(scenario.correlations);
    const [issue] = thrown(() => override(scenario, { economics: { grossMargin: 0.4 } }));
    expect(issue?.path).toBe("correlations[1].inputs[1]");
  });

  it("are explained with their place", async () => {
    const rows = explainScenario(await good(LINKED)).filter(({ path }) => path.startsWith("correlations"));
    expect(rows.map(({ path, value, origin }) => [path, value, origin])).toEqual([
      [
        "correlations[0].inputs",
        "[customerBase.purchaseRate.shape, customerBase.purchaseRate.rate, customerBase.attrition.a]",
        "it.yaml:13",
      ],
      ["correlations[0].correlation", MATRIX, "it.yaml:17"],
      ["correlations[1].inputs", "[customerBase.growth.purchaseRate, economics.grossMargin]", "it.yaml:18"],
      ["correlations[1].correlation", "0.5", "it.yaml:18"],
    ]);
  });
});

describe("two scenarios", () => {
  it("differ pair by pair, however groups are cut and ordered", async () => {
    const linked = await good(LINKED);
    const inputs = ["economics.grossMargin", "customerBase.growth.purchaseRate"];
    const [first] = linked.scenario.correlations;
    if (first === undefined) throw new Error("expected a group");
    const turned = override(linked.scenario, { correlations: [{ inputs, correlation: 0.5 }, first] });
    expect(diffScenarios(linked, turned)).toEqual([]);
    const other = override(linked.scenario, { correlations: [{ inputs, correlation: 0.4 }] });
    expect(diffScenarios(linked, other).map(({ path, a, b }) => [path, a?.value, b?.value, a?.origin])).toEqual([
      ["correlations[customerBase.attrition.a, customerBase.purchaseRate.rate]", "0.1", undefined, "it.yaml:17"],
      ["correlations[customerBase.attrition.a, customerBase.purchaseRate.shape]", "-0.2", undefined, "it.yaml:17"],
      ["correlations[customerBase.growth.purchaseRate, economics.grossMargin]", "0.5", "0.4", "it.yaml:18"],
      ["correlations[customerBase.purchaseRate.rate, customerBase.purchaseRate.shape]", "0.8", undefined, "it.yaml:17"],
    ]);
  });
});

describe("the order of a group", () => {
  it("is that of its paths, with the matrix turned alongside", () => {
    const matrix = [
      [1, 0.1, 0.2],
      [0.1, 1, 0.3],
      [0.2, 0.3, 1],
    ];
    const written = [
      { inputs: ["z", "y"], correlation: 0.7 },
      { inputs: ["c", "a", "b"], correlation: matrix },
    ];
    const [first, second] = inPathOrder(written, () => true);
    expect(first?.inputs).toEqual(["a", "b", "c"]);
    expect(first?.correlation).toEqual([
      [1, 0.3, 0.1],
      [0.3, 1, 0.2],
      [0.1, 0.2, 1],
    ]);
    expect(second?.inputs).toEqual(["y", "z"]);
    expect(inPathOrder(written, (path) => path !== "z" && path !== "b").map(({ inputs }) => inputs)).toEqual([
      ["a", "c"],
    ]);
    expect(pairsIn(written, () => true)).toHaveLength(4);
  });
});
