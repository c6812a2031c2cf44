import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import process, { stdout } from "node:process";
import { drifts } from "./drift.js";
import { driftWords } from "./driftWords.js";
import { type Executed, executeNotebooks } from "./execute.js";
import { reportLabFailure, say } from "./failure.js";
import { findJupyter } from "./findJupyter.js";
import { notebookFiles } from "./names.js";
import { normalised } from "./normalise.js";
import { readNotebook } from "./notebook.js";
import { NOTEBOOKS } from "./places.js";

/** Writes what a run displayed into the notebook, and says what became of it; a notebook that failed stays as it was. */
function settle({ file, seconds, failure, notebook }: Executed): boolean {
  const name = basename(file, ".ipynb");
  if (failure !== null) {
    stdout.write(`${name}: failed in cell ${failure.cell}, left as it was\n${failure.name}: ${failure.message}\n`);
    return false;
  }
  const before = readNotebook(file);
  const text = normalised(notebook, before);
  const changed = driftWords(drifts(notebook.cells, before.cells));
  const isSame = text === readFileSync(file, "utf8");
  if (!isSame) writeFileSync(file, text);
  const outcome =
    changed.length > 0 ? "outputs changed:" : isSame ? "the same as before" : "written anew, outputs as before";
  stdout.write([`${name}: ${seconds.toFixed(1)} s, ${outcome}`, ...changed.map((line) => `  ${line}`), ""].join("\n"));
  return true;
}

try {
  const files = notebookFiles(NOTEBOOKS, process.argv.slice(2));
  let isFine = true;
  if (files.length > 0) {
    for await (const executed of executeNotebooks(findJupyter("execute", say), files))
      isFine = settle(executed) && isFine;
  }
  process.exitCode = isFine ? 0 : 1;
} catch (error) {
  process.exitCode = reportLabFailure(error);
}
