import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { meanEstimate, seriesEstimate } from "#tenure/stats/estimate.js";
import { studentQuantile } from "#tenure/stats/student.js";
import type { Estimate } from "#tenure/study/findings.js";
import {
  binomialBand,
  coveredCount,
  inBand,
  knownReplicates,
  standardNormals,
  zForFalseAlarm,
} from "../../support/statistics.ts";

const UNDEFINED = { standardError: null, low: null, high: null, outcomeLow: null, outcomeHigh: null, luckShare: null };

describe("by hand", () => {
  test("ranged: two draws of means 2 and 8", () => {
    const found: Estimate = meanEstimate([1, 3, 7, 9], { ranged: true, sampleShare: 1 });
    const reach = 3 * studentQuantile(0.975, 1);
    expect(found).toEqual({
      value: 5,
      standardError: 3,
      low: 5 - reach,
      high: 5 + reach,
      outcomeLow: 1 + 0.15 * 2,
      outcomeHigh: expect.closeTo(7 + 0.85 * 2, 12),
      luckShare: 2 / 19,
      undefinedShare: 0,
    });
  });

  test("nothing ranged: four replicates on three degrees of freedom, all of it luck", () => {
    const found = meanEstimate([1, 3, 5, 7], { ranged: false, sampleShare: 1 });
    const standardError = Math.sqrt(20 / 3 / 4);
    expect(found.value).toBe(4);
    expect(found.standardError).toBeCloseTo(standardError, 14);
    expect(found.high).toBeCloseTo(4 + 3.182446305283708 * standardError, 12);
    expect(found.luckShare).toBe(1);
  });

  test("a lone last replicate: the mean is over replicates, weights 2/3 and 1/3", () => {
    const found = meanEstimate([1, 3, 8], { ranged: true, sampleShare: 1 });
    expect(found.value).toBe(4);
    expect(found.standardError).toBeCloseTo(Math.sqrt(18 * (5 / 9)), 14);
  });

  test("the level widens the interval", () => {
    const found = meanEstimate([1, 3, 5, 7], { ranged: false, sampleShare: 1, level: 0.5 });
    expect(found.high).toBeCloseTo(4 + 0.764892328404352 * Math.sqrt(5 / 3), 10);
    for (const level of [0, 1, Number.NaN]) {
      expect(() => meanEstimate([1, 2], { ranged: false, sampleShare: 1, level })).toThrow(/expected a level/);
    }
  });

  test("one replicate, or one draw: the value alone", () => {
    for (const ranged of [true, false]) {
      expect(meanEstimate([7], { ranged, sampleShare: 1 })).toEqual({ value: 7, ...UNDEFINED, undefinedShare: 0 });
    }
    expect(meanEstimate([7, 9], { ranged: true, sampleShare: 1 })).toEqual({
      value: 8,
      ...UNDEFINED,
      undefinedShare: 0,
    });
  });

  test("undefined replicates are left out and counted", () => {
    const found = meanEstimate([1, null, 3, null], { ranged: false, sampleShare: 1 });
    expect(found).toEqual({ ...meanEstimate([1, 3], { ranged: false, sampleShare: 1 }), undefinedShare: 0.5 });
    expect(meanEstimate([null, null], { ranged: true, sampleShare: 1 })).toEqual({
      value: null,
      ...UNDEFINED,
      undefinedShare: 1,
    });
  });

  test.each([true, false])("equal values: standard error exactly 0 and nothing to share (ranged %s)", (ranged) => {
    const found = meanEstimate(new Float64Array(7).fill(0.1), { ranged, sampleShare: 0.3 });
    expect(found).toEqual({
      value: 0.1,
      standardError: 0,
      low: 0.1,
      high: 0.1,
      outcomeLow: 0.1,
      outcomeHigh: 0.1,
      luckShare: null,
      undefinedShare: 0,
    });
  });

  test("values of 1e12 that differ by single units", () => {
    const small = meanEstimate([1, 3, 7, 9], { ranged: true, sampleShare: 0.25 });
    const large = meanEstimate(
      [1, 3, 7, 9].map((value) => value + 1e12),
      { ranged: true, sampleShare: 0.25 },
    );
    expect(large.standardError).toBe(small.standardError);
    expect(large.luckShare).toBe(small.luckShare);
    expect(large.value).toBe(5 + 1e12);
  });
});

const anyValues = fc.array(fc.option(fc.double({ min: -1e149, max: 1e149, noNaN: true })), {
  minLength: 1,
  maxLength: 12,
});

