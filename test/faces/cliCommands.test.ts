import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { VERSION } from "#tenure/basics/version.js";
import { scenarioJsonSchema } from "#tenure/scenario/jsonSchema.js";
import type { Comparison } from "#tenure/study/findings.js";
import type { Verdict } from "#tenure/study/verify.js";
import { Desk, MAIN } from "../support/cli.ts";

const desk = new Desk();
const QUICK = ["--replicates", "4"];

test("check says of every file what it is, and of a broken one everything wrong with it", async () => {
  const right = await desk.run("check", ".");
  expect(right).toMatchObject({ code: 0, stderr: "" });
  expect(right.stdout).toBe(
    "base.yaml   Base: no program, inputs taken as exact\n" +
      "stars.yaml  Stars: 1 reward, 1 input given as a range\n" +
      "2 scenarios, no issues.\n",
  );
  const json = await desk.run("check", "stars.yaml", "--json");
  expect(JSON.parse(json.stdout)).toEqual({
    scenarios: [{ file: "stars.yaml", name: "Stars", notes: [] }],
    issues: [],
  });
});

test("the build leaves a program the system can start by itself", () => {
  expect(execFileSync(MAIN, ["--version"], { encoding: "utf8" })).toBe(`${VERSION}\n`);
});

test("explain counts what is stated, marks defaults and fits its width", async () => {
  const { code, stdout, stderr } = await desk.run("explain", "stars.yaml");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const [head, words, ...rest] = stdout.split("\n");
  expect(words).toMatch(/^The average customer buys [\d.]+ times a month/);
  const counts = rest.find((line) => line.includes(" inputs: ")) ?? "";
  expect(head).toBe("Stars (stars.yaml)");
  const [inputs, stated, defaults] = [...(counts.match(/\d+/g) ?? [])].map(Number);
  expect(inputs).toBe(stated + defaults);
  expect(stdout.match(/ DEFAULT$/gm)).toHaveLength(defaults);
  expect(stdout.match(/ (stars|base)\.yaml:\d+$/gm)).toHaveLength(stated);
  expect(counts).toContain("1 given as a range: program.rewards[0].replaces");
  expect(stdout.split("\n").filter((line) => [...line].length > 130)).toEqual([]);
  const json = JSON.parse((await desk.run("explain", "stars.yaml", "--json")).stdout);
  expect(json[0].fields.filter(({ origin }: { origin: string }) => origin === "default")).toHaveLength(defaults + 1);
  expect(json[0].ranges).toEqual(["program.rewards[0].replaces"]);
});

test("run prints one scenario against no program", async () => {
  const { code, stdout, stderr } = await desk.run("run", "stars.yaml", ...QUICK);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("No program");
  expect(stdout).toContain("4 replicates");
  expect(stdout).toContain("difference 0.");
});

test("compare takes a reference by name and by file, and all customers or fewer", async () => {
  const byName = await desk.run("compare", ".", ...QUICK, "--against", "Stars", "--customers", "20");
  expect(byName).toMatchObject({ code: 0, stderr: "" });
  expect(byName.stdout).toContain("60 customers, 20 simulated in each replicate");
  expect(await desk.run("compare", ".", ...QUICK, "--against", "./stars.yaml", "--customers", "20")).toMatchObject({
    stdout: byName.stdout,
  });
  expect(byName.stdout).not.toContain("Points redeemed");
  expect((await desk.run("compare", ".", ...QUICK, "--detail")).stdout).toContain("Points redeemed");
});

test("compare --json prints the comparison, every number finite", async () => {
  const { code, stdout, stderr } = await desk.run("compare", ".", "--json", "--replicates", "5", "--seed", "x y");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const comparison = JSON.parse(stdout) as Comparison;
  const [group] = comparison.groups;
  expect(group.provenance).toMatchObject({ seed: "x y", replicates: 5, replicatesAsked: 5, inputDraws: 3 });
  expect(group.worlds.map(({ name, file }) => [name, file])).toEqual([
    ["Base", "base.yaml"],
    ["Stars", "stars.yaml"],
  ]);
  // JSON writes null for a number that is none: wherever a number is promised there must be one.
  for (const world of group.worlds) {
    for (const { level } of Object.values(world.findings)) {
      expect(Number.isFinite(level.undefinedShare)).toBe(true);
      if (level.undefinedShare === 0) expect(Number.isFinite(level.value)).toBe(true);
    }
    for (const { value } of Object.values(world.series).flat()) expect(Number.isFinite(value)).toBe(true);
    for (const row of [...world.causes, ...world.trialBalance]) {
      const { cause, ...numbers } = row;
      expect([cause, Object.values(numbers).every(Number.isFinite)]).toEqual([cause, true]);
    }
  }
});

