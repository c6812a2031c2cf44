import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { meanEstimate } from "#tenure/stats/estimate.js";
import { outcomes } from "#tenure/stats/outcomes.js";
import { ratioDifferenceEstimate, ratioDifferences, ratioEstimate, ratios } from "#tenure/stats/ratio.js";
import { studentQuantile } from "#tenure/stats/student.js";
import { binomialBand, coveredCount, inBand, knownReplicates, standardNormals } from "../../support/statistics.ts";

const EXACT = { ranged: false, sampleShare: 1 };
const RANGED = { ranged: true, sampleShare: 1 };

describe("by hand", () => {
  test("ratio of sums, not mean of ratios; leave-one-out ratios 11/7, 9/5 and 8/4", () => {
    const found = ratioEstimate([3, 5, 6], [1, 3, 4], EXACT);
    const left = [11 / 7, 9 / 5, 8 / 4];
    const center = (left[0] + left[1] + left[2]) / 3;
    const standardError = Math.sqrt((2 / 3) * left.reduce((sum, value) => sum + (value - center) ** 2, 0));
    expect(found.value).toBe(14 / 8);
    expect(found.standardError).toBeCloseTo(standardError, 12);
    expect(found.low).toBeCloseTo(14 / 8 - studentQuantile(0.975, 2) * standardError, 12);
    expect(found.undefinedShare).toBe(0);
  });

  test("ranged: draws are left out whole", () => {
    const found = ratioEstimate([3, 5, 6, 2], [1, 3, 4, 1], RANGED);
    const left = [8 / 5, 8 / 4];
    expect(found.value).toBe(16 / 9);
    expect(found.standardError).toBeCloseTo(Math.abs(left[0] - left[1]) / 2, 12);
  });

  test("undefined ratios are left out of the outcomes, counted, and stay in the totals", () => {
    const found = ratioEstimate([2, 6, 5], [1, 2, 0], EXACT);
    expect(found.value).toBeCloseTo(13 / 3, 14);
    expect(found.undefinedShare).toBeCloseTo(1 / 3, 14);
    expect(found.outcomeLow).toBe(2 + 0.05);
    expect(found.outcomeHigh).toBe(2 + 0.95);
  });

  test("no denominators at all", () => {
    expect(ratioEstimate([2, 6], [0, 0], RANGED)).toEqual({
      value: null,
      standardError: null,
      low: null,
      high: null,
      outcomeLow: null,
      outcomeHigh: null,
      luckShare: null,
      undefinedShare: 1,
    });
  });

  test("all denominators in one unit: a value, no error", () => {
    const found = ratioEstimate([2, 6, 1], [0, 3, 0], EXACT);
    expect(found.value).toBe(3);
    expect(found.standardError).toBeNull();
    expect(ratioEstimate([2], [4], RANGED)).toMatchObject({ value: 0.5, standardError: null, low: null, high: null });
  });

  test.each([EXACT, RANGED])("equal replicates: standard error exactly 0", (options) => {
    const found = ratioEstimate(new Float64Array(7).fill(0.1), new Float64Array(7).fill(0.3), options);
    expect(found).toMatchObject({ value: 0.1 / 0.3, standardError: 0, luckShare: null });
  });
});

test("denominators of 1: the mean estimate", () => {
  const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(values, fc.boolean(), (all, ranged) => {
      const numerators = ranged ? all.slice(0, all.length - (all.length % 2)) : all;
      const ones = numerators.map(() => 1);
      const found = ratioEstimate(numerators, ones, { ranged, sampleShare: 0.5 });
      const expected = meanEstimate(numerators, { ranged, sampleShare: 0.5 });
      for (const key of ["value", "standardError", "outcomeLow", "outcomeHigh"] as const) {
        if (expected[key] === null) expect(found[key]).toBeNull();
        // Rounding alone, of values up to 1e6.
        else expect(Math.abs((found[key] ?? Number.NaN) - expected[key])).toBeLessThanOrEqual(1e-8);
      }
    }),
  );
});

