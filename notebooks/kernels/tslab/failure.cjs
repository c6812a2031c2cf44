"use strict";
const { existsSync } = require("node:fs");
const path = require("node:path");
const { inspect } = require("node:util");
const { root } = require("./tslab.cjs");

/** The project's folder in front of a file, as a path or as an address. */
const FOLDER = `${root}${path.sep}`;

/** How tslab prints one complaint of the compiler. */
const DIAGNOSTIC = "%s%d:%d - %s";

/**
 * What tslab complained about, as Jupyter shows it.
 *
 * @param complaints arguments of each call of `console.error`
 * @param code of the cell
 * @returns content of Jupyter's message `error`
 */
function failureOf(complaints, code) {
  const diagnostics = complaints.filter(([format]) => format === DIAGNOSTIC);
  if (diagnostics.length > 0) return compileFailure(diagnostics, code.split("\n"));
  const [thrown] = complaints.length > 0 ? complaints[0] : [new Error("the cell failed without a word")];
  return thrownFailure(thrown);
}

/** Places and words of the compiler, with the line each is about. What explains the complaint before it stands below that, indented. */
function compileFailure(diagnostics, lines) {
  let last = "";
  const traceback = diagnostics.flatMap(([, file, line, column, message]) => {
    const place = `${file === "" ? "" : `${file.trim()}, `}line ${line}, column ${column}`;
    if (place === last) return [`    ${message}`];
    last = place;
    const source = file === "" && lines[line - 1] !== undefined;
    const shown = source ? [`    ${lines[line - 1]}`, `    ${" ".repeat(column - 1)}^`] : [];
    return [`${place}: ${message}`, ...shown];
  });
  if (!existsSync(path.join(root, "dist", "index.js"))) {
    traceback.push(
      "The library is not built. Cure: run `npm run build` in the project's folder, then restart the kernel.",
    );
  }
  return { ename: "CompileError", evalue: traceback[0], traceback: ["CompileError", ...traceback] };
}

function thrownFailure(thrown) {
  if (!(thrown instanceof Error)) {
    const evalue = typeof thrown === "string" ? thrown : inspect(thrown);
    return { ename: "Error", evalue, traceback: [`Error: ${evalue}`] };
  }
  if (thrown.message === "Interrupted asynchronously" || thrown.code === "ERR_SCRIPT_EXECUTION_INTERRUPTED") {
    const evalue = "the cell was stopped before its end";
    return { ename: "Interrupted", evalue, traceback: [`Interrupted: ${evalue}`] };
  }
  return { ename: thrown.name, evalue: thrown.message, traceback: linesOf(thrown) };
}

/** Name, message and calls of an error and of what caused it. The header of `stack` may know neither the name nor the message. */
function linesOf(error) {
  const calls = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^ +at /.test(line) && !/\bnode:|[\\/]tslab[\\/]|<anonymous>$/.test(line))
    .map((line) =>
      line
        .replace(/evalmachine\.<anonymous>(:\d+)*/, "cell")
        .replace(`file://${FOLDER}`, "")
        .replace(FOLDER, ""),
    )
    .filter((line) => line !== "    at cell");
  const because = error.cause instanceof Error ? linesOf(error.cause) : [];
  if (because.length > 0) because[0] = `caused by ${because[0]}`;
  return [...`${error.name}: ${error.message}`.split("\n"), ...calls, ...because];
}

module.exports = { failureOf, thrownFailure };
