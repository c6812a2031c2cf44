import { describe, expect, it } from "vitest";
import { choosePurchaseModel } from "#tenure/fit/choose.js";
import { fitContracts } from "#tenure/fit/fitContracts.js";
import { fitPurchases, type PurchaseFit } from "#tenure/fit/fitPurchases.js";
import { fitSpend, type SpendFit } from "#tenure/fit/fitSpend.js";
import { outlook } from "#tenure/fit/outlook.js";
import { predictCustomers } from "#tenure/fit/predict.js";
import { profileLikelihood } from "#tenure/fit/profileLikelihood.js";
import { expectedRepeats } from "#tenure/fit/tracking.js";
import { discountedPurchases } from "#tenure/models/discounted.js";
import { expectedOverOccasions } from "#tenure/models/occasions.js";
import { paretoNbdProbability } from "#tenure/models/paretoNbdCount.js";
import { contractSurvival } from "#tenure/models/sbg.js";

const GOOD = { x: [0, 1, 5], tx: [0, 2, 8], T: [9, 9, 9], customers: [500, 200, 100] };
const SPENT = { x: [1, 2, 3], meanSpend: [3, 4, 9], customers: [90, 90, 90] };

/** A fit of given parameters: a prediction hangs on nothing else. */
function fitOf(model: string, parameters: object): PurchaseFit {
  return Object.assign({}, fitPurchases("nbd", GOOD, { starts: 1 }), { model, parameters });
}

function spendOf(parameters: object): SpendFit {
  return Object.assign({}, fitSpend(SPENT, { starts: 1 }), { parameters });
}

