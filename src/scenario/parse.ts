import { isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument as parseYaml } from "yaml";
import type { Issue } from "../basics/issues.js";
import { messages, type Words } from "../basics/messages.js";
import { issueAt } from "./located.js";
import { DEEPEST, type Origin, type Steps, type Tree, type TreeMap } from "./tree.js";

/** Longest text read as a scenario. */
const LONGEST_TEXT = 200_000;
/** Most values a document may hold, each use of an alias counted. */
export const MOST_VALUES = 20_000;

const MOST_SYNTAX_ISSUES = 5;

/** One scenario file, read but not yet checked. */
export interface SourceDocument {
  readonly file: string;
  /** Null when the text is no map. */
  readonly root: TreeMap | null;
  readonly issues: readonly Issue[];
}

/**
 * Reads the text of a scenario file, YAML 1.2 or JSON, keeping the place of every value.
 *
 * @param text what the file holds
 * @param file its name, for messages
 * @returns the document with everything wrong in its syntax; never throws
 */
export function parseDocument(text: string, file: string): SourceDocument {
  const reader = new Reader(text, file);
  return { file, root: reader.read(), issues: reader.issues };
}

type Found = NonNullable<ParsedNode> | null | undefined;

/** Thrown where reading on would only repeat itself; the issue is already noted. */
class Hopeless extends Error {}

class Reader {
  readonly issues: Issue[] = [];
  private readonly lines = new LineCounter();
  private readonly anchors = new Map<string, Found>();
  private values = 0;

  constructor(
    private readonly text: string,
    private readonly file: string,
  ) {}

  read(): TreeMap | null {
    try {
      return this.readRoot();
    } catch (error) {
      if (error instanceof Hopeless) return null;
      // Brackets within brackets by the ten thousand exhaust the stack of the YAML reader.
      if (error instanceof RangeError) this.note(null, [], messages.tooDeep(DEEPEST));
      else this.note(null, [], messages.syntax(error instanceof Error ? error.message : "unreadable"));
      return null;
    }
  }

  private readRoot(): TreeMap | null {
    const start = { file: this.file, line: 1, column: 1 };
    if (this.text.length > LONGEST_TEXT) {
      this.note(start, [], messages.fileTooLarge(LONGEST_TEXT, this.text.length));
      return null;
    }
    const document = parseYaml(this.text, {
      version: "1.2",
      schema: "core",
      lineCounter: this.lines,
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: "error",
    });
    const broken = [...document.errors, ...document.warnings];
    const lines = new Set<number>();
    for (const { message, pos } of broken) {
      // What follows on the same line is mostly the same mistake, seen by another rule.
      const at = this.placeAt(pos[0]);
      if (lines.size < MOST_SYNTAX_ISSUES && !lines.has(at.line)) this.note(at, [], messages.syntax(message));
      lines.add(at.line);
    }
    if (broken.length > 0) return null;
    const tree = this.convert(document.contents, [], null);
    if (tree.kind === "map") return tree;
    const empty = tree.kind === "value" && tree.value === null;
    this.note(start, [], empty ? messages.documentEmpty() : messages.documentNotMap(documentValue(tree)));
    return null;
  }

  /** A node as a tree; `key` is where its key stands. */
  private convert(node: Found, steps: Steps, key: Origin | null): Tree {
    const own = node?.range ? this.placeAt(node.range[0]) : null;
    if (++this.values > MOST_VALUES) this.giveUp(this.placeAt(0), [], messages.tooManyValues(MOST_VALUES));
    if (steps.length > DEEPEST) this.giveUp(own, steps.slice(0, 3), messages.tooDeep(DEEPEST));
    if (isAlias(node)) {
      if (this.anchors.has(node.source)) return this.convert(this.anchors.get(node.source), steps, key);
      this.note(own, steps, messages.aliasUnknown(node.source));
      return { kind: "value", value: null, at: own, keyAt: key };
    }
    const anchor = node?.anchor;
    if (isMap<ParsedNode, ParsedNode | null>(node)) {
      const entries = this.convertEntries(node.items, steps);
      if (anchor !== undefined) this.anchors.set(anchor, node);
      return { kind: "map", entries, at: key ?? own, keyAt: key };
    }
    if (isSeq<ParsedNode>(node)) {
      const items = node.items.map((item, index) => this.convert(item, [...steps, index], null));
      if (anchor !== undefined) this.anchors.set(anchor, node);
      return { kind: "list", items, at: key ?? own, keyAt: key };
    }
    if (anchor !== undefined) this.anchors.set(anchor, node);
    const value = isScalar(node) ? node.value : null;
    return { kind: "value", value, at: own ?? key, keyAt: key };
  }

  private convertEntries(
    pairs: readonly { readonly key: ParsedNode; readonly value: ParsedNode | null }[],
    steps: Steps,
  ): Map<string, Tree> {
    const entries = new Map<string, Tree>();
    for (const pair of pairs) {
      const at = this.placeAt(pair.key.range[0]);
      const key = isScalar(pair.key) ? pair.key.value : undefined;
      if (typeof key !== "string" && typeof key !== "number" && typeof key !== "boolean") {
        this.note(at, steps, messages.keyNotText());
        continue;
      }
      const name = String(key);
      const first = entries.get(name);
      if (first !== undefined) {
        this.note(at, [...steps, name], messages.duplicateKey(name, first.keyAt?.line ?? 1));
      } else {
        entries.set(name, this.convert(pair.value, [...steps, name], at));
      }
    }
    return entries;
  }

  private placeAt(offset: number): Origin {
    const { line, col } = this.lines.linePos(offset);
    return { file: this.file, line: Math.max(1, line), column: Math.max(1, col) };
  }

  private note(at: Origin | null, steps: Steps, words: Words): void {
    this.issues.push(issueAt(this.file, at, steps, words));
  }

  private giveUp(at: Origin | null, steps: Steps, words: Words): never {
    this.note(at, steps, words);
    throw new Hopeless();
  }
}

function documentValue(tree: Tree): unknown {
  return tree.kind === "list" ? tree.items : tree.kind === "value" ? tree.value : {};
}
