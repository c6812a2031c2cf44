import { GAUSS_NODES, GAUSS_WEIGHTS } from "./gaussLegendre.js";

/** Series of more terms than this take longer than such an integral does. */
export const MANY_TERMS = 4000;

/** Widest panel beside a bend, and the most the integrand may fall in one: 16 points hold both to 1e-15. */
const WIDEST = 2;
const STEEPEST = 8;
/** Panels are not made narrower: the logarithm of odds itself has no more digits. */
const NARROWEST = 1e-13;
/** What has fallen by more than e^−45 adds nothing. */
const NEGLIGIBLE = 45;
/** So far beyond the last bend what is left of it is e^−40. */
const FAR = 40;
/** Peaks farther out lie where the integrand is a plain exponential, which needs no peak. */
const FARTHEST = 345;

/** Shapes a mean is computed for: larger ones leave the exponent too few digits to walk by. */
const SMALLEST = 1e-117;
const LARGEST = 1e12;

/** A positive function of a probability, by the logarithm of the odds of that. */
export interface FunctionOfOdds {
  /** The function's logarithm. */
  readonly log: (logOdds: number) => number;
  /** Where it bends: it is constant far below the first of them and far above the last. */
  readonly bends: readonly number[];
  /** Steepness of its bends: a factor on what is left of them far away. */
  readonly power: number;
  /** Where its product with the density of the logarithm of odds is highest, about; there is one such place. */
  readonly peak: number;
}

/**
 * Logarithm of the mean of a positive function over a beta distribution, by Gauss-Legendre panels in the logarithm of odds, from the
 * peak outwards; beyond all bends the integrand is an exponential, whose integral is known. The density's own integral is done the same
 * way, so that nothing large is subtracted, and shapes of any size take a few hundred evaluations.
 *
 * @param a first shape, > 0
 * @param b second shape, > 0
 * @param f the function
 * @returns log E[f(p)], error about 1e-15 times the root of the larger shape, or 1e-15 of its size, whichever is more
 * @throws RangeError when a shape is too small or too large
 * @example
 * const onePlus = { log: (u) => Math.log1p(1 / (1 + Math.exp(-u))), bends: [0], power: 1, peak: Math.log(2) };
 * Math.exp(logBetaMean(2, 1, onePlus)).toFixed(12); // "1.666666666667": 1 + 2/3
 */
export function logBetaMean(a: number, b: number, { log, bends, power, peak }: FunctionOfOdds): number {
  if (![a, b].every((shape) => shape >= SMALLEST && shape <= LARGEST)) {
    throw new RangeError(`expected shapes from ${SMALLEST} to ${LARGEST}, got ${a} and ${b}`);
  }
  const top = Math.log(a) - Math.log(b);
  const rises = a <= b;
  // From the nearer end of the two, so that what is left of 1 keeps its digits.
  const [near, share] = rises ? [a, a / (a + b)] : [b, b / (a + b)];
  const density = (u: number): number => {
    const d = rises ? u - top : top - u;
    return near * d - (a + b) * Math.log1p(share * Math.expm1(d));
  };
  const margin = FAR + Math.log1p(a + b + power);
  const allBends = [0, ...bends];
  const shape = { from: Math.min(...allBends) - margin, to: Math.max(...allBends) + margin, a, b, bends: allBends };
  const height = (u: number): number => density(u) + log(u);
  return logArea(height, within(peak), shape) - logArea(density, within(top), shape);
}

function within(u: number): number {
  return Math.max(-FARTHEST, Math.min(FARTHEST, u));
}

/** Where an integrand is more than an exponential, and how fast it falls on either side. */
interface Shape {
  readonly from: number;
  readonly to: number;
  readonly a: number;
  readonly b: number;
  readonly bends: readonly number[];
}

function logArea(height: (u: number) => number, peak: number, { from, to, a, b, bends }: Shape): number {
  const top = height(peak);
  const below = areaBeside(
    (d) => height(peak - d) - top,
    peak - from,
    a,
    (d) => room(peak - d, bends),
  );
  const above = areaBeside(
    (d) => height(peak + d) - top,
    to - peak,
    b,
    (d) => room(peak + d, bends),
  );
  return top + Math.log(below + above);
}

/** How wide a panel may be that begins here. */
function room(u: number, bends: readonly number[]): number {
  return Math.max(WIDEST, bends.reduce((least, bend) => Math.min(least, Math.abs(u - bend)), Infinity) / 2);
}

/** Integral of e^height from 0 on; from `length` on the height falls by `decay` a unit. */
function areaBeside(
  height: (d: number) => number,
  length: number,
  decay: number,
  roomAt: (d: number) => number,
): number {
  let area = 0;
  let done = 0;
  let here = 0;
  let width = WIDEST;
  while (done < length && here > -NEGLIGIBLE) {
    width = Math.min(2 * width, roomAt(done), length - done);
    let there = height(done + width);
    while (here - there > STEEPEST && width > NARROWEST) {
      width /= 2;
      there = height(done + width);
    }
    let mean = 0;
    for (let k = 0; k < GAUSS_NODES.length; k++) {
      mean += GAUSS_WEIGHTS[k] * Math.exp(height(done + width * GAUSS_NODES[k]));
    }
    area += width * mean;
    done = length - done <= width ? length : done + width;
    here = there;
  }
  return done < length ? area : area + Math.exp(here) / decay;
}
