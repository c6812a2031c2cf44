import { readFileSync } from "node:fs";
import { InputError } from "../../basics/issues.js";
import { labIssue, labMessages } from "./messages.js";

/** Anything JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A text as Jupyter writes it: in one piece, or in lines that keep their ends. */
export type Lines = string | readonly string[];

/** One output of a cell: a stream has a text, an error a traceback, all others data by media type. */
export interface Output {
  readonly output_type: string;
  readonly name?: string;
  readonly text?: Lines;
  readonly data?: { readonly [mediaType: string]: Json };
  readonly metadata?: { readonly [key: string]: Json };
  readonly execution_count?: number | null;
  readonly ename?: string;
  readonly evalue?: string;
  readonly traceback?: readonly string[];
}

/** A cell; only cells of code have outputs. */
export interface Cell {
  readonly cell_type: string;
  readonly id?: string;
  readonly source: Lines;
  readonly metadata: { readonly [key: string]: Json };
  readonly outputs?: readonly Output[];
  readonly execution_count?: number | null;
}

/** A notebook of Jupyter's format 4, as far as it matters here. */
export interface Notebook {
  readonly cells: readonly Cell[];
  readonly metadata: { readonly [key: string]: Json };
  readonly nbformat: number;
  readonly nbformat_minor: number;
}

/** A text in one piece. */
export function joined(lines: Lines): string {
  return typeof lines === "string" ? lines : lines.join("");
}

/**
 * Reads a notebook.
 *
 * @param file path
 * @returns what it holds
 * @throws InputError when it is no notebook
 */
export function readNotebook(file: string): Notebook {
  const refuse = (reason: string): never => {
    throw new InputError([labIssue(file, "", labMessages.notNotebook(reason))]);
  };
  let notebook: Notebook;
  try {
    notebook = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  if (notebook.nbformat !== 4 || !Array.isArray(notebook.cells)) return refuse("something else");
  return notebook;
}
