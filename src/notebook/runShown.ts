import type { Progress, RunOptions } from "../study/runOptions.js";
import { untilInterrupted } from "./interrupt.js";
import { cellDisplay } from "./kernel.js";
import { ProgressLine } from "./progress.js";

/** What stays below the cell of a run. */
export interface Words<Found> {
  /** What ran; no time it took, so that another run of the notebook leaves the same. */
  readonly ran: (found: Found) => string;
  /** On what an interrupted run stands; null when that is too little to go on. */
  readonly interrupted: (found: Found) => string | null;
}

const NOTHING_FINISHED = "Interrupted before enough was finished: nothing was found.";
const STOPPED = "Stopped by an error.";

/** What a run is bound to: the options of a study that this room sets. */
export type Bound = Pick<RunOptions, "signal" | "onProgress">;

/**
 * Runs a study for a cell: with progress below it, until it is done or the cell is interrupted. Outside a kernel it just runs.
 *
 * @param options those of whoever called; their signal and progress keep working
 * @param words what is said at the end
 * @param study takes the options a run is bound to; null when nothing was found
 * @returns what it found
 * @throws Error when it was interrupted with too little found
 */
export async function runShown<Found>(
  options: Bound,
  words: Words<Found>,
  study: (bound: Bound) => Promise<Found | null>,
): Promise<Found> {
  const display = cellDisplay();
  if (display === null) return foundOf(await study({}));
  const line = new ProgressLine(display);
  return await untilInterrupted(async (interrupt) => {
    const signal = options.signal === undefined ? interrupt : AbortSignal.any([interrupt, options.signal]);
    const onProgress = (at: Progress): void => {
      line.update(at);
      options.onProgress?.(at);
    };
    const found = await study({ signal, onProgress }).catch((error: unknown) => {
      if (signal.aborted) return null;
      line.end(STOPPED);
      throw error;
    });
    if (!signal.aborted) {
      if (found !== null) line.end(words.ran(found));
      return foundOf(found);
    }
    const said = found === null ? null : words.interrupted(found);
    line.say(said ?? NOTHING_FINISHED);
    return foundOf(said === null ? null : found);
  });
}

function foundOf<Found>(found: Found | null): Found {
  if (found === null) throw new Error(NOTHING_FINISHED);
  return found;
}
