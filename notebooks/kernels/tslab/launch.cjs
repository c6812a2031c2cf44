"use strict";
/*
 * The kernel of this project's notebooks: tslab 1.0.22 with its faults cured. tslab has no settings, so its parts are put together
 * here, each cure in a file of its own:
 *
 *   compiler.cjs   cells are strict and resolve packages as the library itself does
 *   await.cjs      cells may wait in every way
 *   earlier.cjs    cells see every name of those before them
 *   wire.cjs       no output is lost; replies and errors as Jupyter's protocol has them
 *   cells.cjs      one cell after another; what an error aborts; what counts as an error
 *   failure.cjs    an error in words
 *   orphan.cjs     a kernel ends with the Jupyter that started it
 */
const { endWithParent } = require("./orphan.cjs");
const { createCompilers } = require("./compiler.cjs");
const { Cells } = require("./cells.cjs");
const { Wire } = require("./wire.cjs");
const { fromTslab } = require("./tslab.cjs");

endWithParent();

const { createExecutor } = fromTslab("./dist/executor.js");
const failures = [];
const executor = createExecutor(process.cwd(), createCompilers(), {
  log: (value) => cells.say(value),
  error: (...words) => failures.push(words),
});
const cells = new Cells(executor, failures);
process.on("SIGINT", () => {
  executor.interrupt();
  cells.interrupt();
});
process.on("uncaughtException", (error) => cells.failLate(error));
process.on("unhandledRejection", (reason) => cells.failLate(reason));

new Wire(cells, process.argv[2]).init();
