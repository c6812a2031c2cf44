import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { InputError, type Issue } from "../../basics/issues.js";
import { labIssue, labMessages } from "./messages.js";
import { REQUIREMENTS } from "./places.js";
import { type Need, onPath, pythonIn, runPython, serving } from "./python.js";

/** Says what a virtual environment was made for: the requirements it holds; while it is being made, nothing. */
const NOTE = "tenure-requirements.txt";

/**
 * A virtual environment with what notebooks need: as it stands, brought up to date, or made. One whose making was broken off is made
 * anew; one that somebody else made, and that serves, is left alone.
 *
 * @param folder where it is or is to be
 * @param need what it must be able to do
 * @param say receives a sentence before what takes long
 * @returns its Python
 * @throws InputError when it cannot be made: no Python, no venv, no way to PyPI
 */
export function virtualEnvironment(folder: string, need: Need, say: (sentence: string) => void): string {
  const python = pythonIn(folder);
  const wanted = readFileSync(REQUIREMENTS, "utf8");
  const note = existsSync(join(folder, NOTE)) ? readFileSync(join(folder, NOTE), "utf8") : null;
  const serves = existsSync(python) && serving(python, need) !== null;
  if (serves && (note === null || note === wanted)) return python;
  const brokenOff = note === "" || !existsSync(python) || runPython(python, ["-m", "pip", "--version"]).code !== 0;
  if (brokenOff) make(folder, say);
  install(folder, need, wanted, say);
  return python;
}

/** Makes an empty environment in place of whatever stands there. */
function make(folder: string, say: (sentence: string) => void): void {
  const base = process.env.PYTHON ?? onPath("python3") ?? onPath("python");
  if (base === null) refuse(labIssue(null, "Python", labMessages.noPython()));
  if (existsSync(folder)) {
    say("The virtual environment in .venv is damaged or half made: it is made anew.");
    rmSync(folder, { recursive: true, force: true });
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, NOTE), "");
  const { code, said } = runPython(base, ["-m", "venv", folder]);
  if (code === 0) return;
  rmSync(folder, { recursive: true, force: true });
  refuse(labIssue(null, "Python", labMessages.noVenv(said)));
}

/** Installs the requirements, and notes them last. */
function install(folder: string, need: Need, wanted: string, say: (sentence: string) => void): void {
  say("Installing JupyterLab into .venv from PyPI, once: a minute or two.");
  writeFileSync(join(folder, NOTE), "");
  const options = ["--quiet", "--no-input", "--disable-pip-version-check", "--retries", "1", "--timeout", "20"];
  const { code, said } = runPython(pythonIn(folder), ["-m", "pip", "install", ...options, "-r", REQUIREMENTS]);
  if (code !== 0) refuse(labIssue(null, "Jupyter", labMessages.notInstalled(need, said)));
  writeFileSync(join(folder, NOTE), wanted);
}

function refuse(issue: Issue): never {
  throw new InputError([issue]);
}
