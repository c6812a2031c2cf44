import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Jupyter } from "./findJupyter.js";
import type { Notebook } from "./notebook.js";
import { jupyterEnvironment, KERNEL_NAME, NOTEBOOKS, ROOT } from "./places.js";

const SCRIPT = join(ROOT, "src", "notebook", "lab", "execute.py");
const CELL_SECONDS = 600;

/** Why a notebook did not reach its end. */
export interface CellFailure {
  /** Position of the cell among all cells, from 1. */
  readonly cell: number;
  readonly name: string;
  readonly message: string;
}

/** What became of a notebook. */
export interface Executed {
  readonly file: string;
  readonly seconds: number;
  /** Null when every cell ran. */
  readonly failure: CellFailure | null;
  readonly notebook: Notebook;
}

/**
 * Runs notebooks one after another, each in a kernel of its own, with notebooks/ as the working folder. No file is changed.
 *
 * @param jupyter what runs them
 * @param files paths
 * @yields what became of each, as soon as it has ended
 * @throws Error when Jupyter itself fails
 */
export async function* executeNotebooks(jupyter: Jupyter, files: readonly string[]): AsyncGenerator<Executed> {
  const args = [SCRIPT, NOTEBOOKS, KERNEL_NAME, String(CELL_SECONDS), ...files];
  const child = spawn(jupyter.python, args, { env: jupyterEnvironment(), stdio: ["ignore", "pipe", "pipe"] });
  let complaints = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaints += text;
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  ended.catch(() => undefined);
  try {
    for await (const line of createInterface({ input: child.stdout })) yield JSON.parse(line);
    const code = await ended;
    if (code !== 0) throw new Error(`Jupyter ended with code ${code}: ${complaints.trim().split("\n").at(-1)}`);
  } finally {
    if (child.exitCode === null) child.kill("SIGINT");
  }
}
