import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { DAYS_PER_UNIT } from "#tenure/basics/calendar.js";
import { customerBaseFile } from "#tenure/fit/customerBaseFile.js";
import { type FitReport, fitCustomerBase } from "#tenure/fit/fitCustomerBase.js";
import type { CustomerBlock } from "#tenure/fit/logCustomers.js";
import { newcomerPurchases } from "#tenure/fit/outlook.js";
import { predictCustomers } from "#tenure/fit/predict.js";
import { PRESENT_COLUMNS, presentCustomersFile } from "#tenure/fit/presentCustomersFile.js";
import { withTransactions } from "#tenure/fit/read.js";
import { compare, generateLog, load, override } from "#tenure/index.js";
import { seedWords } from "#tenure/random/seed.js";
import type { DrawnScenario, Scenario } from "#tenure/scenario/scenario.js";
import { traceLives } from "#tenure/study/lives.js";
import { planOf } from "../support/lives.ts";
import { LogDesk } from "../support/logDesk.ts";
import { momentsOf } from "../support/moments.ts";
import { zForFalseAlarm } from "../support/statistics.ts";

/** One false alarm in a hundred thousand for each figure tested. */
const K = zForFalseAlarm(1e-5);
const MONTHS = 12;
const CUSTOMERS = 3000;

const desk = new LogDesk();
let report: FitReport;
const customers: CustomerBlock[] = [];
/** Files of the fit, point estimates, as `tenure fit --exact --out` writes them. */
let folder = "";
/** The same with histories shared out to 200 rows. */
let shared: readonly (number | null)[][] = [];

beforeAll(async () => {
  const { scenario } = await load("scenarios/cdnow/no-program.yaml");
  const parts: string[] = [];
  for await (const part of generateLog(override(scenario, { horizon: { months: 18 } }), { customers: CUSTOMERS }))
    parts.push(part);
  const path = desk.write("log.csv", parts.join(""));
  folder = desk.folder;
  const options = { columns: { customer: "customer", date: "date", amount: "total" }, until: "1998-06-30" };
  await withTransactions(path, options, async (log, people) => {
    report = fitCustomerBase(log, { model: "bgNbd", starts: 1 });
    const present = await people.present();
    const rows: string[] = [];
    for await (const block of present.blocks())
      rows.push(...block.map((row) => row.map((cell) => cell ?? "").join(",")));
    expect(rows).toHaveLength(present.rows);
    for await (const block of people.blocks()) customers.push(block);
    shared = [];
    for await (const block of (await people.present(200)).blocks())
      shared = [...shared, ...block.map((row) => [...row])];
    const files = { base: "base.yaml", histories: "present.csv" };
    writeFileSync(join(folder, "base.yaml"), customerBaseFile(report, "Ours", { exact: true }));
    writeFileSync(join(folder, "present.yaml"), presentCustomersFile(log, present, "Ours", files));
    writeFileSync(join(folder, "present.csv"), `${PRESENT_COLUMNS.join(",")}\n${rows.join("\n")}\n`);
    for (const [one, size] of [
      ["base", "size: 20000, "],
      ["present", ""],
    ])
      writeFileSync(
        join(folder, `${one}-alone.yaml`),
        `schema: 1\nname: ${one} alone\nextends: ${one}.yaml\nhorizon: { months: ${MONTHS} }\n` +
          `economics: { grossMargin: 0.4 }\ncustomerBase: { ${size}acquisition: { perMonth: 0 } }\n`,
      );
  });
});

async function scenarioOf(name: string): Promise<Scenario> {
  return (await load(join(folder, `${name}-alone.yaml`))).scenario;
}

describe("a simulation from a fitted log", () => {
  test("that takes customers as they are buys what the fit predicts of them", async () => {
    const scenario = await scenarioOf("present");
    expect(scenario.customerBase.size).toBe(CUSTOMERS);
    const horizon = (Date.UTC(1999, 6, 1) - Date.UTC(1998, 6, 1)) / 86_400_000 / DAYS_PER_UNIT.week;
    let expected = 0;
    let spend = 0;
    for (const block of customers) {
      const predicted = predictCustomers(report.fit, report.spend, block, { horizon });
      expected += predicted.purchases.reduce((sum, one) => sum + one, 0);
      for (const one of predicted.spend ?? []) spend += one;
    }
    const { groups } = await compare([{ scenario, file: null }], { replicates: 60, workers: 1 });
    const [{ findings }] = groups[0].worlds;
    for (const [key, value] of [
      ["purchasesPerCustomer", expected / CUSTOMERS],
      ["revenue", spend],
    ] as const) {
      const found = findings[key].level;
      const error = found.standardError ?? 0;
      expect(error).toBeGreaterThan(0);
      expect(Math.abs((found.value ?? 0) - value), `${key}: ${found.value} beside ${value}`).toBeLessThan(K * error);
    }
  });

  test("whose customers are new follows the expected tracking curve of the model", async () => {
    const scenario = (await scenarioOf("base")) as DrawnScenario;
    const size = 20_000;
    const lives = traceLives(planOf(scenario, size), { seed: seedWords("tracking"), replicate: 0 }, size);
    for (const weeks of [4, 13, 26, 39, 52]) {
      const counts = lives.map(
        ({ worlds: [twin] }) =>
          twin.filter(({ kind, time }) => kind === "purchase" && time > 0 && time <= weeks * DAYS_PER_UNIT.week).length,
      );
      const { mean, error } = momentsOf(counts);
      expect(Math.abs(mean - newcomerPurchases(report.fit)(weeks)), `${weeks} weeks`).toBeLessThan(K * error);
    }
  });
});

test("customers come one by one in the order of their ids", () => {
  const ids = customers.flatMap(({ customer }) => customer);
  expect(ids).toHaveLength(CUSTOMERS);
  expect(ids).toEqual([...ids].sort());
  const x = customers.flatMap((block) => Array.from(block.x));
  expect(x.reduce((sum, one) => sum + one, 0)).toBe(report.log.purchaseDays - CUSTOMERS);
});

test("histories shared out keep every customer and, near enough, what they did", () => {
  const count = (row: readonly (number | null)[]): number => row[5] ?? 0;
  expect(shared.length).toBeLessThanOrEqual(200);
  expect(shared.reduce((sum, row) => sum + count(row), 0)).toBe(CUSTOMERS);
  // Rows stand in order of x, and each part of 15 customers is counted at its middle one: off by half a part's spread at most.
  const x = shared.reduce((sum, row) => sum + (row[0] ?? 0) * count(row), 0);
  const all = report.log.purchaseDays - CUSTOMERS;
  const top = Math.max(...customers.flatMap((block) => Array.from(block.x)));
  expect(Math.abs(x - all)).toBeLessThan((CUSTOMERS / 200) * top);
});
