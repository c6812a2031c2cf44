import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { medianEstimate } from "#tenure/stats/median.js";
import { binomialBand, coveredCount, inBand, knownReplicates, standardNormals } from "../../support/statistics.ts";

const count = (upTo: number): number[] => Array.from({ length: upTo }, (_, k) => k + 1);

describe("by hand", () => {
  test("three dates, one never", () => {
    expect(medianEstimate([14, null, 12], { ranged: false })).toEqual({
      value: 14,
      low: null,
      high: null,
      coverage: null,
      outcomeLow: 12,
      outcomeHigh: null,
      neverShare: 1 / 3,
    });
  });

  test("half of the replicates there are a median, fewer are none", () => {
    expect(medianEstimate([5, 6, null, null], { ranged: false }).value).toBe(6);
    expect(medianEstimate([5, null, null], { ranged: false }).value).toBeNull();
    expect(medianEstimate([null], { ranged: false })).toMatchObject({ value: null, neverShare: 1 });
  });

  test("six replicates are the fewest for 95 %: from first to last, missing only six heads or six tails", () => {
    expect(medianEstimate(count(5), { ranged: false }).coverage).toBeNull();
    const found = medianEstimate(count(6), { ranged: false });
    expect(found).toMatchObject({ value: 3, low: 1, high: 6 });
    expect(found.coverage).toBeCloseTo(1 - 2 / 64, 14);
  });

  test("twenty replicates: sixth to fifteenth, as binomial tables print P(X ≤ 5) = 0.0207", () => {
    const found = medianEstimate(count(20), { ranged: false });
    expect(found).toMatchObject({ value: 10, low: 6, high: 15, outcomeLow: 1, outcomeHigh: 19 });
    expect(((1 - (found.coverage ?? Number.NaN)) / 2).toFixed(4)).toBe("0.0207");
  });

  test("twenty ranged replicates are ten draws: second to ninth draw, taken as third to eighteenth replicate", () => {
    const found = medianEstimate(count(20), { ranged: true });
    expect(found).toMatchObject({ value: 10, low: 3, high: 18 });
    expect(found.coverage).toBeCloseTo(1 - 22 / 1024, 14);
  });

  test("never is later than any date, at the end of an interval too", () => {
    const dates = [...count(12), ...Array.from({ length: 8 }, () => null)];
    expect(medianEstimate(dates, { ranged: false })).toMatchObject({ value: 10, low: 6, high: null, neverShare: 0.4 });
  });

  test("whole shares of replicates are whole in spite of binary fractions: one in twenty of 20·n is n", () => {
    for (const n of count(100)) {
      const found = medianEstimate(count(20 * n), { ranged: false });
      expect(found).toMatchObject({ value: 10 * n, outcomeLow: n, outcomeHigh: 19 * n });
    }
  });

  test("refuses dates that are none, and no replicates", () => {
    expect(() => medianEstimate([Number.NaN], { ranged: false })).toThrow(/expected a finite date or null/);
    expect(() => medianEstimate([], { ranged: false })).toThrow(/one replicate or more/);
  });
});

test("the interval holds the median, whatever the replicates and the level", () => {
  const dates = fc.array(fc.option(fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 60 });
  const level = fc.double({ min: 0.01, max: 0.999, noNaN: true });
  const late = (date: number | null): number => date ?? Number.POSITIVE_INFINITY;
  fc.assert(
    fc.property(dates, fc.boolean(), level, (values, ranged, level) => {
      const found = medianEstimate(values, { ranged, level });
      for (const part of Object.values(found)) expect(part).not.toBeNaN();
      if (found.coverage === null) return;
      expect(found.coverage).toBeGreaterThanOrEqual(level - 1e-12);
      expect(late(found.low)).toBeLessThanOrEqual(late(found.value));
      expect(late(found.value)).toBeLessThanOrEqual(late(found.high));
    }),
    { numRuns: 1000 },
  );
});

describe("coverage, false alarm 1e-6 a check", () => {
  const runs = 4000;
  // Dates later than this are "never"; it lies near the median, so intervals are often open.
  const horizon = 3.3;
  const interval = (
    name: string,
    ranged: boolean,
    ignoranceDeviation: number,
    luckDeviation: number,
    replicates: number,
  ) => {
    const normal = standardNormals(`median coverage: ${name}`);
    const run = { replicates, mean: 3, ignoranceDeviation, luckDeviation };
    return () =>
      medianEstimate(
        Array.from(knownReplicates(run, normal), (date) => (date > horizon ? null : date)),
        { ranged },
      );
  };
  const promised = (replicates: number, ranged: boolean): number =>
    medianEstimate(count(replicates), { ranged }).coverage ?? Number.NaN;

  test.each([
    { name: "nothing ranged", ranged: false, ignorance: 0, luck: 1, replicates: 21 },
    { name: "the draw decides, whole pairs", ranged: true, ignorance: 1, luck: 0, replicates: 40 },
    { name: "the draw decides, a lone last replicate", ranged: true, ignorance: 1, luck: 0, replicates: 41 },
  ])("$name: as promised", ({ name, ranged, ignorance, luck, replicates }) => {
    const covered = coveredCount(runs, 3, interval(name, ranged, ignorance, luck, replicates));
    expect(inBand(covered, binomialBand(runs, promised(replicates, ranged), 1e-6))).toBe(true);
  });

  test.each([
    { name: "luck and ignorance", ignorance: 1, luck: 1 },
    { name: "ranged, though luck decides", ignorance: 0.01, luck: 1 },
  ])("$name: no less than promised", ({ name, ignorance, luck }) => {
    const covered = coveredCount(runs, 3, interval(name, true, ignorance, luck, 40));
    expect(covered).toBeGreaterThanOrEqual(binomialBand(runs, promised(40, true), 1e-6).low);
  });

  test("can fail: replicates of one draw taken as independent", () => {
    const covered = coveredCount(runs, 3, interval("wrong", false, 1, 0, 40));
    expect(covered).toBeLessThan(binomialBand(runs, 0.95, 1e-6).low);
  });
});
