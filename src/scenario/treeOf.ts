import type { Issue } from "../basics/issues.js";
import { messages } from "../basics/messages.js";
import { show } from "../basics/show.js";
import { isHistory } from "./history.js";
import { issueAt } from "./located.js";
import { MOST_VALUES } from "./parse.js";
import { isRange } from "./range.js";
import { DEEPEST, type Steps, type Tree } from "./tree.js";

/**
 * A plain object as a tree, written the way a file would: a range by its words, an expiry by its short form. What is undefined
 * is as if not there.
 *
 * @param value a scenario, or the part of one that differs
 * @param issues where too deep a nesting and too many values are noted
 * @returns the tree, without places
 */
export function treeOf(value: unknown, issues: Issue[]): Tree {
  let values = 0;
  const convert = (part: unknown, steps: Steps): Tree => {
    if (++values > MOST_VALUES) return leaf(null);
    if (steps.length > DEEPEST) {
      issues.push(issueAt(null, null, steps.slice(0, 3), messages.tooDeep(DEEPEST)));
      return leaf(null);
    }
    if (Array.isArray(part)) {
      // A hole in a list is undefined: no value a field takes, and refused as such.
      const items = Array.from(part, (item, index) => convert(item, [...steps, index]));
      return { kind: "list", items, at: null, keyAt: null };
    }
    if (isRange(part)) return leaf(part.text);
    if (isHistory(part)) return leaf(part);
    if (!isPlainObject(part)) return leaf(part);
    if (steps.join(".") === "program.expiry" && "kind" in part) return convert(writtenExpiry(part), steps);
    const entries = new Map<string, Tree>();
    for (const [key, entry] of Object.entries(part)) {
      if (entry !== undefined) entries.set(key, convert(entry, [...steps, key]));
    }
    return { kind: "map", entries, at: null, keyAt: null };
  };
  const tree = convert(value, []);
  if (values > MOST_VALUES) issues.push(issueAt(null, null, [], messages.tooManyValues(MOST_VALUES)));
  return tree;
}

function leaf(value: unknown): Tree {
  return { kind: "value", value, at: null, keyAt: null };
}

/** An expiry of a complete scenario as a file would write it; one of an unknown kind is left for a message to refuse. */
function writtenExpiry(expiry: Readonly<Record<string, unknown>>): unknown {
  if (expiry.kind === "never") return "never";
  return expiry.kind === "rolling" ? { rolling: expiry.months } : show(expiry.kind);
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
