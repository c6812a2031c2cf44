import gammainc from "@stdlib/math-base-special-gammainc";
import { describe, expect, it } from "vitest";
import { largeGammaQuantile } from "#tenure/math/largeGamma.js";
import { normalCdf, normalQuantile } from "#tenure/math/normal.js";
import {
  betaLeavingQuantile,
  betaQuantile,
  exponentialQuantile,
  gammaQuantile,
  logNormalQuantile,
} from "#tenure/math/quantiles.js";

/** Greatest relative difference allowed between two doubles computed in different ways. */
function expectRelative(found: number, exact: number, tolerance: number): void {
  expect(Math.abs(found / exact - 1)).toBeLessThan(tolerance);
}

describe("quantiles", () => {
  it("normal: values of 30-digit arithmetic", () => {
    expect(normalQuantile(0.5, false)).toBe(0);
    expectRelative(normalQuantile(0.025, true), 1.959963984540054, 1e-15);
    expectRelative(normalQuantile(0.025, false), -1.959963984540054, 1e-15);
    expectRelative(normalQuantile(1e-10, true), 6.361340902404056, 1e-15);
    expectRelative(normalQuantile(1e-300, true), 37.0470962993612, 1e-15);
  });

  it("normal: the distribution function undoes the quantile in both tails", () => {
    for (let exponent = 1; exponent < 60; exponent++) {
      const tail = 2 ** -exponent;
      // A relative error of 6e-16 in z moves the tail by z² times that; its distribution function adds about as much.
      const z = normalQuantile(tail, false);
      expectRelative(normalCdf(z), tail, 1e-15 * (2 + z * z));
      expectRelative(1 - normalCdf(normalQuantile(tail, true)) + 1, 1 + tail, 1e-15);
    }
    expectRelative(normalCdf(-10), 7.619853024160525e-24, 1e-14);
    expect(normalCdf(-40)).toBeLessThan(1e-300);
    expect(normalCdf(40)).toBe(1);
  });

  it("gamma: the distribution function undoes the quantile, wherever the library's one is right", () => {
    for (const shape of [0.05, 0.243, 1, 3.74, 6.25, 50, 300]) {
      for (let exponent = 1; exponent <= 33; exponent++) {
        for (const upper of [false, true]) {
          const tail = 2 ** -exponent * 0.9;
          expectRelative(gammainc(gammaQuantile(shape)(tail, upper), shape, true, upper), tail, 1e-12);
        }
      }
    }
  });

  it("gamma: shape 1 is the exponential, shape 1/2 half a squared normal", () => {
    for (let exponent = 1; exponent <= 33; exponent++) {
      const tail = 2 ** -exponent * 0.9;
      for (const upper of [false, true]) {
        expectRelative(gammaQuantile(1)(tail, upper), exponentialQuantile(tail, upper), 1e-13);
      }
      expectRelative(gammaQuantile(0.5)(tail, true), normalQuantile(tail / 2, true) ** 2 / 2, 1e-13);
    }
  });

  it("gamma: large shapes, against 30-digit arithmetic and the library below 1000", () => {
    // P(1000, 1000) to 30 digits; the library's own quantile is 999.0 there.
    expectRelative(gammaQuantile(1000)(0.4957947558197845, true), 1000, 1e-14);
    for (const shape of [100, 300, 600]) {
      for (const upper of [false, true]) {
        for (const tail of [0.49, 0.1, 1e-4, 1e-9]) {
          expectRelative(gammainc(largeGammaQuantile(shape, tail, upper), shape, true, upper), tail, 1e-10);
        }
      }
    }
    expect(largeGammaQuantile(1000, 0.5, true).toFixed(6)).toBe("999.666686");
  });

  it("beta: closed forms in both tails", () => {
    for (const tail of [0.5, 0.3, 1e-3, 1e-9]) {
      expectRelative(betaQuantile(3, 1)(tail, false), tail ** (1 / 3), 1e-14);
      expectRelative(betaLeavingQuantile(1, 0.2)(tail, true), -Math.log(tail) / 0.2, 1e-14);
      expectRelative(betaLeavingQuantile(1, 0.2)(tail, false), -Math.log1p(-tail) / 0.2, 1e-13);
      expectRelative(betaLeavingQuantile(1, 1)(tail, true), exponentialQuantile(tail, true), 1e-14);
      expectRelative(betaLeavingQuantile(2, 1)(tail, false), -Math.log1p(-Math.sqrt(tail)), 1e-13);
    }
  });

  it("beta: leaving stays finite where 1 − X is too small for a double, and meets the beta quantile elsewhere", () => {
    expectRelative(betaLeavingQuantile(1, 0.001)(1e-6, true), 6000 * Math.log(10), 1e-11);
    for (const tail of [0.4, 0.01, 1e-5]) {
      for (const upper of [false, true]) {
        const p = betaQuantile(0.793, 2.426)(tail, upper);
        expectRelative(betaLeavingQuantile(0.793, 2.426)(tail, upper), -Math.log1p(-p), 1e-12);
      }
    }
  });

  it("lognormal: its logarithm is normal", () => {
    expectRelative(Math.log(logNormalQuantile(2, 0.5)(0.025, true)), 2 + 0.5 * 1.959963984540054, 1e-15);
  });

  it("refuses shapes that are not positive numbers", () => {
    for (const shape of [0, -1, Number.NaN, Infinity]) {
      expect(() => gammaQuantile(shape)).toThrow(RangeError);
      expect(() => betaQuantile(shape, 1)).toThrow(RangeError);
      expect(() => betaLeavingQuantile(1, shape)).toThrow(RangeError);
    }
  });
});
