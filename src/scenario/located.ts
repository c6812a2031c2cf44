import type { Issue } from "../basics/issues.js";
import type { Words } from "../basics/messages.js";
import { type Origin, pathText, type Steps } from "./tree.js";

/** An issue from its words and where they apply. */
export function issueAt(file: string | null, at: Origin | null, steps: Steps, words: Words): Issue {
  return {
    file: at?.file ?? file,
    line: at?.line ?? null,
    column: at?.column ?? null,
    path: pathText(steps),
    ...words,
  };
}

/**
 * Issues as they are shown: each once, by file, line and column.
 *
 * @param issues in any order
 * @returns a new list
 */
export function inOrder(issues: readonly Issue[]): Issue[] {
  const once = new Map(issues.map((issue) => [JSON.stringify(issue), issue]));
  const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...once.values()].sort(
    (a, b) =>
      compareText(a.file ?? "", b.file ?? "") ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compareText(a.path, b.path),
  );
}
