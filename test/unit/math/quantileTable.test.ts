import { describe, expect, it } from "vitest";
import { buildQuantileTable } from "#tenure/math/buildQuantileTable.js";
import { normalQuantile } from "#tenure/math/normal.js";
import {
  betaLeavingQuantile,
  betaQuantile,
  exponentialQuantile,
  gammaQuantile,
  logNormalQuantile,
  type QuantileFunction,
} from "#tenure/math/quantiles.js";
import { quantileAt } from "#tenure/math/quantileTable.js";

const PER_OCTAVE = 480;

/** Words of one side spread over every octave, none of them on a node: 480 an octave, fewer where the octave has fewer. */
function wordsOf(upper: boolean): number[] {
  const words: number[] = [];
  for (let octave = 1; octave <= 32; octave++) {
    const first = octave === 32 ? 0 : 2 ** (31 - octave);
    const size = Math.max(1, first);
    const count = Math.min(size, PER_OCTAVE);
    for (let i = 0; i < count; i++) {
      const v = first + Math.floor(((i + 0.41) / count) * size);
      words.push(upper ? ~v >>> 0 : v);
    }
  }
  return words;
}

/** Greatest relative error of a table against the exact quantile. */
function greatestError(quantile: QuantileFunction): number {
  const table = buildQuantileTable(quantile);
  let greatest = 0;
  for (const upper of [false, true]) {
    for (const word of wordsOf(upper)) {
      const tail = ((upper ? ~word >>> 0 : word) + 0.5) / 2 ** 32;
      const exact = quantile(tail, upper);
      const found = quantileAt(table, word);
      greatest = Math.max(greatest, exact === 0 ? Math.abs(found) : Math.abs(found / exact - 1));
    }
  }
  return greatest;
}

/**
 * A cubic through 0, 1/3, 2/3, 1 of a piece of width h is off by at most |f''''| h^4 / (24 · 81). The first piece of an octave is
 * the widest against its tail, h = p/32. There −log p gives 3.0e-9 / −log p, at most 4.4e-9 at p = 1/2, and p^e gives
 * |e(e−1)(e−2)(e−3)| · 4.9e-10: at most 3.3e-9 for e up to 3.5, times 2, 4 or 8 where the table holds a root.
 */
const SMOOTH = 4.4e-9;
const ROOTED = 8 * 3.3e-9;

describe("a quantile table", () => {
  it.each<[string, QuantileFunction, number]>([
    ["exponential", exponentialQuantile, SMOOTH],
    ["normal", normalQuantile, SMOOTH],
    ["lognormal", logNormalQuantile(1, 0.8), SMOOTH],
    ["gamma of shape 0.05", gammaQuantile(0.05), ROOTED],
    ["gamma of shape 0.243", gammaQuantile(0.243), 2 * 3.3e-9],
    ["gamma of shape 0.9", gammaQuantile(0.9), SMOOTH],
    ["gamma of shape 3.74", gammaQuantile(3.74), SMOOTH],
    ["gamma of shape 6.25", gammaQuantile(6.25), SMOOTH],
    ["gamma of shape 1000", gammaQuantile(1000), SMOOTH],
    ["leaving, CDNOW", betaLeavingQuantile(0.793, 2.426), SMOOTH],
    ["leaving, a 0.05 and b 1000", betaLeavingQuantile(0.05, 1000), ROOTED],
    ["leaving, a 1000 and b 0.05", betaLeavingQuantile(1000, 0.05), SMOOTH],
    ["leaving, a 1000 and b 1000", betaLeavingQuantile(1000, 1000), SMOOTH],
    ["beta of 2 and 30", betaQuantile(2, 30), SMOOTH],
  ])("of the %s is exact to the error of its cubics", (_, quantile, bound) => {
    expect(greatestError(quantile)).toBeLessThan(bound);
  });

  it("is exact to 1e-6 where nearly all customers leave at once or never, and the median is a cliff", () => {
    const error = greatestError(betaLeavingQuantile(0.05, 0.05));
    expect(error).toBeLessThan(1e-6);
    expect(error).toBeGreaterThan(1e-8);
  });

  it("resolves every word of the outer tails", () => {
    const table = buildQuantileTable(exponentialQuantile);
    for (let v = 0; v < 64; v++) {
      const tail = (v + 0.5) / 2 ** 32;
      expect(quantileAt(table, v)).toBe(exponentialQuantile(tail, false));
      expect(quantileAt(table, ~v >>> 0)).toBe(exponentialQuantile(tail, true));
    }
  });

  it("never falls, at the joints of pieces and octaves and elsewhere", () => {
    for (const quantile of [gammaQuantile(0.243), gammaQuantile(6.25), betaLeavingQuantile(0.793, 2.426)]) {
      const table = buildQuantileTable(quantile);
      let falls = 0;
      for (const side of [0, 1]) {
        for (let octave = 1; octave <= 26; octave++) {
          for (let piece = 0; piece < 32; piece++) {
            const joint = 2 ** (31 - octave) + Math.floor((2 ** (31 - octave) * piece) / 32);
            for (let v = joint - 2; v <= joint + 2; v++) {
              const [low, high] = side === 0 ? [v - 1, v] : [~v >>> 0, ~(v - 1) >>> 0];
              if (quantileAt(table, low) > quantileAt(table, high)) falls++;
            }
          }
        }
      }
      expect(falls).toBe(0);
    }
  });

  it("holds numbers only, also where the quantile vanishes or is infinite", () => {
    const cliff: QuantileFunction = (tail, upper) => (upper && tail < 0.01 ? Infinity : 0);
    for (const quantile of [gammaQuantile(0.0005), betaLeavingQuantile(1e-6, 1e-6), cliff]) {
      expect(buildQuantileTable(quantile).every(Number.isFinite)).toBe(true);
    }
    expect(quantileAt(buildQuantileTable(cliff), 0xffffffff)).toBe(1e300);
  });

  it("refuses a quantile that is no number", () => {
    expect(() => buildQuantileTable(() => Number.NaN)).toThrow(/expected a quantile at tail/);
  });

  it("reads the values its documentation shows", () => {
    expect(quantileAt(buildQuantileTable(exponentialQuantile), 0x80000000).toFixed(6)).toBe("0.693147");
    expect(quantileAt(buildQuantileTable(gammaQuantile(0.243)), 0x80000000).toFixed(6)).toBe("0.040026");
  });
});
