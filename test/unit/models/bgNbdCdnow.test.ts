import { describe, expect, it } from "vitest";
import { type BgNbd, bgNbdLogLikelihood, expectedPurchases, purchaseProbability } from "#tenure/models/bgNbd.js";
import { CALIBRATION_END, calibration, readCdnow } from "../../support/cdnow.ts";
import { dataFile } from "../../support/data.ts";

/**
 * Maximum likelihood from exact days, found by us with more digits than .24259, 4.41360, .79292, 2.42591: rounded so, the
 * fifth digit of the cumulative purchases moves.
 */
const FITTED: BgNbd = { r: 0.242594511, alpha: 4.413601726, a: 0.79292196, b: 2.425906566 };

const CUSTOMERS = 2357;
const path = dataFile("cdnow_sample.txt");

describe("BG/NBD on the CDNOW sample", () => {
  it.skipIf(path === null)("has the sample's sums and the published log-likelihood (cdnow_sample.txt)", () => {
    const customers = readCdnow(path ?? "").map(calibration);
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    expect(customers.length).toBe(CUSTOMERS);
    expect(sum(customers.map(({ x }) => x))).toBe(2457);
    expect(customers.filter(({ x }) => x === 0).length).toBe(1411);
    expect(Math.min(...customers.map(({ T }) => T)).toFixed(2)).toBe("27.00");
    expect(Math.max(...customers.map(({ T }) => T)).toFixed(2)).toBe("38.86");
    const logLikelihood = (model: BgNbd): number =>
      sum(customers.map(({ x, tx, T }) => bgNbdLogLikelihood(model, x, tx, T)));
    expect(logLikelihood(FITTED).toFixed(2)).toBe("-9582.43");
    expect(logLikelihood({ r: 0.24259, alpha: 4.4136, a: 0.79292, b: 2.42591 }).toFixed(2)).toBe("-9582.43");
    // The parameters are at a maximum: a step of 1 % either way loses.
    for (const key of ["r", "alpha", "a", "b"] as const) {
      for (const factor of [0.99, 1.01]) {
        expect(logLikelihood({ ...FITTED, [key]: FITTED[key] * factor })).toBeLessThan(logLikelihood(FITTED));
      }
    }
  });

  it.skipIf(path === null)("expects the published number of customers by purchases (cdnow_sample.txt)", () => {
    const customers = readCdnow(path ?? "").map(calibration);
    const actual = [0, 0, 0, 0, 0, 0, 0, 0];
    const expected = [0, 0, 0, 0, 0, 0, 0, CUSTOMERS];
    for (const { x, T } of customers) {
      actual[Math.min(x, 7)] += 1;
      for (let k = 0; k < 7; k++) {
        const probability = purchaseProbability(FITTED, k, T);
        expected[k] += probability;
        expected[7] -= probability;
      }
    }
    expect(actual).toEqual([1411, 439, 214, 100, 62, 38, 29, 64]);
    expect(expected.map((value) => value.toFixed(1))).toEqual([
      "1407.7",
      "460.3",
      "192.5",
      "101.2",
      "59.8",
      "38.1",
      "25.5",
      "71.9",
    ]);
  });

  it.skipIf(path === null)("expects the published cumulative purchases by week (cdnow_sample.txt)", () => {
    const histories = readCdnow(path ?? "");
    const weeks = [13, 26, 39, 52, 65, 78];
    expect(weeks[2] * 7).toBe(CALIBRATION_END);
    const actual = weeks.map((week) =>
      histories.reduce((sum, history) => sum + history.slice(1).filter(({ day }) => day <= 7 * week).length, 0),
    );
    const expected = weeks.map((week) =>
      histories.reduce((sum, [first]) => sum + expectedPurchases(FITTED, Math.max(0, week - first.day / 7)), 0),
    );
    expect(actual).toEqual([828, 1746, 2457, 3183, 3844, 4339]);
    expect(expected.map((value) => value.toFixed(1))).toEqual([
      "709.0",
      "1726.9",
      "2494.0",
      "3127.7",
      "3675.0",
      "4160.6",
    ]);
  });
});
