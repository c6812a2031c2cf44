const LONGEST_SHOWN = 60;

/**
 * A value as a message shows it: as its author would have written it, cut to about sixty characters.
 *
 * @param value anything found in an input
 * @returns a short text
 * @example show("horizon"); // "\"horizon\""
 */
export function show(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return JSON.stringify(cut(value));
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) {
    const keys = Object.keys(value);
    return keys.length === 0 ? "an empty map" : cut(`a map with ${keys.join(", ")}`);
  }
  return cut(typeof value === "function" ? "a function" : String(value));
}

/** A text cut to the length messages show. */
export function cut(text: string): string {
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN - 1)}…`;
}

/** Alternatives as a person lists them: `a`, `b` or `c`. */
export function listed(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
}

/** A question about the word that was meant, or else another cure. */
export function orElse(nearest: string | null, otherwise: string): string {
  return nearest === null ? otherwise : `did you mean \`${nearest}\`?`;
}
