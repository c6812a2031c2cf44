import gammainc from "@stdlib/math-base-special-gammainc";
import { normalScore } from "./normal.js";
import { gammaQuantile } from "./quantiles.js";
import { FARTHEST, PER_UNIT } from "./scoreAmong.js";

/** Points on which the distribution of a mixture is computed, and components it is computed of. */
const GRID = 240;
const MOST_COMPONENTS = 120;

const TAIL = 1e-6;

/** Gamma variables, one of which is drawn by weight. */
export interface GammaMixture {
  readonly weights: ArrayLike<number>;
  readonly shapes: ArrayLike<number>;
  /** By component; a value is a Gamma at scale 1 divided by it. */
  readonly rates: ArrayLike<number>;
}

/**
 * Where the values of a mixture of gamma distributions stand among all of its values, as normal scores.
 *
 * @param mixture components; of more than 120 those are taken that stand at equal steps of weight, in their order by mean
 * @returns values at the scores −4, −3.9375, …, 4
 * @example mixtureKnots({ weights: [1], shapes: [1], rates: [2] })[64].toFixed(3); // "0.347": the median of an exponential of rate 2
 */
export function mixtureKnots(mixture: GammaMixture): Float64Array {
  const parts = representatives(mixture);
  const ends = parts.map(({ shape, rate }) => {
    const quantile = gammaQuantile(shape);
    return [quantile(TAIL, false) / rate, quantile(TAIL, true) / rate];
  });
  const low = Math.log(
    Math.max(
      1e-300,
      ends.reduce((least, [end]) => Math.min(least, end), Infinity),
    ),
  );
  const high = Math.log(ends.reduce((most, [, end]) => Math.max(most, end), 0));
  const points = Array.from({ length: GRID + 1 }, (_, at) => low + ((high - low) * at) / GRID);
  const scores = points.map((point) => scoreOf(shareBelow(parts, Math.exp(point))));
  let at = 0;
  return Float64Array.from({ length: 2 * FARTHEST * PER_UNIT + 1 }, (_, knot) => {
    const score = knot / PER_UNIT - FARTHEST;
    while (at < GRID - 1 && scores[at + 1] < score) at++;
    const step = scores[at + 1] - scores[at];
    const part = step > 0 ? Math.max(0, Math.min(1, (score - scores[at]) / step)) : 0;
    return Math.exp(points[at] + (points[at + 1] - points[at]) * part);
  });
}

interface Component {
  readonly weight: number;
  readonly shape: number;
  readonly rate: number;
}

/** As many components as the distribution is computed of, all of them standing for as much weight. */
function representatives({ weights, shapes, rates }: GammaMixture): Component[] {
  const all = Array.from({ length: weights.length }, (_, at) => ({
    weight: weights[at],
    shape: shapes[at],
    rate: rates[at],
  })).filter(({ weight }) => weight > 0);
  if (all.length <= MOST_COMPONENTS) return all;
  const sorted = all
    .map((part, place) => ({ part, place }))
    .sort((a, b) => a.part.shape / a.part.rate - b.part.shape / b.part.rate || a.place - b.place);
  const total = all.reduce((sum, { weight }) => sum + weight, 0);
  let at = 0;
  let upTo = sorted[0].part.weight;
  return Array.from({ length: MOST_COMPONENTS }, (_, step) => {
    const wanted = ((step + 0.5) / MOST_COMPONENTS) * total;
    while (upTo < wanted && at < sorted.length - 1) upTo += sorted[++at].part.weight;
    return { ...sorted[at].part, weight: 1 };
  });
}

/** The normal score of a share; of none, or of all, one beyond every score that is kept. */
function scoreOf(share: number): number {
  const least = 1e-12;
  return normalScore(Math.max(least, Math.min(1 - least, share)));
}

function shareBelow(parts: readonly Component[], value: number): number {
  let below = 0;
  let all = 0;
  for (const { weight, shape, rate } of parts) {
    all += weight;
    const x = value * rate;
    below += weight * (x > 0 ? gammainc(x, shape, true, false) : 0);
  }
  return below / all;
}
