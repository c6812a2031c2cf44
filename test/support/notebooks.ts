import type { Notebook } from "#tenure/notebook/lab/notebook.js";

/** A notebook with cells of code, not run yet. */
export function notebookOf(...sources: readonly string[]): Notebook {
  const cells = sources.map((source, index) => ({
    cell_type: "code", id: `cell-${index + 1}`, metadata: {}, source, outputs: [], execution_count: null,
  })); // biome-ignore format: a cell a line
  const kernelspec = { display_name: "TypeScript (tenure)", language: "typescript", name: "tslab" };
  return { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
}
