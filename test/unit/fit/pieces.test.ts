import { describe, expect, test } from "vitest";
import { fitPurchases, type PurchaseFit } from "#tenure/fit/fitPurchases.js";
import { scoreHoldout } from "#tenure/fit/holdout.js";
import { LineCounter } from "#tenure/fit/lines.js";
import { acquired } from "#tenure/fit/newCustomers.js";
import { newcomerPurchases, outlook } from "#tenure/fit/outlook.js";
import { estimateSeason } from "#tenure/fit/season.js";
import { expectedRepeats, trackWeeks } from "#tenure/fit/tracking.js";
import type { Daily } from "#tenure/fit/transactionLog.js";
import { expectedPurchases } from "#tenure/models/bgNbd.js";
import { mbgNbdPurchases } from "#tenure/models/mbgNbd.js";

/** Days of a log in which so many join on the first day. */
function daysOf(start: string, length: number, joined: number, repeats: (day: number) => number): Daily {
  const newCustomers = new Float64Array(length);
  newCustomers[0] = joined;
  return {
    start,
    newCustomers,
    repeats: Float64Array.from({ length }, (_, day) => repeats(day)),
    spend: new Float64Array(length),
  };
}

/** A fit of given parameters: what is expected hangs on nothing else. */
function fitOf(model: "nbd", parameters: { r: number; alpha: number }): PurchaseFit;
function fitOf(model: "bgNbd" | "mbgNbd", parameters: { r: number; alpha: number; a: number; b: number }): PurchaseFit;
function fitOf(model: "paretoNbd", parameters: { r: number; alpha: number; s: number; beta: number }): PurchaseFit;
function fitOf(model: string, parameters: object): PurchaseFit {
  const fitted = fitPurchases("nbd", { x: [0, 1], tx: [0, 2], T: [9, 9], customers: [9, 9] }, { starts: 1 });
  return Object.assign({}, fitted, { model, parameters });
}

const NBD = fitOf("nbd", { r: 0.7, alpha: 7 });
const next = (fit: PurchaseFit, x: number, tx: number, T: number, t: number): number => {
  const { alive, purchases } = outlook(fit, x, tx, T);
  return alive * purchases(t);
};

