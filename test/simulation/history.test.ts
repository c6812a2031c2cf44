import { describe, expect, test } from "vitest";
import { DAYS_PER_UNIT } from "#tenure/basics/calendar.js";
import { BlockRunner, cutBlocks } from "#tenure/engine/blocks.js";
import { reconcile } from "#tenure/ledger/reconcile.js";
import type { TraceLine } from "#tenure/ledger/trace.js";
import { type BgNbd, bgNbdAlive, expectedFuturePurchases } from "#tenure/models/bgNbd.js";
import { expectedSpend, type GammaGamma } from "#tenure/models/gammaGamma.js";
import { type ParetoNbd, paretoNbdAlive, paretoNbdPurchases } from "#tenure/models/paretoNbd.js";
import { seedWords } from "#tenure/random/seed.js";
import type { CustomerHistory } from "#tenure/scenario/history.js";
import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import { type TracedLife, traceLives } from "#tenure/study/lives.js";
import { verify } from "#tenure/study/verify.js";
import { completeScenario, type PartialScenario } from "../support/completeScenario.ts";
import { planOf } from "../support/lives.ts";
import { momentsOf } from "../support/moments.ts";
import { binomialBand, inBand, zForFalseAlarm } from "../support/statistics.ts";

/** One false alarm in a hundred thousand for each figure tested. */
const FALSE_ALARM = 1e-5;
const K = zForFalseAlarm(FALSE_ALARM);

const BG: BgNbd = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const PARETO: ParetoNbd = { r: 0.5533, alpha: 10.578, s: 0.6062, beta: 11.669 };
const SPEND: GammaGamma = { p: 6.25, q: 3.74, v: 15.44 };

/** Purchases, last one, time observed, mean spend (0: not known): of nobody, somebody, a lost one, a lively one. */
const PASTS = [
  [0, 0, 38.86, 0],
  [2, 30.43, 38.86, 22],
  [1, 1.71, 38.86, 80],
  [12, 30, 39, 45],
  [29, 36, 38, 9],
  [5, 44, 60, 0],
] as const;
const EACH = 12_000;

function historyOf(customers: number): CustomerHistory {
  return {
    purchases: PASTS.map(([x]) => x),
    lastPurchase: PASTS.map(([, tx]) => tx),
    observed: PASTS.map(([, , T]) => T),
    meanSpend: PASTS.map(([, , , mean]) => mean),
    spendPurchases: PASTS.map(([x, , , mean]) => (mean > 0 ? x : 0)),
    customers: PASTS.map(() => customers),
  };
}

function known(
  base: PartialScenario["customerBase"],
  program: PartialScenario["program"] = null,
  each = EACH,
): DrawnScenario {
  return completeScenario({
    horizon: { start: "1998-01", months: 18 },
    customerBase: { size: each * PASTS.length, history: historyOf(each), ...base },
    program,
  });
}

const KINDS = {
  "BG/NBD": {
    scenario: known({}),
    expected: (x: number, tx: number, T: number, t: number) => expectedFuturePurchases(BG, x, tx, T, t),
    still: (x: number, tx: number, T: number) => bgNbdAlive(BG, x, tx, T),
  },
  "Pareto/NBD": {
    scenario: known({
      purchaseRate: { shape: PARETO.r, rate: PARETO.alpha },
      attrition: { kind: "overTime", shape: PARETO.s, rate: PARETO.beta },
    }),
    expected: (x: number, tx: number, T: number, t: number) =>
      paretoNbdAlive(PARETO, x, tx, T) *
      paretoNbdPurchases({ r: PARETO.r + x, alpha: PARETO.alpha + T, s: PARETO.s, beta: PARETO.beta + T }, t),
    still: (x: number, tx: number, T: number) => paretoNbdAlive(PARETO, x, tx, T),
  },
} as const;

describe.each(Object.entries(KINDS))("customers with a history, %s", (_name, { scenario, expected, still }) => {
  const lives = traceLives(planOf(scenario), { seed: seedWords("history"), replicate: 0 }, scenario.customerBase.size);
  const ofRow = (row: number): TracedLife[] => lives.slice(row * EACH, (row + 1) * EACH);
  const purchases = ({ worlds: [twin] }: TracedLife): TraceLine[] => twin.filter(({ kind }) => kind === "purchase");
  const rows = PASTS.map((past, row) => ({ row, past }));

  test.each(rows)("buy as the model expects of their history: row $row", ({ row, past: [x, tx, T] }) => {
    for (const weeks of [4, 26, 78]) {
      const days = weeks * DAYS_PER_UNIT.week;
      const counts = ofRow(row).map((life) => purchases(life).filter(({ time }) => time <= days).length);
      const { mean, error } = momentsOf(counts);
      expect(Math.abs(mean - expected(x, tx, T, weeks)), `${weeks} weeks`).toBeLessThan(K * error);
    }
  });

  test.each(rows)("are still there as often as the model says: row $row", ({ row, past: [x, tx, T] }) => {
    const gone = ofRow(row).filter(({ worlds: [twin] }) =>
      twin.some(({ kind, time }) => kind === "leave" && time === 0),
    );
    const share = 1 - still(x, tx, T);
    if (share === 0) expect(gone).toHaveLength(0);
    else expect(inBand(gone.length, binomialBand(EACH, share, FALSE_ALARM))).toBe(true);
    for (const life of gone) expect(purchases(life)).toHaveLength(0);
  });

  test.each(rows)("spend as the model expects of theirs: row $row", ({ row, past: [x, , , mean] }) => {
    // The first purchase of each who makes one: their spend is independent of when they buy.
    const first = ofRow(row).flatMap((life) =>
      purchases(life)
        .slice(0, 1)
        .map(({ amount }) => amount / 100),
    );
    const { mean: found, error } = momentsOf(first);
    expect(Math.abs(found - expectedSpend(SPEND, mean > 0 ? x : 0, mean))).toBeLessThan(K * error);
  });

  test("join on day one and make no purchase then", () => {
    const isOnDayOne = (line: TraceLine | undefined, kind: TraceLine["kind"]): boolean =>
      line?.kind === kind && line.time === 0;
    const others = lives.filter(
      ({ worlds: [[first, second]] }) => !isOnDayOne(first, "join") || isOnDayOne(second, "purchase"),
    );
    expect(others).toEqual([]);
  });
});

