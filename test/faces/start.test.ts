import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { REPORT_FILES } from "../support/reportFiles.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const readme = readFileSync(join(root, "README.md"), "utf8");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: { start: string } };

test("npm start prints what the README quotes, and writes what it names", async () => {
  const out = mkdtempSync(join(tmpdir(), "tenure-start-"));
  const [, ...args] = scripts.start.replace("--out out", "--out").split(" ");
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [...args, out], { cwd: root });
  expect(stderr).toBe("");
  const quoted = /```text\n(CDNOW, no program[\s\S]*?)```/.exec(readme)?.[1] ?? "nothing quoted";
  expect(stdout).toContain(quoted);
  expect(readdirSync(out).sort()).toEqual(REPORT_FILES);
  // Every figure of the table "How to read a result" stands in the tables printed, each line of a cell by itself.
  const lines = stdout.split("\n").flatMap((line) => line.split("│").map((cell) => cell.trim()));
  const figures = [...readme.matchAll(/^\| (?:outcomes )?`([^`]*\d[^`]*)` \|/gm)].map(([, figure]) => figure);
  expect(figures.length).toBeGreaterThanOrEqual(4);
  for (const figure of figures) {
    const [value, interval] = figure.split(/ (?=\[)/);
    for (const part of [value, interval].filter((one) => one !== undefined)) {
      expect([part, lines.some((line) => line.includes(part))]).toEqual([part, true]);
    }
  }
  rmSync(out, { recursive: true });
}, 300_000);
