import { printable } from "../report/words.js";
import type { LoadedScenario } from "../scenario/resolve.js";

/** What is right in scenarios and may still surprise, each once, as lines. */
export function notesOf(loaded: readonly LoadedScenario[]): string[] {
  return [...new Set(loaded.flatMap(({ notes }) => notes))].map((note) => `Mind: ${printable(note)}`);
}
