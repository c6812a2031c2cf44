import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { compileConsumer, declarationsFrom } from "../support/consumer.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What a newcomer may write, and below each `@ts-expect-error` what the compiler must refuse. */
const CONSUMER = `
import {
  type Candidate, type Comparison, type CompareOptions, type Estimate, type Issue, type LoadedScenario, type Quantity,
  type Scenario, type ScenarioPatch, type Verdict,
  compare, csvFiles, explainScenario, formatIssue, groupTable, InputError, load, loadAll, override, scenario, verify,
} from "tenure";

const loaded: LoadedScenario = await load("scenarios/cdnow/five-percent-back.yaml");
const design: Scenario = loaded.scenario;
const everything: LoadedScenario[] = await loadAll(["scenarios"]);
const options: CompareOptions = { seed: "launch", replicates: 100, customers: 1000, signal: new AbortController().signal };
const comparison: Comparison = await compare([...everything, { scenario: design, file: null }], options);
const level: Estimate | undefined = comparison.groups[0]?.worlds[0]?.findings.netValue?.level;
const verdicts: Verdict[] = await verify({ scenario: design, file: null }, { customers: 50 });
const text: string = groupTable(comparison.groups[0]!, comparison.measures, { width: 100 });
const names: string[] = csvFiles(comparison).map(({ name }) => name);
const rate: Quantity = design.customerBase.purchaseRate.rate;
const origins: string[] = explainScenario(loaded).map(({ origin }) => origin);
const patch: ScenarioPatch = { program: { expiry: "never", rewards: [{ name: "Cup", points: 10, faceValue: 3, unitCost: "0.5 to 1" }] } };
const generous: Scenario = override(design, { ...patch, name: "Generous", economics: { discountRate: null } });
const without: Scenario = override(design, { program: null });
const first: Issue | undefined = new InputError([]).issues[0];
export { first, generous, level, names, origins, rate, text, verdicts, without };

// Options.
// @ts-expect-error an option that does not exist
await compare(everything, { replicate: 4 });
// @ts-expect-error a number of replicates in words
await compare(everything, { replicates: "many" });
// @ts-expect-error a seed is a text or a number
await compare(everything, { seed: true });
// @ts-expect-error the reference is a name
await compare(everything, { against: 1 });
// @ts-expect-error candidates are a list
await compare(loaded);
// @ts-expect-error a file name is no candidate
await compare(["scenarios/cdnow/five-percent-back.yaml"]);
// @ts-expect-error a candidate says where it came from, null when it was built in code
export const candidate: Candidate = { scenario: design };
// @ts-expect-error loading one file takes one path
await load(["scenarios/cdnow"]);
// @ts-expect-error loading several takes a list
await loadAll("scenarios/cdnow");
// @ts-expect-error an option that does not exist
await verify(loaded, { replicates: 4 });
// @ts-expect-error a table's width is a number
groupTable(comparison.groups[0]!, comparison.measures, { width: "wide" });
// @ts-expect-error a comparison is no group
groupTable(comparison, comparison.measures);
// @ts-expect-error a promise is no comparison
csvFiles(compare(everything));
// @ts-expect-error explaining needs the places, not the scenario alone
explainScenario(design);
// @ts-expect-error an issue has a cure
formatIssue({ file: null, line: null, column: null, path: "", expected: "more", got: "less" });

// Patches.
// @ts-expect-error a key that does not exist
override(design, { nam: "Stars" });
// @ts-expect-error a key that does not exist, further in
override(design, { program: { earn: { pointsPerUnti: 2 } } });
// @ts-expect-error a choice that does not exist
override(design, { customerBase: { timeUnit: "fortnight" } });
// @ts-expect-error a choice that does not exist
override(design, { program: { earn: { rounding: "round" } } });
// @ts-expect-error points lapse never or rolling
override(design, { program: { expiry: "sometimes" } });
// @ts-expect-error rewards are whole: a list replaces
override(design, { program: { rewards: [{ points: 10 }] } });
// @ts-expect-error a number of months in words
override(design, { horizon: { months: "36" } });
// @ts-expect-error a scenario built in code knows the same keys
scenario({ schema: 1, programme: null });
// @ts-expect-error a file is no scenario: it holds one
override(loaded, { name: "Stars" });

// Nothing is any.
// @ts-expect-error a value may be undefined: null
export const value: number = level!.value;
// @ts-expect-error a program may be missing
design.program.rewards;
// @ts-expect-error a quantity may be a range
export const shape: number = design.customerBase.purchaseRate.shape;
// @ts-expect-error a measure may be absent in a world
export const missing: null = comparison.groups[0]!.worlds[0]!.series.retention;
// @ts-expect-error an origin may be the default
loaded.origins("horizon.months").line;
// @ts-expect-error a promise is to be awaited
load("scenarios/cdnow/five-percent-back.yaml").scenario;

// Results are to be read.
// @ts-expect-error readonly
design.name = "Other";
// @ts-expect-error readonly, further in
design.customerBase.purchaseRate.shape = 1;
// @ts-expect-error readonly list
design.program?.rewards.push();
// @ts-expect-error readonly
loaded.file = "elsewhere";
// @ts-expect-error readonly list
comparison.groups.push(comparison.groups[0]!);
// @ts-expect-error readonly, by key
comparison.groups[0]!.worlds[0]!.findings["roi"] = comparison.groups[0]!.worlds[0]!.findings["clv"]!;
// @ts-expect-error readonly
level!.value = 0;
// @ts-expect-error readonly
comparison.groups[0]!.worlds[1]!.trialBalance[0]!.difference = 0;
// @ts-expect-error readonly list
new InputError([]).issues.push();
// @ts-expect-error readonly list
verdicts[0]!.violations.pop();
`;

