import { drifts } from "./drift.js";
import { type Cell, type Json, joined, type Lines, type Notebook, type Output } from "./notebook.js";
import { terminalText } from "./terminalText.js";

/** What of a cell's metadata is the author's; the rest says when a cell ran and how a screen showed it. */
const KEPT = ["jupyter", "slideshow", "tags"];

/** Media types that Jupyter writes in lines. */
const IN_LINES = /^text\/|^image\/svg\+xml$|^application\/javascript$/;

/**
 * A notebook after a run, so that running it again gives the same bytes: no times, no traces of a screen, keys in order. An output that
 * differs from the one before the run in nothing but run times stays as it was.
 *
 * @param executed with the outputs of the run
 * @param before the run
 * @returns text of the file
 */
export function normalised(executed: Notebook, before: Notebook): string {
  const ids = new Set<string>();
  const cells = executed.cells.map((cell, index) => {
    const previous = before.cells[index];
    const outputs = joinedStreams(cell.outputs ?? []).map(normalOutput);
    const kept = previous !== undefined && drifts([{ ...cell, outputs }], [previous]).length === 0;
    return normalCell(
      cell,
      freeId(previous?.id, ids),
      kept ? joinedStreams(previous.outputs ?? []).map(normalOutput) : outputs,
    );
  });
  const { kernelspec = null, language_info = null, ...rest } = executed.metadata;
  const metadata = { ...pick(rest, ["authors", "title"]), kernelspec, language_info };
  return `${JSON.stringify(sorted({ cells, metadata, nbformat: 4, nbformat_minor: 5 }), null, 1)}\n`;
}

/** Its own when it has one that no cell before it has; else the first `cell-1`, `cell-2` … that is free. */
function freeId(own: string | undefined, taken: Set<string>): string {
  let id = own ?? "";
  for (let count = taken.size + 1; id === "" || taken.has(id); count++) id = `cell-${count}`;
  taken.add(id);
  return id;
}

function normalCell(cell: Cell, id: string, outputs: readonly Json[]): Json {
  const common = { cell_type: cell.cell_type, id, metadata: pick(cell.metadata, KEPT), source: inLines(cell.source) };
  return cell.cell_type === "code" ? { ...common, execution_count: cell.execution_count ?? null, outputs } : common;
}

/** Neighbouring pieces of one stream as one output: how a stream falls into pieces is chance. */
function joinedStreams(outputs: readonly Output[]): Output[] {
  const all: Output[] = [];
  for (const output of outputs) {
    const last = all.at(-1);
    const text = joined(output.text ?? "");
    const continues = output.output_type === "stream" && last?.output_type === "stream" && last.name === output.name;
    if (continues) all[all.length - 1] = { ...last, text: joined(last.text ?? "") + text };
    else all.push(output);
  }
  return all;
}

function normalOutput(output: Output): Json & Output {
  if (output.output_type === "stream") return { ...output, text: inLines(terminalText(joined(output.text ?? ""))) };
  if (output.data === undefined) return { ...output };
  const data = Object.entries(output.data).map(([type, value]) => [
    type,
    IN_LINES.test(type) ? inLines(value as Lines) : value,
  ]);
  return { ...output, data: Object.fromEntries(data), metadata: output.metadata ?? {} };
}

function inLines(text: Lines): readonly string[] {
  return (
    joined(text)
      .replaceAll("\r\n", "\n")
      .match(/[^\n]*\n|[^\n]+$/g) ?? []
  );
}

function pick(from: Readonly<Record<string, Json>>, keys: readonly string[]): Record<string, Json> {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));
}

/** The same with keys in order at every depth, as Jupyter writes them. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
