import type { Words } from "../basics/messages.js";

/** What became of a value: taken, or refused in words; `at` leads from the field to the part that is wrong. */
export type Reading<T> = { readonly value: T } | { readonly words: Words; readonly at?: readonly string[] };

/** Whether a reading was refused. */
export function refused<T>(reading: Reading<T>): reading is { readonly words: Words; readonly at?: readonly string[] } {
  return "words" in reading;
}
