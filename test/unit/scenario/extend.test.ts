import { describe, expect, it } from "vitest";
import type { Issue } from "#tenure/basics/issues.js";
import type { LoadedScenario } from "#tenure/scenario/resolve.js";
import { bad, good, loadText, pointsOf } from "./memory.ts";
import { BASELINE, STARS } from "./samples.ts";

/** Loads a file that extends the stars. */
async function over(text: string): Promise<LoadedScenario | readonly Issue[]> {
  const files = { "baseline.yaml": BASELINE, "stars.yaml": STARS };
  return loadText({ ...files, "it.yaml": `schema: 1\nname: It\nextends: stars.yaml\n${text}` }, "it.yaml");
}

async function goodOver(text: string): Promise<LoadedScenario> {
  const loaded = await over(text);
  if (!("scenario" in loaded)) throw new Error(JSON.stringify(loaded));
  return loaded;
}

describe("extends", () => {
  it("merges maps by key, through several files", async () => {
    const { scenario, file, origins } = await goodOver("program: { earn: { signUpPoints: 50 } }");
    expect(pointsOf(scenario).earn).toEqual({ pointsPerUnit: 2, rounding: "floor", signUpPoints: 50 });
    expect(scenario.customerBase.size).toBe(2357);
    expect(file).toBe("it.yaml");
    expect(origins("program.earn.signUpPoints")).toEqual({ file: "it.yaml", line: 4, column: 34 });
    expect(origins("program.earn.pointsPerUnit")).toEqual({ file: "stars.yaml", line: 7, column: 26 });
    expect(origins("customerBase.size")).toEqual({ file: "baseline.yaml", line: 6, column: 9 });
    expect(origins("program.earn.rounding")).toBe("default");
    expect(origins("no.such[3].path")).toBe("default");
  });

  it("replaces lists and values", async () => {
    const { scenario } = await goodOver(
      "program: { expiry: never, rewards: [{ name: Tea, points: 50, faceValue: 2, unitCost: 1 }] }",
    );
    expect(pointsOf(scenario).rewards.map(({ name }) => name)).toEqual(["Tea"]);
    expect(scenario.program?.expiry).toEqual({ kind: "never" });
    const rolling = await goodOver("program: { expiry: { rolling: 3 } }");
    expect(rolling.scenario.program?.expiry).toEqual({ kind: "rolling", months: 3 });
  });

  it("returns to the default on null, and to no program", async () => {
    const { scenario, origins } = await goodOver("program: { expiry: null, enrolment: { selection: } }\nabout: ~");
    expect(scenario.program?.expiry).toEqual({ kind: "never" });
    expect(scenario.program?.enrolment).toEqual({ share: 0.6, selection: 0.1, delayDays: 0 });
    expect(origins("program.expiry")).toBe("default");
    const without = await goodOver("program: null");
    expect(without.scenario).toEqual({ ...(await good(BASELINE)).scenario, name: "It", about: "" });
  });

  it("refuses null where there is no default, at the null", async () => {
    expect(await over("program: { enrolment: { share: null } }")).toEqual([
      expect.objectContaining({
        file: "it.yaml",
        line: 4,
        path: "program.enrolment.share",
        cure: expect.stringContaining("no default"),
      }),
    ]);
  });

  it("starts anew when the kind changes", async () => {
    const files = {
      "baseline.yaml": BASELINE.replace("kind: gammaGamma, p: 6.25, q: 3.74, v: 15.44", "kind: lognormal, mean: 30"),
      "it.yaml":
        "schema: 1\nname: It\nextends: baseline.yaml\ncustomerBase: { spend: { kind: gammaGamma, p: 6, q: 4, v: 15 } }",
    };
    const loaded = await loadText(files, "it.yaml");
    expect("scenario" in loaded && loaded.scenario.customerBase.spend).toEqual({
      kind: "gammaGamma",
      p: 6,
      q: 4,
      v: 15,
    });
    const incomplete = await loadText({ ...files, "it.yaml": files["it.yaml"].replace("p: 6, ", "") }, "it.yaml");
    expect("scenario" in incomplete || incomplete.map(({ path }) => path)).toEqual(["customerBase.spend.p"]);
  });

  it("inherits neither name nor about nor schema", async () => {
    expect((await goodOver("")).scenario.about).toBe("");
    const unnamed = await bad("extends: baseline.yaml");
    expect(unnamed.map(({ path }) => path)).toEqual(["schema", "name"]);
  });

  it("wants a version in every file of the chain", async () => {
    const issues = await bad(STARS, { "baseline.yaml": BASELINE.replace("schema: 1\n", "") });
    expect(issues).toEqual([expect.objectContaining({ file: "baseline.yaml", path: "schema", got: "nothing" })]);
  });

  it("switches every channel off with one word, and a single one on again", async () => {
    const off = await goodOver("program: { response: off }");
    expect(off.scenario.program?.response).toMatchObject({
      goalGradient: 0,
      rewardedBehaviour: 0,
      balanceAtStake: 0,
      halfWorth: 0.04,
    });
    expect(off.origins("program.response.goalGradient")).toMatchObject({ file: "it.yaml", line: 4 });
    const files = {
      "baseline.yaml": BASELINE,
      "off.yaml": STARS.replace("kind: points", "kind: points\n  response: off"),
    };
    const text = "schema: 1\nname: It\nextends: off.yaml\nprogram: { response: { goalGradient: 0.2 } }";
    const on = await loadText({ ...files, "it.yaml": text }, "it.yaml");
    expect("scenario" in on && on.scenario.program?.response).toMatchObject({
      goalGradient: 0.2,
      rewardedBehaviour: 0,
    });
  });

  it("reads names as seen from the file that names them", async () => {
    const files = { "base/b.yaml": BASELINE, "base/c.yaml": STARS.replace("baseline.yaml", "b.yaml") };
    const loaded = await loadText(
      { ...files, "designs/d.yaml": "schema: 1\nname: D\nextends: ../base/c.yaml" },
      "designs/d.yaml",
    );
    expect("scenario" in loaded && pointsOf(loaded.scenario).earn.pointsPerUnit).toBe(2);
  });

  it("reports a cycle over several files, and what is wrong besides", async () => {
    const issues = await bad("schema: 1\nname: It\nextends: other.yaml\nhorizon: { months: 0 }", {
      "other.yaml": "schema: 1\nextends: it.yaml",
    });
    expect(issues.map(({ file, path }) => [file, path])).toEqual([
      ["other.yaml", "extends"],
      ["it.yaml", "horizon.months"],
    ]);
  });
});
