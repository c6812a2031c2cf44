import { describe, expect, test } from "vitest";
import { studentQuantile } from "#tenure/stats/student.js";

/** Digits of mpmath 1.3.0 at 40 places: bisection of betainc(n/2, 1/2, 0, n/(n + t²)) / 2 = 1 − p. */
const GOLDEN: readonly (readonly [probability: number, degreesOfFreedom: number, quantile: number])[] = [
  [0.6, 1, 0.3249196962329063],
  [0.6, 3, 0.276670662332689],
  [0.6, 9, 0.2609553364739109],
  [0.6, 24, 0.2561733983177915],
  [0.6, 499, 0.2534822201710672],
  [0.6, 50_000, 0.2533484511806963],
  [0.95, 1, 6.313751514675037],
  [0.95, 3, 2.353363434801823],
  [0.95, 9, 1.8331129326562365],
  [0.95, 24, 1.710882079909428],
  [0.95, 499, 1.6479129840597124],
  [0.95, 50_000, 1.6448841029025127],
  [0.975, 1, 12.706204736174694],
  [0.975, 3, 3.182446305283708],
  [0.975, 9, 2.262157162798205],
  [0.975, 24, 2.0638985616280254],
  [0.975, 499, 1.9647293909876886],
  [0.975, 50_000, 1.9600114310936796],
  [0.9999, 1, 3183.0987571185015],
  [0.9999, 3, 22.203742273205],
  [0.9999, 9, 6.010132129081531],
  [0.9999, 24, 4.381916751929778],
  [0.9999, 499, 3.7468349062674005],
  [0.9999, 50_000, 3.7192922889764377],
];

/** As printed in Abramowitz & Stegun 1964, table 26.10, column A = 0.95 (both tails 0.05). */
const PRINTED: readonly (readonly [degreesOfFreedom: number, quantile: string])[] = [
  [1, "12.706"],
  [2, "4.303"],
  [5, "2.571"],
  [10, "2.228"],
  [30, "2.042"],
  [120, "1.980"],
];

describe("studentQuantile", () => {
  test.each(GOLDEN)("p = %f, %i df: 1e-12 from forty-place arithmetic", (probability, degreesOfFreedom, quantile) => {
    expect(Math.abs(studentQuantile(probability, degreesOfFreedom) / quantile - 1)).toBeLessThan(1e-12);
  });

  test.each(PRINTED)("%i df: the printed table", (degreesOfFreedom, quantile) => {
    expect(studentQuantile(0.975, degreesOfFreedom).toFixed(3)).toBe(quantile);
  });

  test("closed forms: one and two degrees of freedom", () => {
    for (const p of [0.001, 0.2, 0.4999, 0.7, 0.99]) {
      expect(studentQuantile(p, 1)).toBeCloseTo(Math.tan(Math.PI * (p - 0.5)), 10);
      expect(studentQuantile(p, 2)).toBeCloseTo((2 * p - 1) * Math.sqrt(1 / (2 * p * (1 - p))), 10);
    }
  });

  test("symmetric, and 0 at the median", () => {
    expect(studentQuantile(0.5, 7)).toBe(0);
    expect(studentQuantile(0.25, 7)).toBe(-studentQuantile(0.75, 7));
  });

  test("refuses what is no probability and no degrees of freedom", () => {
    for (const p of [0, 1, -0.1, Number.NaN]) expect(() => studentQuantile(p, 3)).toThrow(/expected a probability/);
    for (const df of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => studentQuantile(0.9, df)).toThrow(/expected finite degrees of freedom/);
    }
  });
});
