import { correlationFactor } from "../math/correlationFactor.js";
import { normalQuantile } from "../math/normal.js";
import { domainOf } from "../scenario/fields.js";
import type { Fit } from "./fit.js";

/** Digits parameters are written with, where they are enough. */
const DIGITS = 5;
const MOST_DIGITS = 15;

/** z of the 95th percentile: a range "a to b" is P5 to P95. */
const Z95 = normalQuantile(0.05, true);

/** Normal scores that draws can have lie within this: a range so many of its standard deviations inside its domain never leaves it. */
const FARTHEST = 6.5;

/** From so many times P5 on a P95 is said to be far. */
const WIDE = 10;

/** Parameters of a fit as a scenario states them. */
export interface WrittenParameters {
  /** What stands for each parameter. */
  readonly text: (name: string) => string;
  /** The inputs that are ranges, in the order of the fit, and their correlations; null when there are fewer than two. */
  readonly correlated: {
    readonly inputs: readonly string[];
    readonly correlation: readonly (readonly number[])[];
  } | null;
  /** What is worth saying about the ranges, in sentences. */
  readonly notes: readonly string[];
}

/**
 * The parameters of a fit as a scenario states them: each as a range from P5 to P95, lognormal as the errors of the fit are symmetric in
 * logarithms, and the correlations of the logarithms, which are those of the ranges' normal scores.
 *
 * @param fit with a covariance of logarithms; without one, points
 * @param places path of the input that each parameter is
 * @param exact write points
 * @returns texts, correlations and notes
 * @example
 * const fit = fitPurchases("nbd", { x: [0, 1, 5], tx: [0, 2, 8], T: [9, 9, 9], customers: [500, 200, 100] });
 * const places = { r: "customerBase.purchaseRate.shape", alpha: "customerBase.purchaseRate.rate" };
 * writeParameters(fit, places, false).text("r"); // /^0.\d+ to 0.\d+$/
 * writeParameters(fit, places, true).text("r"); // /^0.\d+$/
 */
export function writeParameters(fit: Fit, places: Readonly<Record<string, string>>, exact: boolean): WrittenParameters {
  const { names, parameters, logCovariance, correlations } = fit;
  const point = (name: string): string => `${Number(parameters[name].toPrecision(DIGITS))}`;
  if (exact || logCovariance === null || correlations === null) {
    const notes = exact ? [] : ["The errors of the parameters are not known: they are stated as points."];
    return { text: point, correlated: null, notes };
  }
  const notes: string[] = [];
  const texts = new Map<string, string>();
  for (const [at, name] of names.entries()) {
    const error = Math.sqrt(logCovariance[at][at]);
    const room = roomIn(places[name], parameters[name]);
    const held = Math.min(error, room);
    if (!(held > 0)) {
      notes.push(`${name} lies outside what a scenario takes, and is stated as a point.`);
      continue;
    }
    const [low, high] = [-Z95, Z95].map((z) => parameters[name] * Math.exp(z * held));
    texts.set(name, interval(low, high));
    if (held < error) {
      const [from, to] = [-Z95, Z95].map((z) => Number((parameters[name] * Math.exp(z * error)).toPrecision(2)));
      notes.push(
        `${name} is less sure than its range says: the fit gives ${from} to ${to}, which leaves what a scenario takes.`,
      );
    } else if (high / low > WIDE) {
      notes.push(`${name} is held loosely, within a factor of ${Math.round(high / low)}: outcomes will be wide.`);
    }
  }
  const ranged = names.flatMap((name, at) => (texts.has(name) ? [{ name, at }] : []));
  const matrix = ranged.map((row) => ranged.map((column) => correlations[row.at][column.at]));
  return {
    text: (name) => texts.get(name) ?? point(name),
    correlated:
      ranged.length < 2
        ? null
        : { inputs: ranged.map(({ name }) => places[name]), correlation: roundedCorrelation(matrix) },
    notes,
  };
}

/** The standard deviation of a logarithm at which no draw leaves the domain of an input. */
function roomIn(path: string, value: number): number {
  const domain = domainOf(path);
  if (domain === null) return Infinity;
  const below = domain.min > 0 ? Math.log(value / domain.min) : Infinity;
  return Math.min(below, Math.log(domain.max / value)) / FARTHEST;
}

/** As few digits as leave the ends apart and move neither by a hundredth of what is between them. */
function interval(low: number, high: number): string {
  for (let digits = DIGITS; digits < MOST_DIGITS; digits++) {
    const [from, to] = [low, high].map((end) => Number(end.toPrecision(digits)));
    const moved = Math.max(Math.abs(from - low), Math.abs(to - high));
    if (from < to && moved <= 0.01 * (high - low)) return `${from} to ${to}`;
  }
  return `${low} to ${high}`;
}

/**
 * Correlations with as few decimals as leave the matrix positive definite; one that is not even unrounded is drawn towards
 * independence until it is.
 *
 * @param matrix of correlations, symmetric
 * @returns a matrix that a scenario takes
 * @example roundedCorrelation([[1, 0.87654321], [0.87654321, 1]]); // [[1, 0.8765], [0.8765, 1]]
 * @example roundedCorrelation([[1, 1], [1, 1]]); // [[1, 0.999], [0.999, 1]]
 */
export function roundedCorrelation(matrix: readonly (readonly number[])[]): number[][] {
  if (!matrix.every((row) => row.every(Number.isFinite))) throw new RangeError("expected finite correlations");
  for (let share = 1; ; share *= 0.999) {
    for (let decimals = 4; decimals <= 12; decimals += 2) {
      const rounded = matrix.map((row, i) =>
        row.map((_, j) => (i === j ? 1 : Number((share * matrix[Math.max(i, j)][Math.min(i, j)]).toFixed(decimals)))),
      );
      const isInside = rounded.every((row, i) => row.every((one, j) => i === j || Math.abs(one) < 1));
      if (isInside && correlationFactor(rounded) !== null) return rounded;
    }
  }
}
