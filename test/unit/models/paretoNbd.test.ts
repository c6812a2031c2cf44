import { describe, expect, it } from "vitest";
import { gammaQuantile } from "#tenure/math/quantiles.js";
import {
  type ParetoNbd,
  paretoNbdLogLikelihood,
  paretoNbdPurchases,
  paretoNbdSurvival,
  paretoNbdVariance,
} from "#tenure/models/paretoNbd.js";
import { calibration, readCdnow } from "../../support/cdnow.ts";
import { dataFile } from "../../support/data.ts";

const CDNOW: ParetoNbd = { r: 0.5533, alpha: 10.578, s: 0.6062, beta: 11.669 };
const path = dataFile("cdnow_sample.txt");

/** Integral over 0 to t by Simpson's rule. */
function integral(f: (u: number) => number, t: number, steps = 2000): number {
  let sum = f(0) + f(t);
  for (let k = 1; k < steps; k++) sum += (k % 2 === 1 ? 4 : 2) * f((k * t) / steps);
  return (sum * t) / steps / 3;
}

describe("Pareto/NBD", () => {
  it("expects what customers who are still there buy, integrated over time", () => {
    const { r, alpha, s, beta } = CDNOW;
    for (const t of [1, 13, 26, 39, 52, 78]) {
      const still = (u: number): number => (beta / (beta + u)) ** s;
      expect(paretoNbdPurchases(CDNOW, t)).toBeCloseTo((r / alpha) * integral(still, t), 9);
      expect(paretoNbdSurvival(CDNOW, t)).toBeCloseTo(still(t), 14);
    }
  });

  it("expects the mean over kinds of customers: every μ by itself, then the gamma over them", () => {
    const { r, alpha, s, beta } = CDNOW;
    const leaving = gammaQuantile(s);
    const cells = 20_000;
    let time = 0;
    for (let cell = 0; cell < cells; cell++) {
      const u = (cell + 0.5) / cells;
      const mu = (u <= 0.5 ? leaving(u, false) : leaving(1 - u, true)) / beta;
      time += (mu === 0 ? 39 : -Math.expm1(-mu * 39) / mu) / cells;
    }
    // The midpoint rule over ranks errs by about 1 / cells of the spread.
    expect(paretoNbdPurchases(CDNOW, 39)).toBeCloseTo((r / alpha) * time, 4);
  });

  it("varies as luck and differences between customers make it", () => {
    const { r, alpha, s, beta } = CDNOW;
    for (const t of [13, 39, 78]) {
      const squaredTime = integral((u) => 2 * u * (beta / (beta + u)) ** s, t);
      const mean = paretoNbdPurchases(CDNOW, t);
      const second = ((r * (r + 1)) / alpha ** 2) * squaredTime + mean;
      expect(paretoNbdVariance(CDNOW, t)).toBeCloseTo(second - mean ** 2, 8);
    }
  });

  it("passes s = 1 and s = 2 without a jump", () => {
    for (const s of [1, 2]) {
      const at = (shape: number): number => paretoNbdPurchases({ ...CDNOW, s: shape }, 39);
      const spread = (shape: number): number => paretoNbdVariance({ ...CDNOW, s: shape }, 39);
      expect(at(s)).toBeCloseTo((at(s - 1e-6) + at(s + 1e-6)) / 2, 9);
      expect(spread(s)).toBeCloseTo((spread(s - 1e-6) + spread(s + 1e-6)) / 2, 7);
    }
  });

  it("keeps 41 % of a new cohort at week 39, with almost the purchases of a model that keeps 79 %", () => {
    expect(paretoNbdSurvival(CDNOW, 39).toFixed(2)).toBe("0.41");
  });

  it.skipIf(path === null)("has the published log-likelihood, flat around its maximum (cdnow_sample.txt)", () => {
    const customers = readCdnow(path ?? "").map(calibration);
    const logLikelihood = (model: ParetoNbd): number =>
      customers.reduce((sum, { x, tx, T }) => sum + paretoNbdLogLikelihood(model, x, tx, T), 0);
    expect(logLikelihood(CDNOW).toFixed(2)).toBe("-9594.98");
    for (const key of ["r", "alpha", "s", "beta"] as const) {
      for (const factor of [0.97, 1.03]) {
        expect(logLikelihood({ ...CDNOW, [key]: CDNOW[key] * factor })).toBeLessThan(logLikelihood(CDNOW));
      }
    }
  });

  it("has the same likelihood when the two rates come close", () => {
    const near = (beta: number): number => paretoNbdLogLikelihood({ ...CDNOW, beta }, 3, 20, 39);
    expect(near(CDNOW.alpha)).toBeCloseTo((near(CDNOW.alpha - 1e-5) + near(CDNOW.alpha + 1e-5)) / 2, 8);
  });
});