describe("the public types", () => {
  test.each(["node", "browser"] as const)(
    "refuse what is wrong and nothing else, for a consumer with %s",
    (setting) => {
      expect(compileConsumer(CONSUMER, setting)).toEqual([]);
    },
  );

  test("a refusal that does not come is noticed, and so is one nobody expected", () => {
    const text = `import { load } from "tenure";
// @ts-expect-error this is right
await load("a.yaml");
await load(7);
`;
    expect(compileConsumer(text)).toEqual([
      expect.stringMatching(/^2: Unused '@ts-expect-error' directive/),
      expect.stringMatching(/^4: Argument of type 'number'/),
    ]);
  });
});

describe("the declarations a consumer's compiler reads", () => {
  const files = declarationsFrom("dist/index.d.ts");

  test("name nothing outside this package", () => {
    expect(files.flatMap(({ file, outside }) => outside.map((one) => `${file}: ${one}`))).toEqual([]);
    expect(files.length).toBeGreaterThan(10);
  });

  test("name nothing newer than TypeScript 5.0 knows", () => {
    const generic = /\b(?:Float64|Uint32|Int32|Uint8)Array</;
    expect(files.filter(({ text }) => generic.test(text)).map(({ file }) => file)).toEqual([]);
  });

  test("a leak is found, however it is spelt and however deep", () => {
    const folder = mkdtempSync(join(root, "dist/leaky-"));
    mkdirSync(join(folder, "inner"));
    writeFileSync(join(folder, "index.d.ts"), 'export type { A } from "./inner/a.js";\n');
    writeFileSync(
      join(folder, "inner/a.d.ts"),
      '/// <reference types="node" />\nimport type { z } from "zod";\nexport type A = z.ZodType | import("vega-lite").TopLevelSpec;\n',
    );
    const found = declarationsFrom(relative(root, join(folder, "index.d.ts")));
    rmSync(folder, { recursive: true });
    expect(found.flatMap(({ outside }) => outside).sort()).toEqual(["node", "vega-lite", "zod"]);
  });
});
