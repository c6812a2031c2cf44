import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { customerBaseFile } from "#tenure/fit/customerBaseFile.js";
import { type FitReport, fitCustomerBase } from "#tenure/fit/fitCustomerBase.js";
import { roundedCorrelation, writeParameters } from "#tenure/fit/parameterRanges.js";
import { type Fit, generateLog, load, override } from "#tenure/index.js";
import { correlationFactor } from "#tenure/math/correlationFactor.js";
import { drawScenario } from "#tenure/plan/drawScenario.js";
import { seedWords } from "#tenure/random/seed.js";
import { LogDesk } from "../../support/logDesk.ts";
import { zForFalseAlarm } from "../../support/statistics.ts";

/** One false alarm in a hundred thousand for each figure tested. */
const K = zForFalseAlarm(1e-5);
const DRAWS = 4000;

const desk = new LogDesk();
let report: FitReport;

beforeAll(async () => {
  const { scenario } = await load("scenarios/cdnow/no-program.yaml");
  const parts: string[] = [];
  for await (const part of generateLog(override(scenario, { horizon: { months: 18 } }), { customers: 1500 }))
    parts.push(part);
  const columns = { customer: "customer", date: "date", amount: "total" };
  report = fitCustomerBase(await desk.read(parts.join(""), { columns }), { starts: 1, model: "bgNbd" });
});

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

describe("a customer base as ranges", () => {
  test("is taken by scenarios, and its draws have the errors and correlations of the fit", async () => {
    writeFileSync(join(desk.folder, "base.yaml"), customerBaseFile(report, "Ours"));
    const path = join(desk.folder, "ours.yaml");
    writeFileSync(path, "schema: 1\nname: Ours\nextends: base.yaml\neconomics: { grossMargin: 0.4 }\n");
    const { scenario } = await load(path);
    const seed = seedWords("ranges");
    const drawn = Array.from({ length: DRAWS }, (_, draw) => drawScenario(scenario, seed, draw, null).customerBase);
    const logs = drawn.map(({ purchaseRate, attrition, spend }) => {
      const [a, b] = attrition.kind === "afterPurchase" ? [attrition.a, attrition.b] : [1, 1];
      const [p, q, v] = spend.kind === "gammaGamma" ? [spend.p, spend.q, spend.v] : [1, 1, 1];
      return [[purchaseRate.shape, purchaseRate.rate, a, b].map(Math.log), [p, q, v].map(Math.log)];
    });
    for (const [at, fit] of ([report.fit, report.spend] as readonly (Fit | null)[]).entries()) {
      if (fit === null || fit.logCovariance === null) throw new Error("expected a fit with errors");
      const scores = fit.names.map((name, i) => {
        const error = Math.sqrt(fit.logCovariance?.[i][i] ?? 0);
        return logs.map((one) => (one[at][i] - Math.log(fit.parameters[name])) / error);
      });
      for (const [i, one] of scores.entries()) {
        // Rounding moves the middle and the width of a range by a hundredth of it at most.
        expect(Math.abs(mean(one)), fit.names[i]).toBeLessThan(K / Math.sqrt(DRAWS) + 0.04);
        const sd = Math.sqrt(mean(one.map((score) => score * score)));
        expect(Math.abs(sd - 1), fit.names[i]).toBeLessThan(K / Math.sqrt(2 * DRAWS) + 0.02);
        for (const [j, other] of scores.entries()) {
          if (j >= i) continue;
          const found = mean(one.map((score, draw) => score * other[draw]));
          const truth = fit.correlations?.[i][j] ?? 0;
          // Of standard normal scores, the mean product has the variance (1 + ρ²) / n.
          expect(Math.abs(found - truth), `${fit.names[i]} ${fit.names[j]}`).toBeLessThan(
            K * Math.sqrt((1 + truth * truth) / DRAWS) + 0.04,
          );
        }
      }
    }
  });

  test("is the estimates themselves where that is asked for", () => {
    const text = customerBaseFile(report, "Ours", { exact: true });
    expect(text).not.toMatch(/: [\d.]+ to \d|correlations/);
    expect(text).toContain(`shape: ${Number(report.fit.parameters.r.toPrecision(5))},`);
  });
});

describe("parameters as ranges", () => {
  const places = { q: "customerBase.spend.q", v: "customerBase.spend.v" };
  const fitted = (error: number, q = 3): Fit => ({
    ...(report.fit as Fit),
    names: ["q", "v"],
    parameters: { q, v: 20 },
    standardErrors: { q: q * error, v: 20 * error },
    logCovariance: [
      [error ** 2, 0.5 * error ** 2],
      [0.5 * error ** 2, error ** 2],
    ],
    correlations: [
      [1, 0.5],
      [0.5, 1],
    ],
  });

  test("keep order and width however sharp they are", () => {
    for (const error of [1e-7, 1e-5, 1e-3, 0.1]) {
      const [low, high] = writeParameters(fitted(error), places, false).text("v").split(" to ").map(Number);
      expect(low).toBeLessThan(20);
      expect(high).toBeGreaterThan(20);
      expect(Math.abs(Math.log(high / low) / (2 * 1.6448536) / error - 1)).toBeLessThan(0.01);
    }
  });

  test("that are held loosely are said to be, and none leaves what a scenario takes", () => {
    const { text, notes, correlated } = writeParameters(fitted(1), places, false);
    expect(notes.join("\n")).toMatch(/q is less sure than its range says: the fit gives 0\.58 to 16/);
    expect(notes.join("\n")).toMatch(/v is held loosely, within a factor of 27/);
    const [low, high] = text("q").split(" to ").map(Number);
    // 6.5 standard deviations below the middle, q is still above 1.
    expect(Math.log(3) - (6.5 * Math.log(high / low)) / (2 * 1.6448536)).toBeGreaterThan(-0.01);
    expect(correlated?.inputs).toEqual(["customerBase.spend.q", "customerBase.spend.v"]);
  });

  test("that no scenario takes, or whose errors are not known, are points, and said to be", () => {
    const outside = writeParameters(fitted(0.1, 0.9), places, false);
    expect([outside.text("q"), outside.correlated]).toEqual(["0.9", null]);
    expect(outside.notes).toEqual(["q lies outside what a scenario takes, and is stated as a point."]);
    const unknown = writeParameters({ ...fitted(0.1), logCovariance: null, correlations: null }, places, false);
    expect([unknown.text("v"), unknown.notes.length]).toEqual(["20", 1]);
  });

  test("correlations stay positive definite when rounded", () => {
    const near = [
      [1, 0.999999, 0.7],
      [0.999999, 1, 0.7],
      [0.7, 0.7, 1],
    ];
    expect(correlationFactor(roundedCorrelation(near))).not.toBeNull();
    expect(roundedCorrelation(near)[0][1]).toBe(0.999999);
    const impossible = [
      [1, 0.9, -0.9],
      [0.9, 1, 0.9],
      [-0.9, 0.9, 1],
    ];
    expect(correlationFactor(roundedCorrelation(impossible))).not.toBeNull();
  });
});
