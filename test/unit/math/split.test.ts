import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitByShare } from "#tenure/math/split.js";

function split(amount: number, holdings: readonly number[]): number[] {
  const out = new Float64Array(holdings.length).fill(-7);
  splitByShare(amount, Float64Array.from(holdings), 0, holdings.length, out);
  return [...out];
}

/** The same rule in integers of any length: round down, then one unit each to the largest remainders. */
function slowSplit(amount: number, holdings: readonly number[]): number[] {
  const total = holdings.reduce((sum, holding) => sum + BigInt(holding), 0n);
  const products = holdings.map((holding) => BigInt(amount) * BigInt(holding));
  const shares = products.map((product) => Number(product / total));
  const order = products
    .map((product, index) => ({ index, remainder: product % total }))
    .sort((x, y) => (x.remainder < y.remainder ? 1 : x.remainder > y.remainder ? -1 : x.index - y.index));
  const left = amount - shares.reduce((sum, share) => sum + share, 0);
  for (const { index } of order.slice(0, left)) shares[index] += 1;
  return shares;
}

const whole = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 31 }),
  fc.integer({ min: 0, max: 12 }),
  fc.integer({ min: 2 ** 31 - 4, max: 2 ** 31 }),
);
const someHoldings = fc.array(whole, { minLength: 1, maxLength: 8 }).filter((row) => row.some((value) => value > 0));

describe("splitByShare", () => {
  it("agrees with arithmetic of any length", () => {
    fc.assert(
      fc.property(whole, someHoldings, (amount, holdings) => {
        expect(split(amount, holdings)).toEqual(slowSplit(amount, holdings));
      }),
      { numRuns: 20_000, seed: 1 },
    );
  });

  it("loses nothing, and takes from nobody more than they hold", () => {
    fc.assert(
      fc.property(whole, someHoldings, (amount, holdings) => {
        const shares = split(amount, holdings);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount);
        const total = holdings.reduce((sum, holding) => sum + holding, 0);
        if (amount <= total) shares.forEach((share, i) => void expect(share).toBeLessThanOrEqual(holdings[i]));
      }),
      { numRuns: 5_000, seed: 2 },
    );
  });

  it("gives ties to the earlier index", () => {
    expect(split(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(split(5, [1, 1, 1, 1])).toEqual([2, 1, 1, 1]);
    expect(split(3, [2, 2, 2, 2])).toEqual([1, 1, 1, 0]);
  });

  it("is exact where products pass 2^53", () => {
    // 2147483647 · 2147483646 / 4294967293 leaves remainders that doubles alone would round together.
    expect(split(2147483647, [2147483647, 2147483646])).toEqual([1073741824, 1073741823]);
    expect(split(2 ** 31, Array(8).fill(2 ** 31))).toEqual(Array(8).fill(2 ** 28));
  });

  it("reads from an offset, and writes nothing beyond its count", () => {
    const out = new Float64Array(4).fill(9);
    splitByShare(10, Int32Array.of(99, 0, 3, 1, 99), 1, 3, out);
    expect([...out]).toEqual([0, 8, 2, 9]);
  });

  it("splits nothing into nothing, and refuses an amount nobody holds", () => {
    expect(split(0, [0, 0])).toEqual([0, 0]);
    expect(split(0, [4, 5])).toEqual([0, 0]);
    expect(split(7, [0, 3, 0])).toEqual([0, 7, 0]);
    expect(() => split(1, [0, 0])).toThrow(/expected holdings to split 1 by/);
  });
});
