import { nearest } from "./nearest.js";
import { isNull, type Tree, type TreeMap } from "./tree.js";

/** What every file says for itself and passes to no other. */
export const OWN = ["schema", "name", "about", "extends"];

/**
 * What a file says on top of the file it extends. Maps merge by key, lists and values replace, null takes back what was
 * inherited, and a map whose `kind` changes inherits nothing. Every value keeps the place that wrote it.
 *
 * @param base the file extended, itself merged with those it extends
 * @param over the file that extends it
 * @returns a new tree
 */
export function extend(base: TreeMap, over: TreeMap): TreeMap {
  const inherited = [...base.entries].filter(([key]) => !OWN.includes(key));
  return mergeMaps({ ...base, entries: new Map(inherited) }, over);
}

/**
 * A tree with a patch laid over it, by the rules of {@link extend} and with nothing of its own held back.
 *
 * @param base what is patched
 * @param over the patch
 * @returns a new tree
 */
export function mergeMaps(base: TreeMap, over: TreeMap): TreeMap {
  if (changesKind(base, over)) return over;
  const entries = new Map(base.entries);
  for (const [key, entry] of over.entries) {
    const before = entries.get(key);
    entries.set(key, before === undefined ? entry : merge(before, entry));
  }
  return { ...over, entries };
}

function merge(base: Tree, over: Tree): Tree {
  return base.kind === "map" && over.kind === "map" ? mergeMaps(base, over) : over;
}

function changesKind(base: TreeMap, over: TreeMap): boolean {
  const before = base.entries.get("kind");
  const after = over.entries.get("kind");
  if (before?.kind !== "value" || after?.kind !== "value" || isNull(after)) return false;
  if (before.value === after.value) return false;
  // A misspelt kind is the kind it is near to: what it inherits is not missing besides.
  return nearest(String(after.value), [String(before.value)]) === null;
}
