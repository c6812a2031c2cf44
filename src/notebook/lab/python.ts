import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { basename, delimiter, dirname, join } from "node:path";
import process from "node:process";

const isWindows = process.platform === "win32";

/** What Jupyter is wanted for: to run notebooks without a screen, or to open them in a browser. */
export type Need = "execute" | "lab";

/** Modules each need takes, in lists of which one must be there in full; the first is the better one. */
const MODULES: Record<Need, readonly (readonly string[])[]> = {
  execute: [["nbclient", "nbformat", "jupyter_client"]],
  lab: [["jupyterlab"], ["notebook"]],
};

const HAS = "import importlib.util as u, sys; sys.exit(any(u.find_spec(m) is None for m in sys.argv[1:]))";

/** The Python inside a virtual environment. */
export function pythonIn(environment: string): string {
  return isWindows ? join(environment, "Scripts", "python.exe") : join(environment, "bin", "python");
}

/**
 * Runs a Python and waits for it.
 *
 * @param python the interpreter
 * @param args its arguments
 * @returns exit code, null when it could not be started, and the last line it complained with
 */
export function runPython(
  python: string,
  args: readonly string[],
): { readonly code: number | null; readonly said: string } {
  const { status, stderr, stdout, error } = spawnSync(python, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines = `${stdout ?? ""}\n${stderr ?? ""}\n${error?.message ?? ""}`.split("\n").map((line) => line.trim());
  return { code: status, said: lines.filter((line) => line !== "").at(-1) ?? "" };
}

/**
 * The modules of a Python that serve a need.
 *
 * @param python the interpreter
 * @param need what they are wanted for
 * @returns the name of the first, which is what is run for `lab`; null when it has none that serve
 */
export function serving(python: string, need: Need): string | null {
  const list = MODULES[need].find((modules) => runPython(python, ["-c", HAS, ...modules]).code === 0);
  return list?.[0] ?? null;
}

/**
 * The Python a program called `jupyter` runs on: it stands beside it.
 *
 * @param program path of `jupyter`, or of a Python
 * @returns path of the Python; null when there is none
 */
export function pythonBeside(program: string): string | null {
  if (!existsSync(program)) return null;
  if (/^python/.test(basename(program))) return program;
  const folders = [dirname(program), dirname(realpathSync(program))];
  const names = isWindows ? ["python.exe", join("..", "python.exe")] : ["python3", "python"];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync) ?? null;
}

/** Where a program is on the PATH; null when it is not. */
export function onPath(name: string): string | null {
  const names = isWindows ? [`${name}.exe`] : [name];
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.flatMap((folder) => names.map((one) => join(folder, one))).find(existsSync) ?? null;
}
