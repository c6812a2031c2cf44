import { describe, expect, it } from "vitest";
import {
  choosePurchaseModel,
  contractsOfSurvivors,
  fitContracts,
  fitPurchases,
  fitSpend,
  predictCustomers,
} from "#tenure/index.js";
import { contractSurvival, renewalProbability } from "#tenure/models/sbg.js";
import { generateHistories, luckOf } from "../../support/histories.ts";

/** "Regular" customers of Fader & Hardie 2007: % surviving years 0 to 12. */
const SURVIVING = [100, 63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1, 22.3, 20.7, 19.4, 18.3, 17.3];

const BASE = { r: 0.6, alpha: 5, a: 0.8, b: 2.5 };
const generated = generateHistories({ kind: "afterPurchase", model: BASE, atFirst: false }, 600, luckOf(900));

describe("contracts", () => {
  it("are fitted to the published digits, and forecast the years not used", () => {
    const years = SURVIVING.slice(0, 8).map((percent) => Math.round(percent * 10));
    const fit = fitContracts(contractsOfSurvivors(years));
    expect(Object.values(fit.parameters).map((value) => value.toFixed(4))).toEqual(["0.7041", "1.1820"]);
    expect(fit.logLikelihood.toFixed(1)).toBe("-1680.3");
    expect(SURVIVING.map((_, year) => (100 * contractSurvival(fit.parameters, year)).toFixed(1)).join(" ")).toBe(
      "100.0 62.7 47.4 38.8 33.2 29.2 26.2 23.9 22.0 20.4 19.1 18.0 17.0",
    );
    expect(renewalProbability(fit.parameters, 1).toFixed(3)).toBe("0.627");
    expect([fit.converged, fit.identified, fit.customers]).toEqual([true, true, 1000]);
  });

  it("count the same by rows of single customers", () => {
    const shared = fitContracts({ renewals: [0, 1, 2, 2], left: [1, 1, 1, 0], customers: [40, 20, 10, 30] });
    const rows = [
      ...Array(40).fill([0, true]),
      ...Array(20).fill([1, true]),
      ...Array(10).fill([2, true]),
      ...Array(30).fill([2, false]),
    ];
    const single = fitContracts({
      renewals: rows.map(([renewals]) => renewals),
      left: rows.map(([, left]) => left),
      customers: rows.map(() => 1),
    });
    expect(single).toEqual(shared);
  });
});

