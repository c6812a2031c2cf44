import { cholesky, choleskySolve } from "./cholesky.js";
import type { Sloped } from "./hessian.js";

/** Where a search may go and when it ends; everything has a default. */
export interface SearchOptions {
  /** Longest step in any coordinate. Default 1. */
  readonly longestStep?: number;
  /** The search has arrived when no slope that is free to move is larger. Default 1e-9. */
  readonly slope?: number;
  /** Steps at most. Default 200. */
  readonly steps?: number;
}

/** Where a search ended. */
export interface Found {
  readonly point: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  /** Evaluations of the function. */
  readonly evaluations: number;
  /** `slope`: arrived. `stalled`: no step gains anything in double precision. `steps`: gave up. `value`: no finite start. */
  readonly ended: "slope" | "stalled" | "steps" | "value";
}

/** Share of the gain promised by the slope that a step must bring. */
const SUFFICIENT = 1e-4;
const SHORTEST = 1e-9;
/** Differences of values below this share of them are rounding: there the slopes decide. */
const NOISE = 1e-13;

/**
 * Least value of a smooth function inside a box, by the quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno, for a
 * handful of coordinates. A coordinate at a bound that wants to go beyond it is held there; no step is longer than told, so
 * that an early guess at the curvature cannot throw the search away.
 *
 * @param f the function; a value that is not finite turns the search back
 * @param start first point; moved into the box
 * @param lower least value of each coordinate
 * @param upper largest value of each; equal to the least holds a coordinate fixed
 * @param options of the search
 * @returns where it ended
 * @source Nocedal & Wright 2006, chapters 3, 6 and 18 (damping)
 * @example
 * const parabola = (p, g) => { g[0] = 2 * (p[0] - 3); return (p[0] - 3) ** 2; };
 * minimize(parabola, [0], [-9], [9]).point; // [3]
 * minimize(parabola, [0], [-9], [2]).point; // [2]
 */
export function minimize(
  f: Sloped,
  start: ArrayLike<number>,
  lower: ArrayLike<number>,
  upper: ArrayLike<number>,
  options: SearchOptions = {},
): Found {
  const { longestStep = 1, slope = 1e-9, steps = 200 } = options;
  const size = start.length;
  let point = Float64Array.from(start, (value, i) => Math.min(Math.max(value, lower[i]), upper[i]));
  let gradient = new Float64Array(size);
  let value = f(point, gradient);
  let evaluations = 1;
  const end = (ended: Found["ended"]): Found => ({ point, value, gradient, evaluations, ended });
  if (!usable(value, gradient)) return end("value");
  let curvature: number[][] | null = null;
  for (let taken = 0; taken < steps; taken++) {
    const free = freeCoordinates(point, gradient, lower, upper);
    if (free.every((i) => Math.abs(gradient[i]) <= slope)) return end("slope");
    let direction = quasiNewton(curvature, gradient, free);
    if (direction === null) {
      curvature = null;
      direction = Float64Array.from(gradient, (one, i) => (free.includes(i) ? -one : 0));
    }
    const longest = Math.max(...direction.map(Math.abs));
    // The first step knows no curvature, only where down is.
    const cap = curvature === null ? Math.min(longestStep, 0.5) : longestStep;
    let scale = curvature === null || longest > cap ? cap / longest : 1;
    for (;;) {
      const next = Float64Array.from(point, (one, i) => clip(one + scale * direction[i], lower[i], upper[i]));
      const nextGradient = new Float64Array(size);
      const nextValue = f(next, nextGradient);
      evaluations += 1;
      const promised = next.reduce((sum, one, i) => sum + gradient[i] * (one - point[i]), 0);
      const gains = nextValue <= value + SUFFICIENT * promised;
      const levels = (): boolean =>
        nextValue <= value + NOISE * Math.abs(value) && flatter(next, nextGradient, point, promised);
      if (promised < 0 && usable(nextValue, nextGradient) && (gains || levels())) {
        curvature = updated(curvature, point, next, gradient, nextGradient);
        point = next;
        value = nextValue;
        gradient = nextGradient;
        break;
      }
      if (!(scale * longest >= SHORTEST)) {
        if (curvature === null) return end("stalled");
        curvature = null;
        break;
      }
      scale *= shortened(value, nextValue, promised);
    }
  }
  return end("steps");
}

function freeCoordinates(
  point: Float64Array,
  gradient: Float64Array,
  lower: ArrayLike<number>,
  upper: ArrayLike<number>,
): number[] {
  return [...point.keys()].filter(
    (i) =>
      lower[i] < upper[i] && !(point[i] <= lower[i] && gradient[i] > 0) && !(point[i] >= upper[i] && gradient[i] < 0),
  );
}

/** The step to the bottom of the parabola believed in, over the coordinates that are free; null when there is none. */
function quasiNewton(
  curvature: readonly (readonly number[])[] | null,
  gradient: Float64Array,
  free: readonly number[],
): Float64Array | null {
  if (curvature === null) return null;
  const factor = cholesky(free.map((i) => free.map((j) => curvature[i][j])));
  if (factor === null) return null;
  const solved = choleskySolve(
    factor,
    free.map((i) => -gradient[i]),
  );
  const direction = new Float64Array(gradient.length);
  free.forEach((i, k) => {
    direction[i] = solved[k];
  });
  return direction;
}

/** The curvature after a step: damped, so that it stays positive definite whatever the step showed. */
function updated(
  before: readonly (readonly number[])[] | null,
  from: Float64Array,
  to: Float64Array,
  gradientFrom: Float64Array,
  gradientTo: Float64Array,
): number[][] | null {
  const s = Array.from(to, (one, i) => one - from[i]);
  const y = Array.from(gradientTo, (one, i) => one - gradientFrom[i]);
  const sy = dot(s, y);
  const first = dot(y, y) / sy;
  if (before === null && !(sy > 0 && first < Infinity)) return null;
  const believed = before ?? s.map((_, i) => s.map((__, j) => (i === j ? first : 0)));
  const bs = believed.map((row) => dot(row, s));
  const sbs = dot(s, bs);
  const share = sy >= 0.2 * sbs ? 1 : (0.8 * sbs) / (sbs - sy);
  const change = y.map((one, i) => share * one + (1 - share) * bs[i]);
  const gained = dot(s, change);
  if (!(gained > 0 && sbs > 0)) return before === null ? null : believed.map((row) => [...row]);
  return believed.map((row, i) => row.map((one, j) => one - (bs[i] * bs[j]) / sbs + (change[i] * change[j]) / gained));
}

/** Has the slope along the step fallen to less than half, either way? */
function flatter(next: Float64Array, nextGradient: Float64Array, point: Float64Array, promised: number): boolean {
  const slope = next.reduce((sum, one, i) => sum + nextGradient[i] * (one - point[i]), 0);
  return Math.abs(slope) < 0.5 * Math.abs(promised);
}

/** What to shorten a step by, from the parabola through what it brought. */
function shortened(value: number, nextValue: number, promised: number): number {
  const best = -promised / (2 * (nextValue - value - promised));
  return Number.isFinite(best) ? clip(best, 0.1, 0.5) : 0.25;
}

function usable(value: number, gradient: Float64Array): boolean {
  return Number.isFinite(value) && gradient.every(Number.isFinite);
}

function clip(value: number, lower: number, upper: number): number {
  return Math.min(Math.max(value, lower), upper);
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, i) => sum + value * right[i], 0);
}
