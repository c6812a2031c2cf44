import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { drifts } from "#tenure/notebook/lab/drift.js";
import { driftWords } from "#tenure/notebook/lab/driftWords.js";
import { type Executed, executeNotebooks } from "#tenure/notebook/lab/execute.js";
import { notebookFiles } from "#tenure/notebook/lab/names.js";
import { normalised } from "#tenure/notebook/lab/normalise.js";
import { readNotebook } from "#tenure/notebook/lab/notebook.js";
import { NOTEBOOKS } from "#tenure/notebook/lab/places.js";
import { jupyterForTests } from "../support/jupyter.ts";
import { notebookOf } from "../support/notebooks.ts";

/*
 * Every notebook of the project is run, and displays what is committed: texts and numbers exactly, but for run times. A notebook that
 * does not, and one with an error, are run beside them, so that this is known to be able to fail.
 */

const SECONDS = 20;
const { jupyter, reason } = jupyterForTests("execute");
const committed = notebookFiles(NOTEBOOKS, []);

test.runIf(process.env.REQUIRE_ALL === "1")("a Jupyter to run notebooks with", () => {
  expect(jupyter, reason).not.toBeNull();
});

test.each(committed.map((file) => [basename(file), file]))("%s stands as `npm run notebooks` writes it", (_, file) => {
  const notebook = readNotebook(file);
  expect(readFileSync(file, "utf8") === normalised(notebook, notebook), "run `npm run notebooks`").toBe(true);
});

describe.skipIf(jupyter === null)("notebooks, run (needs Python with Jupyter)", () => {
  const folder = mkdtempSync(join(tmpdir(), "notebooks-"));
  const drifting = join(folder, "drifting.ipynb");
  const failing = join(folder, "failing.ipynb");
  const waiting = new Map<string, { resolve: (one: Executed) => void; reject: (error: unknown) => void }>();
  const executed = new Map(
    [...committed, drifting, failing].map((file) => [
      file,
      new Promise<Executed>((resolve, reject) => waiting.set(file, { resolve, reject })),
    ]),
  );

  beforeAll(() => {
    const stale = notebookOf('import { load } from "tenure";\nconsole.log("in 3 s");\nconsole.log(40 + 2);');
    const outputs = [{ output_type: "stream", name: "stdout", text: "in 5 s\n41\n" }];
    writeFileSync(drifting, JSON.stringify({ ...stale, cells: [{ ...stale.cells[0], outputs }] }));
    writeFileSync(failing, JSON.stringify(notebookOf("const fine = 1;", 'throw new RangeError("too far");', "fine")));
    for (const one of executed.values()) one.catch(() => undefined);
    run().catch((error) => {
      for (const { reject } of waiting.values()) reject(error);
    });
  });

  async function run(): Promise<void> {
    if (jupyter === null) return;
    for await (const one of executeNotebooks(jupyter, [...executed.keys()])) waiting.get(one.file)?.resolve(one);
  }

  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(committed.map((file) => [basename(file), file]))("%s", async (name, file) => {
    const { failure, notebook, seconds } = await (executed.get(file) as Promise<Executed>);
    expect(failure).toBeNull();
    expect(driftWords(drifts(notebook.cells, readNotebook(file).cells))).toEqual([]);
    if (seconds > SECONDS) {
      process.stderr.write(
        `${name} took ${seconds.toFixed(0)} s: a notebook is meant to run in ${SECONDS} s on two cores.\n`,
      );
    }
  });

  test("a number that drifted is named by cell and line, a run time is not", async () => {
    const { failure, notebook } = await (executed.get(drifting) as Promise<Executed>);
    expect(failure).toBeNull();
    expect(driftWords(drifts(notebook.cells, readNotebook(drifting).cells))).toEqual([
      "cell 1, stdout, line 2: expected 41, got 42",
    ]);
  });

  test("an error is named by cell, and ends the notebook", async () => {
    const { failure, notebook } = await (executed.get(failing) as Promise<Executed>);
    expect(failure).toEqual({ cell: 2, name: "RangeError", message: "too far" });
    expect(notebook.cells.map((cell) => cell.execution_count)).toEqual([1, 2, null]);
    expect(driftWords(drifts(notebook.cells, readNotebook(failing).cells))).toEqual([
      "cell 2, outputs: expected nothing, got error (RangeError: too far)",
    ]);
  });
});
