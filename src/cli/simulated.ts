import { stderr } from "node:process";
import { type TextFile, writeFiles } from "../disk/write.js";
import type { LoadedScenario } from "../scenario/resolve.js";
import type { Progress, RunOptions } from "../study/runOptions.js";
import { listenForInterrupts } from "./interrupt.js";
import { notesOf } from "./notes.js";
import { withPlaces } from "./refuse.js";
import { ProgressLine } from "./screen.js";

/** What a simulation found, and whether somebody ended it early. */
export interface Simulated<Found> {
  readonly found: Found;
  /** Exit code of whoever ended the run early; null when nobody did. */
  readonly interrupted: number | null;
}

/**
 * Runs a study with progress on the terminal, until it is done or interrupted.
 *
 * @param loaded the scenarios it is about, for the places of issues
 * @param study takes the options of a run
 * @returns what it found
 * @throws InputError with places, where the study refuses what it is given
 */
export async function simulated<Found>(
  loaded: readonly LoadedScenario[],
  study: (options: Pick<RunOptions, "signal" | "onProgress">) => Promise<Found>,
): Promise<Simulated<Found>> {
  for (const note of notesOf(loaded)) stderr.write(`${note}\n`);
  const interrupts = listenForInterrupts();
  const progress = new ProgressLine();
  try {
    const options = { signal: interrupts.signal, onProgress: (at: Progress): void => progress.update(at) };
    return { found: await withPlaces(loaded, () => study(options)), interrupted: interrupts.code() };
  } finally {
    progress.stop();
    interrupts.release();
  }
}

/**
 * Writes what a study found, when there is a folder to write into.
 *
 * @param folder as asked for with `--out`
 * @param files what to write; none for no findings
 * @returns paths written, or the error when they could not be: there still is something to print
 */
export async function written(
  folder: string | undefined,
  files: () => Promise<readonly TextFile[]>,
): Promise<readonly string[] | Error> {
  if (folder === undefined) return [];
  try {
    const all = await files();
    return all.length === 0 ? [] : await writeFiles(folder, all);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
