import { STRENGTHS } from "./responseFields.js";
import type { Tree, TreeMap } from "./tree.js";

/**
 * `response: off` written out: every strength 0. Done before anything is merged, so that a file extending this one may switch a
 * single channel on again.
 *
 * @param root a document
 * @returns the document without shorthands
 */
export function withoutShorthands(root: TreeMap): TreeMap {
  const program = root.entries.get("program");
  if (program?.kind !== "map") return root;
  const response = program.entries.get("response");
  if (response?.kind !== "value" || response.value !== shorthandAt("program.response")) return root;
  const zero: Tree = { kind: "value", value: 0, at: response.at, keyAt: response.keyAt };
  const off: Tree = { ...response, kind: "map", entries: new Map(STRENGTHS.map((key) => [key, zero])) };
  return withEntry(root, "program", withEntry(program, "response", off));
}

function withEntry(map: TreeMap, key: string, entry: Tree): TreeMap {
  return { ...map, entries: new Map(map.entries).set(key, entry) };
}

/** The word that may stand for the map at a path; null when none may. */
export function shorthandAt(path: string): string | null {
  return path === "program.response" ? "off" : null;
}
