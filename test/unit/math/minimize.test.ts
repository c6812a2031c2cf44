import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cholesky, choleskySolve, symmetricInverse } from "#tenure/math/cholesky.js";
import { gaussLegendre } from "#tenure/math/gaussLegendre.js";
import { hessian } from "#tenure/math/hessian.js";
import { minimize } from "#tenure/math/minimize.js";
import { logRising, risingSlope } from "#tenure/math/rising.js";

/** Rosenbrock's valley, least at (1, 1). */
const valley = ([x, y]: Float64Array, gradient: Float64Array): number => {
  gradient[0] = -400 * x * (y - x * x) - 2 * (1 - x);
  gradient[1] = 200 * (y - x * x);
  return 100 * (y - x * x) ** 2 + (1 - x) ** 2;
};

describe("minimize", () => {
  it("finds the end of Rosenbrock's valley from many places", () => {
    const place = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(place, place, (x, y) => {
        const { point, ended } = minimize(valley, [x, y], [-9, -9], [9, 9], { slope: 1e-7, steps: 500 });
        expect(["slope", "stalled"]).toContain(ended);
        expect(point[0]).toBeCloseTo(1, 5);
        expect(point[1]).toBeCloseTo(1, 5);
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it("stops at a bound, where the slope along it is 0", () => {
    const { point, ended } = minimize(valley, [-1, 0], [-9, -9], [0.5, 9], { slope: 1e-7, steps: 500 });
    expect(ended).toBe("slope");
    expect(Array.from(point, (one) => one.toFixed(6))).toEqual(["0.500000", "0.250000"]);
  });

  it("holds a coordinate whose bounds are equal", () => {
    const { point } = minimize(valley, [0, 0], [0.7, -9], [0.7, 9]);
    expect(Array.from(point, (one) => one.toFixed(6))).toEqual(["0.700000", "0.490000"]);
  });

  it("turns back where the function has no value, and says so where it has none at the start", () => {
    const wall = ([x]: Float64Array, gradient: Float64Array): number => {
      gradient[0] = 1 - 1 / x;
      return x > 0 ? x - Math.log(x) : Number.NaN;
    };
    expect(minimize(wall, [9], [-9], [9], { longestStep: 100 }).point[0]).toBeCloseTo(1, 8);
    expect(minimize(wall, [-1], [-9], [9]).ended).toBe("value");
    expect(minimize(valley, [-1, 0], [-9, -9], [9, 9], { steps: 2 }).ended).toBe("steps");
  });
});

describe("symmetric matrices", () => {
  it("a factor times itself is the matrix, an inverse times it is 1", () => {
    const entry = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.array(entry, { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 }), (root) => {
        const matrix = root.map((row, i) =>
          root.map((other, j) => row.reduce((sum, one, k) => sum + one * other[k], i === j ? 0.5 : 0)),
        );
        const factor = cholesky(matrix) ?? [];
        const solved = choleskySolve(factor, [1, 2, 3, 4]);
        matrix.forEach((row, i) => {
          expect(row.reduce((sum, one, k) => sum + one * solved[k], 0)).toBeCloseTo(i + 1, 8);
          row.forEach((value, j) => {
            expect(factor[i].reduce((sum, one, k) => sum + one * factor[j][k], 0)).toBeCloseTo(value, 10);
          });
        });
        const inverse = symmetricInverse(matrix) ?? [];
        expect(inverse[1][2]).toBe(inverse[2][1]);
        expect(inverse[0].reduce((sum, one, k) => sum + one * matrix[k][0], 0)).toBeCloseTo(1, 8);
      }),
      { numRuns: 50, seed: 4 },
    );
  });

  it("has none for a matrix that is not positive definite", () => {
    expect(
      cholesky([
        [1, 2],
        [2, 1],
      ]),
    ).toBe(null);
    expect(
      cholesky([
        [1, 1],
        [1, 1],
      ]),
    ).toBe(null);
    expect(symmetricInverse([[0]])).toBe(null);
    expect(cholesky([[Number.NaN]])).toBe(null);
  });

  it("second derivatives of Rosenbrock's valley", () => {
    const curved = hessian(valley, Float64Array.of(1, 1));
    expect(curved.flat().map((one) => one.toFixed(3))).toEqual(["802.000", "-400.000", "-400.000", "200.000"]);
  });
});

describe("sums", () => {
  it("the Gauss-Legendre rule is exact to degree 31, and not beyond", () => {
    for (const degree of [0, 1, 17, 31])
      expect(gaussLegendre((u) => u ** degree, 0, 1, 1) * (degree + 1)).toBeCloseTo(1, 13);
    expect(Math.abs(gaussLegendre((u) => Math.sqrt(u), 0, 1, 1) * 1.5 - 1)).toBeGreaterThan(1e-6);
  });

  it("rising factorials and their slopes", () => {
    expect(Math.exp(logRising(2.5, 3)[3])).toBeCloseTo(2.5 * 3.5 * 4.5, 10);
    expect(risingSlope(2.5, 2)[2]).toBeCloseTo(1 / 2.5 + 1 / 3.5, 14);
    // Where a difference of log-gamma values would have lost every digit.
    expect(logRising(1e12, 1)[1]).toBe(Math.log(1e12));
  });
});
