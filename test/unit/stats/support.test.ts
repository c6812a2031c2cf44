import { expect, test } from "vitest";
import {
  binomialBand,
  coveredCount,
  inBand,
  knownReplicates,
  standardNormals,
  zForFalseAlarm,
} from "../../support/statistics.ts";

test("z for a false-alarm probability: printed normal quantiles", () => {
  expect(zForFalseAlarm(0.05)).toBeCloseTo(1.959963984540054, 12);
  expect(zForFalseAlarm(0.01)).toBeCloseTo(2.5758293035489004, 12);
  expect(zForFalseAlarm(1e-6)).toBeCloseTo(4.891638475698999, 10);
});

test("binomial band: by hand for ten tosses, where P(X ≤ 1) = 11/1024 and P(X ≤ 2) = 56/1024", () => {
  expect(binomialBand(10, 0.5, 0.05)).toEqual({ low: 2, high: 8 });
  expect(binomialBand(10, 0.5, 22 / 1024)).toEqual({ low: 2, high: 8 });
  expect(binomialBand(10, 0.5, 21 / 1024)).toEqual({ low: 1, high: 9 });
  expect(binomialBand(10, 0.5, 2 * (56.5 / 1024))).toEqual({ low: 3, high: 7 });
  expect(binomialBand(3, 0, 0.01)).toEqual({ low: 0, high: 0 });
  expect(binomialBand(3, 1, 0.01)).toEqual({ low: 3, high: 3 });
});

test("binomial band: many trials, against the normal quantile corrected for skewness (Cornish and Fisher)", () => {
  const trials = 100_000;
  const z = zForFalseAlarm(1e-6);
  const reach = z * Math.sqrt(trials * 0.95 * 0.05);
  const center = trials * 0.95 - ((2 * 0.95 - 1) * (z ** 2 - 1)) / 6;
  const { low, high } = binomialBand(trials, 0.95, 1e-6);
  // One count for the lattice; the next terms of the expansion, in z³/deviation, are below 0.1 together.
  expect(Math.abs(low - (center - reach))).toBeLessThan(1.1);
  expect(Math.abs(high - (center + reach))).toBeLessThan(1.1);
});

test("the coverage helper can fail: too narrow and too wide an interval both leave the band", () => {
  const normal = standardNormals("coverage helper");
  const runs = 4000;
  const intervalOf = (claimed: number) => (): { low: number; high: number } => {
    const center = normal();
    return { low: center - claimed, high: center + claimed };
  };
  const band = binomialBand(runs, 0.95, 1e-6);
  expect(inBand(coveredCount(runs, 0, intervalOf(1.96)), band)).toBe(true);
  expect(inBand(coveredCount(runs, 0, intervalOf(1.7)), band)).toBe(false);
  expect(inBand(coveredCount(runs, 0, intervalOf(2.4)), band)).toBe(false);
});

test("a known run: replicates 2j and 2j + 1 share the draw, luck is each one's own", () => {
  const run = { replicates: 5, mean: 100, ignoranceDeviation: 3, luckDeviation: 0 };
  const [a, b, c, d, e] = knownReplicates(run, standardNormals("known run"));
  expect([b, d]).toEqual([a, c]);
  expect(new Set([a, c, e]).size).toBe(3);
});
