import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fitCustomerBase } from "#tenure/fit/fitCustomerBase.js";
import { dataFile } from "../../support/data.ts";
import { isClosed, LogDesk } from "../../support/logDesk.ts";

const path = dataFile("cdnow_sample.txt");

/** The raw log with separators: master id, date, dollars. */
function asCsv(raw: string): string {
  const rows = readFileSync(raw, "utf8")
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields.length === 5)
    .map(([id, , date, , dollars]) => `${id},${date},${dollars}`);
  return `id,date,total\n${rows.join("\n")}\n`;
}

const sum = (values: ArrayLike<number>, weights?: ArrayLike<number>): number =>
  Array.from(values).reduce((total, value, at) => total + value * (weights?.[at] ?? 1), 0);

describe.skipIf(path === null)("the CDNOW sample, from its raw log", () => {
  const desk = new LogDesk();
  const reading = desk.read(path === null ? "" : asCsv(path), { holdout: "1997-09-30", until: "1998-06-30" });
  reading.catch(() => undefined);

  test("rows, customers and purchase days", async () => {
    const log = await reading;
    expect(log.book.rowsRead).toBe(6919);
    expect(log.book.rowsUsed).toBe(6919);
    expect(isClosed(log)).toBe(true);
    expect([log.customers, log.purchaseDays]).toEqual([2357, 6696]);
  });

  test("histories of calibration, and what came after", async () => {
    const { calibration } = await reading;
    const { x, tx, T, later, customers } = calibration?.histories ?? {};
    expect(sum(customers ?? [])).toBe(2357);
    expect(sum(x ?? [], customers)).toBe(2457);
    expect(sum(later ?? [], customers)).toBe(1882);
    expect(
      sum(
        Array.from(x ?? [], (count) => (count === 0 ? 1 : 0)),
        customers,
      ),
    ).toBe(1411);
    expect(Math.min(...(T ?? [])).toFixed(2)).toBe("27.00");
    expect(Math.max(...(T ?? [])).toFixed(2)).toBe("38.86");
    expect(Array.from(tx ?? []).every((time, at) => time <= (T?.[at] ?? 0))).toBe(true);
    expect(sum(calibration?.spends.customers ?? [])).toBe(946);
  });

  test("cumulative repeat purchases by week", async () => {
    const { daily } = await reading;
    expect(daily.start).toBe("1997-01-01");
    expect([13, 26, 39, 52, 65, 78].map((week) => sum(daily.repeats.subarray(0, 7 * week)))).toEqual([
      828, 1746, 2457, 3183, 3844, 4339,
    ]);
  });

  test("fitted up to the holdout it is the published BG/NBD and Gamma-Gamma", async () => {
    const observed = await desk.read(asCsv(path ?? ""), { until: "1997-09-30" });
    const report = fitCustomerBase(observed, { model: "bgNbd", starts: 2 });
    expect(Object.values(report.fit.parameters).map((one: number) => one.toFixed(3))).toEqual([
      "0.243",
      "4.414",
      "0.793",
      "2.426",
    ]);
    expect(report.fit.logLikelihood.toFixed(2)).toBe("-9582.43");
    expect(report.spend?.logLikelihood.toFixed(2)).toBe("-4055.92");
    expect(report.isSound).toBe(true);
    // Pareto/NBD says as much of the holdout, and less of the data: both are shown, and why the choice fell.
    const chosen = fitCustomerBase(await reading, { starts: 2 });
    expect(chosen.model).toBe("bgNbd");
    expect(chosen.choice.candidates.map(({ fit, inRunning }) => [fit.model, inRunning])).toEqual([
      ["bgNbd", true],
      ["paretoNbd", true],
      ["mbgNbd", false],
      ["nbd", false],
    ]);
    expect(chosen.why.join("\n")).toMatch(/^BG\/NBD is chosen by the information criterion.*\n.*19,172\.9.*−2,320\.4/);
    expect(chosen.why.join("\n")).toMatch(/Pareto\/NBD is 25\.1 higher in AIC and 6\.4 ± 10\.7 behind/);
    expect(chosen.why.join("\n")).toMatch(/MBG\/NBD and NBD are yardsticks/);
  });
});
