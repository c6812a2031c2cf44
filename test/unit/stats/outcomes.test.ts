import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { varianceComponents } from "#tenure/stats/components.js";
import { meanEstimate } from "#tenure/stats/estimate.js";
import { sampleVariance } from "#tenure/stats/moments.js";
import { outcomes } from "#tenure/stats/outcomes.js";
import { knownReplicates, standardNormals, zForFalseAlarm } from "../../support/statistics.ts";

describe("by hand", () => {
  test("nothing ranged: a quarter of reality was simulated, so luck deviates half as far, about a centre that is off by 2", () => {
    // L = 8, so 2 of reality; the mean of two has variance 4, of which 3/4 is not in the replicates' own luck.
    const widening = Math.sqrt(1 + (4 * 0.75) / 2);
    expect([...outcomes([8, 12], { ranged: false, sampleShare: 0.25 })]).toEqual([10 - widening, 10 + widening]);
  });

  test("ranged: draw means scaled by √(17.25/18), what is within a draw by 1/2", () => {
    const a = Math.sqrt((17 + 0.25) / 18);
    const found = outcomes([1, 3, 7, 9], { ranged: true, sampleShare: 0.25 });
    const expected = [-3 * a - 0.5, -3 * a + 0.5, 3 * a - 0.5, 3 * a + 0.5];
    // The mean of two draws of variance 18 has variance 9; I + L·s is 17.5.
    const widening = Math.sqrt(1 + (9 * 0.75) / 17.5);
    found.forEach((outcome, k) => {
      expect(outcome).toBeCloseTo(5 + widening * expected[k], 12);
    });
  });

  test("a lone last replicate, of variance I + L, is scaled to I + L·s", () => {
    // I = 18 − 1.5 = 16.5, L = 2, grand mean 4.
    const found = outcomes([1, 3, 8], { ranged: true, sampleShare: 0.25 });
    const widening = Math.sqrt(1 + (18 * (5 / 9) * 0.75) / 17);
    expect(found[2]).toBeCloseTo(4 + widening * 4 * Math.sqrt((16.5 + 0.5) / (16.5 + 2)), 12);
  });

  test("one draw: its luck is scaled, nothing else is known", () => {
    expect([...outcomes([8, 12], { ranged: true, sampleShare: 0.25 })]).toEqual([9, 11]);
    expect([...outcomes([8], { ranged: true, sampleShare: 0.25 })]).toEqual([8]);
    expect([...outcomes([null], { ranged: true, sampleShare: 0.25 })]).toEqual([]);
  });
});

// Plus 0: minus zero becomes zero.
const value = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((number) => number + 0);
const replicates = fc.array(value, { minLength: 4, maxLength: 40 });

test("all of reality simulated: outcomes are exactly the replicates", () => {
  fc.assert(
    fc.property(replicates, fc.boolean(), (values, ranged) => {
      expect([...outcomes(values, { ranged, sampleShare: 1 })]).toEqual(values);
    }),
  );
});

test("of a ratio, the centre moves towards the ratio of totals by what is not simulated", () => {
  const plain = outcomes([8, 12], { ranged: false, sampleShare: 0.25 });
  const moved = outcomes([8, 12], { ranged: false, sampleShare: 0.25 }, 9);
  expect([...moved]).toEqual([...plain].map((outcome) => outcome - 0.75));
  expect([...outcomes([8, 12], { ranged: false, sampleShare: 1 }, 9)]).toEqual([8, 12]);
});

