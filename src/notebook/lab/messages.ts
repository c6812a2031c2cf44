import type { Issue } from "../../basics/issues.js";
import type { Words } from "../../basics/messages.js";
import { listed, show } from "../../basics/show.js";
import type { Need } from "./python.js";

const WANTED: Record<Need, string> = {
  execute: "a Python with nbclient and nbformat",
  lab: "a Python with JupyterLab or the classic notebook",
};

/** Sentences about what notebooks need and do not find. */
export const labMessages = {
  namedJupyter: (need: Need, got: string): Words => ({
    expected: `the path of a \`jupyter\` or of ${WANTED[need]}`,
    got: show(got),
    cure: "correct JUPYTER, or unset it: Jupyter is then installed into .venv",
  }),
  noPython: (): Words => ({
    expected: "Python 3.11 or newer, to install Jupyter into .venv",
    got: "no python3 on the PATH",
    cure: "install Python (Debian and Ubuntu: `sudo apt-get install python3 python3-venv`), then run this again",
  }),
  noVenv: (said: string): Words => ({
    expected: "a Python that can make a virtual environment",
    got: said,
    cure: "install its module venv (Debian and Ubuntu: `sudo apt-get install python3-venv`), then run this again",
  }),
  notInstalled: (need: Need, said: string): Words => ({
    expected: `packages of notebooks/requirements.txt from PyPI, or ${WANTED[need]} on this machine`,
    got: said,
    cure:
      "connect to PyPI and run this again, or install Jupyter otherwise (Debian and Ubuntu: `sudo apt-get install " +
      "jupyter-notebook python3-nbclient`)",
  }),
  unknownNotebook: (got: string, names: readonly string[]): Words => ({
    expected: names.length === 0 ? "a notebook in notebooks/" : `a notebook in notebooks/: ${listed(names)}`,
    got: show(got),
    cure: names.length === 0 ? "there is none yet" : "name one of them, or its number",
  }),
  notNotebook: (reason: string): Words => ({
    expected: "a notebook in Jupyter's format, version 4",
    got: reason,
    cure: "restore the file, or save it again from JupyterLab",
  }),
} as const;

/** An issue about the machine or a file, without a place in it. */
export function labIssue(file: string | null, path: string, words: Words): Issue {
  return { file, line: null, column: null, path, ...words };
}
