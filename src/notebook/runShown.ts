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

const NOTHING_FINISHED = "Interrupted before two replicates were finished: nothing was found.";
const STOPPED = "Stopped by an error.";

/** Options every study that can be shown takes. */
type Bound = Pick<RunOptions, "signal" | "onProgress">;

/**
 * Runs a study for a cell: with progress below it, until it is done or the cell is interrupted. Outside a kernel it just runs.
 *
 * @param options those of whoever called; their signal and progress keep working
 * @param words what is said at the end
 * @param study takes the options of a run; null when nothing was found
 * @returns what it found
 * @throws Error when it was interrupted with too little found
 */
export async function runShown<Options extends Bound, Found>(
  options: Options,
  words: Words<Found>,
  study: (options: Options) => Promise<Found | null>,
): Promise<Found> {
  const display = cellDisplay();
  if (display === null) return foundOf(await study(options));
  const line = new ProgressLine(display);
  return await untilInterrupted(async (interrupt) => {
    const signal = options.signal === undefined ? interrupt : AbortSignal.any([interrupt, options.signal]);
    const onProgress = (at: Progress): void => {
      line.update(at);
      options.onProgress?.(at);
    };
    const found = await study({ ...options, signal, onProgress }).catch((error: unknown) => {
      line.end(STOPPED);
      throw error;
    });
    if (!signal.aborted) line.end(found === null ? "" : words.ran(found));
    else {
      const said = found === null ? null : words.interrupted(found);
      line.say(said ?? NOTHING_FINISHED);
      if (said === null) throw new Error(NOTHING_FINISHED);
    }
    return foundOf(found);
  });
}

function foundOf<Found>(found: Found | null): Found {
  if (found === null) throw new Error(NOTHING_FINISHED);
  return found;
}