test("variance of the outcomes is I·(2D − 2)/(2D − 1) + L·s for D whole pairs, and L·s of all replicates where I is 0, widened by the centre's", () => {
  fc.assert(
    fc.property(replicates, fc.double({ min: 0.01, max: 1, noNaN: true }), (all, sampleShare) => {
      const values = all.slice(0, all.length - (all.length % 2));
      const { ignorance, luck } = varianceComponents(values, true);
      const found = sampleVariance(outcomes(values, { ranged: true, sampleShare }));
      if (ignorance === null || luck === null || found === null) throw new Error("expected components");
      const total = sampleVariance(values) ?? 0;
      const expected =
        ignorance > 0
          ? (ignorance * (values.length - 2)) / (values.length - 1) + luck * sampleShare
          : total * sampleShare;
      const means = values.flatMap((one, k) => (k % 2 === 0 ? [(one + values[k + 1]) / 2] : []));
      const centre = (sampleVariance(means) ?? 0) / means.length;
      const launch = ignorance + luck * sampleShare;
      const widening = launch > 0 ? 1 + (centre * (1 - sampleShare)) / launch : 1;
      // Rounding alone: of the values, 1e6 at most, squared.
      expect(Math.abs(found - expected * widening)).toBeLessThanOrEqual(1e-11 * (total + luck + 1e3));
    }),
    { numRuns: 500 },
  );
});

describe("a known run of which a tenth is simulated", () => {
  const ignorance = 4;
  const luck = 30;
  const sampleShare = 0.1;
  const run = {
    replicates: 40_000,
    mean: 500,
    ignoranceDeviation: Math.sqrt(ignorance),
    luckDeviation: Math.sqrt(luck),
  };
  const values = knownReplicates(run, standardNormals("outcomes of a known run"));
  const draws = run.replicates / 2;
  const truth = ignorance + luck * sampleShare;
  const z = zForFalseAlarm(1e-6);

  test("the outcomes' variance is I + L·s", () => {
    // As found above it is B + (s − 1/2)·L̂ up to 1/R, B the variance between draw means, L̂ that within draws: independent.
    const error = Math.sqrt(
      (2 * (ignorance + luck / 2) ** 2) / (draws - 1) + ((sampleShare - 0.5) ** 2 * 2 * luck ** 2) / draws,
    );
    const found = sampleVariance(outcomes(values, { ranged: true, sampleShare })) ?? Number.NaN;
    expect(Math.abs(found - truth)).toBeLessThan(z * error + ignorance / run.replicates);
    // The same check on outcomes nobody scaled fails: it can.
    expect(Math.abs((sampleVariance(values) ?? Number.NaN) - truth)).toBeGreaterThan(10 * z * error);
  });

  test("P5, P95 and luck share are those of the normal with that variance", () => {
    const found = meanEstimate(values, { ranged: true, sampleShare });
    const deviation = Math.sqrt(truth);
    const reach = 1.6448536269514722;
    const density = Math.exp(-(reach ** 2) / 2) / Math.sqrt(2 * Math.PI) / deviation;
    // A quantile's error is √(p(1 − p)/n)/density with n independent values: at least the draws. To it comes the error of the
    // scale, z·error/(2·deviation) above, at most a draw-sized one of variance √(2/draws)·(I + L/2).
    const quantileError = Math.sqrt((0.05 * 0.95) / draws) / density;
    const scaleError = (reach * Math.sqrt(2 / draws) * (ignorance + luck / 2) * 1.5) / (2 * deviation);
    const error = z * (quantileError + scaleError);
    expect(Math.abs((found.outcomeLow ?? Number.NaN) - (500 - reach * deviation))).toBeLessThan(error);
    expect(Math.abs((found.outcomeHigh ?? Number.NaN) - (500 + reach * deviation))).toBeLessThan(error);
    // A share p of two parts moves by p(1 − p) times what each part is off, relatively.
    const luckPart = (luck * sampleShare) / truth;
    const relativeErrors = Math.sqrt(2 / draws) * (1 + ((ignorance + luck / 2) * 1.5) / ignorance);
    const shareError = z * luckPart * (1 - luckPart) * relativeErrors;
    expect(Math.abs((found.luckShare ?? Number.NaN) - luckPart)).toBeLessThan(shareError);
  });
});

test("refuses a sample share that is none", () => {
  for (const sampleShare of [0, -1, 1.01, Number.NaN]) {
    expect(() => outcomes([1, 2], { ranged: false, sampleShare })).toThrow(/expected a sample share/);
  }
});