describe("where customers have a history", () => {
  const program = { rewards: [{ points: 20 }], response: { goalGradient: 0.5, balanceAtStake: 0.3 } } as const;
  const scenario = known({ acquisition: { perMonth: 40, cost: 5 } }, program, 60);

  test("every invariant holds, the books agree, and a null program is no program", async () => {
    const verdicts = await verify({ scenario, file: null }, { customers: 200, workers: 1 });
    expect(verdicts.filter(({ state }) => state === "fails")).toEqual([]);
    const plan = planOf(scenario);
    const runner = new BlockRunner(plan, { seed: seedWords(1), replicate: 0 });
    for (const block of cutBlocks(plan, 100)) runner.run(block);
    expect(runner.ledgers.flatMap((ledger) => reconcile(ledger, runner.ledgers[0]))).toEqual([]);
  });

  test("nobody enrols before buying, and those who are gone never do", () => {
    const lives = traceLives(planOf(scenario), { seed: seedWords(1), replicate: 0 }, 360).filter(
      ({ cohort }) => cohort === 0,
    );
    let enrolled = 0;
    for (const { worlds } of lives) {
      const enrol = worlds[1].findIndex(({ kind }) => kind === "enrol");
      if (enrol < 0) continue;
      enrolled++;
      expect(worlds[1][enrol - 1]).toMatchObject({ kind: "purchase", time: worlds[1][enrol]?.time });
      expect(worlds[0].some(({ kind, time }) => kind === "leave" && time === 0)).toBe(false);
    }
    expect(enrolled).toBeGreaterThan(50);
  });

  test("a longer history renumbers nobody: each lives the same life, with more beside and in a smaller sample", () => {
    const more: DrawnScenario = {
      ...scenario,
      customerBase: {
        ...scenario.customerBase,
        size: 400,
        history: {
          purchases: [...historyOf(60).purchases, 3],
          lastPurchase: [...historyOf(60).lastPurchase, 9],
          observed: [...historyOf(60).observed, 10],
          meanSpend: [...historyOf(60).meanSpend, 0],
          spendPurchases: [...historyOf(60).spendPurchases, 0],
          customers: [...historyOf(60).customers, 40],
        },
      },
    };
    const luck = { seed: seedWords(1), replicate: 3 };
    const dayOne = (one: DrawnScenario, sample: number): Map<number, string> => {
      const lives = traceLives(planOf(one, sample), luck, 400).filter(({ cohort }) => cohort === 0);
      return new Map(lives.map(({ ordinal, worlds }) => [ordinal, JSON.stringify(worlds[0])]));
    };
    const [all, longer, sampled] = [dayOne(scenario, 360), dayOne(more, 400), dayOne(scenario, 100)];
    expect(all.size).toBe(360);
    for (const [ordinal, life] of all) expect(longer.get(ordinal)).toBe(life);
    expect(sampled.size).toBe(100);
    for (const [ordinal, life] of sampled) expect(all.get(ordinal)).toBe(life);
  });

  test("a sample takes every row in proportion, whoever is first", () => {
    const plan = planOf(known({}, null, 1000), 600);
    const counts = PASTS.map(() => 0);
    for (let replicate = 0; replicate < 5; replicate++) {
      for (const { ordinal } of traceLives(plan, { seed: seedWords(2), replicate }, 600))
        counts[Math.floor(ordinal / 1000)]++;
    }
    expect(counts).toEqual(PASTS.map(() => 500));
  });

  test("as many enrol as the design says of those who are still there, the heavy buyers first where it selects them", () => {
    const selecting = known({}, { enrolment: { share: 0.5, selection: 0.3 } }, 4000);
    const lives = traceLives(planOf(selecting), { seed: seedWords(3), replicate: 0 }, 24_000);
    const joined = lives.map(({ worlds }) => worlds[1].some(({ kind }) => kind === "enrol"));
    const bought = lives.map(({ worlds }) => worlds[0].some(({ kind }) => kind === "purchase"));
    const share = (rows: readonly number[]): number => {
      const of = rows
        .flatMap((row) => Array.from({ length: 4000 }, (_, at) => row * 4000 + at))
        .filter((at) => bought[at]);
      return of.filter((at) => joined[at]).length / of.length;
    };
    expect(share([4])).toBeGreaterThan(share([1]) + 0.05);
    expect(share([0, 1, 2, 3, 4, 5])).toBeGreaterThan(0.5);
  });
});
