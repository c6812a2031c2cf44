/** How the replicates of a run hang together. */
export interface PairingOptions {
  /**
   * Is any input a range? If so, replicates 2j and 2j + 1 share input draw j, and the draws are the independent units. If
   * not, all inputs are exact, pairs mean nothing, and every replicate is an independent unit of its own.
   */
  readonly ranged: boolean;
  /** Probability that an interval covers; 0.95 unless told. */
  readonly level?: number;
}

/** What an estimate needs to know of the run besides its values. */
export interface EstimateOptions extends PairingOptions {
  /** Individuals simulated in each replicate over individuals in reality, above 0, at most 1: luck variance shrinks by it. */
  readonly sampleShare: number;
}

/** Level of every interval unless told otherwise. */
const DEFAULT_LEVEL = 0.95;

/**
 * The level of an interval.
 *
 * @param options the pairing
 * @returns above 0 and below 1
 * @throws RangeError when it is not
 * @example levelOf({ ranged: false }); // 0.95
 */
export function levelOf(options: PairingOptions): number {
  const level = options.level ?? DEFAULT_LEVEL;
  if (!(level > 0 && level < 1)) throw new RangeError(`expected a level above 0 and below 1, got ${level}`);
  return level;
}

/**
 * The share of reality that is simulated.
 *
 * @param options what an estimate needs to know
 * @returns above 0, at most 1
 * @throws RangeError when it is not
 * @example sampleShareOf({ ranged: true, sampleShare: 0.2 }); // 0.2
 */
export function sampleShareOf(options: EstimateOptions): number {
  const { sampleShare } = options;
  if (!(sampleShare > 0 && sampleShare <= 1)) {
    throw new RangeError(`expected a sample share above 0 and at most 1, got ${sampleShare}`);
  }
  return sampleShare;
}
