/** A function that returns its value at a point and writes its slopes. */
export type Sloped = (point: Float64Array, gradient: Float64Array) => number;

/** Step of the differences: their own error goes with its square, rounding with its inverse. */
const STEP = 1e-4;

/**
 * Second derivatives by central differences of analytic first ones.
 *
 * @param f the function
 * @param point where, in coordinates of the size of 1, such as logarithms
 * @param steps direction of the differences by coordinate: 0 looks to both sides, 1 or −1 to one, as at a bound
 * @returns the matrix by rows, made symmetric
 * @example hessian((p, g) => { g[0] = 2 * p[0]; return p[0] ** 2; }, new Float64Array([3]))[0][0].toFixed(6); // "2.000000"
 */
export function hessian(f: Sloped, point: Float64Array, steps?: readonly (-1 | 0 | 1)[]): number[][] {
  const size = point.length;
  const moved = Float64Array.from(point);
  const low = new Float64Array(size);
  const high = new Float64Array(size);
  const raw = Array.from({ length: size }, (_, i) => {
    const side = steps?.[i] ?? 0;
    const from = point[i] - (side > 0 ? 0 : STEP);
    const to = point[i] + (side < 0 ? 0 : STEP);
    moved[i] = from;
    f(moved, low);
    moved[i] = to;
    f(moved, high);
    moved[i] = point[i];
    return Array.from(high, (value, j) => (value - low[j]) / (to - from));
  });
  return raw.map((row, i) => row.map((value, j) => (value + raw[j][i]) / 2));
}
