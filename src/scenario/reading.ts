import type { Words } from "../basics/messages.js";

/** Why a value is not taken; `at` leads from the field to the part that is wrong. */
export interface Refusal {
  readonly words: Words;
  readonly at?: readonly (string | number)[];
}

/** What became of a value: taken, or refused in words, with `more` where several parts of it are wrong. */
export type Reading<T> = { readonly value: T } | (Refusal & { readonly more?: readonly Refusal[] });

/** Whether a reading was refused. */
export function refused<T>(reading: Reading<T>): reading is Refusal & { readonly more?: readonly Refusal[] } {
  return "words" in reading;
}
