import { html, tableHtml } from "../page/html.js";
import { draw } from "../table/draw.js";
import { printable, wrap } from "../words.js";

/** Something found, as a notebook shows it: for viewers that draw HTML, and for those that do not. */
export interface Output {
  readonly html: string;
  readonly text: string;
}

/** Characters of a line of text below a cell. */
export const TEXT_WIDTH = 110;
const WIDEST_COLUMN = 44;

/**
 * What stands in the notebook's own colours, light and dark: quiet is paler ink, lines are ink at a tenth. A host that strips styles
 * leaves tables, line breaks and bold numbers, which is all that reading takes.
 */
const STYLE =
  ".tenure{font-variant-numeric:tabular-nums;max-width:1000px}" +
  ".tenure p{margin:0 0 .5em;max-width:90ch}" +
  ".tenure h4{margin:.4em 0 .2em}" +
  ".tenure ul{list-style:none;margin:.5em 0;padding:0}" +
  ".tenure li{border-left:4px solid;padding:1px 0 1px 10px;margin:0 0 .4em}" +
  ".tenure li span{color:var(--jp-ui-font-color1,inherit)}" +
  ".tenure .scroll{overflow-x:auto;margin:.3em 0 .6em}" +
  ".tenure table{border-collapse:collapse;margin:0;table-layout:auto}" +
  ".tenure caption{caption-side:top;text-align:left;white-space:nowrap;opacity:.7;padding:0 0 4px}" +
  ".tenure td,.tenure th{text-align:right;vertical-align:top;padding:4px 10px;border:0;border-bottom:1px solid rgba(128,128,128,.3);white-space:normal}" +
  ".tenure th{font-weight:600}" +
  ".tenure thead th{vertical-align:bottom;border-bottom:1.5px solid rgba(128,128,128,.8)}" +
  ".tenure tbody th,.tenure thead th:first-child{text-align:left;font-weight:500}" +
  ".tenure table.words td,.tenure table.words th{text-align:left}" +
  ".tenure .value,.tenure .p{white-space:nowrap}" +
  ".tenure .more,.tenure .p,.tenure .facts{opacity:.72;font-size:.92em}" +
  ".tenure .more{display:block}.tenure .more>br{display:none}.tenure .more span{display:inline-block}" +
  ".tenure .swatch{display:inline-block;width:10px;height:10px;margin-right:6px}";

/** Finished HTML with what it takes to read well anywhere. */
export function framed(...parts: readonly string[]): string {
  return `<div class="tenure"><style>${STYLE}</style>\n${parts.filter((part) => part !== "").join("\n")}\n</div>`;
}

/** A quiet paragraph, of phrases or of sentences. */
export function factsHtml(texts: readonly string[], between: " · " | "<br>"): string {
  return `<p class="facts">${texts.map(html).join(between)}</p>`;
}

/** A table of texts, numbers to the right unless it is one of words. */
export interface TextTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly isOfWords: boolean;
}

/**
 * A table of texts as an output.
 *
 * @param table its first column names the rows
 * @param notes sentences below it
 */
export function tableOutput(table: TextTable, notes: readonly string[] = []): Output {
  const { html: bare, text } = bareTable(table);
  return {
    html: framed(bare, notes.length === 0 ? "" : factsHtml(notes, "<br>")),
    text: [text, ...notes.map((note) => wrap(note, TEXT_WIDTH).join("\n"))].join("\n"),
  };
}

/**
 * A table of texts without its frame, as a part of an output.
 *
 * @param table its first column names the rows
 */
export function bareTable({ caption, head, rows, isOfWords }: TextTable): Output {
  const narrow = (cell: string): string => wrap(printable(cell), WIDEST_COLUMN).join("\n");
  const drawn = draw({
    head,
    rows: rows.map((row) => row.map(narrow)),
    widths: head.map(() => null),
    ruled: false,
    padding: 1,
    isOfWords,
  });
  return {
    html: tableHtml(
      html(caption),
      head.map(html),
      rows.map((row) => row.map(html)),
      isOfWords ? "words" : "",
    ),
    text: [printable(caption), drawn].join("\n"),
  };
}
