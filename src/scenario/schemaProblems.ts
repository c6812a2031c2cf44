import type { z } from "zod";
import { messages, type Words } from "../basics/messages.js";
import { expectedOf } from "./expected.js";
import { FIELD_PATHS, fieldAt, keysUnder, kindsAt, kindsOf, LIST_LENGTHS, requiredUnder } from "./fields.js";
import { meantKind } from "./kinds.js";
import { meantKey } from "./meant.js";
import { nearest } from "./nearest.js";
import type { Problem } from "./problem.js";
import { shorthandAt } from "./shorthand.js";
import { find, isNull, pathText, type Steps, type Tree, toPlain } from "./tree.js";

/** A key that would be right in more places than this is not shown where it belongs. */
const MOST_HOMES = 2;

type SchemaIssue = z.core.$ZodIssue;

/** What the schema found, in the words of the catalogue. */
export function schemaProblems(issues: readonly SchemaIssue[], tree: Tree): Problem[] {
  const problems = issues.flatMap((issue) => problemsOf(issue, tree));
  return problems.filter((problem) => !underUnknownKind(problem, problems, tree));
}

function problemsOf(issue: SchemaIssue, tree: Tree): Problem[] {
  const steps = issue.path.filter((step) => typeof step !== "symbol");
  const found = find(tree, steps);
  const problem = { steps, missing: found === null || isNull(found), atKey: false };
  if (issue.code === "custom") return [{ ...problem, words: leafWords(issue.params, steps, found) }];
  if (issue.code === "unrecognized_keys") {
    const map = found === null ? undefined : toPlain(found);
    return issue.keys.flatMap((key) => {
      const words = unknownKey(key, steps, map, tree);
      return words === null ? [] : [{ steps: [...steps, key], words, missing: false, atKey: true }];
    });
  }
  const plain = found === null ? undefined : toPlain(found);
  if (issue.code === "invalid_type")
    return [{ ...problem, words: groupWords(steps, plain, issue.expected === "array") }];
  const length = Array.isArray(plain) ? plain.length : 0;
  const { fewest, most } = LIST_LENGTHS[pathText(steps) as keyof typeof LIST_LENGTHS];
  return [{ ...problem, words: messages.listLength(fewest, most, length) }];
}

/** The words a leaf of the schema put into its issue. */
function leafWords(params: Readonly<Record<string, unknown>> | undefined, steps: Steps, found: Tree | null): Words {
  const field = fieldAt(pathText(steps));
  if (isNull(found) && field !== null) return messages.noDefault(expectedOf(field));
  return params?.words as Words;
}

function groupWords(steps: Steps, got: unknown, isList: boolean): Words {
  const path = pathText(steps);
  const key = String(steps.at(-1) ?? "");
  const inList = typeof steps.at(-1) === "number";
  if (got === null && !inList) return messages.noDefault(isList ? "a list" : "a map");
  if (isList)
    return got === undefined ? messages.missing(key, "a list", "each entry begins with a dash") : messages.notList(got);
  return got === undefined
    ? messages.missingMap(key, requiredUnder(path))
    : messages.notMap(keysUnder(path), got, shorthandAt(path));
}

/** What is to be said of a key that is not known; nothing when it may be right for the kind its map does not say. */
function unknownKey(key: string, steps: Steps, map: unknown, tree: Tree): Words | null {
  const here = pathText(steps);
  const kind = meantKind(here, map);
  const kinds = kindsOf(here, key);
  if (kind === null && kinds.length > 0) return null;
  const allowed = here === "" ? ["extends", ...keysUnder(here)] : keysUnder(here, kind);
  if (kind !== null && kinds.length > 0) {
    return messages.otherKind(key, kinds, kind, allowed, nearest(key, allowed));
  }
  const near = meantKey(key, allowed);
  const homes = near === null ? homesOf(key, tree) : [];
  return messages.unknownKey(key, allowed, near, homes.length <= MOST_HOMES ? homes : []);
}

/** Paths of the maps in which a key would be right, in a document of the kinds this one states. */
function homesOf(key: string, tree: Tree): string[] {
  const homes = FIELD_PATHS.flatMap((path) => {
    const steps = path.split(".");
    const index = steps.findIndex((step) => step.replace("[]", "") === key);
    return index < 0 || !isOfStatedKind(path, tree) ? [] : [steps.slice(0, index).join(".")];
  });
  return [...new Set(homes)];
}

function isOfStatedKind(path: string, tree: Tree): boolean {
  const steps = path.split(".");
  const map = steps.findIndex((_, index) => kindsAt(steps.slice(0, index).join(".")).length > 0);
  const kinds = fieldAt(path)?.kinds;
  if (map < 0 || kinds === undefined) return true;
  const found = find(tree, steps.slice(0, map));
  const kind = found === null ? null : meantKind(steps.slice(0, map).join("."), toPlain(found));
  return kind === null || kinds.includes(kind);
}

/** Of a map whose `kind` is no kind there is, nor nearly one, nothing else is said: its other keys may be right for what was meant. */
function underUnknownKind(problem: Problem, problems: readonly Problem[], tree: Tree): boolean {
  const path = pathText(problem.steps);
  return problems.some((other) => {
    if (!isUnknownKind(other, tree)) return false;
    const map = `${pathText(other.steps.slice(0, -1))}.`;
    return path.startsWith(map) && path !== `${map}kind`;
  });
}

/**
 * Whether a problem is that of a `kind` nobody can guess.
 *
 * @param problem with a document
 * @param tree the document
 */
export function isUnknownKind({ steps, missing }: Problem, tree: Tree): boolean {
  if (steps.at(-1) !== "kind" || missing) return false;
  const map = steps.slice(0, -1);
  const found = find(tree, map);
  return found === null || meantKind(pathText(map), toPlain(found)) === null;
}
