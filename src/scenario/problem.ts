import type { Words } from "../basics/messages.js";
import type { Steps } from "./tree.js";

/** Something wrong with a document, before it is known which place in which file wrote it. */
export interface Problem {
  readonly steps: Steps;
  readonly words: Words;
  /** Whether something is not there, so that there is no value to point at. */
  readonly missing: boolean;
  /** Point at the key, not at the value. */
  readonly atKey: boolean;
}
