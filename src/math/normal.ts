import gammainc from "@stdlib/math-base-special-gammainc";

// Numerators and denominators of AS 241, highest power first: the middle, the tails, the far tails.
const MIDDLE = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
  133.14166789178438, 3.3871328727963665,
];
const MIDDLE_BELOW = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
  42.31333070160091, 1,
];
const TAIL = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const TAIL_BELOW = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
];
const FAR = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
  1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const FAR_BELOW = [
  2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
  0.1369298809227358, 0.599832206555888, 1,
];

/**
 * Standard normal quantile, Φ⁻¹.
 *
 * @param tail probability in (0, 0.5]
 * @param upper whether the tail is the upper one
 * @returns the quantile: ≤ 0 in the lower tail, ≥ 0 in the upper one
 * @source Wichura 1988, Algorithm AS 241 (PPND16), about 1 part in 10^16
 * @example normalQuantile(0.025, true).toFixed(12); // "1.959963984540"
 */
export function normalQuantile(tail: number, upper: boolean): number {
  const distance = distanceFromMean(tail);
  return upper ? distance : 0 - distance;
}

/**
 * Standard normal distribution function, Φ, exact in both tails.
 *
 * @param z any number
 * @returns the probability of a value up to z
 * @example normalCdf(-10).toExponential(6); // "7.619853e-24"
 */
export function normalCdf(z: number): number {
  const half = (z * z) / 2;
  return z < 0 ? gammainc(half, 0.5, true, true) / 2 : 0.5 + gammainc(half, 0.5, true, false) / 2;
}

/**
 * Normal score of a uniform number: the standard normal value with that much probability below it.
 *
 * @param uniform above 0 and below 1
 * @returns Φ⁻¹ of it
 * @example normalScore(0.975).toFixed(6); // "1.959964"
 */
export function normalScore(uniform: number): number {
  return uniform <= 0.5 ? normalQuantile(uniform, false) : normalQuantile(1 - uniform, true);
}

function distanceFromMean(tail: number): number {
  const fromHalf = 0.5 - tail;
  if (fromHalf <= 0.425) {
    const r = 0.180625 - fromHalf * fromHalf;
    return (fromHalf * polynomial(MIDDLE, r)) / polynomial(MIDDLE_BELOW, r);
  }
  const r = Math.sqrt(-Math.log(tail));
  return r <= 5
    ? polynomial(TAIL, r - 1.6) / polynomial(TAIL_BELOW, r - 1.6)
    : polynomial(FAR, r - 5) / polynomial(FAR_BELOW, r - 5);
}

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum;
}
