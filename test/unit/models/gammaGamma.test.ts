import { describe, expect, it } from "vitest";
import {
  expectedSpend,
  type GammaGamma,
  gammaGammaLogLikelihood,
  meanSpend,
  spendVariance,
} from "#tenure/models/gammaGamma.js";
import { calibration, readCdnow } from "../../support/cdnow.ts";
import { dataFile } from "../../support/data.ts";

const MODEL: GammaGamma = { p: 6.25, q: 3.74, v: 15.44 };
const path = dataFile("cdnow_sample.txt");

/** Integral of f(z) times the density of one purchase's spend, by the trapezoidal rule in log z. */
function integrate(f: (z: number) => number): number {
  const step = 0.01;
  let sum = 0;
  for (let u = -12; u < 40; u += step) {
    const z = Math.exp(u);
    sum += f(z) * Math.exp(gammaGammaLogLikelihood(MODEL, 1, z) + u) * step;
  }
  return sum;
}

describe("Gamma-Gamma", () => {
  it("has a density that integrates to 1, to the mean and to the variance", () => {
    expect(integrate(() => 1)).toBeCloseTo(1, 10);
    expect(integrate((z) => z)).toBeCloseTo(meanSpend(MODEL), 8);
    expect(integrate((z) => (z - meanSpend(MODEL)) ** 2)).toBeCloseTo(spendVariance(MODEL), 6);
    expect(meanSpend(MODEL).toFixed(2)).toBe("35.22");
    expect(Math.sqrt(spendVariance(MODEL)).toFixed(2)).toBe("32.02");
  });

  it("weighs the customer's own mean against everybody's as the paper writes it", () => {
    const { p, q, v } = MODEL;
    for (const [x, seen] of [
      [1, 100],
      [7, 12.5],
    ]) {
      const weight = (p * x) / (p * x + q - 1);
      expect(expectedSpend(MODEL, x, seen)).toBeCloseTo((1 - weight) * ((p * v) / (q - 1)) + weight * seen, 12);
    }
    expect(expectedSpend(MODEL, 0, Number.NaN)).toBe(meanSpend(MODEL));
    expect(expectedSpend(MODEL, 1, 100).toFixed(2)).toBe("80.26");
  });

  it("says infinite where a moment is", () => {
    expect(meanSpend({ ...MODEL, q: 1 })).toBe(Infinity);
    expect(spendVariance({ ...MODEL, q: 2 })).toBe(Infinity);
    expect(spendVariance({ ...MODEL, q: 2.01 })).toBeLessThan(Infinity);
  });

  it.skipIf(path === null)("has the published log-likelihood on 946 repeaters (cdnow_sample.txt)", () => {
    const repeaters = readCdnow(path ?? "")
      .map(calibration)
      .filter(({ x }) => x > 0);
    expect(repeaters.length).toBe(946);
    const logLikelihood = (model: GammaGamma): number =>
      repeaters.reduce((sum, { x, meanSpend: seen }) => sum + gammaGammaLogLikelihood(model, x, seen), 0);
    expect(logLikelihood(MODEL).toFixed(2)).toBe("-4055.92");
    for (const key of ["p", "q", "v"] as const) {
      for (const factor of [0.97, 1.03]) {
        expect(logLikelihood({ ...MODEL, [key]: MODEL[key] * factor })).toBeLessThan(logLikelihood(MODEL));
      }
    }
  });
});