test("verify counts its verdicts", async () => {
  const { code, stdout, stderr } = await desk.run("verify", ".", "--customers", "20", "--workers", "1", "--seed", "7");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const holding = stdout.match(/^ {2}holds {2}/gm)?.length;
  expect(stdout.endsWith(`\n${holding} rules hold, 0 fail, 3 not applicable.\n`)).toBe(true);
  const idle = [...stdout.matchAll(/^ {2}not applicable {2}(.*) \(/gm)].map(([, rule]) => rule);
  expect(idle).toEqual([
    "points are forfeited when a contract ends, all of them, and at no other time",
    "the tier held follows from what was counted",
    "a discount is the tier's share of the basket, for members alone",
  ]);
  const json = JSON.parse((await desk.run("verify", ".", "--customers", "20", "--json")).stdout);
  expect(json.map(({ name }: { name: string }) => name)).toEqual(["Base", "Stars"]);
  const verdicts: Verdict[] = json.flatMap((one: { verdicts: Verdict[] }) => one.verdicts);
  expect(verdicts.filter(({ state }) => state === "holds")).toHaveLength(Number(holding));
  expect(verdicts.flatMap(({ rule, state }) => (state === "notApplicable" ? [rule] : []))).toEqual(idle);
});

test("what says the same as the counterfactual is named, and may be the reference", async () => {
  const twin = new Desk();
  twin.write("other.yaml", "schema: 1\nname: Other\nextends: base.yaml\n");
  const { code, stdout, stderr } = await twin.run("compare", ".", ...QUICK, "--against", "Other");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.split("\n")[0]).toBe("other.yaml says the same as base.yaml and has no column of its own.");
});

test("a name cannot move the cursor, and a file named twice is read once", async () => {
  const hostile = new Desk();
  hostile.write("stars.yaml", 'schema: 1\nname: "a\\e[2J\\u202eb\\nc 🍕"\nextends: base.yaml\n');
  for (const command of ["check", "explain", "verify"]) {
    const { code, stdout } = await hostile.run(command, "stars.yaml");
    expect({ code, moves: [...stdout].filter((one) => "\u001b\u202e".includes(one)) }).toEqual({ code: 0, moves: [] });
    expect(stdout).toContain("a[2Jb c 🍕");
  }
  expect((await desk.run("check", "base.yaml", "./base.yaml", ".")).stdout).toContain("2 scenarios, no issues.");
});

test("help and version go to stdout; exit codes stand in every help", async () => {
  const commands = ["check", "explain", "run", "compare", "sweep", "verify"];
  const helps = await Promise.all([[], ...commands.map((one) => [one])].map((args) => desk.run(...args, "--help")));
  for (const { code, stdout, stderr } of helps) {
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const number of [0, 1, 2, 130, 143]) expect(stdout).toMatch(new RegExp(`^  ${number} +\\w`, "m"));
    expect(stdout).toContain("--json");
  }
  for (const name of commands) expect(helps[0].stdout).toMatch(new RegExp(`^  ${name} .*files?`, "m"));
  for (const flag of ["--version", "-V"])
    expect(await desk.run(flag)).toMatchObject({ code: 0, stdout: `${VERSION}\n` });
});

test("diff shows what differs, one line a path, with origins, and says so in its exit code", async () => {
  desk.write("dear.yaml", "schema: 1\nname: Dear\nextends: stars.yaml\nprogram: { earn: { pointsPerUnit: 1 } }\n");
  const { code, stdout, stderr } = await desk.run("diff", "stars.yaml", "dear.yaml");
  expect({ code, stderr }).toEqual({ code: 3, stderr: "" });
  const [head, blank, row, end, ...rest] = stdout.split("\n");
  expect([head, blank, end, rest]).toEqual(["Stars (stars.yaml) → Dear (dear.yaml): 1 difference.", "", "", []]);
  expect(row).toMatch(/^program\.earn\.pointsPerUnit {2}2 → 1 points per currency unit +stars\.yaml:7 → dear\.yaml:4$/);
  const json = await desk.run("diff", "stars.yaml", "dear.yaml", "--json");
  expect(json.code).toBe(3);
  expect(JSON.parse(json.stdout)).toMatchObject({
    a: { file: "stars.yaml", name: "Stars" },
    b: { file: "dear.yaml", name: "Dear" },
    differences: [
      {
        path: "program.earn.pointsPerUnit",
        a: { value: "2", origin: "stars.yaml:7" },
        b: { value: "1", origin: "dear.yaml:4" },
      },
    ],
  });
  const lasting = new Desk();
  lasting.write("lasting.yaml", "schema: 1\nname: Lasting\nextends: stars.yaml\nprogram: { expiry: never }\n");
  expect((await lasting.run("diff", "stars.yaml", "lasting.yaml")).stdout).toMatch(
    / {2}\{ rolling: 6 \} months → never +s/,
  );
  expect((await lasting.run("diff", "lasting.yaml", "stars.yaml")).stdout).toMatch(
    / {2}never → \{ rolling: 6 \} months +l/,
  );
  expect((await lasting.run("explain", "lasting.yaml")).stdout).not.toContain("never months");
  const same = await desk.run("diff", "stars.yaml", "./stars.yaml");
  expect(same).toMatchObject({ code: 0, stdout: "Stars (stars.yaml) → Stars (stars.yaml): 0 differences.\n" });
  const wide = await desk.run("diff", "base.yaml", "stars.yaml");
  expect(wide.stdout.split("\n").filter((line) => [...line].length > 130)).toEqual([]);
});

