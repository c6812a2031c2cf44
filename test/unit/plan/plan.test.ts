import { expect, test } from "vitest";
import { normalQuantile } from "#tenure/math/normal.js";
import { inputUniform } from "#tenure/plan/inputs.js";
import { rangeQuantile } from "#tenure/plan/rangeQuantile.js";
import { sampleNewcomers } from "#tenure/plan/sample.js";
import { seedWords } from "#tenure/random/seed.js";
import type { Range } from "#tenure/scenario/range.js";

const range = (form: Range["form"], args: number[], curve: Range["curve"] = null): Range => ({
  form,
  args,
  curve,
  text: "",
});

test("an interval's ends are its P5 and P95 under each curve", () => {
  for (const curve of ["lognormal", "logitNormal", "normal"] as const) {
    const interval = range("interval", [0.2, 0.6], curve);
    expect(rangeQuantile(interval, 0.05)).toBeCloseTo(0.2, 12);
    expect(rangeQuantile(interval, 0.95)).toBeCloseTo(0.6, 12);
  }
  expect(rangeQuantile(range("interval", [1, 4], "lognormal"), 0.5)).toBeCloseTo(2, 12);
  expect(rangeQuantile(range("interval", [-1, 4], "normal"), 0.5)).toBeCloseTo(1.5, 12);
});

test("named distributions have the quantiles of their definitions", () => {
  const triangular = range("triangular", [0, 1, 4]);
  expect(rangeQuantile(triangular, 0.25)).toBeCloseTo(1, 12);
  expect(rangeQuantile(triangular, 0.0625)).toBeCloseTo(0.5, 12);
  expect(rangeQuantile(triangular, 1 - 1 / 12)).toBeCloseTo(3, 12);
  expect(rangeQuantile(range("triangular", [1, 1, 3]), 0.75)).toBeCloseTo(2, 12);
  expect(rangeQuantile(range("uniform", [2, 6]), 0.25)).toBe(3);
  expect(rangeQuantile(range("beta", [1, 2]), 0.75)).toBeCloseTo(0.5, 12);
  expect(rangeQuantile(range("normal", [10, 2]), 0.975)).toBeCloseTo(10 + 2 * normalQuantile(0.025, true), 12);
  const choice = range("choice", [3, 6, 12]);
  expect([0.01, 0.34, 0.99].map((uniform) => rangeQuantile(choice, uniform))).toEqual([3, 6, 12]);
});

test("a lognormal has the mean and coefficient of variation stated", () => {
  const count = 200_000;
  const values = Array.from({ length: count }, (_, i) =>
    rangeQuantile(range("lognormal", [5, 0.4]), (i + 0.5) / count),
  );
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count);
  expect(mean).toBeCloseTo(5, 3);
  expect(deviation / mean).toBeCloseTo(0.4, 3);
});

test("an input's uniform hangs on seed, path and draw alone", () => {
  const uniform = (seed: number, path: string, draw: number): number => inputUniform(seedWords(seed), path, draw);
  expect(uniform(1, "a.b", 0)).toBe(uniform(1, "a.b", 0));
  const all = [uniform(1, "a.b", 0), uniform(2, "a.b", 0), uniform(1, "a.c", 0), uniform(1, "a.b", 1)];
  expect(new Set(all).size).toBe(4);
  for (const one of all) expect(one > 0 && one < 1).toBe(true);
});

test("newcomers of a sample never stray from their share by more than half a customer", () => {
  const newcomers = sampleNewcomers(Array<number>(60).fill(7), 0.13);
  let total = 0;
  newcomers.forEach((count, month) => {
    total += count;
    expect(Math.abs(total - 7 * 0.13 * (month + 1))).toBeLessThanOrEqual(0.5);
  });
  expect(sampleNewcomers([10, 10, 10], 1)).toEqual([10, 10, 10]);
});
