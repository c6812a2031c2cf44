import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Desk } from "../support/cli.ts";
import { HEADS_ALONE, REPORT_FILES } from "../support/reportFiles.ts";

const desk = new Desk();
const QUICK = ["--replicates", "6"];

test("the same seed gives the same bytes whatever the workers, another seed gives others", async () => {
  const runs = [];
  for (const [out, seed, workers] of [
    ["one", "7", "1"],
    ["two", "7", "2"],
    ["other", "8", "2"],
  ]) {
    const args = ["compare", ".", "--replicates", "150", "--seed", seed, "--workers", workers, "--out", out];
    const { code, stdout, stderr } = await desk.run(...args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(`Wrote ${out}/report.html, ${out}/measures.csv`);
    runs.push({ stdout: stdout.replace(/^Wrote .*$/m, ""), files: desk.read(out) });
  }
  expect(Object.keys(runs[0].files)).toEqual(REPORT_FILES);
  expect(runs[1]).toEqual(runs[0]);
  expect(runs[2].stdout).not.toBe(runs[0].stdout);
  for (const name of REPORT_FILES) {
    const isSame = runs[2].files[name] === runs[0].files[name];
    expect([name, isSame]).toEqual([name, HEADS_ALONE.includes(name)]);
  }
});

test("a report overwrites the one before and leaves other files alone", async () => {
  const mine = new Desk();
  mkdirSync(join(mine.folder, "out"));
  writeFileSync(join(mine.folder, "out", "notes.txt"), "mine");
  writeFileSync(join(mine.folder, "out", "measures.csv"), "old");
  expect((await mine.run("compare", ".", ...QUICK, "--out", "out")).code).toBe(0);
  const files = mine.read("out");
  expect(Object.keys(files)).toEqual([...REPORT_FILES, "notes.txt"].sort());
  expect(files["notes.txt"]).toBe("mine");
  expect(files["measures.csv"]).not.toBe("old");
});

test("refused input writes nothing: no folder appears, one that is there stays as it was", async () => {
  const mine = new Desk();
  mine.write("wrong.yaml", "schema: 2\n");
  mkdirSync(join(mine.folder, "old"));
  writeFileSync(join(mine.folder, "old", "measures.csv"), "old");
  for (const out of ["new/deep", "old"]) {
    expect((await mine.run("compare", ".", ...QUICK, "--out", out)).code).toBe(2);
  }
  expect(existsSync(join(mine.folder, "new"))).toBe(false);
  expect(mine.read("old")).toEqual({ "measures.csv": "old" });
});

test("a folder where a file should go is refused before hours of work", async () => {
  mkdirSync(join(desk.folder, "taken", "report.html"), { recursive: true });
  const { code, stderr } = await desk.run("compare", "stars.yaml", "--out", "taken");
  expect(code).toBe(2);
  expect(stderr).toContain("got a folder of the name report.html in it");
  rmSync(join(desk.folder, "taken"), { recursive: true });
});

test("who reads only the first line gets it, no complaint, and the whole report on the disk", async () => {
  const line = `$TENURE compare . --replicates 6 --out piped --json | head -1; echo \${PIPESTATUS[0]}`;
  const { stdout, stderr } = await desk.shell(line);
  expect({ stdout, stderr }).toEqual({ stdout: "{\n0\n", stderr: "" });
  expect(Object.keys(desk.read("piped"))).toEqual(REPORT_FILES);
  const sixty = await desk.shell(`$TENURE explain . . . | head -1 && $TENURE check nothing 2>&1 | head -0`);
  expect(sixty).toMatchObject({ stdout: "Base (base.yaml)\n", stderr: "" });
});

test.skipIf(!existsSync("/dev/full"))("a full disk under stdout is said in one line (needs /dev/full)", async () => {
  const { code, stderr } = await desk.shell("$TENURE check . > /dev/full");
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(/^tenure failed: cannot print: ENOSPC.*\n$/),
  });
});
