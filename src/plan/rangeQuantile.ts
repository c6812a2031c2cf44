import { normalQuantile, normalScore } from "../math/normal.js";
import { betaQuantile } from "../math/quantiles.js";
import type { Range } from "../scenario/range.js";

/** z of the 95th percentile: an interval "a to b" is P5 to P95. */
const Z95 = normalQuantile(0.05, true);

/**
 * Value of a ranged input at a uniform.
 *
 * @param range as written in the file
 * @param uniform above 0 and below 1
 * @returns the quantile of the range's distribution
 * @example
 * rangeQuantile({ form: "uniform", args: [2, 4], curve: null, text: "uniform(2, 4)" }, 0.5); // 3
 * rangeQuantile(scenario.program.rewards[0].replaces, 0.05); // 0.600000: the P5 of 0.6 to 0.9
 */
export function rangeQuantile(range: Range, uniform: number): number {
  const [first, second, third] = range.args;
  switch (range.form) {
    case "interval":
      return intervalQuantile(range, first, second, uniform);
    case "triangular":
      return triangularQuantile(first, second, third, uniform);
    case "normal":
      return first + second * normalScore(uniform);
    case "beta":
      return uniform <= 0.5
        ? betaQuantile(first, second)(uniform, false)
        : betaQuantile(first, second)(1 - uniform, true);
    case "uniform":
      return first + (second - first) * uniform;
    case "lognormal": {
      const variance = Math.log1p(second ** 2);
      return first * Math.exp(Math.sqrt(variance) * normalScore(uniform) - variance / 2);
    }
    case "choice":
      return range.args[Math.floor(uniform * range.args.length)];
  }
}

function intervalQuantile(range: Range, low: number, high: number, uniform: number): number {
  const between = (from: number, to: number): number =>
    (from + to) / 2 + ((to - from) / 2 / Z95) * normalScore(uniform);
  switch (range.curve) {
    case "lognormal":
      return Math.exp(between(Math.log(low), Math.log(high)));
    case "logitNormal":
      return 1 / (1 + Math.exp(-between(Math.log(low / (1 - low)), Math.log(high / (1 - high)))));
    default:
      return between(low, high);
  }
}

function triangularQuantile(low: number, mode: number, high: number, uniform: number): number {
  const split = (mode - low) / (high - low);
  return uniform < split
    ? low + Math.sqrt(uniform * (high - low) * (mode - low))
    : high - Math.sqrt((1 - uniform) * (high - low) * (high - mode));
}
