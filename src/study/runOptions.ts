import type { Executor } from "../engine/executor.js";

/** How to run a study; everything has a default. */
export interface RunOptions {
  /** Any text or number; the same seed gives the same bytes. Default 1. */
  readonly seed?: string | number;
  /** Replicates, 4 or more; two share each draw of the ranged inputs. Default 100. */
  readonly replicates?: number;
  /** Day-one customers simulated in each replicate; default 10,000 or the base's size, whichever is smaller. */
  readonly customers?: number;
  /** Worker threads; default as many as the machine has cores. */
  readonly workers?: number;
  /** Where to run instead of a pool of this call's own. */
  readonly executor?: Executor;
  /** Ends the run early: findings stand on the replicates finished until then. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Customer-replicates lived through, of all there are to live. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export const DEFAULT_SEED = 1;
export const DEFAULT_REPLICATES = 100;
export const DEFAULT_CUSTOMERS = 10_000;
export const FEWEST_REPLICATES = 4;

/**
 * The replicates a run is asked for.
 *
 * @param options of the run
 * @returns those given, or the default
 * @throws RangeError when they are too few, or no whole number
 * @example replicatesOf({}); // 100
 */
export function replicatesOf({ replicates = DEFAULT_REPLICATES }: RunOptions): number {
  if (!Number.isInteger(replicates) || replicates < FEWEST_REPLICATES) {
    throw new RangeError(`expected ${FEWEST_REPLICATES} or more whole replicates, got ${replicates}`);
  }
  return replicates;
}

/**
 * Customers a run simulates of a base.
 *
 * @param size customers of the base
 * @param asked how many were asked for; the default when undefined
 * @returns at least 1, at most the base's size
 * @example sampleSize(500, undefined); // 500
 */
export function sampleSize(size: number, asked: number | undefined): number {
  return Math.min(size, asked ?? DEFAULT_CUSTOMERS);
}
