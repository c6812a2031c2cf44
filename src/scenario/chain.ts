import type { Issue } from "../basics/issues.js";
import { messages, type Words } from "../basics/messages.js";
import { withHistoryRead } from "./historyFile.js";
import { issueAt } from "./located.js";
import { nearest } from "./nearest.js";
import { parseDocument, type SourceDocument } from "./parse.js";
import { isNull, type Tree } from "./tree.js";

/** Most files in a chain of `extends`. */
const LONGEST_CHAIN = 20;

/** Where scenario files come from: a disk, or texts in memory. */
export interface FileSource {
  /** The text of a file; null when there is none; the words of an issue when it cannot be read. */
  read(file: string): Promise<string | null | Words>;
  /** The file a name means, seen from the file that names it. */
  resolve(from: string, name: string): string;
  /** The names of the files beside one, for a suggestion. */
  beside(file: string): Promise<readonly string[]>;
}

/** A scenario file and the files it extends, its own first. */
export interface Chain {
  readonly documents: readonly SourceDocument[];
  /** What is wrong with the chain itself. */
  readonly issues: readonly Issue[];
  /** False when a file of the chain is missing. */
  readonly complete: boolean;
}

/**
 * Reads a file and all it extends.
 *
 * @param file the scenario file
 * @param source where files come from
 * @returns what was read; problems are in it, none is thrown
 */
export async function readChain(file: string, source: FileSource): Promise<Chain> {
  const documents: SourceDocument[] = [];
  const files = [file];
  const broken = (tree: Tree | null, words: Words): Chain => {
    const from = documents.at(-1)?.file ?? file;
    return {
      documents,
      issues: [issueAt(from, tree?.at ?? null, tree === null ? [] : ["extends"], words)],
      complete: false,
    };
  };
  let naming: Tree | null = null;
  for (;;) {
    const here = files.at(-1) ?? file;
    const text = await source.read(here);
    if (text === null) return broken(naming, await missing(here, naming, source));
    if (typeof text !== "string") return broken(naming, text);
    const document = await withHistoryRead(parseDocument(text, here), source);
    documents.push(document);
    naming = document.root?.entries.get("extends") ?? null;
    if (naming === null || isNull(naming)) return { documents, issues: [], complete: true };
    if (naming.kind !== "value" || typeof naming.value !== "string" || naming.value === "") {
      return broken(naming, messages.extendsNotText(naming.kind === "value" ? naming.value : naming.kind));
    }
    const next = source.resolve(here, naming.value);
    files.push(next);
    if (files.indexOf(next) < files.length - 1) return broken(naming, messages.extendsCycle(files));
    if (files.length > LONGEST_CHAIN) return broken(naming, messages.extendsTooDeep(LONGEST_CHAIN));
  }
}

async function missing(file: string, naming: Tree | null, source: FileSource): Promise<Words> {
  const others = await source.beside(file);
  if (naming?.kind !== "value") return messages.fileMissing(nearest(lastPart(file), others));
  const name = String(naming.value);
  const near = nearest(lastPart(name), others);
  return messages.extendsMissing(
    name,
    near === null ? null : name.slice(0, name.length - lastPart(name).length) + near,
  );
}

function lastPart(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
