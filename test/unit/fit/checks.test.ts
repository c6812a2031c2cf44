import { describe, expect, test } from "vitest";
import { decilesOf } from "#tenure/fit/deciles.js";
import type { Fit } from "#tenure/fit/fit.js";
import { fitPurchases } from "#tenure/fit/fitPurchases.js";
import { frequencyClasses } from "#tenure/fit/frequencies.js";
import { heterogeneityOf } from "#tenure/fit/heterogeneity.js";

describe("tenths of a forecast", () => {
  test("customers are ranked, whatever their order", () => {
    const rows = Array.from({ length: 20 }, (_, at) => ({ each: (at * 7) % 20, later: (at * 7) % 20, customers: 1 }));
    expect(decilesOf(rows).map(({ actual }) => actual)).toEqual([1, 5, 9, 13, 17, 21, 25, 29, 33, 37]);
    expect(decilesOf(rows).every(({ mae }) => mae === 0)).toBe(true);
  });

  test("equal forecasts share what they made evenly, so that no order favours the forecast", () => {
    const rows = [
      { each: 1, later: 0, customers: 25 },
      { each: 1, later: 4, customers: 5 },
      { each: 2, later: 2, customers: 5 },
    ];
    const tenths = decilesOf(rows);
    expect(tenths).toEqual(decilesOf(rows.toReversed()));
    expect(tenths[0].actual).toBeCloseTo(3.5 * (20 / 30), 12);
    expect(tenths[0].mae).toBeCloseTo(40 / 30, 12);
    expect(tenths[8].forecast).toBeCloseTo(2 * 1 + 1.5 * 2 + 0, 12);
    expect(tenths.reduce((sum, { actual }) => sum + actual, 0)).toBeCloseTo(30, 9);
    expect(tenths.reduce((sum, { customers }) => sum + customers, 0)).toBeCloseTo(35, 9);
  });

  test("nobody is in no tenth", () => {
    expect(decilesOf([])).toEqual([]);
  });
});

const histories = {
  x: [0, 1, 2, 5, 12],
  tx: [0, 10, 15, 20, 30],
  T: [35, 30, 33, 39, 36],
  customers: [60, 25, 12, 6, 2],
};

describe("frequencies", () => {
  test.each(["nbd", "bgNbd", "mbgNbd", "paretoNbd"] as const)("%s expects as many customers as there are", (model) => {
    const classes = frequencyClasses(fitPurchases(model, histories, { starts: 1 }), histories);
    expect(classes.map(({ actual }) => actual)).toEqual([60, 25, 12, 0, 0, 6, 0, 2]);
    expect(classes.reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(105, 6);
    expect(classes.every(({ expected }) => expected >= 0)).toBe(true);
  });

  test("who came on the last day has not bought again", () => {
    const fit = fitPurchases("bgNbd", histories, { starts: 1 });
    const [none] = frequencyClasses(fit, { x: [0], tx: [0], T: [0], customers: [9] });
    expect(none).toEqual({ x: 0, actual: 9, expected: 9 });
  });
});

/** BG/NBD of the CDNOW sample, with errors of about its size. */
const CDNOW: Fit = {
  ...(fitPurchases("bgNbd", histories, { starts: 1 }) as unknown as Fit),
  parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  logCovariance: [
    [0.003, 0.003, 0, 0],
    [0.003, 0.008, 0, 0],
    [0, 0, 0.05, 0.06],
    [0, 0, 0.06, 0.09],
  ],
};

describe("heterogeneity", () => {
  test("means and shares are those of the distributions", () => {
    const { rate, leaving, leavingPer } = heterogeneityOf(CDNOW, "week");
    expect(leavingPer).toBe("purchase");
    expect(rate.mean).toBeCloseTo(((0.243 / 4.414) * 365.25) / 7, 12);
    expect(leaving.mean).toBeCloseTo(0.793 / (0.793 + 2.426), 12);
    const inside = rate.points.reduce((sum, { density }) => sum + density / 4, 0);
    // Beyond the right edge is at most one in a thousand.
    expect(inside + rate.leftOut).toBeGreaterThan(0.999);
    expect(inside + rate.leftOut).toBeLessThanOrEqual(1);
    expect(leaving.points.reduce((sum, { density }) => sum + density / 50, 0)).toBeCloseTo(1, 9);
    expect(rate.median).toBeLessThan(rate.mean);
    expect(rate.ninthDecile).toBeGreaterThan(rate.mean);
  });

  test("the band holds the curve, and twice the errors make it twice as wide", () => {
    const twice = { ...CDNOW, logCovariance: (CDNOW.logCovariance ?? []).map((row) => row.map((one) => 4 * one)) };
    const [one, two] = [CDNOW, twice].map((fit) => heterogeneityOf(fit, "week").rate.points);
    one.forEach((point, at) => {
      expect(point.low ?? 1).toBeLessThanOrEqual(point.density);
      expect(point.high ?? 0).toBeGreaterThanOrEqual(point.density);
      expect((two[at].high ?? 0) - point.density).toBeCloseTo(2 * ((point.high ?? 0) - point.density), 9);
    });
    expect(heterogeneityOf({ ...CDNOW, logCovariance: null }, "week").rate.points[0].low).toBeNull();
  });

  test("who leaves over time does so by the year", () => {
    const pareto = {
      ...CDNOW,
      model: "paretoNbd",
      names: ["r", "alpha", "s", "beta"],
      parameters: { r: 0.5533, alpha: 10.578, s: 0.6062, beta: 11.669 },
    };
    const { leaving, leavingPer } = heterogeneityOf(pareto, "week");
    expect(leavingPer).toBe("year");
    expect(leaving.mean).toBeCloseTo(1 - (11.669 / (11.669 + 365.25 / 7)) ** 0.6062, 12);
    expect(leaving.points.reduce((sum, { density }) => sum + density / 50, 0)).toBeCloseTo(1, 9);
  });
});
