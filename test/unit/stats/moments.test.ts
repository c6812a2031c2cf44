import { expect, test } from "vitest";
import { mean, sampleVariance } from "#tenure/stats/moments.js";

test("by hand", () => {
  expect(mean([1, 2, 6])).toBe(3);
  expect(sampleVariance([1, 2, 6])).toBe(7);
  expect(sampleVariance([5])).toBeNull();
});

test("equal values: exactly that mean, variance exactly 0", () => {
  const values = new Float64Array(1001).fill(0.1);
  expect(mean(values)).toBe(0.1);
  expect(sampleVariance(values)).toBe(0);
});

test("values of 1e12 that differ by 1 keep their variance, which the sum of squares loses", () => {
  const values = [1e12, 1e12 + 1, 1e12 + 2];
  expect(mean(values)).toBe(1e12 + 1);
  expect(sampleVariance(values)).toBe(1);
  const squares = values.reduce((sum, value) => sum + value * value, 0);
  const sum = values.reduce((total, value) => total + value, 0);
  expect((squares - (sum * sum) / 3) / 2).not.toBeCloseTo(1, 1);
});

test("no mean of nothing", () => {
  expect(() => mean([])).toThrow(/one value or more/);
});