test("never NaN, never infinite, ends in order", () => {
  fc.assert(
    fc.property(
      anyValues,
      fc.boolean(),
      fc.double({ min: 1e-9, max: 1, noNaN: true }),
      (values, ranged, sampleShare) => {
        const found = meanEstimate(values, { ranged, sampleShare });
        for (const part of Object.values(found)) expect(part === null || Number.isFinite(part)).toBe(true);
        if (found.low !== null) expect(found.low).toBeLessThanOrEqual(found.high ?? Number.NaN);
        if (found.outcomeLow !== null) expect(found.outcomeLow).toBeLessThanOrEqual(found.outcomeHigh ?? Number.NaN);
      },
    ),
    { numRuns: 1000 },
  );
});

describe("coverage of the 95 % interval, false alarm 1e-6 a check", () => {
  const runs = 4000;
  const band = binomialBand(runs, 0.95, 1e-6);

  test.each([
    { name: "nothing ranged", ranged: false, ignoranceDeviation: 0, luckDeviation: 1, replicates: 5 },
    { name: "luck and ignorance", ranged: true, ignoranceDeviation: 1, luckDeviation: 1, replicates: 20 },
    { name: "ignorance alone", ranged: true, ignoranceDeviation: 1, luckDeviation: 0, replicates: 8 },
    {
      name: "ranged, though it matters little",
      ranged: true,
      ignoranceDeviation: 0.01,
      luckDeviation: 1,
      replicates: 10,
    },
  ])("$name: exact for normal values", ({ name, ranged, ...run }) => {
    const normal = standardNormals(`coverage: ${name}`);
    const interval = () => meanEstimate(knownReplicates({ mean: 3, ...run }, normal), { ranged, sampleShare: 0.5 });
    expect(inBand(coveredCount(runs, 3, interval), band)).toBe(true);
  });

  test.each([
    { replicates: 3, ignoranceDeviation: 1, luckDeviation: 0 },
    { replicates: 7, ignoranceDeviation: 1, luckDeviation: 0.5 },
    { replicates: 9, ignoranceDeviation: 0, luckDeviation: 1 },
  ])("a lone last replicate, $replicates in all: no less than 95 %", (run) => {
    const normal = standardNormals(`coverage of odd replicates: ${run.replicates}`);
    const options = { ranged: true, sampleShare: 1 };
    const interval = () => meanEstimate(knownReplicates({ mean: 3, ...run }, normal), options);
    expect(coveredCount(runs, 3, interval)).toBeGreaterThanOrEqual(band.low);
  });

  test("can fail: pairs taken as independent replicates although inputs are ranged", () => {
    const normal = standardNormals("coverage of a wrong interval");
    const run = { replicates: 20, mean: 3, ignoranceDeviation: 1, luckDeviation: 0.2 };
    const wrong = () => meanEstimate(knownReplicates(run, normal), { ranged: false, sampleShare: 1 });
    expect(coveredCount(runs, 3, wrong)).toBeLessThan(band.low);
  });
});

test("the interval shrinks with replicates, the outcome range does not", () => {
  const normal = standardNormals("shrinking");
  const of = (replicates: number) =>
    meanEstimate(knownReplicates({ replicates, mean: 0, ignoranceDeviation: 1, luckDeviation: 1 }, normal), {
      ranged: true,
      sampleShare: 1,
    });
  const few = of(200);
  const many = of(20_000);
  const ratio = (many.standardError ?? Number.NaN) / (few.standardError ?? Number.NaN);
  // The standard error of 100 draws is off by a relative 1/√(2·99), of 10,000 by a tenth of that.
  const relative = (zForFalseAlarm(1e-6) * 1.1) / Math.sqrt(2 * 99);
  expect(Math.abs(ratio / 0.1 - 1)).toBeLessThan(relative / (1 - relative));
  // P95 of 100 independent draws or more is off by √(0.05·0.95/100) over the density there, 0.1031/√2.
  const reach = 1.6448536269514722 * Math.SQRT2;
  const error = (zForFalseAlarm(1e-6) * Math.sqrt(0.000475)) / (0.10313564 / Math.SQRT2);
  expect(Math.abs((few.outcomeHigh ?? Number.NaN) - reach)).toBeLessThan(error);
  expect(Math.abs((many.outcomeHigh ?? Number.NaN) - reach)).toBeLessThan(error / 10);
});

describe("seriesEstimate", () => {
  test("each place is the mean estimate of its own values", () => {
    const options = { ranged: true, sampleShare: 0.5 };
    const values = Float64Array.of(1, 10, 3, 30, 7, 80, 9, 90);
    expect(seriesEstimate(values, 2, options)).toEqual([
      meanEstimate([1, 3, 7, 9], options),
      meanEstimate([10, 30, 80, 90], options),
    ]);
  });

  test("refuses a broken rectangle", () => {
    const options = { ranged: false, sampleShare: 1 };
    expect(() => seriesEstimate([1, 2, 3], 2, options)).toThrow(/whole number of replicates/);
    expect(() => seriesEstimate([1, 2, 3], 0, options)).toThrow(/whole number of replicates/);
    expect(() => seriesEstimate([], 2, options)).toThrow(/one replicate or more/);
  });
});
