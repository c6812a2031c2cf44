import { InputError } from "#tenure/basics/issues.js";
import { findJupyter, type Jupyter } from "#tenure/notebook/lab/findJupyter.js";
import type { Need } from "#tenure/notebook/lab/python.js";

/**
 * The Jupyter that tests use: as people get it, installed into .venv where there is none.
 *
 * @param need what it must be able to do
 * @returns the Jupyter, or null and why there is none: tests are then skipped by name
 */
export function jupyterForTests(need: Need): { readonly jupyter: Jupyter | null; readonly reason: string } {
  try {
    return { jupyter: findJupyter(need, (sentence) => process.stderr.write(`${sentence}\n`)), reason: "" };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { jupyter: null, reason: error.message };
  }
}
