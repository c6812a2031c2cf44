import gammaincinv from "@stdlib/math-base-special-gammaincinv";
import seedrandom from "seedrandom";

/**
 * How many standard errors a normal statistic may be off before a test calls it wrong.
 *
 * @param falseAlarm probability that a right program fails the test, both sides together
 * @returns z with P(|Z| > z) = falseAlarm
 * @example zForFalseAlarm(1e-6); // 4.8916
 */
export function zForFalseAlarm(falseAlarm: number): number {
  return Math.sqrt(2 * gammaincinv(falseAlarm, 0.5, true));
}

/** Counts a test accepts, both ends included. */
interface Band {
  readonly low: number;
  readonly high: number;
}

/**
 * Counts of successes a right program may show: each end is left with at most half the false-alarm probability, exactly, from the
 * binomial itself.
 *
 * @param trials independent trials
 * @param probability of success in each
 * @param falseAlarm probability that a right program falls outside, at most
 * @returns the narrowest such band
 * @example binomialBand(10, 0.5, 0.05); // low 2, high 8
 */
export function binomialBand(trials: number, probability: number, falseAlarm: number): Band {
  if (probability <= 0) return { low: 0, high: 0 };
  if (probability >= 1) return { low: trials, high: trials };
  const weights = binomialWeights(trials, probability);
  const tail = (falseAlarm / 2) * weights.reduce((sum, weight) => sum + weight, 0);
  let low = 0;
  for (let below = weights[0]; below <= tail; below += weights[low]) low++;
  let high = trials;
  for (let above = weights[trials]; above <= tail; above += weights[high]) high--;
  return { low, high };
}

/** Binomial probabilities up to a factor, stepped outward from the mode, which has weight 1: nothing over- or underflows. */
function binomialWeights(trials: number, probability: number): Float64Array {
  const weights = new Float64Array(trials + 1);
  const odds = probability / (1 - probability);
  const mode = Math.min(trials, Math.floor((trials + 1) * probability));
  weights[mode] = 1;
  for (let k = mode; k < trials; k++) weights[k + 1] = (weights[k] * odds * (trials - k)) / (k + 1);
  for (let k = mode; k > 0; k--) weights[k - 1] = (weights[k] * k) / (odds * (trials - k + 1));
  return weights;
}

/**
 * Is the count inside the band?
 *
 * @example inBand(12, { low: 10, high: 20 }); // true
 */
export function inBand(count: number, band: Band): boolean {
  return count >= band.low && count <= band.high;
}

/**
 * A source of independent standard normal numbers, by Box and Muller.
 *
 * @param seed any text
 * @returns a function that gives the next number
 * @example standardNormals("a")();
 */
export function standardNormals(seed: string): () => number {
  const uniform = seedrandom(seed);
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/**
 * How often an interval covers the truth.
 *
 * @param runs how many intervals to make
 * @param truth what they should cover
 * @param interval makes the next one; a null end is open
 * @returns how many cover
 * @example coveredCount(3, 0, () => ({ low: -1, high: null })); // 3
 */
export function coveredCount(
  runs: number,
  truth: number,
  interval: () => { readonly low: number | null; readonly high: number | null },
): number {
  let covered = 0;
  for (let run = 0; run < runs; run++) {
    const { low, high } = interval();
    if ((low ?? Number.NEGATIVE_INFINITY) <= truth && truth <= (high ?? Number.POSITIVE_INFINITY)) covered++;
  }
  return covered;
}

/** A made-up run whose truth is known: normal ignorance and normal luck around a mean. */
interface KnownRun {
  readonly replicates: number;
  readonly mean: number;
  readonly ignoranceDeviation: number;
  readonly luckDeviation: number;
}

/**
 * Replicates of such a run, two an input draw.
 *
 * @param run its truth
 * @param normal source of standard normal numbers
 * @returns a value for each replicate
 * @example knownReplicates({ replicates: 3, mean: 5, ignoranceDeviation: 2, luckDeviation: 1 }, standardNormals("a"));
 */
export function knownReplicates(run: KnownRun, normal: () => number): Float64Array {
  const values = new Float64Array(run.replicates);
  let draw = 0;
  for (let k = 0; k < run.replicates; k++) {
    if (k % 2 === 0) draw = run.mean + run.ignoranceDeviation * normal();
    values[k] = draw + run.luckDeviation * normal();
  }
  return values;
}
