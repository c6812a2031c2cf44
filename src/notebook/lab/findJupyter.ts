import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { InputError } from "../../basics/issues.js";
import { writeKernelspec } from "./kernelspec.js";
import { labIssue, labMessages } from "./messages.js";
import { ROOT } from "./places.js";
import { type Need, onPath, pythonBeside, serving } from "./python.js";
import { virtualEnvironment } from "./venv.js";

/** A Jupyter that serves. */
export interface Jupyter {
  /** The Python it runs on. */
  readonly python: string;
  /** Module to run: `jupyterlab` or `notebook` where a screen is wanted, `nbclient` else. */
  readonly module: string;
}

/**
 * Looks for a Jupyter: what JUPYTER names; `.venv`, made by an earlier run or by hand; the one on the PATH; else `.venv` is made; where
 * that fails, the system's Python may do.
 *
 * @param need what it must be able to do
 * @param say receives a sentence before what takes long
 * @param folder of the virtual environment
 * @returns the first that serves
 * @throws InputError when none does, with what is missing and the command that cures it
 */
export function findJupyter(need: Need, say: (sentence: string) => void, folder = join(ROOT, ".venv")): Jupyter {
  const named = process.env.JUPYTER ?? "";
  if (named !== "") {
    const found = jupyterOf(pythonBeside(named), need);
    if (found === null) throw new InputError([labIssue(null, "JUPYTER", labMessages.namedJupyter(need, named))]);
    return found;
  }
  const present = existsSync(folder) ? null : jupyterOf(beside(onPath("jupyter")), need);
  if (present !== null) return present;
  try {
    const python = virtualEnvironment(folder, need, say);
    writeKernelspec(folder);
    return { python, module: serving(python, need) ?? "" };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const system = ["/usr/bin/python3", onPath("python3"), beside(onPath("jupyter"))];
    const found = system.map((python) => jupyterOf(python, need)).find((one) => one !== null);
    if (found === undefined) throw error;
    say(`Jupyter cannot be installed into .venv; the one of ${found.python} serves.`);
    return found;
  }
}

function beside(program: string | null): string | null {
  return program === null ? null : pythonBeside(program);
}

function jupyterOf(python: string | null, need: Need): Jupyter | null {
  if (python === null || !existsSync(python)) return null;
  const module = serving(python, need);
  return module === null ? null : { python, module };
}
