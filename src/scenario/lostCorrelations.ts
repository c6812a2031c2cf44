import type { SourceDocument } from "./parse.js";
import type { Origin, Tree } from "./tree.js";

/**
 * Correlations that a file of a chain inherits and loses by stating others: a list replaces. Who takes them back with an empty list
 * knows it.
 *
 * @param documents the scenario's own file, then the file it extends, and so on
 * @returns a sentence for each list that lets inputs of the list before it go
 */
export function lostCorrelations(documents: readonly SourceDocument[]): string[] {
  const notes: string[] = [];
  let before: Tree | null = null;
  for (const { root } of [...documents].reverse()) {
    const stated = root?.entries.get("correlations") ?? null;
    if (stated === null) continue;
    const kept = inputsOf(stated);
    const lost = inputsOf(before).filter((input) => !kept.includes(input));
    if (kept.length > 0 && lost.length > 0 && before?.at != null && stated.at !== null) {
      notes.push(
        `${placeOf(stated.at)}: these correlations take the place of those in ${placeOf(before.at)}: ${lost.join(", ")} no longer hang together. Who wants both writes both here.`,
      );
    }
    before = stated;
  }
  return notes;
}

function placeOf({ file, line }: Origin): string {
  return `${file}:${line}`;
}

/** Paths of the inputs in a list of correlations. */
function inputsOf(list: Tree | null): string[] {
  if (list?.kind !== "list") return [];
  return list.items.flatMap((group) => {
    const inputs = group.kind === "map" ? group.entries.get("inputs") : undefined;
    return inputs?.kind === "list"
      ? inputs.items.flatMap((item) => (item.kind === "value" && typeof item.value === "string" ? [item.value] : []))
      : [];
  });
}
