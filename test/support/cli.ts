import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

/** The program as installed. */
export const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** What a process left behind. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
}

/** A folder of scenario files for one test file, removed after it. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), "tenure-cli-"));

  constructor() {
    this.write("base.yaml", BASE);
    this.write("stars.yaml", STARS);
    afterAll(() => rmSync(this.folder, { recursive: true }));
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  /** Names and texts of the files in a folder, hidden ones included. */
  read(folder: string): Record<string, string> {
    const names = readdirSync(join(this.folder, folder)).sort();
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(this.folder, folder, name), "utf8")]));
  }

  start(...args: string[]): ChildProcess {
    return spawn(process.execPath, [MAIN, ...args], { cwd: this.folder, detached: true });
  }

  run(...args: string[]): Promise<Ended> {
    return ended(this.start(...args));
  }

  /** Runs a command line of the shell, `$TENURE` being the program. */
  shell(line: string): Promise<Ended> {
    const env = { ...process.env, TENURE: `${process.execPath} ${MAIN}` };
    return ended(spawn("bash", ["-c", line], { cwd: this.folder, env }));
  }
}

/** Waits for a process and all it printed. */
export function ended(child: ChildProcess): Promise<Ended> {
  const started = performance.now();
  const texts = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream]?.setEncoding("utf8").on("data", (text: string) => {
      texts[stream] += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) =>
      resolve({ code, signal, ...texts, seconds: (performance.now() - started) / 1000 }),
    );
  });
}

/** Processor time in which the program has started and finished replicates that take milliseconds. */
const UNDER_WAY_SECONDS = 3;
/** The same on a clock, where nobody says what processor time a process has had. */
const LONG_ENOUGH_SECONDS = 8;
const TICKS_PER_SECOND = 100;

/**
 * Waits until a run that never ends by itself is under way: however busy the machine is, it has had processor time enough.
 *
 * @param child a process just started
 * @returns seconds waited
 */
export async function underWay({ pid }: ChildProcess): Promise<number> {
  const started = performance.now();
  const seconds = (): number => (performance.now() - started) / 1000;
  const isUnderWay = existsSync("/proc/self/stat")
    ? () => processorSeconds(pid ?? Number.NaN) >= UNDER_WAY_SECONDS
    : () => seconds() >= LONG_ENOUGH_SECONDS;
  while (!isUnderWay()) await wait(50);
  return seconds();
}

/** Processor time that a process and its threads have had; endless when it is gone. */
function processorSeconds(pid: number): number {
  try {
    // Fields 14 and 15; the name of the program, which may hold spaces, ends with the last parenthesis.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Small and quick: 60 customers for a year. */
const BASE = `schema: 1
name: Base
horizon: { start: 2024-01, months: 12 }
customerBase:
  size: 60
  timeUnit: month
  purchaseRate: { shape: 0.9, rate: 0.3 }
  attrition: { kind: afterPurchase, a: 0.9, b: 30 }
  spend: { kind: gammaGamma, p: 8, q: 4, v: 2.3 }
economics: { grossMargin: 0.65 }
`;

const STARS = `schema: 1
name: Stars
extends: base.yaml
program:
  kind: points
  enrolment: { share: 0.5 }
  earn: { pointsPerUnit: 2 }
  expiry: { rolling: 6 }
  rewards:
    - { name: Coffee, points: 50, faceValue: 2.75, unitCost: 0.60, replaces: 0.1 to 0.5 }
  costs: { oneOff: 250 }
`;

/** Lives so long that not one replicate is finished in the time a test takes. */
export const ENDLESS = `schema: 1
name: Endless
extends: stars.yaml
horizon: { months: 120 }
customerBase: { size: 100000, timeUnit: day, purchaseRate: { shape: 1.3, rate: 1 }, attrition: { a: 0.02, b: 10000 } }
`;
