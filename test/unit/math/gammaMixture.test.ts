import { expect, test } from "vitest";
import { mixtureKnots } from "#tenure/math/gammaMixture.js";
import { normalQuantile, normalScore } from "#tenure/math/normal.js";
import { gammaQuantile } from "#tenure/math/quantiles.js";
import { scoreAmong } from "#tenure/math/scoreAmong.js";

test("one component's scores are those of its own quantiles", () => {
  for (const [shape, rate] of [
    [0.243, 4.4],
    [1, 2],
    [30, 90],
  ] as const) {
    const knots = mixtureKnots({ weights: [3], shapes: [shape], rates: [rate] });
    for (const share of [0.001, 0.05, 0.3, 0.5, 0.8, 0.99, 0.9999]) {
      const value = (share <= 0.5 ? gammaQuantile(shape)(share, false) : gammaQuantile(shape)(1 - share, true)) / rate;
      expect(scoreAmong(knots, value)).toBeCloseTo(normalScore(share), 1.7);
    }
  }
});

test("components far apart share the scores by weight", () => {
  const knots = mixtureKnots({ weights: [1, 0, 3], shapes: [50, 1, 50], rates: [1000, 1, 1] });
  expect(scoreAmong(knots, 1)).toBeCloseTo(normalQuantile(0.25, false), 1);
  expect(scoreAmong(knots, 50)).toBeCloseTo(normalScore(0.25 + 0.75 * 0.52), 1);
});

test("many components are as their representatives, and everything has a score", () => {
  const many = Array.from({ length: 5000 }, (_, at) => 1 + (at % 100));
  const all = mixtureKnots({ weights: many.map(() => 2), shapes: many, rates: many.map(() => 3) });
  const few = mixtureKnots({ weights: many.slice(0, 100), shapes: many.slice(0, 100), rates: many.slice(0, 100) });
  expect(all[64]).toBeGreaterThan(14);
  expect(all[64]).toBeLessThan(20);
  for (const knots of [all, few]) {
    expect([scoreAmong(knots, 0), scoreAmong(knots, 1e300), scoreAmong(knots, Number.NaN)]).toEqual([-4, 4, -4]);
    for (let at = 1; at < knots.length; at++) expect(knots[at]).toBeGreaterThanOrEqual(knots[at - 1]);
  }
});
