import gammaln from "@stdlib/math-base-special-gammaln";
import { normalQuantile } from "./normal.js";

const MOST_CORRECTIONS = 8;

/**
 * Gamma quantile at scale 1 for a large shape. Series and continued fraction take about the root of the shape in terms, and a
 * relative error of theirs reaches the quantile divided by that root. [The library's incomplete gamma function is wrong by up
 * to 5 % for arguments above 1000 near its shape.]
 *
 * @param shape at least 100
 * @param tail probability in (0, 0.5]
 * @param upper whether the tail is the upper one
 * @returns the quantile, relative error about 1e-14
 * @source Wilson & Hilferty 1931 for the start; Abramowitz & Stegun 6.5.29 and 6.5.31; Halley's corrections
 * @example largeGammaQuantile(1000, 0.5, true).toFixed(6); // "999.666686"
 */
export function largeGammaQuantile(shape: number, tail: number, upper: boolean): number {
  const logGamma = gammaln(shape);
  const cubeRoot = 1 - 1 / (9 * shape) + normalQuantile(tail, upper) / (3 * Math.sqrt(shape));
  let x = shape * cubeRoot ** 3;
  for (let corrections = 0; corrections < MOST_CORRECTIONS; corrections++) {
    const below = x < shape;
    // Both tails in units of x times the density, so that no correction needs the density itself to be in range.
    const known = below ? lowerSum(shape, x) : upperFraction(shape, x);
    const unit = Math.exp(logGamma + x - shape * Math.log(x));
    const wanted = tail * unit;
    const excess = below === upper ? unit - known - wanted : known - wanted;
    const step = (upper ? -excess : excess) * x;
    x -= step / (1 - (step / 2) * ((shape - 1) / x - 1));
    if (Math.abs(step) < 1e-9 * x) break;
  }
  return x;
}

/** P(s, x) · Γ(s) · e^x / x^s. */
function lowerSum(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

/** Q(s, x) · Γ(s) · e^x / x^s, by Lentz's method. */
function upperFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = Infinity;
  let d = 1 / b;
  let fraction = d;
  let change = 0;
  for (let n = 1; Math.abs(change - 1) > 1e-16; n++) {
    const a = n * (shape - n);
    b += 2;
    d = 1 / (b + a * d);
    c = b + a / c;
    change = c * d;
    fraction *= change;
  }
  return fraction;
}
