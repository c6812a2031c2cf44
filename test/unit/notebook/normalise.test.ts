import { expect, test } from "vitest";
import { normalised } from "#tenure/notebook/lab/normalise.js";
import type { Notebook, Output } from "#tenure/notebook/lab/notebook.js";
import { notebookOf } from "../../support/notebooks.ts";

/** A notebook of one cell that has run. */
function ran(outputs: readonly Output[], id: string | undefined = "cell-1"): Notebook {
  const notebook = notebookOf("1;\n2");
  const metadata = { execution: { "iopub.status.busy": "2026-01-01" }, scrolled: true, tags: ["kept"] };
  const [cell] = notebook.cells;
  const { id: _, ...bare } = cell;
  const named = id === undefined ? bare : { ...bare, id };
  return {
    ...notebook,
    metadata: { ...notebook.metadata, widgets: {}, title: "A title" },
    cells: [{ ...named, metadata, outputs, execution_count: 1 }],
  };
}

const stream = (text: string): Output => ({ output_type: "stream", name: "stdout", text });

test("traces of a run and of a screen are left out, what the author wrote is kept", () => {
  const text = normalised(ran([stream("a\nb")]), ran([]));
  expect(text).not.toMatch(/execution"|scrolled|widgets|2026/);
  expect(JSON.parse(text)).toMatchObject({
    cells: [{ id: "cell-1", metadata: { tags: ["kept"] }, outputs: [{ text: ["a\n", "b"] }], source: ["1;\n", "2"] }],
    metadata: { title: "A title" },
  });
  expect(text.endsWith("}\n")).toBe(true);
  expect(text).not.toContain("\r");
});

test("keys are in order at every depth, whatever order they came in", () => {
  const shown = (data: Output["data"]): Output => ({ output_type: "display_data", metadata: {}, data: data ?? {} });
  const one = normalised(ran([shown({ "a+json": { b: 1, a: { d: 2, c: 3 } }, "text/plain": "x" })]), ran([]));
  const other = normalised(ran([shown({ "text/plain": "x", "a+json": { a: { c: 3, d: 2 }, b: 1 } })]), ran([]));
  expect(one).toBe(other);
});

test("normalising what is normal changes nothing", () => {
  const once = normalised(ran([stream("\r1\r2\n"), stream("b\n")]), ran([]));
  const notebook: Notebook = JSON.parse(once);
  expect(normalised(notebook, notebook)).toBe(once);
});

test("an output that differs in a run time only stays as it was", () => {
  const before = ran([stream("42 in 3.0 s\n")]);
  expect(normalised(ran([stream("42 in 4.5 s\n")]), before)).toBe(normalised(before, before));
  expect(normalised(ran([stream("43 in 4.5 s\n")]), before)).toContain("43 in 4.5 s");
});

test("a cell without a name gets one that no other has", () => {
  const text = normalised(ran([], "random"), ran([], undefined));
  expect(JSON.parse(text).cells[0].id).toBe("cell-1");
});