/** Milliseconds. */
function timeOf(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

const BG = { r: 0.5, alpha: 6, a: 0.7, b: 3 };
const NOBODY = { x: [0], tx: [0], T: [0] };

describe("a fit at the ends of its search predicts at once", () => {
  const ends: readonly (readonly [string, object, number])[] = [
    ["bgNbd", { r: 9e4, alpha: 1e-3, a: 1e-5, b: 1e5 }, 52],
    ["bgNbd", { r: 0.5, alpha: 0.1, a: 0.5, b: 1e5 }, 1000],
    ["bgNbd", { r: 9e4, alpha: 0.1, a: 1e5, b: 1e-5 }, 1000],
    ["mbgNbd", { r: 9e4, alpha: 0.1, a: 0.5, b: 1e5 }, 1000],
    ["paretoNbd", { r: 9e4, alpha: 1e-3, s: 0.5, beta: 2 }, 1000],
    ["paretoNbd", { r: 1e5, alpha: 1.4e4, s: 1e-5, beta: 1e7 }, 365],
    ["paretoNbd", { r: 1e5, alpha: 1.4e4, s: 1e5, beta: 6e6 }, 365],
  ];

  it.each(ends)("%s %j", (model, parameters, horizon) => {
    const histories = { x: [0, 0, 3, 1e5], tx: [0, 0, 9, 9], T: [0, 10, 10, 10] };
    const time = timeOf(() => {
      const {
        alive,
        purchases,
        discountedPurchases: worth,
      } = predictCustomers(fitOf(model, parameters), null, histories, {
        horizon,
      });
      expect(alive.every((one) => one >= 0 && one <= 1)).toBe(true);
      expect([...purchases, ...worth].every((one) => one >= 0 && one < Infinity)).toBe(true);
    });
    expect(time).toBeLessThan(2000);
  });

  it("a log of ten years of days is tracked at once", () => {
    const length = 3650;
    const daily = {
      start: "2020-01-01",
      newCustomers: Float64Array.from({ length }, (_, day) => Number(day === 0)),
      repeats: new Float64Array(length),
      spend: new Float64Array(length),
    };
    const fit = fitOf("paretoNbd", { r: 1e5, alpha: 1.4e4, s: 1e-5, beta: 1e7 });
    expect(timeOf(() => expectedRepeats(daily, fit, "day"))).toBeLessThan(1000);
    expect(expectedRepeats(daily, fit, "day")[1]).toBeCloseTo(1e5 / 1.4e4, 5);
  });

  it("whoever has just bought is certainly a customer of Pareto/NBD", () => {
    const fit = fitOf("paretoNbd", { r: 1e5, alpha: 1.4e4, s: 1e5, beta: 6e6 });
    expect([outlook(fit, 0, 0, 0).alive, outlook(fit, 4, 9, 9).alive]).toEqual([1, 1]);
    expect(outlook(fit, 4, 8, 9).alive).toBeLessThan(1);
  });
});

describe("parameters that are no numbers above 0 are named", () => {
  it.each([Number.NaN, 0, -1, Infinity])("%d", (r) => {
    const said = new RegExp(`expected a parameter r above 0, got ${r}`);
    expect(() => predictCustomers(fitOf("bgNbd", { ...BG, r }), null, NOBODY, { horizon: 9 })).toThrow(said);
    expect(() => outlook(fitOf("nbd", { r, alpha: 1 }), 0, 0, 0)).toThrow(said);
    expect(() => outlook(fitOf("paretoNbd", { r, alpha: 1, s: 1, beta: 1 }), 0, 0, 0)).toThrow(said);
  });

  it("and so are those of spend, and those that are missing", () => {
    const paid = { ...NOBODY, meanSpend: [5] };
    const spend = spendOf({ p: 6, q: Number.NaN, v: 15 });
    expect(() => predictCustomers(fitOf("bgNbd", BG), spend, paid, { horizon: 9 })).toThrow(
      /parameter q above 0, got NaN/,
    );
    expect(() => outlook(fitOf("bgNbd", { r: 1, alpha: 1 }), 0, 0, 0)).toThrow(/parameter a above 0, got undefined/);
  });

  it("by the models too, which would sum without end", () => {
    for (const bad of [Number.NaN, Infinity, 0]) {
      expect(() => expectedOverOccasions(bad, 0.5, 1, 1)).toThrow(/shapes above 0/);
      expect(() => expectedOverOccasions(1, 0.5, 1, bad)).toThrow(/shapes above 0/);
      expect(() => discountedPurchases(() => 1, bad, 0.1)).toThrow(/scale above 0/);
    }
    const pareto = { r: 1, alpha: 1, s: 1, beta: 1 };
    for (const count of [Number.NaN, Infinity, 1e9, -1]) {
      expect(() => paretoNbdProbability(pareto, count, 9)).toThrow(/expected whole x from 0 to 100000/);
      expect(() => contractSurvival({ a: 1, b: 1 }, count)).toThrow(/whole renewals from 0 to 100000/);
    }
    expect(() => paretoNbdProbability(pareto, 1, Infinity)).toThrow(/a time of 0 or more/);
  });
});

describe("counts beyond 100,000", () => {
  it("are refused with column, row, limit and value", () => {
    for (const x of [1e9, 2 ** 53, 100_001]) {
      const said = new RegExp(`whole x from 0 to 100000.*got x ${x}.* in row 1`);
      const histories = { x: [0, x], tx: [0, 9], T: [10, 10] };
      expect(() => fitPurchases("bgNbd", { ...histories, customers: [5, 5] })).toThrow(said);
      expect(() => fitSpend({ x: [1, x], meanSpend: [5, 6], customers: [10, 10] })).toThrow(said);
      expect(() => predictCustomers(fitOf("bgNbd", BG), null, histories, { horizon: 52 })).toThrow(said);
      expect(() => fitContracts({ renewals: [1, x], left: [1, 0], customers: [1, 1] })).toThrow(
        /whole renewals.*in row 1/,
      );
    }
  });

  it("up to there a fit takes seconds", () => {
    const most = { x: [0, 1e5], tx: [0, 9], T: [10, 10], customers: [5, 5] };
    expect(timeOf(() => fitPurchases("bgNbd", most))).toBeLessThan(20_000);
    const contracts = { renewals: [1, 1e5, 1e5], left: [1, 1, 0], customers: [60, 40, 20] };
    expect(timeOf(() => fitContracts(contracts))).toBeLessThan(20_000);
  });

  it("renewals are counted as one by one", () => {
    // 3 left at the first, 2 at the third, 4 renewed three times and are there.
    const contracts = { renewals: [0, 2, 3], left: [true, true, false], customers: [300, 200, 400] };
    const same = { renewals: [0, 2, 3, 3], left: [1, 1, 0, 0], customers: [300, 200, 150, 250] };
    expect(fitContracts(contracts).parameters).toEqual(fitContracts(same).parameters);
  });
});

describe("numbers too large to add", () => {
  it("are refused", () => {
    expect(() => fitPurchases("nbd", { ...GOOD, customers: [1, 1e308, 1e308] })).toThrow(
      /customers from 0 to 1000000000000000, got x 1, tx 2, T 9, customers 1e\+308 in row 1, and 1 more rows/,
    );
    expect(() => fitPurchases("nbd", { ...GOOD, T: [1e308, 9, 9] })).toThrow(/T ≤ 1e\+100/);
    expect(() => fitSpend({ ...SPENT, meanSpend: [1e308, 1e308, 1e308] })).toThrow(
      /at most 1e\+100.*meanSpend 1e\+308/,
    );
  });

  it("the largest that are not refused give finite fits", () => {
    const customers = [1e15, 1e15, 1e15];
    const purchases = fitPurchases("nbd", { ...GOOD, T: [1e100, 1e100, 1e100], customers }, { starts: 1 });
    const spend = fitSpend({ ...SPENT, meanSpend: [1e100, 9e99, 8e99], customers }, { starts: 1 });
    for (const fit of [purchases, spend]) expect(Object.values(fit.parameters).every(Number.isFinite)).toBe(true);
  });
});

describe("predictions refuse what fits refuse", () => {
  const predict = (histories: object): unknown =>
    predictCustomers(fitOf("bgNbd", BG), null, Object.assign({}, NOBODY, histories), { horizon: 9 });

  it.each([
    ["a last purchase after the end", { x: [1], tx: [11], T: [10] }],
    ["a purchase before the first", { x: [1], tx: [-1], T: [10] }],
    ["half a purchase", { x: [1.5], tx: [1], T: [10] }],
    ["fewer than none", { x: [-1], tx: [0], T: [10] }],
    ["the time of no purchase", { x: [0], tx: [4], T: [10] }],
    ["no number", { x: [Number.NaN], tx: [0], T: [10] }],
  ])("%s", (_what, histories) => {
    expect(() => predict(histories)).toThrow(/expected whole x .*, 0 ≤ tx ≤ T .*, got x .* in row 0/);
    expect(() => fitPurchases("nbd", { ...histories, customers: [1] })).toThrow(/expected whole x .* in row 0/);
  });

  const spending = (parameters: object, columns: object): unknown =>
    predictCustomers(fitOf("bgNbd", BG), spendOf(parameters), Object.assign({}, NOBODY, columns), { horizon: 9 });
  const GAMMA = { p: 6.25, q: 3.74, v: 15.44 };

  it("a mean spend that is none, where there are purchases", () => {
    const bought = { x: [2], tx: [4], T: [10] };
    for (const meanSpend of [Number.NaN, 0, -3, Infinity]) {
      const said = new RegExp(`meanSpend above 0 .*got x 2, meanSpend ${meanSpend} in row 0`);
      expect(() => spending(GAMMA, { ...bought, meanSpend: [meanSpend] })).toThrow(said);
    }
    expect(() => spending(GAMMA, { ...bought, meanSpend: [9], spendPurchases: [0.5] })).toThrow(
      /got spendPurchases 0.5/,
    );
    expect(spending(GAMMA, { ...bought, meanSpend: [Number.NaN], spendPurchases: [0] })).toHaveProperty("spend");
    expect(spending(GAMMA, { meanSpend: [Number.NaN] })).toHaveProperty("spend");
  });

  it("a customer whose mean spend the model has as infinite", () => {
    const said = /expected a Gamma-Gamma with a mean, .*, got p 6, q 0.9 and 0 purchases in row 0/;
    expect(() => spending({ p: 6, q: 0.9, v: 15 }, { meanSpend: [Number.NaN] })).toThrow(said);
    expect(() => spending({ p: 0.2, q: 0.5, v: 15 }, { x: [1], tx: [1], T: [9], meanSpend: [5] })).toThrow(/a mean/);
    const once = spending({ p: 6, q: 0.9, v: 15 }, { x: [1], tx: [1], T: [9], meanSpend: [5] });
    expect(once).toHaveProperty("spendPerPurchase.0", (6 * 20) / 5.9);
  });
});

describe("what is not there is said", () => {
  it("a model of another name, with the nearest", () => {
    expect(() => fitPurchases("foo" as never, GOOD)).toThrow(/one of nbd, bgNbd, mbgNbd, paretoNbd, got "foo"/);
    expect(() => fitPurchases("paretoNBD" as never, GOOD)).toThrow(/did you mean "paretoNbd"/);
    expect(() => fitPurchases("toString" as never, GOOD)).toThrow(RangeError);
    expect(() => choosePurchaseModel(GOOD, { models: ["bg" as never] })).toThrow(/got "bg"/);
    expect(() => outlook(fitOf("bg", BG), 0, 0, 0)).toThrow(/got "bg"/);
    expect(() => profileLikelihood(fitOf("bg", BG), GOOD, "r", [1])).toThrow(/got "bg"/);
  });

  it("a missing column", () => {
    const { T: _, ...rest } = GOOD;
    expect(() => fitPurchases("nbd", rest as never)).toThrow(/expected columns x, tx, T and customers, got no T/);
    expect(() => fitPurchases("nbd", undefined as never)).toThrow(/got no x, tx, T, customers/);
    expect(() => fitSpend({ x: [1] } as never)).toThrow(/got no meanSpend, customers/);
    expect(() => fitContracts({ renewals: 3 } as never)).toThrow(/got no renewals, left, customers/);
    const fit = fitOf("bgNbd", BG);
    expect(() => predictCustomers(fit, null, { x: [0], tx: [0] } as never, { horizon: 9 })).toThrow(/got no T/);
    expect(() => predictCustomers(fit, null, undefined as never, { horizon: 9 })).toThrow(/got no x, tx, T/);
  });
});
