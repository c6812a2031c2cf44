import { describe, expect, it } from "vitest";
import { override } from "#tenure/scenario/override.js";
import { bad, good, thrown } from "./memory.ts";
import { BASELINE, STARS } from "./samples.ts";

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

  it("shows where an unknown key belongs", async () => {
    const [issue] = await bad(STARS.replace("kind: points", "kind: points\n  faceValue: 3"));
    expect(issue?.cure).toBe("it belongs under `program.rewards[]`");
    const [top] = await bad(STARS.replace("kind: points", "kind: points\n  horizon: 3"));
    expect(top?.cure).toBe("it belongs at the top level");
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
