import { describe, expect, it } from "vitest";
import { logHypergeometric } from "#tenure/math/hypergeometric.js";
import {
  type BgNbd,
  bgNbdLogLikelihood,
  expectedFuturePurchases,
  expectedPurchases,
  purchaseProbability,
  stillCustomerProbability,
} from "#tenure/models/bgNbd.js";

/** The paper's printed parameters. */
const PAPER: BgNbd = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

/** Maximum likelihood on the CDNOW sample. */
const FITTED: BgNbd = { r: 0.24259, alpha: 4.4136, a: 0.79292, b: 2.42591 };

/** E over leaving of (1 − (α / (α + p·t))^r) / p, by the trapezoidal rule on the line, p = 1 / (1 + e^(−sinh u)). */
function expectedByIntegral({ r, alpha, a, b }: BgNbd, t: number): number {
  let sum = 0;
  let weight = 0;
  for (let i = -2000; i <= 2000; i++) {
    const u = i / 400;
    const p = 1 / (1 + Math.exp(-Math.sinh(u)));
    const value = Math.cosh(u) * p ** a * (1 / (1 + Math.exp(Math.sinh(u)))) ** b;
    weight += value;
    sum += value * (p === 0 ? (r * t) / alpha : -Math.expm1(-r * Math.log1p((p * t) / alpha)) / p);
  }
  return sum / weight;
}

describe("BG/NBD", () => {
  it("expects the published purchases", () => {
    const expected = [
      [1, "0.053268"],
      [13, "0.534440"],
      [26, "0.902637"],
      [39, "1.196723"],
      [52, "1.446051"],
      [78, "1.860519"],
    ] as const;
    for (const [t, digits] of expected) expect(expectedPurchases(PAPER, t).toFixed(6)).toBe(digits);
    expect(expectedPurchases(PAPER, 0)).toBe(0);
  });

  it("gives the published probabilities of 0 to 5 purchases, and their spread", () => {
    const digits = ["0.5737864", "0.1993953", "0.0854298", "0.0458604", "0.0276714", "0.0179655"];
    expect(digits.map((_, x) => purchaseProbability(PAPER, x, 39).toFixed(7))).toEqual(digits);
    let total = 0;
    let mean = 0;
    let square = 0;
    for (let x = 0; x < 1000; x++) {
      const probability = purchaseProbability(PAPER, x, 39);
      total += probability;
      mean += x * probability;
      square += x * x * probability;
    }
    expect(total).toBeCloseTo(1, 12);
    expect(mean).toBeCloseTo(expectedPurchases(PAPER, 39), 12);
    expect(Math.sqrt(square - mean ** 2).toFixed(2)).toBe("2.54");
  });

  it("equals the published closed form with its hypergeometric function", () => {
    for (const a of [0.3, 0.9, 1.1, 5]) {
      for (const t of [1, 39, 400]) {
        const model = { ...PAPER, a };
        const z = t / (PAPER.alpha + t);
        const inner = model.r * Math.log1p(-z) + logHypergeometric(model.r, model.b, a + model.b - 1, z);
        const published = ((a + model.b - 1) / (a - 1)) * -Math.expm1(inner);
        expect(Math.abs(expectedPurchases(model, t) / published - 1)).toBeLessThan(1e-12);
      }
    }
  });

  it("equals the integral over leaving, also at a = 1, around it, and for a + b up to 1", () => {
    for (const [a, b] of [
      [1, 2.426],
      [1 + 1e-9, 2.426],
      [1 - 1e-5, 0.3],
      [0.4, 0.6],
      [0.3, 0.3],
      [30, 2],
    ]) {
      for (const t of [1, 39, 400]) {
        const model = { ...PAPER, a, b };
        expect(Math.abs(expectedPurchases(model, t) / expectedByIntegral(model, t) - 1)).toBeLessThan(1e-9);
      }
    }
  });

  it("expects 1.226 purchases in 39 weeks after 2 by week 30.43 of 38.86", () => {
    expect(expectedFuturePurchases(FITTED, 2, 30.43, 38.86, 39).toFixed(3)).toBe("1.226");
    expect(expectedFuturePurchases(FITTED, 2, 30.43, 38.86, 0)).toBe(0);
  });

  it("is one story: a likelihood integrated over when they bought is the probability of the count", () => {
    // One repeat purchase somewhere in (0, T): Simpson's rule, 2000 intervals.
    const T = 39;
    let sum = 0;
    for (let i = 0; i <= 2000; i++) {
      const weight = i === 0 || i === 2000 ? 1 : i % 2 === 1 ? 4 : 2;
      sum += (weight * Math.exp(bgNbdLogLikelihood(PAPER, 1, (i * T) / 2000, T)) * T) / 6000;
    }
    expect(sum).toBeCloseTo(purchaseProbability(PAPER, 1, T), 8);
    expect(Math.exp(bgNbdLogLikelihood(PAPER, 0, 0, T))).toBeCloseTo(purchaseProbability(PAPER, 0, T), 14);
  });

  it("keeps customers as the sum over occasions says, 79 % at week 39", () => {
    const z = 39 / (PAPER.alpha + 39);
    let occasions = (1 - z) ** PAPER.r;
    let stays = 1;
    let still = 0;
    for (let n = 0; n < 2000; n++) {
      still += occasions * stays;
      occasions *= ((PAPER.r + n) / (n + 1)) * z;
      stays *= (PAPER.b + n) / (PAPER.a + PAPER.b + n);
    }
    expect(stillCustomerProbability(PAPER, 39)).toBeCloseTo(still, 12);
    expect(stillCustomerProbability(PAPER, 39).toFixed(2)).toBe("0.79");
    expect(stillCustomerProbability(PAPER, 0)).toBe(1);
  });

  it("stays finite for a customer of a thousand purchases", () => {
    expect(Number.isFinite(bgNbdLogLikelihood(PAPER, 1000, 38, 39))).toBe(true);
    const next = expectedFuturePurchases(PAPER, 1000, 38.9, 39, 1);
    expect(next).toBeGreaterThan(20);
    expect(next).toBeLessThan(1000.243 / 43.414);
    expect(expectedFuturePurchases(PAPER, 1000, 5, 39, 39)).toBe(0);
  });
});
