import type { Words } from "../basics/messages.js";
import type { Steps } from "../scenario/tree.js";

/** A value of a lever as it would stand in a file: a number, a word such as "never", or the words of a range. */
export type LeverValue = number | string;

/** One value of a program and what to try in its place. */
export interface Lever {
  /** As `program.earn.pointsPerUnit`; entries of lists by number or by name: `program.tiers.levels[Gold].from`. */
  readonly path: string;
  /** One by one, or in words: `0.5, 1, 2`, `0.5..2 by 0.5`, `100..400 in 4`. */
  readonly values: readonly LeverValue[] | string;
}

/** A lever whose path and values are understood. */
export interface ReadLever {
  readonly path: string;
  readonly steps: Steps;
  /** From low to high, words last: their order in the input changes nothing. */
  readonly values: readonly LeverValue[];
}

/** What became of a part of a lever: understood, or refused in words. */
export type LeverReading<T> = { readonly value: T } | { readonly words: Words };
