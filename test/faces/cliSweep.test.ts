import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Sweep } from "#tenure/study/sweepFindings.js";
import { Desk, ENDLESS, ended, underWay } from "../support/cli.ts";

const desk = new Desk();
desk.write("endless.yaml", ENDLESS);
const QUICK = ["--replicates", "4", "--workers", "1"];
const EARN = ["--lever", "program.earn.pointsPerUnit=1..3 by 1"];
const POINTS = ["--lever", "program.rewards[Coffee].points=25,50"];

test("one lever is a table, two are a grid for each measure, both are written", async () => {
  const one = await desk.run("sweep", "stars.yaml", ...QUICK, ...EARN, "--out", "one");
  expect({ code: one.code, stderr: one.stderr }).toEqual({ code: 0, stderr: "" });
  expect(one.stdout).toMatch(/^Best of 3 designs by net value: earn\.pointsPerUnit = \d\./m);
  expect(one.stdout).toMatch(/^│ program\.earn\. +│ +best in │ +Net value │ +Incremental margin │/m);
  expect(one.stdout).toMatch(/\nWrote one\/sweep\.csv\n$/);
  expect(Object.keys(desk.read("one"))).toEqual(["sweep.csv"]);
  const two = await desk.run("sweep", "stars.yaml", ...QUICK, ...EARN, ...POINTS, "--measure", "roi");
  expect({ code: two.code, stderr: two.stderr }).toEqual({ code: 0, stderr: "" });
  for (const label of ["Net value (discounted)", "ROI"]) {
    expect(two.stdout).toContain(`${label}: program.earn.pointsPerUnit ↓, program.rewards[Coffee].points →`);
  }
});

test("says that the best is at the edge of what was tried, and what is written where the grid has no cell for it", async () => {
  const cost = ["--lever", "program.rewards[Coffee].unitCost=0.5..1.5 by 0.5"];
  const { code, stdout } = await desk.run("sweep", "stars.yaml", ...QUICK, ...cost, ...POINTS);
  expect(code).toBe(0);
  const words = stdout.replace(/\s+/g, " ");
  expect(words).toContain("The best design is at the edge of what was tried, program.rewards[Coffee].unitCost = 0.5");
  expect(words).toMatch(
    /none of those tried \(program\.rewards\[Coffee\]\.unitCost = 0\.6, program\.rewards\[Coffee\]\.points = 50\): Net value \(discounted\) [+−]?\$/,
  );
});

test("--json prints what the library returns", async () => {
  const { code, stdout } = await desk.run("sweep", "stars.yaml", ...QUICK, ...EARN, "--measure", "clv", "--json");
  const found = JSON.parse(stdout) as Sweep;
  expect(code).toBe(0);
  expect(found.levers).toEqual([{ path: "program.earn.pointsPerUnit", values: [1, 2, 3], written: 2 }]);
  expect(found.designs.map(({ findings }) => Object.keys(findings))).toEqual(Array(3).fill(["netValue", "clv"]));
});

test("everything wrong with file, levers, measures, options and folder at once; nothing is written", async () => {
  const { code, stdout, stderr } = await desk.run(
    ...["sweep", "stars.yaml", "--lever", "customerBase.size=1,2", "--lever", "program.earn.pointsPerUnit=-1, 1"],
    ...["--measure", "rio", "--replicates", "1", "--out", "base.yaml/x"],
  );
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  const lines = stderr.trimEnd().split("\n");
  expect(lines.map((line) => line.slice(0, line.indexOf(":")))).toEqual([
    ...["--replicates", "customerBase.size", "measures", "--out"],
    "4 issues.".slice(0, -1),
  ]);
  expect(lines[1]).toContain("write a file that `extends` this one");
});

test("a value that cannot be is named with its lever, what was expected and the cure", async () => {
  const { code, stderr } = await desk.run("sweep", "stars.yaml", "--lever", "program.earn.pointsPerUnit=-1, 1, 9999");
  expect(code).toBe(2);
  expect(stderr.trimEnd().split("\n")).toEqual([
    expect.stringMatching(/^program\.earn\.pointsPerUnit: expected a number from 0 to 1,000.*, got -1\. Cure: /),
    expect.stringMatching(/^program\.earn\.pointsPerUnit: expected a number from 0 to 1,000.*, got 9999\. Cure: /),
    "2 issues.",
  ]);
});

test.each([
  [["sweep", "stars.yaml"], "required option '--lever"],
  [["sweep", "stars.yaml", "--lever", "program.earn"], "`PATH=VALUES`"],
  [["sweep", ".", ...EARN], "one scenario file"],
  [["sweep", "base.yaml", ...EARN], "a scenario with a program"],
])("%j is refused", async (args, words) => {
  const { code, stdout, stderr } = await desk.run(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(words);
});

test("of a file without a program that alone is said, whatever else was typed", async () => {
  const { code, stdout, stderr } = await desk.run("sweep", "base.yaml", ...EARN, ...POINTS);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(
    /^program: expected a scenario with a program, .*\. Cure: name the file of a design, .*\n1 issue\.\n$/,
  );
});

test("help names the one file a sweep writes", async () => {
  const { stdout } = await desk.run("sweep", "--help");
  expect(stdout.replace(/\s+/g, " ")).toContain("write sweep.csv into this folder, all or none");
  expect(stdout).not.toContain("report.html");
});

test("interrupted, it prints and writes what was finished, or says that there is nothing", async () => {
  const many = desk.start("sweep", "stars.yaml", ...EARN, "--replicates", "1000000", "--workers", "1", "--out", "cut");
  const none = desk.start("sweep", "endless.yaml", ...EARN, "--workers", "1", "--out", "none");
  const ends = [ended(many), ended(none)];
  for (const child of [many, none]) {
    await underWay(child);
    child.kill("SIGINT");
  }
  const [some, nothing] = await Promise.all(ends);
  expect(some.code).toBe(130);
  expect(some.stderr).toMatch(/^Interrupted: stands on \d+ of 1000000 replicates\.\n$/);
  expect(some.stdout).toContain("1,000,000 asked (interrupted)");
  expect(desk.read("cut")).toHaveProperty("sweep.csv");
  expect(nothing).toMatchObject({ code: 130, stdout: "" });
  expect(nothing.stderr).toBe("Interrupted before two replicates were finished: nothing to print, nothing written.\n");
  expect(existsSync(join(desk.folder, "none"))).toBe(false);
});
