import { describe, expect, test } from "vitest";
import { varianceComponents } from "#tenure/stats/components.js";
import { knownReplicates, standardNormals, zForFalseAlarm } from "../../support/statistics.ts";

describe("by hand", () => {
  test("two pairs: variance within 2, between means 18, of which luck is 2/2", () => {
    expect(varianceComponents([1, 3, 7, 9], true)).toEqual({ ignorance: 17, luck: 2 });
  });

  test("a lone last replicate counts its whole luck: mean of 1/n is (1/2 + 1)/2", () => {
    expect(varianceComponents([1, 3, 8], true)).toEqual({ ignorance: 18 - 2 * 0.75, luck: 2 });
  });

  test("nothing ranged: all replicates, no pairs, no ignorance", () => {
    expect(varianceComponents([1, 3, 5, 7], false)).toEqual({ ignorance: 0, luck: 20 / 3 });
  });

  test("draws closer together than their luck explains: ignorance 0, not below", () => {
    expect(varianceComponents([0, 10, 1, 9], true)).toEqual({ ignorance: 0, luck: 41 });
  });

  test("an undefined replicate leaves its draw with one value", () => {
    expect(varianceComponents([1, 3, null, 8], true)).toEqual(varianceComponents([1, 3, 8], true));
    expect(varianceComponents([null, null, 1, 3, 8], true)).toEqual(varianceComponents([1, 3, 8], true));
  });

  test("what cannot be told is null", () => {
    expect(varianceComponents([4], true)).toEqual({ ignorance: null, luck: null });
    expect(varianceComponents([4, 6], true)).toEqual({ ignorance: null, luck: 2 });
    expect(varianceComponents([4, null, 6, null], true)).toEqual({ ignorance: null, luck: null });
    expect(varianceComponents([4], false)).toEqual({ ignorance: 0, luck: null });
    expect(varianceComponents([null], false)).toEqual({ ignorance: 0, luck: null });
  });
});

test.each([
  { ignorance: 9, luck: 4, replicates: 40_000 },
  { ignorance: 0.25, luck: 4, replicates: 40_000 },
  { ignorance: 9, luck: 0.01, replicates: 40_001 },
])("recovered from a known run: $ignorance and $luck", ({ ignorance, luck, replicates }) => {
  const run = {
    replicates,
    mean: 1000,
    ignoranceDeviation: Math.sqrt(ignorance),
    luckDeviation: Math.sqrt(luck),
  };
  const found = varianceComponents(knownReplicates(run, standardNormals(`components ${ignorance} ${luck}`)), true);
  // A variance estimated on f degrees of freedom from normal values has variance 2σ⁴/f; between and within are independent.
  // False alarm 1e-6 a check.
  const z = zForFalseAlarm(1e-6);
  const draws = replicates / 2;
  const varianceOfLuck = (2 * luck ** 2) / draws;
  const varianceOfIgnorance = (2 * (ignorance + luck / 2) ** 2) / (draws - 1) + varianceOfLuck / 4;
  expect(Math.abs((found.luck ?? Number.NaN) - luck)).toBeLessThan(z * Math.sqrt(varianceOfLuck));
  expect(Math.abs((found.ignorance ?? Number.NaN) - ignorance)).toBeLessThan(z * Math.sqrt(varianceOfIgnorance));
});

test("refuses what is no number, and no replicates", () => {
  expect(() => varianceComponents([1, Number.NaN], true)).toThrow(/got NaN in replicate 1/);
  expect(() => varianceComponents([Number.POSITIVE_INFINITY], true)).toThrow(/got Infinity in replicate 0/);
  expect(() => varianceComponents([], true)).toThrow(/one replicate or more/);
});