test("never NaN, never infinite", () => {
  const part = fc.double({ min: -1e140, max: 1e140, noNaN: true });
  const pair = fc.tuple(part, fc.oneof(part, fc.constant(0), fc.constant(1e-310)));
  fc.assert(
    fc.property(fc.array(pair, { minLength: 1, maxLength: 9 }), fc.boolean(), (pairs, ranged) => {
      const numerators = pairs.map(([numerator]) => numerator);
      const denominators = pairs.map(([, denominator]) => denominator);
      const options = { ranged, sampleShare: 0.5 };
      const swapped = { numerators: denominators, denominators: numerators };
      for (const found of [
        ratioEstimate(numerators, denominators, options),
        ratioDifferenceEstimate({ numerators, denominators }, swapped, options),
      ]) {
        for (const value of Object.values(found)) expect(value === null || Number.isFinite(value)).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

describe("differences of two ratios", () => {
  const first = { numerators: [3, 5, 9], denominators: [2, 2, 3] };
  const second = { numerators: [1, 3, 7], denominators: [2, 2, 0] };

  test("replicate by replicate, null where either is undefined", () => {
    expect(ratios(second)).toEqual([0.5, 1.5, null]);
    expect(ratioDifferences(first, second)).toEqual([1, 1, null]);
    expect([...outcomes(ratioDifferences(first, second), EXACT)]).toEqual([1, 1]);
  });

  test("a shared denominator leaves the ratio of the differences, error and all", () => {
    const denominators = [1, 3, 4, 2];
    const found = ratioDifferenceEstimate(
      { numerators: [3, 5, 6, 9], denominators },
      { numerators: [1, 4, 4, 2], denominators },
      EXACT,
    );
    const expected = ratioEstimate([2, 1, 2, 7], denominators, EXACT);
    expect(found.value).toBeCloseTo(expected.value ?? Number.NaN, 14);
    expect(found.standardError).toBeCloseTo(expected.standardError ?? Number.NaN, 14);
    expect(found.undefinedShare).toBe(0);
  });

  test("what both ratios share cancels", () => {
    const parts = { numerators: [3, 5], denominators: [2, 2] };
    const reference = { numerators: [1, 3], denominators: [2, 2] };
    expect(ratioDifferenceEstimate(parts, reference, EXACT)).toMatchObject({ value: 1, standardError: 0 });
  });

  test("refuses different numbers of replicates", () => {
    const short = { numerators: [1], denominators: [1] };
    expect(() => ratioDifferences(first, short)).toThrow(/same replicates/);
    expect(() => ratioDifferenceEstimate(first, short, EXACT)).toThrow(/same replicates/);
    expect(() => ratioEstimate([1, 2], [1], EXACT)).toThrow(/as many denominators as numerators/);
  });
});

describe("coverage of the jackknife interval, false alarm 1e-6 a check", () => {
  // With n = 2·d + error, the error independent of d, the ratio less 2 is normal for given denominators. These vary by 10 %, so
  // the jackknife's variance is right to about 0.1²/draws: far inside the band.
  const runs = 4000;
  const band = binomialBand(runs, 0.95, 1e-6);
  const made = (replicates: number, ignoranceDeviation: number, normal: () => number) => {
    const error = knownReplicates({ replicates, mean: 0, ignoranceDeviation, luckDeviation: 1 }, normal);
    const denominators = Float64Array.from(error, () => 100 + 10 * normal());
    return { denominators, numerators: error.map((value, k) => 2 * denominators[k] + value) };
  };

  test("nothing ranged: replicates are left out", () => {
    const normal = standardNormals("ratio coverage, nothing ranged");
    const interval = () => {
      const { numerators, denominators } = made(20, 0, normal);
      return ratioEstimate(numerators, denominators, EXACT);
    };
    expect(inBand(coveredCount(runs, 2, interval), band)).toBe(true);
  });

  test("ranged: draws are left out; leaving out replicates instead under-covers", () => {
    const normal = standardNormals("ratio coverage, ranged");
    const interval = (ranged: boolean) => () => {
      const { numerators, denominators } = made(30, 3, normal);
      return ratioEstimate(numerators, denominators, { ranged, sampleShare: 1 });
    };
    expect(inBand(coveredCount(runs, 2, interval(true)), band)).toBe(true);
    expect(coveredCount(runs, 2, interval(false))).toBeLessThan(band.low);
  });
});
