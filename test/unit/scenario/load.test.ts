import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { InputError } from "#tenure/basics/issues.js";
import { load, loadAll } from "#tenure/disk/load.js";
import { explainScenario } from "#tenure/scenario/explain.js";
import { parseDocument } from "#tenure/scenario/parse.js";
import { resolveScenario } from "#tenure/scenario/resolve.js";
import { thrown } from "./memory.ts";
import { BASELINE, STARS } from "./samples.ts";

const folder = mkdtempSync(join(tmpdir(), "tenure-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
mkdirSync(join(folder, "designs"));
const baseline = file("baseline.yaml", BASELINE);
const stars = file("designs/b-stars.yml", `\ufeff${STARS.replace("baseline.yaml", "../baseline.yaml")}`);
file("designs/a-stars.json", '{ "schema": 1, "name": "Again", "extends": "b-stars.yml" }');
file("designs/_part.yaml", "schema: 1");
file("designs/readme.md", "not a scenario");

async function issuesOf(promise: Promise<unknown>): Promise<readonly string[]> {
  return promise.then(
    () => [],
    (error: unknown) => {
      if (error instanceof InputError) return error.issues.map((issue) => `${issue.file}:${issue.line} ${issue.path}`);
      throw error;
    },
  );
}

describe("load", () => {
  it("reads a file and all it extends, from the folder of each", async () => {
    const loaded = await load(stars);
    const inMemory = resolveScenario([parseDocument(STARS, "stars.yaml"), parseDocument(BASELINE, "baseline.yaml")]);
    expect(loaded.scenario).toEqual(inMemory.scenario);
    expect(loaded.file).toBe(stars);
    expect(loaded.origins("customerBase.size")).toEqual({ file: baseline, line: 6, column: 9 });
  });

  it("takes a folder for the scenario files in it, by name, each once", async () => {
    const loaded = await loadAll([join(folder, "designs"), stars, `${folder}/./baseline.yaml`]);
    expect(loaded.map(({ scenario }) => scenario.name)).toEqual(["Again", "Stars", "Baseline"]);
  });

  it("collects what is wrong in all files, each issue once", async () => {
    const wrong = file("wrong.yaml", BASELINE.replace("months: 24", "months: 0"));
    const child = file("child.yaml", "schema: 1\nname: Child\nextends: wrong.yaml\nnmae: x\n");
    const absent = join(folder, "absent.yaml");
    expect(await issuesOf(loadAll([child, wrong, absent, folder]))).toEqual([
      `${absent}:null `,
      `${child}:4 nmae`,
      `${wrong}:4 horizon.months`,
    ]);
  });

  it("refuses a folder where one file is meant", async () => {
    expect(await issuesOf(load(folder))).toEqual([`${folder}:null `]);
  });

  it.skipIf(!existsSync("/dev/zero"))("refuses a device, which has no end", async () => {
    await expect(load("/dev/zero")).rejects.toThrow(/a device, or a pipe, without an end/);
  });
});

describe("resolveScenario", () => {
  it("throws every issue in the order of files and lines", () => {
    const issues = thrown(() =>
      resolveScenario([
        parseDocument(`${STARS}x: 1\n`, "b.yaml"),
        parseDocument(BASELINE.replace("week", "eon"), "a.yaml"),
      ]),
    );
    expect(issues.map((issue) => [issue.file, issue.line])).toEqual([
      ["a.yaml", 7],
      ["b.yaml", 15],
    ]);
  });
});

describe("explainScenario", () => {
  it("shows every leaf with its value, source and origin, reward by reward", async () => {
    const rows = explainScenario(resolveScenario([parseDocument(STARS, "s.yaml"), parseDocument(BASELINE, "b.yaml")]));
    const of = (path: string) => rows.find((row) => row.path === path);
    expect(of("economics.grossMargin")).toMatchObject({
      value: "0.3 to 0.5",
      unit: "share of spend",
      origin: "b.yaml:12",
    });
    expect(of("program.expiry")).toMatchObject({ value: "{ rolling: 6 }", origin: "s.yaml:8" });
    expect(of("program.enrolment.selection")).toMatchObject({ value: "0.3 (strong)", origin: "s.yaml:6" });
    expect(of("program.redemption.probability")).toMatchObject({ value: "0.5", origin: "default" });
    expect(of("program.response.goalGradient")?.source).toContain("Kivetz");
    expect(rows.map(({ path }) => path).filter((path) => path.startsWith("program.rewards"))).toEqual(
      [0, 1].flatMap((i) =>
        ["name", "points", "faceValue", "unitCost", "replaces", "aim"].map((key) => `program.rewards[${i}].${key}`),
      ),
    );
  });

  it("leaves the program out when there is none", () => {
    const rows = explainScenario(resolveScenario([parseDocument(BASELINE, "b.yaml")]));
    expect(rows.at(-1)?.path).toBe("economics.discountRate");
  });
});
