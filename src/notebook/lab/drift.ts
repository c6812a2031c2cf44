import { isDeepStrictEqual } from "node:util";
import { type Cell, type Json, joined, type Lines, type Output } from "./notebook.js";
import { pngSize } from "./pngSize.js";
import { withoutRunTimes } from "./runTimes.js";
import { terminalText } from "./terminalText.js";

/** Where an output is not what it was. */
export interface Drift {
  /** Position of the cell among all cells, from 1. */
  readonly cell: number;
  /** Which output of the cell, and where in it: `stdout, line 3`, `text/html, line 12`, `image/png`. */
  readonly place: string;
  readonly expected: string;
  readonly got: string;
}

const NOTHING = "nothing";
const IMAGE = /^image\/(?!svg)/;

/**
 * Compares outputs of a run with those that stood in the notebook. Texts and numbers must be the same but for run times. An image
 * must have the same bytes; where the numbers it is drawn from stand beside it, the same size is enough, as they are compared.
 *
 * @param executed cells after the run
 * @param committed the same cells before it
 * @returns what differs, in the order of the cells; none when nothing does
 */
export function drifts(executed: readonly Cell[], committed: readonly Cell[]): Drift[] {
  return committed.flatMap((cell, index) =>
    cell.cell_type === "code" ? ofCell(index + 1, pieces(executed[index]?.outputs), pieces(cell.outputs)) : [],
  );
}

/** One thing a cell displays: a stream, an error, or what stands under one media type. */
interface Piece {
  readonly label: string;
  readonly value: Json;
  /** Beside it stand the numbers it shows. */
  readonly hasData: boolean;
}

/** What a cell displays, in order; a stream written in pieces is one. */
function pieces(outputs: readonly Output[] = []): Piece[] {
  const all: Piece[] = [];
  for (const output of outputs) {
    if (output.output_type === "stream") {
      const label = output.name ?? "stdout";
      const text = joined(output.text ?? "");
      const last = all.at(-1);
      if (last?.label === label) all[all.length - 1] = { ...last, value: `${last.value}${text}` };
      else all.push({ label, value: text, hasData: false });
    } else if (output.output_type === "error") {
      all.push({ label: "error", value: `${output.ename}: ${output.evalue}`, hasData: false });
    } else {
      const entries = Object.entries(output.data ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
      const hasData = entries.some(([type]) => type.endsWith("json"));
      for (const [label, value] of entries) all.push({ label, value, hasData });
    }
  }
  return all;
}

function ofCell(cell: number, executed: readonly Piece[], committed: readonly Piece[]): Drift[] {
  const labels = (all: readonly Piece[]): string => all.map(({ label }) => label).join(", ") || NOTHING;
  if (labels(executed) !== labels(committed)) {
    const words = executed.filter(({ label }) => label === "error").map(({ value }) => ` (${value})`);
    return [{ cell, place: "outputs", expected: labels(committed), got: labels(executed) + words.join("") }];
  }
  return committed.flatMap((piece, index) => ofPiece(cell, executed[index] ?? piece, piece));
}

function ofPiece(cell: number, executed: Piece, { label, value, hasData }: Piece): Drift[] {
  if (label.endsWith("json")) {
    return ofJson("", executed.value, value).map(({ place, ...rest }) => ({
      cell,
      place: `${label}${place}`,
      ...rest,
    }));
  }
  const [got, expected] = [textOf(executed.value), textOf(value)];
  if (!IMAGE.test(label)) return ofLines(cell, label, got.split("\n"), expected.split("\n"));
  if (got.trim() === expected.trim()) return [];
  const sizes = { expected: pngSize(expected), got: pngSize(got) };
  if (hasData && sizes.expected === sizes.got) return [];
  return [{ cell, place: label, ...(hasData ? sizes : { expected: "the same bytes", got: "others" }) }];
}

function textOf(value: Json): string {
  return terminalText(joined(value as Lines)).replace(/\n$/, "");
}

function ofLines(cell: number, label: string, executed: readonly string[], committed: readonly string[]): Drift[] {
  const count = Math.max(executed.length, committed.length);
  return Array.from({ length: count }, (_, index): Drift[] => {
    const [got, expected] = [executed[index] ?? NOTHING, committed[index] ?? NOTHING];
    if (withoutRunTimes(got) === withoutRunTimes(expected)) return [];
    return [{ cell, place: `${label}, line ${index + 1}`, expected, got }];
  }).flat();
}

/** Where two values differ: the deepest places, as `.data.values[3].uplift`. */
function ofJson(place: string, got: Json | undefined, expected: Json | undefined): Omit<Drift, "cell">[] {
  if (isDeepStrictEqual(got, expected)) return [];
  if (!isHolder(got) || !isHolder(expected) || Array.isArray(got) !== Array.isArray(expected)) {
    const show = (value: Json | undefined): string => (value === undefined ? NOTHING : JSON.stringify(value));
    return [{ place, expected: show(expected), got: show(got) }];
  }
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(got)])];
  return keys.flatMap((key) =>
    ofJson(Array.isArray(expected) ? `${place}[${key}]` : `${place}.${key}`, got[key], expected[key]),
  );
}

function isHolder(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null;
}
