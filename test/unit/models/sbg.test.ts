import { describe, expect, it } from "vitest";
import { contractSurvival, renewalProbability, type Sbg, sbgLogLikelihood } from "#tenure/models/sbg.js";

/** "Regular" customers of Fader & Hardie 2007: % surviving years 0 to 12, fitted on years 0 to 7 of 1000 customers. */
const ACTUAL = [100, 63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1, 22.3, 20.7, 19.4, 18.3, 17.3];
const MODEL_PERCENT = "100.0 62.7 47.4 38.8 33.2 29.2 26.2 23.9 22.0 20.4 19.1 18.0 17.0";
const FITTED: Sbg = { a: 0.7041, b: 1.182 };

const left = ACTUAL.slice(0, 8).map((percent) => Math.round(percent * 10));
const lost = left.slice(1).map((still, year) => left[year] - still);
const logLikelihood = (model: Sbg): number => sbgLogLikelihood(model, lost, left[7]);

describe("shifted beta-geometric", () => {
  it("has the published survival table, digit by digit", () => {
    const percent = ACTUAL.map((_, year) => (contractSurvival(FITTED, year) * 100).toFixed(1));
    expect(percent.join(" ")).toBe(MODEL_PERCENT);
  });

  it("has the published log-likelihood, and it is the highest around", () => {
    expect(logLikelihood(FITTED).toFixed(1)).toBe("-1680.3");
    for (const key of ["a", "b"] as const) {
      for (const factor of [0.98, 1.02]) {
        expect(logLikelihood({ ...FITTED, [key]: FITTED[key] * factor })).toBeLessThan(logLikelihood(FITTED));
      }
    }
    // Parameters that circulate for these data and are not theirs.
    expect(logLikelihood({ a: 0.688, b: 1.182 })).toBeLessThan(logLikelihood(FITTED));
  });

  it("survives like the mean of (1 − θ)^t over the beta distribution", () => {
    // Beta(2, 3): B(2, t + 3) / B(2, 3) = 12 / ((t + 3)(t + 4)).
    for (let t = 0; t < 6; t++) expect(contractSurvival({ a: 2, b: 3 }, t)).toBeCloseTo(12 / ((t + 3) * (t + 4)), 14);
  });

  it("renews more readily with tenure", () => {
    const rates = [1, 2, 3, 10].map((renewal) => renewalProbability(FITTED, renewal));
    expect(rates).toEqual([...rates].sort((x, y) => x - y));
    expect(rates[0]).toBeCloseTo(1.182 / (0.7041 + 1.182), 15);
  });
});
