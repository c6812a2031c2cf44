import { describe, expect, it } from "vitest";
import { type Fit, fitContracts, fitPurchases, fitSpend } from "#tenure/index.js";
import { betaQuantile } from "#tenure/math/quantiles.js";
import { generateHistories, generateSpend, luckOf } from "../../support/histories.ts";
import { binomialBand, inBand, zForFalseAlarm } from "../../support/statistics.ts";

/** A right program fails one of these with at most this probability. */
const FALSE_ALARM = 1e-5;

const AFTER_PURCHASE = { r: 0.6, alpha: 5, a: 0.8, b: 2.5 };
const AT_FIRST = { r: 0.8, alpha: 5, a: 0.8, b: 2 };
const OVER_TIME = { r: 0.8, alpha: 5, s: 0.8, beta: 12 };

/**
 * Are estimates where their standard errors say? In every parameter: how many 95 % intervals cover the truth, and whether errors
 * counted in standard errors of the logarithm have mean 0.
 */
function expectRecovered(fits: readonly Fit[], truth: Readonly<Record<string, number>>): void {
  expect(fits.every(({ converged }) => converged)).toBe(true);
  const band = binomialBand(fits.length, 0.95, FALSE_ALARM);
  for (const [name, value] of Object.entries(truth)) {
    const covered = fits.filter(({ intervals }) => intervals[name][0] <= value && value <= intervals[name][1]).length;
    expect(inBand(covered, band), `${name}: ${covered} of ${fits.length} cover`).toBe(true);
    const scores = fits.map(({ parameters, standardErrors }) => {
      const logError = standardErrors[name] / parameters[name];
      return Math.log(parameters[name] / value) / logError;
    });
    const mean = scores.reduce((sum, one) => sum + one, 0) / fits.length;
    // Maximum likelihood is biased by a part of a standard error that falls with the root of the customers: a fifth is allowed.
    expect(Math.abs(mean), `${name}: mean score ${mean}`).toBeLessThan(
      0.2 + zForFalseAlarm(FALSE_ALARM) / Math.sqrt(fits.length),
    );
  }
}

const dataSets = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

describe("fits of generated data find the parameters within the errors they state", () => {
  it("BG/NBD, 100 data sets of 1000 customers", () => {
    const fits = dataSets(100).map((one) =>
      fitPurchases(
        "bgNbd",
        generateHistories({ kind: "afterPurchase", model: AFTER_PURCHASE, atFirst: false }, 1000, luckOf(one)),
        { starts: 2 },
      ),
    );
    expectRecovered(fits, AFTER_PURCHASE);
  });

  it("MBG/NBD, 20 data sets of 1000 customers", () => {
    const fits = dataSets(20).map((one) =>
      fitPurchases(
        "mbgNbd",
        generateHistories({ kind: "afterPurchase", model: AT_FIRST, atFirst: true }, 1000, luckOf(200 + one)),
        { starts: 1 },
      ),
    );
    expectRecovered(fits, AT_FIRST);
  });

  it("Pareto/NBD, 10 data sets of 800 customers", () => {
    const fits = dataSets(10).map((one) =>
      fitPurchases("paretoNbd", generateHistories({ kind: "overTime", model: OVER_TIME }, 800, luckOf(300 + one)), {
        starts: 1,
      }),
    );
    expectRecovered(fits, OVER_TIME);
  });

  it("NBD, 20 data sets of 500 customers", () => {
    const model = { r: 0.6, alpha: 5 };
    const fits = dataSets(20).map((one) =>
      fitPurchases("nbd", generateHistories({ kind: "never", model }, 500, luckOf(400 + one)), { starts: 1 }),
    );
    expectRecovered(fits, { ...model });
  });

  it("Gamma-Gamma, 20 data sets of 500 customers", () => {
    const model = { p: 6, q: 4, v: 15 };
    const fits = dataSets(20).map((one) => fitSpend(generateSpend(model, 500, luckOf(500 + one)), { starts: 1 }));
    expectRecovered(fits, { ...model });
  });

  it("sBG, 40 data sets of 1000 contracts", () => {
    const model = { a: 0.8, b: 1.5 };
    const chances = betaQuantile(model.a, model.b);
    const fits = dataSets(40).map((one) => {
      const uniform = luckOf(600 + one);
      const rows = { renewals: [] as number[], left: [] as number[], customers: [] as number[] };
      for (let customer = 0; customer < 1000; customer++) {
        const u = uniform(customer, 0);
        const chance = u <= 0.5 ? chances(u, false) : chances(1 - u, true);
        let renewals = 0;
        while (renewals < 6 && uniform(customer, renewals + 1) >= chance) renewals++;
        rows.renewals.push(renewals);
        rows.left.push(renewals < 6 ? 1 : 0);
        rows.customers.push(1);
      }
      return fitContracts(rows, { starts: 1 });
    });
    expectRecovered(fits, { ...model });
  });
});