describe("what a fit says about itself", () => {
  it("does not depend on the order of rows, nor on how they are shared", () => {
    const order = Array.from(generated.x, (_, i) => i).reverse();
    const turned = {
      x: order.flatMap((i) => [generated.x[i], generated.x[i]]),
      tx: order.flatMap((i) => [generated.tx[i], generated.tx[i]]),
      T: order.flatMap((i) => [generated.T[i], generated.T[i]]),
      customers: order.flatMap(() => [0.5, 0.5]),
    };
    expect(fitPurchases("bgNbd", turned)).toEqual(fitPurchases("bgNbd", generated));
  });

  it("does not depend on the unit of time", () => {
    const days = {
      ...generated,
      tx: Array.from(generated.tx, (time) => time * 7),
      T: Array.from(generated.T, (time) => time * 7),
    };
    const [weekly, daily] = [generated, days].map((histories) => fitPurchases("bgNbd", histories));
    expect(daily.parameters.alpha / weekly.parameters.alpha).toBeCloseTo(7, 5);
    expect(daily.parameters.b).toBeCloseTo(weekly.parameters.b, 5);
    expect(daily.standardErrors.r).toBeCloseTo(weekly.standardErrors.r, 6);
  });

  it("warns when nobody leaves: leaving is not identified", () => {
    const model = { r: 0.6, alpha: 5 };
    const loyal = generateHistories({ kind: "never", model }, 600, luckOf(901));
    const fit = fitPurchases("bgNbd", loyal);
    expect(fit.identified).toBe(false);
    expect(fit.warnings.some(({ kind }) => kind === "notIdentified" || kind === "atBound")).toBe(true);
    expect(fit.warnings.every(({ parameter }) => parameter === "a" || parameter === "b")).toBe(true);
    const choice = choosePurchaseModel(loyal, { models: ["nbd", "bgNbd"] });
    expect(choice.fit?.model).toBe("nbd");
    expect(choice.why.join("\n")).toMatch(/BG\/NBD is out/);
    const none = choosePurchaseModel(loyal, { models: ["bgNbd"], yardsticks: ["nbd"] });
    expect(none.fit).toBeNull();
    expect(none.why.slice(0, 2)).toEqual([
      "No model in the running fits these data with every parameter identified",
      "NBD, a yardstick, does",
    ]);
  });

  it("warns when everybody leaves alike: a and b run off together", () => {
    const alike = generateHistories(
      { kind: "afterPurchase", model: { r: 2, alpha: 5, a: 3e6, b: 7e6 }, atFirst: false },
      600,
      luckOf(902),
    );
    const fit = fitPurchases("bgNbd", alike);
    expect(fit.identified).toBe(false);
    expect(fit.warnings.length).toBeGreaterThan(0);
  });

  it("warns when nobody ever bought again", () => {
    const fit = fitPurchases("bgNbd", { x: [0, 0], tx: [0, 0], T: [9, 12], customers: [500, 200] });
    expect(fit.identified).toBe(false);
    expect(fit.warnings.map(({ kind }) => kind)).toContain("fewRepeaters");
    for (const { text } of fit.warnings) expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("refuses histories that cannot be, naming the row", () => {
    const good = { x: [1, 2], tx: [3, 4], T: [9, 9], customers: [1, 1] };
    expect(() => fitPurchases("nbd", { ...good, tx: [3, 10] })).toThrow(/tx 10, T 9, customers 1 in row 1/);
    expect(() => fitPurchases("nbd", { ...good, x: [1.5, -1] })).toThrow(/row 0, and 1 more/);
    expect(() => fitPurchases("nbd", { ...good, T: [9] })).toThrow(/one length/);
    expect(() => fitPurchases("nbd", { x: [], tx: [], T: [], customers: [] })).toThrow(/at least one customer/);
    expect(() => fitPurchases("nbd", good, { starts: 0 })).toThrow(/starts/);
    expect(() => fitSpend({ x: [1], meanSpend: [0], customers: [1] })).toThrow(/meanSpend 0/);
    expect(() => contractsOfSurvivors([10, 11])).toThrow(/never rise/);
  });
});

describe("predictions", () => {
  const models = ["nbd", "bgNbd", "mbgNbd", "paretoNbd"] as const;

  it.each(models)("%s: add up to the model's own expectation", (model) => {
    const fit = fitPurchases(model, generated, { starts: 1 });
    const { alive, purchases, discountedPurchases, spend } = predictCustomers(fit, null, generated, { horizon: 26 });
    expect(spend).toBe(null);
    expect(alive.every((one) => one >= 0 && one <= 1)).toBe(true);
    expect(purchases.every((one) => one >= 0 && one < Infinity)).toBe(true);
    expect(discountedPurchases.every((one, i) => one > 0.9 * purchases[i])).toBe(true);
    const short = predictCustomers(fit, null, generated, { horizon: 0 });
    expect(short.purchases.every((one) => one === 0)).toBe(true);
  });

  it("refuse a discount rate of 0, and spend without a column", () => {
    const fit = fitPurchases("nbd", generated, { starts: 1 });
    expect(() => predictCustomers(fit, null, generated, { horizon: 1, discountRate: 0 })).toThrow(/discount rate/);
    const spend = fitSpend({ x: [1, 2, 3], meanSpend: [3, 4, 9], customers: [90, 90, 90] });
    expect(() => predictCustomers(fit, spend, generated, { horizon: 1 })).toThrow(/meanSpend/);
  });
});
