import type { Issue } from "../basics/issues.js";
import { messages, type Words } from "../basics/messages.js";
import type { FileSource } from "./chain.js";
import { type CustomerHistory, HISTORY_COLUMNS, type HistoryColumn, MOST_ROWS, REQUIRED_COLUMNS } from "./history.js";
import { HistoryRows } from "./historyRows.js";
import { issueAt } from "./located.js";
import { nearest } from "./nearest.js";
import { undecorated } from "./numberText.js";
import type { SourceDocument } from "./parse.js";
import { find, type Tree, type TreeMap } from "./tree.js";

const AT = ["customerBase", "history"];

/** Most issues told of one file. */
const MOST_ISSUES = 20;

/** What the column that names customers may be called: it is passed over, and no misspelt `customers`. */
const WHO = /^(customer|customer_?id|cust_?id)$/i;

const SEPARATORS = [",", ";", "\t"] as const;

/**
 * A document with the rows of the file it names as its customers' history in place of the name.
 *
 * @param document as parsed
 * @param source where files come from
 * @returns the document, with everything wrong in that file among its issues
 */
export async function withHistoryRead(document: SourceDocument, source: FileSource): Promise<SourceDocument> {
  const node = document.root === null ? null : find(document.root, AT);
  if (document.root === null || node?.kind !== "value" || typeof node.value !== "string") return document;
  const file = source.resolve(document.file, node.value);
  const text = await source.read(file);
  if (typeof text !== "string") {
    const words = text ?? messages.historyMissing(node.value, nearest(node.value, await source.beside(file)));
    return without(document, [issueAt(document.file, node.at, AT, words)]);
  }
  const { history, issues } = parseHistory(text, file);
  if (history === null) return without(document, issues);
  return { ...document, root: withValue(document.root, { ...node, value: history }) };
}

/** The document as if it named no history: what is wrong with that is said. */
function without(document: SourceDocument, issues: readonly Issue[]): SourceDocument {
  const root = document.root === null ? null : withValue(document.root, null);
  return { ...document, root, issues: [...document.issues, ...issues] };
}

function withValue(root: TreeMap, node: Tree | null): TreeMap {
  const base = root.entries.get("customerBase");
  if (base?.kind !== "map") return root;
  const inside = new Map(base.entries);
  if (node === null) inside.delete("history");
  else inside.set("history", node);
  return { ...root, entries: new Map(root.entries).set("customerBase", { ...base, entries: inside }) };
}

/**
 * Reads a table of customers' histories: a line of column names, then a line for each row, separated by commas, semicolons or tabs.
 * Columns of other names are passed over.
 *
 * @param text what the file holds
 * @param file its name, for issues
 * @returns the history; null, and everything wrong with its line and column, when something is
 */
export function parseHistory(
  text: string,
  file: string,
): { readonly history: CustomerHistory | null; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const note = (line: number, column: number, words: Words): void => {
    issues.push(issueAt(file, { file, line, column }, AT, words));
  };
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/);
  while (lines.at(-1)?.trim() === "") lines.pop();
  const separator = separatorOf(lines[0] ?? "");
  const places = placesOf(cellsOf(lines[0] ?? "", separator), note);
  if (lines.length < 2) note(1, 1, messages.historyEmpty());
  else if (lines.length - 1 > MOST_ROWS) note(MOST_ROWS + 2, 1, messages.historyTooLong(MOST_ROWS, lines.length - 1));
  if (issues.length > 0) return { history: null, issues };
  const rows = new HistoryRows();
  for (const [at, line] of lines.entries()) {
    if (at === 0 || line.trim() === "") continue;
    const cells = cellsOf(line, separator);
    const row: Partial<Record<HistoryColumn, unknown>> = {};
    for (const [name, place] of places) row[name] = numberIn(cells[place]?.text ?? "", separator);
    for (const { column, words } of rows.add(row)) {
      note(at + 1, cells[places.get(column) ?? 0]?.column ?? line.length + 1, words);
    }
    if (issues.length >= MOST_ISSUES) break;
  }
  return { history: issues.length === 0 ? rows.all() : null, issues: issues.slice(0, MOST_ISSUES) };
}

function separatorOf(header: string): string {
  const counts = SEPARATORS.map((separator) => header.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ",";
}

interface Cell {
  readonly text: string;
  /** In its line, from 1. */
  readonly column: number;
}

function cellsOf(line: string, separator: string): Cell[] {
  let column = 1;
  return line.split(separator).map((part) => {
    const cell = {
      text: part
        .trim()
        .replace(/^"(.*)"$/, "$1")
        .trim(),
      column,
    };
    column += part.length + 1;
    return cell;
  });
}

/** Where each known column stands. */
function placesOf(
  header: readonly Cell[],
  note: (line: number, column: number, words: Words) => void,
): ReadonlyMap<HistoryColumn, number> {
  const places = new Map<HistoryColumn, number>();
  const names = HISTORY_COLUMNS.map(({ name }) => name);
  for (const [place, { text, column }] of header.entries()) {
    const known = HISTORY_COLUMNS.find(({ name, also }) => name === text || also.includes(text))?.name;
    if (known !== undefined && places.has(known)) note(1, column, messages.historyColumnTwice(known));
    else if (known !== undefined) places.set(known, place);
  }
  for (const { text, column } of header) {
    if (WHO.test(text)) continue;
    const near = nearest(
      text,
      names.filter((name) => !places.has(name)),
    );
    if (near !== null) note(1, column, messages.unknownKey(text, names, near, []));
  }
  const missing = REQUIRED_COLUMNS.filter((name) => !places.has(name));
  const isGuessed = header.some(
    ({ text }) => !WHO.test(text) && missing.includes(nearest(text, missing) as HistoryColumn),
  );
  if (missing.length > 0 && !isGuessed) note(1, 1, messages.historyColumnMissing(missing));
  return places;
}

/** The number a cell holds; nothing where it is empty, the text itself where it is no number. */
function numberIn(text: string, separator: string): unknown {
  if (text === "") return undefined;
  const plain = separator === ";" ? text.replace(/^(-?\d+),(\d+)$/, "$1.$2") : text;
  const number = Number(plain);
  return Number.isFinite(number) && undecorated(plain) !== null && /^[-+.\d]/.test(plain) ? number : text;
}
