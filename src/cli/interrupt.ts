import process, { stderr } from "node:process";
import { EXIT } from "./exitCode.js";

const SHOW_CURSOR = "\u001b[?25h";

/** A run that can be asked to end early. */
export interface Interruptible {
  readonly signal: AbortSignal;
  /** Exit code of whoever asked; null when nobody did. */
  readonly code: () => number | null;
  /** Hands both signals back to the system, which ends the process. */
  readonly release: () => void;
}

/**
 * Turns Ctrl-C and SIGTERM into an abort; the second of them ends the process at once. Commands that have nothing worth keeping
 * leave both to the system.
 *
 * @returns the signal of the abort, until it is released
 */
export function listenForInterrupts(): Interruptible {
  const abort = new AbortController();
  let code: number | null = null;
  const end = (asked: number): void => {
    if (code !== null) {
      if (stderr.isTTY) stderr.write(SHOW_CURSOR);
      process.exit(asked);
    }
    code = asked;
    abort.abort();
  };
  const onInterrupt = (): void => end(EXIT.interrupted);
  const onTerminate = (): void => end(EXIT.terminated);
  process.on("SIGINT", onInterrupt).on("SIGTERM", onTerminate);
  return {
    signal: abort.signal,
    code: () => code,
    release: () => {
      process.off("SIGINT", onInterrupt).off("SIGTERM", onTerminate);
    },
  };
}
