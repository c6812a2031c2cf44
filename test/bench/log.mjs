import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/*
 * How long the whole of `tenure fit` takes on a large log, and how much memory: a log of the coffee shop is generated, then read, cleaned,
 * fitted with a holdout and written, as a user does it, alone on the machine.
 *
 *   npm run bench:log                10,000,000 rows or a little more
 *   npm run bench:log -- 1000000     fewer
 */

const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const COFFEE = fileURLToPath(new URL("../../scenarios/coffee/no-program.yaml", import.meta.url));
/** Rows that a customer of the coffee shop leaves in its horizon, a little fewer than they do. */
const ROWS_EACH = 41;
const WANTED = Number(process.argv[2] ?? 10_000_000);
if (!(Number.isInteger(WANTED) && WANTED >= 10_000)) throw new RangeError("expected 10000 rows or more");

/**
 * Runs the program and watches what it takes.
 *
 * @param {string} folder to run in
 * @param {string[]} args of the program
 * @returns {Promise<{ seconds: number, peakMegabytes: number | null, text: string }>}
 */
function run(folder, args) {
  const started = performance.now();
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder });
  let text = "";
  /** @type {number | null} */
  let peak = null;
  child.stdout.on("data", (part) => {
    text += part;
  });
  child.stderr.pipe(process.stderr);
  // Linux alone says how much a process has taken at most.
  const watch = setInterval(() => {
    try {
      const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8")) ?? [];
      if (kilobytes !== undefined) peak = Number(kilobytes) / 1024;
    } catch {}
  }, 100);
  return new Promise((settle, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(watch);
      if (code === 0) settle({ seconds: (performance.now() - started) / 1000, peakMegabytes: peak, text });
      else reject(new Error(`tenure ${args[0]} ended with ${code}`));
    });
  });
}

const folder = mkdtempSync(join(tmpdir(), "tenure-bench-"));
try {
  const customers = Math.ceil(WANTED / ROWS_EACH);
  const scenario = `schema: 1\nname: Many\nextends: ${JSON.stringify(resolve(COFFEE))}\ncustomerBase: { size: ${customers} }\n`;
  writeFileSync(join(folder, "many.yaml"), scenario);
  await run(folder, ["generate", "many.yaml", "--customers", `${customers}`, "--out", "log.csv"]);
  const columns = ["--customer", "customer", "--date", "date", "--amount", "total"];
  const fit = await run(folder, ["fit", "log.csv", ...columns, "--holdout", "2020-12-31", "--out", "out"]);
  const [rows] = /^[\d,]+ rows read.*$/m.exec(fit.text) ?? [""];
  const memory = fit.peakMegabytes === null ? "" : `, ${fit.peakMegabytes.toFixed(0)} MB at most`;
  console.log(`${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`);
  console.log(`${rows} tenure fit, holdout and files included: ${fit.seconds.toFixed(1)} s${memory}`);
} finally {
  rmSync(folder, { recursive: true });
}
