import { execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { Desk, ENDLESS, type Ended, ended, MAIN, underWay } from "../support/cli.ts";
import { REPORT_FILES } from "../support/reportFiles.ts";

const desk = new Desk();
desk.write("endless.yaml", ENDLESS);

const FEW_SECONDS = 10;

/** Sends a signal to a run under way, and measures from then. */
async function interrupted(signal: NodeJS.Signals, ...args: string[]): Promise<Ended> {
  const child = desk.start(...args);
  const end = ended(child);
  const waited = await underWay(child);
  child.kill(signal);
  const left = await end;
  expect(left.seconds).toBeLessThan(waited + FEW_SECONDS);
  // Whoever the process started would still be in its group.
  expect(() => process.kill(-(child.pid ?? Number.NaN), 0)).toThrow("ESRCH");
  return left;
}

test.each([
  ["SIGINT", 130, "2"],
  ["SIGTERM", 143, "1"],
] as const)(
  "%s: what was finished is printed and written with the replicates it stands on",
  async (signal, code, workers) => {
    const args = ["compare", "stars.yaml", "endless.yaml", "--workers", workers, "--replicates", "1000000"];
    const left = await interrupted(signal, ...args, "--out", signal);
    expect(left.code).toBe(code);
    const [, done] = /(\d[\d,]*) replicates of 1,000,000 asked \(interrupted\)/.exec(left.stdout) ?? [];
    const replicates = Number(done?.replaceAll(",", ""));
    expect(replicates).toBeGreaterThan(1);
    expect(left.stderr).toBe(
      "Interrupted.\n" +
        `  No program (Stars): stands on ${replicates} of 1,000,000 replicates\n` +
        "  No program (Endless): too few replicates finished, nothing shown or written\n",
    );
    const files = desk.read(signal);
    expect(Object.keys(files)).toEqual(REPORT_FILES);
    expect(files["measures.csv"]).toContain(`,${replicates},1,0.95,`);
    expect(files["report.html"]).toContain("interrupted");
  },
);

test.each(["1", "2"])("before anything is finished, with %s workers: a word, nothing written", async (workers) => {
  const left = await interrupted(
    "SIGINT",
    "run",
    "endless.yaml",
    "--customers",
    "100000",
    "--workers",
    workers,
    "--out",
    `none-${workers}`,
  );
  expect(left).toMatchObject({
    code: 130,
    stdout: "",
    stderr: "Interrupted before two replicates were finished: nothing to print, nothing written.\n",
  });
  expect(existsSync(`${desk.folder}/none-${workers}`)).toBe(false);
});

test("with --json an interrupted run still prints one JSON value", async () => {
  const args = ["compare", "stars.yaml", "--replicates", "1000000", "--json"];
  const { code, stdout } = await interrupted("SIGINT", ...args);
  expect(code).toBe(130);
  const { provenance } = JSON.parse(stdout).groups[0];
  expect(provenance.replicates).toBeLessThan(provenance.replicatesAsked);
});

test("a second signal ends the process at once, whatever it is doing", async () => {
  const script = `
    const { listenForInterrupts } = await import(${JSON.stringify(MAIN.replace(/main\.js$/, "interrupt.js"))});
    const { signal, code } = listenForInterrupts();
    signal.addEventListener("abort", () => {
      process.stdout.write(String(code()));
      process.kill(process.pid, "SIGINT");
    });
    setInterval(() => {}, 1000);
    process.kill(process.pid, "SIGTERM");`;
  const left = await ended(spawn(process.execPath, ["--input-type=module", "-e", script]));
  expect(left).toMatchObject({ code: 130, stdout: "143", stderr: "" });
});

const hasScript = ["/usr/bin/script", "/bin/script"].some((path) => existsSync(path));

test.skipIf(!hasScript)(
  "on a terminal: progress with the time left, taken away at the end (needs util-linux `script`)",
  () => {
    const line = `${process.execPath} ${MAIN} compare stars.yaml --replicates 250 --workers 1`;
    const text = execFileSync("script", ["-qec", line, "/dev/null"], {
      cwd: desk.folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    expect(text).toMatch(/\d+ % {2}\d+ s left/);
    expect(text.lastIndexOf("\u001b[?25h")).toBeGreaterThan(text.lastIndexOf("\u001b[?25l"));
    expect(text.slice(text.lastIndexOf("s left"))).toContain("250 replicates");
  },
);

test("a fit and a generated log leave nothing half-written", async () => {
  const passing = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith("tenure-log-"));
  const rows = Array.from({ length: 200_000 }, (_, at) => `c${at % 20_000},2024-0${1 + (at % 9)}-1${at % 7},5`);
  desk.write("log.csv", `id,date,total\n${rows.join("\n")}\n`);
  const fitting = ["fit", "log.csv", "--customer", "id", "--date", "date", "--amount", "total", "--out", "fitted"];
  desk.write("big.yaml", "schema: 1\nname: Big\nextends: stars.yaml\ncustomerBase: { size: 100000 }\n");
  const generating = ["generate", "big.yaml", "--customers", "100000", "--out", "made/log.csv"];
  for (const args of [fitting, generating]) {
    const child = desk.start(...args);
    const end = ended(child);
    // As soon as it has begun to write.
    while (child.exitCode === null && child.signalCode === null && !hasBegun(child.pid ?? 0)) await wait(5);
    child.kill("SIGINT");
    const left = await end;
    expect([args[0], left.code, left.stderr]).toEqual([
      ...[args[0], 130, "Interrupted: nothing half-written was left.\n"],
    ]);
    expect(passing().filter((name) => name.startsWith(`tenure-log-${child.pid}-`))).toEqual([]);
  }
  expect(existsSync(`${desk.folder}/fitted`)).toBe(false);
  expect(existsSync(`${desk.folder}/made`) ? readdirSync(`${desk.folder}/made`) : []).toEqual([]);
});

/** Whether a process has put something into a folder of its own that is to pass. */
function hasBegun(pid: number): boolean {
  return [tmpdir(), `${desk.folder}/made`].some((parent) => {
    const names = existsSync(parent) ? readdirSync(parent) : [];
    const own = names.find((name) => name.includes(`-${pid}-`));
    return own !== undefined && existsSync(`${parent}/${own}`) && readdirSync(`${parent}/${own}`).length > 0;
  });
}
