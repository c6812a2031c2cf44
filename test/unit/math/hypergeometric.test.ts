import { describe, expect, it } from "vitest";
import { logHypergeometric } from "#tenure/math/hypergeometric.js";

const CLOSE_TO_ONE = [0, 0.1, 0.5, 0.74, 0.76, 0.9, 0.99, 0.9999, 0.999999];

/**
 * Euler's integral for c > b > 0 by the trapezoidal rule on the line, t = 1 / (1 + e^(−sinh u)): shares no code or idea with
 * the series.
 */
function byEulerIntegral(a: number, b: number, c: number, z: number): number {
  let sum = 0;
  let weight = 0;
  for (let i = -2400; i <= 2400; i++) {
    const u = i / 400;
    const s = Math.sinh(u);
    const logT = s > 0 ? -Math.log1p(Math.exp(-s)) : s - Math.log1p(Math.exp(s));
    const logRest = logT - s;
    const value = Math.cosh(u) * Math.exp(b * logT + (c - b) * logRest);
    weight += value;
    sum += value * (1 - z + z * Math.exp(logRest)) ** -a;
  }
  return Math.log(sum / weight);
}

describe("logHypergeometric", () => {
  it("of (1, 1; 2) is −log(1 − z) / z", () => {
    for (const z of CLOSE_TO_ONE.slice(1)) {
      expect(logHypergeometric(1, 1, 2, z)).toBeCloseTo(Math.log(-Math.log1p(-z) / z), 13);
    }
    expect(logHypergeometric(1, 1, 2, 0.5).toFixed(12)).toBe("0.326634259978");
  });

  it("of (a, b; b) is (1 − z)^−a", () => {
    for (const z of CLOSE_TO_ONE) {
      for (const a of [0.01, 0.243, 3, 40]) {
        for (const b of [0.05, 2.426, 90]) {
          const exact = -a * Math.log1p(-z);
          expect(Math.abs(logHypergeometric(a, b, b, z) - exact)).toBeLessThan(1e-14 * (2 + exact));
        }
      }
    }
  });

  it("of (a, b; c) at whole c − a − b, where the usual transformation divides by zero: arcsin(√z) / √z / √(1 − z)", () => {
    for (const z of CLOSE_TO_ONE.slice(1)) {
      const exact = Math.log(Math.asin(Math.sqrt(z)) / Math.sqrt(z) / Math.sqrt(1 - z));
      expect(logHypergeometric(1, 1, 1.5, z)).toBeCloseTo(exact, 13);
    }
  });

  it("obeys Euler's transformation", () => {
    for (const z of CLOSE_TO_ONE) {
      for (const [a, b, c] of [
        [0.7, 1.3, 2.6],
        [2.1, 0.4, 2.2],
        [5, 30, 37],
      ]) {
        const turned = logHypergeometric(c - a, c - b, c, z) + (c - a - b) * Math.log1p(-z);
        expect(logHypergeometric(a, b, c, z)).toBeCloseTo(turned, 12);
      }
    }
  });

  it("agrees with numerical integration, at parameters of BG/NBD and Pareto/NBD", () => {
    for (const z of CLOSE_TO_ONE) {
      for (const [a, b, c] of [
        [0.243, 2.426, 3.219],
        [1.1595, 1.6062, 2.1595],
        [26.1595, 1.6062, 27.1595],
        [0.5, 60, 61.5],
      ]) {
        expect(logHypergeometric(a, b, c, z)).toBeCloseTo(byEulerIntegral(a, b, c, z), 10);
      }
    }
  });

  it("does not overflow", () => {
    // log ₂F₁(500, 400; 100; 0.9) = 2131.279730803316 in 40 digits: 10^925 itself does not fit a double.
    expect(logHypergeometric(500, 400, 100, 0.9)).toBeCloseTo(2131.279730803316, 10);
  });

  it("refuses what it cannot do", () => {
    for (const z of [1, 1.5, -0.1, Number.NaN]) expect(() => logHypergeometric(1, 1, 2, z)).toThrow(/argument/);
    for (const a of [0, -1, Infinity, Number.NaN]) expect(() => logHypergeometric(a, 1, 2, 0.5)).toThrow(/positive/);
  });
});
