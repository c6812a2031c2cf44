import fc from "fast-check";
import { expect, test } from "vitest";
import { type BgNbd, bgNbdAlive, expectedFuturePurchases, expectedPurchases } from "#tenure/models/bgNbd.js";
import { paretoNbdAlive } from "#tenure/models/paretoNbd.js";

const BG: BgNbd = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

test("under BG/NBD it is what makes the purchases to come those of a new customer who has learnt from the past", () => {
  for (const [x, tx, T] of [
    [0, 0, 38.86],
    [2, 30.43, 38.86],
    [29, 3, 39],
    [300, 500, 520],
  ] as const) {
    const { r, alpha, a, b } = BG;
    const learnt = expectedPurchases({ r: r + x, alpha: alpha + T, a, b: b + x }, 39);
    expect(bgNbdAlive(BG, x, tx, T) * learnt).toBeCloseTo(expectedFuturePurchases(BG, x, tx, T, 39), 12);
  }
  expect(bgNbdAlive(BG, 0, 0, 38.86)).toBe(1);
});

test("under Pareto/NBD it is the share of those still there among all who leave such a history, integrated step by step", () => {
  const model = fc.record({
    r: fc.constantFrom(0.2, 0.5533, 3),
    alpha: fc.constantFrom(0.5, 10.578, 80),
    s: fc.constantFrom(0.1, 0.6062, 4),
    beta: fc.constantFrom(0.4, 11.669, 300),
  });
  const past = fc.record({
    x: fc.constantFrom(0, 1, 7, 60),
    T: fc.constantFrom(1, 39, 500),
    part: fc.constantFrom(0, 0.4, 1),
  });
  fc.assert(
    fc.property(model, past, (parameters, { x, T, part }) => {
      const { r, alpha, s, beta } = parameters;
      const tx = x === 0 ? 0 : part * T;
      // Density of leaving at y with such a history, over that of still being there at T; the midpoint rule in the log of y plus the smaller of α and β.
      const steps = 20_000;
      const near = Math.min(alpha, beta);
      const [from, to] = [Math.log(near + tx), Math.log(near + T)];
      let odds = 0;
      for (let at = 0; at < steps; at++) {
        const shifted = Math.exp(from + ((to - from) * (at + 0.5)) / steps);
        const y = shifted - near;
        const log = (r + x) * Math.log((alpha + T) / (alpha + y)) + s * Math.log((beta + T) / (beta + y));
        odds += ((s * Math.exp(log)) / (beta + y)) * shifted * ((to - from) / steps);
      }
      const still = 1 / (1 + odds);
      expect(Math.abs(paretoNbdAlive(parameters, x, tx, T) / still - 1)).toBeLessThan(1e-4);
    }),
    { numRuns: 100, seed: 1 },
  );
});
