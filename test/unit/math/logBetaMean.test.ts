import { describe, expect, it } from "vitest";
import { crossing } from "#tenure/math/crossing.js";
import { logHypergeometric } from "#tenure/math/hypergeometric.js";
import { logBetaMean } from "#tenure/math/logBetaMean.js";
import { minimize } from "#tenure/math/minimize.js";

/** a, b, c, z and log ₂F₁, printed by test/support/modelReference.py. */
const HYPERGEOMETRIC: readonly (readonly [number, number, number, number, number])[] = [
  [105354, 0.0042763, 0.092047, 0.99988361, 954351.0216640446],
  [3299.6, 0.00294906, 3300.6, 0.9999840418, 0.02506023634338556],
  [220323, 0.106996, 220324, 0.99999999821231, 1.3875046635050676],
  [0.460581, 104295, 104831.077, 0.99844076, 2.308285614776638],
  [751904, 12.0495, 751905, 0.99871262, 80.1788405014951],
  [40689, 3330000.0, 3588258, 0.9989433, 109576.62384095434],
  [17234.2, 0.920246, 8814.920246, 0.999600754, 53963.144520329915],
  [6.9296, 50.694, 81.9015, 0.999999951061, 7.299921811885703],
  [0.0076096, 131743, 136681.28, 0.99999683155, 0.02526880679675523],
  [492.073, 0.694371, 493.073, 0.99999513151, 5.189146203155774],
  [100000.0, 1.00001, 100001.00001, 0.9986, 6.5642906144760635],
];

describe("a mean over a beta distribution", () => {
  const onePlus = { bends: [0], power: 1, log: (u: number): number => Math.log1p(1 / (1 + Math.exp(-u))) };

  it("of 1 + p is 1 + a / (a + b), whatever the shapes", () => {
    for (const a of [1e-12, 0.3, 7, 1e5, 1e9]) {
      for (const b of [1e-9, 0.8, 40, 1e6]) {
        const mean = logBetaMean(a, b, { ...onePlus, peak: Math.log(a / b) });
        expect(Math.abs(mean - Math.log1p(a / (a + b)))).toBeLessThan(1e-15 * Math.sqrt(a + b) + 1e-14);
      }
    }
  });

  it("is refused where the exponent has no digits left", () => {
    for (const a of [0, Number.NaN, 1e15, Infinity]) {
      expect(() => logBetaMean(a, 1, { ...onePlus, peak: 0 })).toThrow(RangeError);
    }
  });
});

describe("logHypergeometric of large parameters", () => {
  it("is what mpmath finds by integration with 40 digits", () => {
    for (const [a, b, c, z, reference] of HYPERGEOMETRIC) {
      const value = logHypergeometric(a, b, c, z);
      expect(Math.abs(value - reference), `${[a, b, c, z]}`).toBeLessThan(1e-14 * Math.max(1, Math.abs(reference)));
    }
  });

  it("is symmetric, and a power where c is one of the others", () => {
    expect(logHypergeometric(3000, 2e5, 2.1e5, 0.999)).toBe(logHypergeometric(2e5, 3000, 2.1e5, 0.999));
    expect(logHypergeometric(0.5, 1e6, 1e6, 0.75) / Math.log(2)).toBeCloseTo(1, 13);
    expect(logHypergeometric(0.5, 1e6, 0.5, 0.75) / Math.log(2) / 2e6).toBeCloseTo(1, 13);
  });

  it("meets the series where the one hands over to the other", () => {
    // Few terms at 0.97, thousands at 0.999.
    for (const [a, b, c] of [
      [80, 0.7, 81],
      [20, 60, 75],
    ]) {
      const slope = (z: number): number =>
        (logHypergeometric(a, b, c, z + 1e-7) - logHypergeometric(a, b, c, z)) / 1e-7;
      const zs = Array.from({ length: 60 }, (_, i) => 1 - 0.03 * 0.9 ** i);
      const slopes = zs.map(slope);
      expect(slopes).toEqual([...slopes].sort((one, other) => one - other));
    }
  });

  it("takes no longer than milliseconds anywhere", () => {
    const sizes = [1e-90, 1e-5, 0.5, 30, 1e5, 1e12];
    const begun = performance.now();
    let asked = 0;
    for (const a of sizes) {
      for (const b of sizes) {
        for (const over of [1e-5, 1, 1e5]) {
          for (const z of [0, 0.3, 0.999, 1 - 1e-9, 1 - 2 ** -53]) {
            const c = Math.min(b + over, 1e12);
            asked += 1;
            expect(logHypergeometric(a, b, c, z)).toBeGreaterThanOrEqual(0);
          }
        }
      }
    }
    expect((performance.now() - begun) / asked).toBeLessThan(20);
  });

  it("is refused where it would be a sum of millions of terms", () => {
    expect(() => logHypergeometric(1e9, 1e9, 1, 0.999)).toThrow(/terms to sum/);
    expect(() => logHypergeometric(1e13, 1, 2, 0.5)).toThrow(/positive parameters, from 1e-100 to 1000000000000/);
  });
});

describe("what is not a number ends a search", () => {
  it("for a crossing", () => {
    expect(crossing(() => true, Number.NaN, 1)).toBeNaN();
  });

  it("for a least value with a slope near the largest double", () => {
    const steep = (point: Float64Array, gradient: Float64Array): number => {
      gradient[0] = point[0] > 0 ? 1e308 : -1e-308;
      return Math.abs(point[0]);
    };
    expect(Number.isFinite(minimize(steep, [3], [-9], [9]).value)).toBe(true);
  });
});
