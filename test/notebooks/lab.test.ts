import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { writeKernelspec } from "#tenure/notebook/lab/kernelspec.js";
import { KERNEL, NOTEBOOKS } from "#tenure/notebook/lab/places.js";
import { MAIN } from "../support/cli.ts";

/* What is said where Python or Jupyter is missing: exactly what, and the command that cures it. A Python of a few lines stands in. */

const folder = mkdtempSync(join(tmpdir(), "jupyter-"));
afterAll(() => rmSync(folder, { recursive: true }));

const FIND = `
import { findJupyter } from ${JSON.stringify(join(MAIN, "../../notebook/lab/findJupyter.js"))};
import { reportLabFailure, say } from ${JSON.stringify(join(MAIN, "../../notebook/lab/failure.js"))};
try { console.log(JSON.stringify(findJupyter("execute", say, process.argv[1]))); }
catch (error) { process.exitCode = reportLabFailure(error); }
`;

/** Looks for a Jupyter on a machine that has the given Python and no other; `$1` of the script are its arguments. */
function find(name: string, script: string | null, env: Record<string, string> = {}) {
  const bin = join(folder, name, "bin");
  mkdirSync(bin, { recursive: true });
  if (script !== null) {
    writeFileSync(join(bin, "python3"), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, "python3"), 0o755);
  }
  const environment = join(folder, name, "venv");
  const args = ["--input-type=module", "-e", FIND, environment];
  const ran = spawnSync(process.execPath, args, { encoding: "utf8", env: { PATH: bin, ...env } });
  return { ...ran, environment };
}

/** Makes environments whose Python has no Jupyter until pip has run. */
const MAKES = `PATH=/bin:/usr/bin
case "$*" in
  "-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
  *find_spec*) test -e "$(dirname "$0")/installed" ;;
  *"pip install"*) test -z "$OFFLINE" && touch "$(dirname "$0")/installed" || { echo "ERROR: no way to PyPI" >&2; exit 1; } ;;
esac`;

test("without a Python, says to install one", () => {
  const { status, stderr } = find("none", null);
  expect(stderr).toContain("Python: expected Python 3.11 or newer");
  expect(stderr).toContain("Cure: install Python (Debian and Ubuntu: `sudo apt-get install python3 python3-venv`)");
  expect(status).toBe(2);
});

test("without venv, says which package brings it, and leaves nothing half made", () => {
  const script =
    'case "$*" in "-m venv "*) echo "ensurepip is not available" >&2; exit 1 ;; *find_spec*) exit 1 ;; esac';
  const { status, stderr, environment } = find("noVenv", script);
  expect(stderr).toContain("Cure: install its module venv (Debian and Ubuntu: `sudo apt-get install python3-venv`)");
  expect([status, existsSync(environment)]).toEqual([2, false]);
});

test("without a way to PyPI, says so; the next run makes the environment anew", () => {
  const offline = find("offline", MAKES, { OFFLINE: "1" });
  expect(offline.stderr).toContain("got ERROR: no way to PyPI. Cure: connect to PyPI and run this again");
  expect(offline.status).toBe(2);
  const again = find("offline", MAKES);
  expect(again.stderr).toContain("damaged or half made: it is made anew");
  expect(JSON.parse(again.stdout)).toEqual({ python: join(again.environment, "bin", "python"), module: "nbclient" });
  const ready = find("offline", MAKES);
  expect([ready.status, ready.stderr]).toEqual([0, ""]);
});

test("a JUPYTER that is none is refused by name", () => {
  const { status, stderr } = find("named", MAKES, { JUPYTER: "/nowhere/jupyter" });
  expect(stderr).toContain("JUPYTER: expected the path of a `jupyter`");
  expect(stderr).toContain("/nowhere/jupyter");
  expect(status).toBe(2);
});

test("an unknown notebook is refused by name", () => {
  const script = join(MAIN, "../../notebook/lab/notebooks.js");
  const { status, stderr } = spawnSync(process.execPath, [script, "99-nothing"], { encoding: "utf8" });
  expect(stderr).toContain('got "99-nothing"');
  expect(status).toBe(2);
});

test("programs started from .venv find the kernel by full paths", () => {
  writeKernelspec(folder);
  const spec = JSON.parse(readFileSync(join(folder, "share", "jupyter", "kernels", "tslab", "kernel.json"), "utf8"));
  expect(spec).toMatchObject({ display_name: "TypeScript (tenure)", interrupt_mode: "signal" });
  expect(spec.argv).toEqual([process.execPath, join(KERNEL, "launch.cjs"), "{connection_file}"]);
});

test("no package.json stands between notebooks and the library", () => {
  expect(existsSync(join(NOTEBOOKS, "package.json"))).toBe(false);
});