describe("what a fit expects", () => {
  const pareto = fitOf("paretoNbd", { r: 0.5533, alpha: 10.578, s: 0.6062, beta: 11.669 });
  const bg = fitOf("bgNbd", { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 });
  const mbg = fitOf("mbgNbd", { r: 0.5248, alpha: 6.183, a: 0.8914, b: 1.614 });

  test("of new customers is the closed form", () => {
    expect([pareto, bg, mbg].map((fit) => newcomerPurchases(fit)(39).toFixed(4))).toEqual([
      "1.2135",
      expectedPurchases({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, 39).toFixed(4),
      mbgNbdPurchases({ r: 0.5248, alpha: 6.183, a: 0.8914, b: 1.614 }, 39).toFixed(4),
    ]);
    expect([pareto, bg, mbg, NBD].map((fit) => newcomerPurchases(fit)(0))).toEqual([0, 0, 0, 0]);
  });

  test("of Pareto/NBD when nobody leaves is NBD's", () => {
    const faithful = fitOf("paretoNbd", { r: 0.7, alpha: 7, s: 1e-4, beta: 1e4 });
    expect(next(faithful, 3, 5, 9, 10)).toBeCloseTo(next(NBD, 3, 5, 9, 10), 3);
  });

  test("falls with the time since the last purchase", () => {
    for (const fit of [pareto, bg, mbg]) {
      expect(next(fit, 4, 10, 39, 39)).toBeLessThan(next(fit, 4, 38, 39, 39));
      expect(next(fit, 0, 0, 39, 39)).toBeGreaterThan(0);
    }
    expect(next(bg, 2, 30.43, 38.86, 39).toFixed(3)).toBe("1.226");
  });
});

test("a holdout by hand", () => {
  // NBD with so sharp a prior expects 1 of everybody: Poisson of mean 1.
  const sharp = fitOf("nbd", { r: 1e9, alpha: 1e9 });
  const histories = { x: [0, 2, 9], tx: [0, 3, 8], T: [9, 9, 9], customers: [3, 1, 1] };
  const score = scoreHoldout(sharp, histories, { length: 1, purchases: [0, 4, 1] });
  expect([score.customers, score.actual]).toEqual([5, 5]);
  expect(score.expected).toBeCloseTo(5, 6);
  expect(score.meanAbsoluteError).toBeCloseTo((3 + 3) / 5, 6);
  expect(score.rootMeanSquaredError).toBeCloseTo(Math.sqrt((3 + 9) / 5), 6);
  expect(score.logLikelihood).toBeCloseTo(-3 - 1 - Math.log(24) - 1, 5);
  expect(score.classes.map(({ x, customers }) => [x, customers])).toEqual([
    [0, 3],
    [2, 1],
    [7, 1],
  ]);
});

test("tracking adds up what each day's newcomers are expected to buy", () => {
  const daily = daysOf("2024-01-01", 30, 100, () => 1);
  daily.newCustomers[10] = 50;
  const expected = expectedRepeats(daily, NBD, "day");
  // NBD: 0.1 a day each.
  expect(expected[10]).toBeCloseTo(10, 9);
  expect(expected[11]).toBeCloseTo(15, 9);
  const { weeks, actual } = trackWeeks(daily, expected);
  expect([weeks, actual]).toEqual([
    [1, 2, 3, 4],
    [7, 7, 7, 7],
  ]);
});

describe("season", () => {
  const december = (day: number): number => (new Date(Date.UTC(2021, 0, 1 + day)).getUTCMonth() === 11 ? 40 : 20);
  test("a December twice as busy, of two years", () => {
    const daily = daysOf("2021-01-01", 730, 1000, december);
    const { factors, estimated } = estimateSeason(daily, new Float64Array(730).fill(20));
    expect(estimated).toBe(true);
    expect(factors.reduce((total, one) => total + one, 0)).toBeCloseTo(12, 9);
    expect(factors[11] / factors[5]).toBeGreaterThan(1.9);
    expect(factors[11] / factors[5]).toBeLessThan(2);
  });
  test("chance alone leaves months at 1, and so does a short log", () => {
    const noise = (day: number): number => (day * 7919) % 3;
    const flat = estimateSeason(daysOf("2021-01-01", 800, 1000, noise), new Float64Array(800).fill(1));
    expect([flat.estimated, flat.factors]).toEqual([false, new Array(12).fill(1)]);
    expect(flat.why).toMatch(/^no month differs from another by more than chance/);
    const short = estimateSeason(daysOf("2021-01-01", 729, 1000, december), new Float64Array(729).fill(20));
    expect([short.estimated, short.factors]).toEqual([false, new Array(12).fill(1)]);
  });
});

test("new customers: whole months alone, twelve by calendar once a year came before them", () => {
  const daily = daysOf("2022-01-15", 1000, 0, () => 0);
  daily.newCustomers.fill(1);
  const { perMonth, months, customers } = acquired(daily);
  expect([months[0], customers[0], perMonth]).toEqual([
    "2022-01",
    17,
    [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31],
  ]);
  const short = { ...daily, newCustomers: daily.newCustomers.slice(0, 90), repeats: daily.repeats.slice(0, 90) };
  expect(acquired(short).perMonth).toBe(30);
});

test("lines of records, however the file is cut into blocks", () => {
  const bytes = new TextEncoder().encode('id,note\n1,"a\n""b"\n\n2,x"y\n3,bad,row\n"4",\n5,z');
  for (const size of [1, 2, 3, 7, 100]) {
    const counter = new LineCounter(",", new Set([5]), [0, 1, 2, 3]);
    for (let at = 0; at < bytes.length; at += size) counter.take(bytes.subarray(at, at + size));
    expect(counter.end()).toBeNull();
    expect([counter.records, counter.lines, counter.brokenLines.get(5)]).toEqual([6, [2, 5, 7, 8], 6]);
  }
});
