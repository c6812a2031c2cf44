import { mean } from "../stats/moments.js";
import type { EstimateOptions } from "../stats/options.js";
import { outcomes } from "../stats/outcomes.js";

/** From this share of outcomes on they agree. */
const AGREEMENT = 0.95;

/** Which of several things is the highest, and how sure that is. */
export interface Highest {
  readonly at: number;
  /** By thing: share of outcomes in which it is the highest, ties split. */
  readonly shares: readonly number[];
  readonly isFlattered: boolean;
}

/**
 * The highest of several means, and the share of outcomes in which each is the highest. Outcomes are those of the paired differences
 * to the highest mean: what all have in common, however uncertain, decides nothing between them.
 *
 * @param values by thing, one for each replicate
 * @param options pairing and sample share
 * @returns the highest, the first of equals
 * @example
 * const { at, shares } = highest([[1, 5, 3, 3], [2, 2, 2, 3]], { ranged: false, sampleShare: 1 });
 * [at, shares]; // [0, [0.625, 0.375]]
 */
export function highest(values: readonly (readonly number[])[], options: EstimateOptions): Highest {
  const means = values.map((one) => mean(one));
  const at = means.indexOf(means.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY));
  const replicates = values[at].length;
  const ahead = values.map((one) =>
    outcomes(
      one.map((value, replicate) => value - values[at][replicate]),
      options,
    ),
  );
  // Divided once: a sum of at most one a replicate never exceeds their number, a sum of shares may exceed 1 by rounding.
  const wins = new Array<number>(values.length).fill(0);
  for (let replicate = 0; replicate < replicates; replicate++) {
    const most = ahead.reduce((best, one) => Math.max(best, one[replicate]), Number.NEGATIVE_INFINITY);
    const tied = ahead.flatMap((one, thing) => (one[replicate] === most ? [thing] : []));
    for (const thing of tied) wins[thing] += 1 / tied.length;
  }
  const shares = wins.map((count) => count / replicates);
  return { at, shares, isFlattered: values.length > 1 && shares[at] < AGREEMENT };
}
