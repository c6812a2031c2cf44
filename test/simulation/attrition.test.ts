import { describe, expect, test } from "vitest";
import { monthStarts } from "#tenure/basics/calendar.js";
import { BlockRunner, cutBlocks } from "#tenure/engine/blocks.js";
import { byCohort, byMonth } from "#tenure/ledger/read.js";
import { type ParetoNbd, paretoNbdPurchases, paretoNbdSurvival, paretoNbdVariance } from "#tenure/models/paretoNbd.js";
import { contractSurvival, type Sbg } from "#tenure/models/sbg.js";
import { seedWords } from "#tenure/random/seed.js";
import { traceLives } from "#tenure/study/lives.js";
import { completeScenario } from "../support/completeScenario.ts";
import { planOf } from "../support/lives.ts";
import { momentsOf } from "../support/moments.ts";
import { binomialBand, inBand, zForFalseAlarm } from "../support/statistics.ts";

/** One false alarm in a hundred thousand for each figure tested. */
const FALSE_ALARM = 1e-5;
const K = zForFalseAlarm(FALSE_ALARM);

describe("leaving over time is the Pareto/NBD", () => {
  const CUSTOMERS = 120_000;
  /** CDNOW as fitted (EVIDENCE 1), in weeks. */
  const MODEL: ParetoNbd = { r: 0.5533, alpha: 10.578, s: 0.6062, beta: 11.669 };
  const scenario = completeScenario({
    customerBase: {
      size: CUSTOMERS,
      purchaseRate: { shape: MODEL.r, rate: MODEL.alpha },
      attrition: { kind: "overTime", shape: MODEL.s, rate: MODEL.beta },
    },
    horizon: { months: 18 },
  });
  const lives = traceLives(planOf(scenario), { seed: seedWords("pareto"), replicate: 0 }, CUSTOMERS);

  function repeatsWithin(days: number): number[] {
    return lives.map(
      ({ worlds: [twin] }) => twin.filter(({ kind, time }) => kind === "purchase" && time > 0 && time <= days).length,
    );
  }

  test.each([1, 13, 26, 39, 52, 78])("mean and variance of the repeat purchases within %i weeks", (weeks) => {
    const counts = repeatsWithin(weeks * 7);
    const { mean, error, variance } = momentsOf(counts);
    expect(Math.abs(mean - paretoNbdPurchases(MODEL, weeks))).toBeLessThan(K * error);
    const squares = momentsOf(counts.map((count) => (count - mean) ** 2));
    expect(Math.abs(variance - paretoNbdVariance(MODEL, weeks))).toBeLessThan(K * squares.error);
  });

  test.each([4, 39, 78])("customers who have left within %i weeks", (weeks) => {
    const days = weeks * 7;
    const left = lives.filter(({ worlds: [twin] }) => twin.some(({ kind, time }) => kind === "leave" && time <= days));
    expect(inBand(left.length, binomialBand(CUSTOMERS, 1 - paretoNbdSurvival(MODEL, weeks), FALSE_ALARM))).toBe(true);
  });

  test("nobody buys at or after leaving", () => {
    for (const { worlds } of lives) {
      const [twin] = worlds;
      const leave = twin.findIndex(({ kind }) => kind === "leave");
      if (leave >= 0) expect(leave).toBe(twin.length - 1);
    }
  });
});

describe("leaving at renewals is the sBG", () => {
  const CUSTOMERS = 40_000;
  const MONTHS = 39;
  const TERM = 3;
  /** "Regular" customers as fitted (EVIDENCE 2). */
  const MODEL: Sbg = { a: 0.7041, b: 1.182 };
  const RATE = { shape: 4, rate: 2 };
  const scenario = completeScenario({
    customerBase: {
      size: CUSTOMERS,
      timeUnit: "month",
      purchaseRate: RATE,
      attrition: { kind: "atRenewal", ...MODEL, everyMonths: TERM },
    },
    horizon: { start: "2023-05", months: MONTHS },
  });
  const plan = planOf(scenario);
  const starts = monthStarts("2023-05", MONTHS);
  const runner = new BlockRunner(plan, { seed: seedWords("sbg"), replicate: 0 });
  for (const block of cutBlocks(plan, 2048)) runner.run(block);
  const [books] = runner.ledgers;
  const renewals = Array.from({ length: MONTHS / TERM }, (_, at) => at + 1);

  test.each(renewals)("customers left after renewal %i", (renewal) => {
    const active = byCohort(books, 0, renewal * TERM - 1, "active");
    const band = binomialBand(CUSTOMERS, contractSurvival(MODEL, renewal), FALSE_ALARM);
    expect(inBand(active, band)).toBe(true);
  });

  test("active customers are those under contract at the month's end, whether they buy or not", () => {
    for (let month = 0; month < MONTHS; month++) {
      expect(byMonth(books, month, "active")).toBe(byCohort(books, 0, month, "active"));
      if ((month + 1) % TERM !== 0) {
        expect(byCohort(books, 0, month, "active")).toBe(
          month === 0 ? CUSTOMERS : byCohort(books, 0, Math.floor(month / TERM) * TERM - 1, "active") || CUSTOMERS,
        );
      }
    }
  });

  test("purchases of each term are those of the customers then under contract", () => {
    for (const renewal of renewals) {
      const [from, to] = [(renewal - 1) * TERM, renewal * TERM];
      let purchases = 0;
      for (let month = from; month < to; month++) purchases += byCohort(books, 0, month, "purchases");
      if (from === 0) purchases -= CUSTOMERS;
      const still = contractSurvival(MODEL, renewal - 1);
      const each = (RATE.shape / RATE.rate) * ((starts[to] - starts[from]) / (365.25 / 12));
      // A customer's count is 0 with probability 1 − still, else negative binomial with mean `each`.
      const second = each + each ** 2 * (1 + 1 / RATE.shape);
      const error = Math.sqrt(CUSTOMERS * (still * second - (still * each) ** 2));
      expect(Math.abs(purchases - CUSTOMERS * still * each)).toBeLessThan(K * error);
    }
  });

  test("customers leave at the ends of terms, the last day of the horizon among them, and newcomers by their own months", () => {
    const growing = completeScenario({
      customerBase: { ...scenario.customerBase, size: 300, acquisition: { perMonth: 40 }, loyaltyTypes: null },
      horizon: { start: "2023-05", months: 12 },
    });
    const begins = monthStarts("2023-05", 12);
    const lives = traceLives(planOf(growing), { seed: seedWords("sbg"), replicate: 0 }, 300);
    const seen = new Set<number>();
    for (const { cohort, worlds } of lives) {
      const joins = cohort === 0 ? 0 : cohort - 1;
      for (const { kind, time } of worlds[0]) {
        if (kind !== "leave") continue;
        const month = begins.indexOf(time) - 1;
        expect((month - joins + 1) % TERM).toBe(0);
        expect(month - joins).toBeGreaterThan(0);
        seen.add(month);
      }
    }
    expect([...seen].sort((x, y) => x - y)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });
});
