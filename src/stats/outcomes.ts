import { quantile } from "simple-statistics";
import { componentsOfDraws, type VarianceComponents } from "./components.js";
import { type Draws, groupByDraw, varianceOfMean } from "./draws.js";
import { mean } from "./moments.js";
import { type EstimateOptions, sampleShareOf } from "./options.js";

const OUTCOME_RANGE = [0.05, 0.95];

/** How far one launch may end up from the estimate, and how much of that is luck. */
export interface OutcomeRange {
  /** P5 and P95 of the outcomes; null when the variance of one launch cannot be estimated. */
  readonly outcomeLow: number | null;
  readonly outcomeHigh: number | null;
  /** Share of the outcomes' variance that is luck; null when nothing varies or it cannot be estimated. */
  readonly luckShare: number | null;
}

/**
 * What one launch may see, a value for each replicate: the replicates, with their luck brought from the size that was simulated
 * to the size of reality. A sample of s times reality has 1/s times its luck variance, and the same ignorance.
 *
 * With the draw mean m and the grand mean g, an outcome is y = g + a·(m − g) + b·(x − m). Within a draw of n replicates the
 * x − m have variance L·(1 − 1/n), and b = √s scales it; the m have variance I + L/n, and a = √((I + L·s/n) / (I + L/n)) brings
 * it to I + L·s/n; together I + L·s. The centre g is itself an estimate, with variance E: outcomes are spread by the factor
 * √(1 + E·(1 − s)/(I + L·s)), so that few replicates of a small sample do not look certain. Of a ratio of totals the centre moves
 * towards the ratio, by 1 − s: the larger reality, the smaller the bias of a single ratio. When no input is a range each replicate is its own draw (n = 1, I = 0) and a = √s. At
 * s = 1 outcomes are the replicates themselves. The shape of the distribution is taken along: right in variance whatever it
 * is, in quantiles when ignorance and luck are normal.
 *
 * @param values one for each replicate, null where undefined
 * @param options pairing and sample share
 * @param centre ratio of totals that the values are single ratios of; null for plain values
 * @returns an outcome for each replicate with a value, in their order; unscaled as far as the components cannot be told apart
 * @throws RangeError when there is no replicate, a value is no number, or the sample share is outside its domain
 * @example outcomes([8, 12], { ranged: false, sampleShare: 1 }); // [8, 12]
 */
export function outcomes(
  values: ArrayLike<number | null>,
  options: EstimateOptions,
  centre: number | null = null,
): Float64Array {
  const draws = groupByDraw(values, options.ranged);
  return outcomesOfDraws(draws, componentsOfDraws(draws, options.ranged), sampleShareOf(options), centre);
}

/** P5, P95 and luck share of values already grouped. */
export function outcomeRange(draws: Draws, options: EstimateOptions, centre: number | null = null): OutcomeRange {
  const components = componentsOfDraws(draws, options.ranged);
  const share = sampleShareOf(options);
  const { ignorance, luck } = components;
  if (ignorance === null || luck === null) return { outcomeLow: null, outcomeHigh: null, luckShare: null };
  const [outcomeLow = null, outcomeHigh = null] = quantile(
    Array.from(outcomesOfDraws(draws, components, share, centre)),
    OUTCOME_RANGE,
  );
  const variance = ignorance + luck * share;
  return { outcomeLow, outcomeHigh, luckShare: variance > 0 ? (luck * share) / variance : null };
}

/** Written as what is taken off each value, so that a share of 1 gives the values back exactly. */
function outcomesOfDraws(
  draws: Draws,
  components: VarianceComponents,
  share: number,
  centre: number | null,
): Float64Array {
  const { ignorance, luck } = components;
  const { values, drawOf, means, sizes } = draws;
  const grand = values.length === 0 ? 0 : mean(values);
  const offWithin = 1 - Math.sqrt(share);
  const shift = centre === null ? 0 : (1 - share) * (centre - grand);
  const widening = wideningOf(draws, components, share) - 1;
  return values.map((value, i) => {
    const draw = drawOf[i];
    const drawMean = means[draw];
    const offBetween = 1 - scaleBetween(ignorance, luck, share, sizes[draw]);
    const outcome = value - offBetween * (drawMean - grand) - offWithin * (value - drawMean);
    return outcome + widening * (outcome - grand) + shift;
  });
}

/** How much wider outcomes of a part of reality must be, as the centre they spread about is only estimated. */
function wideningOf(draws: Draws, components: VarianceComponents, share: number): number {
  const ofCentre = varianceOfMean(draws);
  const variance = (components.ignorance ?? 0) + (components.luck ?? 0) * share;
  if (ofCentre === null || variance === 0) return 1;
  return Math.sqrt(1 + (ofCentre * (1 - share)) / variance);
}

function scaleBetween(ignorance: number | null, luck: number | null, share: number, size: number): number {
  if (ignorance === null || luck === null) return 1;
  const variance = ignorance + luck / size;
  return variance > 0 ? Math.sqrt((ignorance + (luck * share) / size) / variance) : 1;
}