test("diff refuses folders and names what is wrong with both files", async () => {
  expect(await desk.run("diff", "stars.yaml", ".")).toMatchObject({ code: 2, stdout: "" });
  desk.write("bad.yaml", "schema: 1\nextends: stars.yaml\nprogram: { earn: { pointsPerUnti: 1 } }\n");
  const { code, stderr } = await desk.run("diff", "nowhere.yaml", "bad.yaml");
  expect(code).toBe(2);
  expect(stderr).toContain("nowhere.yaml");
  expect(stderr).toContain("bad.yaml:3:20 program.earn.pointsPerUnti");
});

const GOLD = `schema: 1
name: Gold
extends: stars.yaml
customerBase: { loyaltyTypes: { mix: { price: 1, value: 3 } } }
program: { tiers: { basis: spend, levels: [{ name: Basic, from: 0 }, { name: Gold, from: 100, discount: "uniform(0.04, 0.06)" }] } }
`;

const CARD = `schema: 1
name: Card
extends: base.yaml
program:
  kind: stampCard
  enrolment: { share: 0.5 }
  card: { stamps: 10, headStart: 2 }
  reward: { name: Coffee, faceValue: 2.75, unitCost: 0.60 }
`;

test("explain says what loyalty types and tiers come to", async () => {
  desk.write("gold.yaml", GOLD);
  const { code, stdout, stderr } = await desk.run("explain", "gold.yaml");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("Customers by loyalty type: 25 % price, 75 % value.");
  expect(stdout).toMatch(/^Loyalty type +customers +buys +spends +leaves +heeds program +heeds prices +held back$/m);
  expect(stdout).toMatch(/^price +25\.0 %( +\d\.\d\d ×){6}$/m);
  expect(stdout).toMatch(/^value +75\.0 %( +\d\.\d\d ×){6}$/m);
  expect(stdout).toMatch(/^× is beside the average customer\. The odds of leaving are multiplied by \d/m);
  expect(stdout).toMatch(/^Tier +USD a year +customers who spend so much +worth, of that spend$/m);
  expect(stdout).toMatch(/^Gold +100 +\d+\.\d % +5\.0 %$/m);
  expect(stdout).toContain("Ranges are taken at their medians here.");
  expect(stdout).toMatch(/^customerBase\.loyaltyTypes\.traits\.price$/m);
  expect(stdout).not.toMatch(/^customerBase\.loyaltyTypes\.traits\.kin$/m);
  const [explained] = JSON.parse((await desk.run("explain", "gold.yaml", "--json")).stdout);
  expect(explained.inNumbers.tiers.map(({ name }: { name: string }) => name)).toEqual(["Basic", "Gold"]);
  const plain = await desk.run("explain", "stars.yaml");
  expect(plain.stdout).not.toContain("Loyalty type");
  expect(plain.stdout).not.toContain("tierChase");
});

test("check says of every kind of program what it is", async () => {
  desk.write("gold.yaml", GOLD);
  desk.write("card.yaml", CARD);
  const { stdout } = await desk.run("check", "gold.yaml", "card.yaml");
  expect(stdout).toContain("Gold: 1 reward and 2 tiers, 2 inputs given as ranges");
  expect(stdout).toContain("Card: a card of 10 stamps, inputs taken as exact");
});

test("schema prints the schema the library makes, and help says how to use it", async () => {
  const { code, stdout, stderr } = await desk.run("schema");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(stdout)).toEqual(scenarioJsonSchema());
  expect((await desk.run("schema", "--help")).stdout).toContain("# yaml-language-server: $schema=scenario.schema.json");
  expect((await desk.run("schema", "extra")).code).toBe(2);
});
