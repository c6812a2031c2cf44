import { logBetaMean, MANY_TERMS } from "./logBetaMean.js";

const PRECISION = 1e-17;
const LARGE = 1e200;

/**
 * Distance from 1 at which the series around 0 hands over, at most, and its product with c, at most: nearer to 0 the equation's
 * other solution, z^(1 − c), would drown the steps in rounding.
 */
const FIRST_REST = 0.5;
const FIRST_REST_TIMES_C = 4;

/** Values of c − a − b above this make the series itself converge like n^−9, up to z = 1, and the steps unstable. */
const TAME = 8;

/** Most terms where there is no integral. */
const MOST_TERMS = 1e6;

/** A Taylor series that halves what is left takes about so many terms, and about two more for each of a + b. */
const STEP_TERMS = 60;

/** Parameters outside these are refused: 1e12 in an exponent leaves it three digits. */
const SMALLEST = 1e-100;
const LARGEST = 1e12;

/** A function's value and its slope times the next step, both to be multiplied by e^logScale. */
interface Point {
  readonly value: number;
  readonly slope: number;
  readonly logScale: number;
}

/**
 * Logarithm of Gauss's hypergeometric function ₂F₁(a, b; c; z): the logarithm, because the values of models with many
 * purchases do not fit a double.
 *
 * First the series, whose terms are all positive. Close to 1, where it would need 40 / (1 − z) terms, the solution of the
 * hypergeometric equation is carried on by Taylor series, each halving what is left in 60 terms; the usual transformation
 * would fail for whole c − a − b. Where even that takes thousands of terms, as for large parameters, it is Euler's integral.
 *
 * @param a > 0
 * @param b > 0
 * @param c > 0; above a or b, unless the series has at most a million terms
 * @param z argument, 0 ≤ z < 1
 * @returns log ₂F₁, error below 1e-14, or 1e-15 of its size when that is more; by the integral, 1e-15 times the root of c when that is
 * @throws RangeError when an argument is outside its domain
 * @source Abramowitz & Stegun 15.1.1, 15.3.1 and 15.5.1
 * @example logHypergeometric(1, 1, 2, 0.5).toFixed(12); // "0.326634259978": the logarithm of 2 log 2
 */
export function logHypergeometric(a: number, b: number, c: number, z: number): number {
  if (![a, b, c].every((one) => one >= SMALLEST && one <= LARGEST)) {
    throw new RangeError(`expected positive parameters, from ${SMALLEST} to ${LARGEST}, got ${a}, ${b} and ${c}`);
  }
  if (!(z >= 0 && z < 1)) throw new RangeError(`expected an argument from 0 to below 1, got ${z}`);
  const gap = 1 - z;
  let rest = Math.min(FIRST_REST, FIRST_REST_TIMES_C / c);
  const isOneSeries = gap >= rest / 2 || c - a - b > TAME;
  const steps = isOneSeries ? 0 : Math.ceil(Math.log2(rest / gap));
  const terms = termsToSum(a, b, c, isOneSeries ? gap : rest) + steps * (STEP_TERMS + 2 * (a + b));
  if (terms > MANY_TERMS) {
    const [less, more] = a < b ? [a, b] : [b, a];
    if (c > more) return byIntegral(less, more, c, z);
    if (c === more || c === less) return -(c === more ? less : more) * Math.log1p(-z);
    if (c > less) return byIntegral(more, less, c, z);
    if (terms > MOST_TERMS) {
      throw new RangeError(
        `expected a third parameter above one of the others, or at most ${MOST_TERMS} terms to sum, ` +
          `got ${a}, ${b} and ${c} at ${z}`,
      );
    }
  }
  if (isOneSeries) return logOf(aroundZero(a, b, c, z, 0));
  let point = aroundZero(a, b, c, 1 - rest, rest / 2);
  while (rest > gap) {
    const next = Math.max(gap, rest / 2);
    // The slope came scaled by the step it was computed for: half of what was left.
    point = step(a, b, c, rest, rest - next, point);
    rest = next;
  }
  return logOf(point);
}

/** About how many terms of the series count, at 1 − gap: those up to its largest, and what it takes to fall off from there. */
function termsToSum(a: number, b: number, c: number, gap: number): number {
  const z = 1 - gap;
  const slope = (a + b) * z - c - 1;
  const largest = (slope + Math.sqrt(slope ** 2 + 4 * gap * Math.max(0, a * b * z - c))) / (2 * gap);
  return Math.max(0, largest) + 10 * Math.sqrt(Math.max(0, largest) / gap) + 40 / gap;
}

/** Euler's integral, for c > b: the mean of (1 − z·t)^−a over t ~ Beta(b, c − b). */
function byIntegral(a: number, b: number, c: number, z: number): number {
  const gap = 1 - z;
  // The integrand is highest where its slope by log odds is 0, a quadratic equation in the odds.
  const square = (c - b) * gap;
  const linear = b * gap - (c - b) + a * z;
  const root = Math.hypot(linear, 2 * Math.sqrt(square * b));
  const odds = linear > 0 ? (linear + root) / (2 * square) : (2 * b) / (root - linear);
  const logMean = logBetaMean(b, c - b, {
    log: (u) => {
      const q = Math.exp(u);
      return a * Math.log1p((z * q) / (1 + gap * q));
    },
    bends: [-Math.log(gap)],
    power: a,
    peak: Math.log(odds),
  });
  // No mean of values above 1 is below it.
  return Math.max(0, logMean);
}

function logOf(point: Point): number {
  return Math.log(point.value) + point.logScale;
}

/** The series at z, and its slope times `nextStep`. */
function aroundZero(a: number, b: number, c: number, z: number, nextStep: number): Point {
  let term = 1;
  let value = 1;
  let slope = 0;
  let logScale = 0;
  for (let n = 0; ; n++) {
    const ratio = (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    term *= ratio;
    value += term;
    slope += (n + 1) * term;
    if (n > 1 && ratio < 1 && (n + 1) * term < (1 - ratio) * PRECISION * (value + slope)) break;
    if (slope > LARGE) {
      term /= LARGE;
      value /= LARGE;
      slope /= LARGE;
      logScale += Math.log(LARGE);
    }
  }
  return { value, slope: z === 0 ? 0 : (slope / z) * nextStep, logScale };
}

/** One Taylor series: from 1 − rest on by h, at most half of rest; the slope comes and goes times half of what is left. */
function step(a: number, b: number, c: number, rest: number, h: number, from: Point): Point {
  const z = 1 - rest;
  const share = h / (rest / 2);
  let before = from.value;
  let term = from.slope * share;
  let value = before + term;
  let slope = term;
  let logScale = from.logScale;
  for (let n = 0; ; n++) {
    const damping = (n + 1) * ((1 - 2 * z) * n + c - (a + b + 1) * z);
    const next = ((n + a) * (n + b) * before * h - damping * term) * (h / (z * rest * (n + 2) * (n + 1)));
    before = term;
    term = next;
    value += term;
    slope += (n + 2) * term;
    if (n > 1 && (n + 2) * Math.abs(term) < PRECISION * slope && Math.abs(term) < Math.abs(before)) break;
    if (slope > LARGE) {
      before /= LARGE;
      term /= LARGE;
      value /= LARGE;
      slope /= LARGE;
      logScale += Math.log(LARGE);
    }
  }
  return { value, slope: slope * ((rest - h) / 2 / h), logScale };
}
