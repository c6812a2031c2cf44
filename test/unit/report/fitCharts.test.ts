import { describe, expect, test } from "vitest";
import type { FitReport } from "#tenure/fit/fitCustomerBase.js";
import { FIT_CHARTS } from "#tenure/report/charts/allOfFit.js";
import { charts } from "#tenure/report/charts/index.js";
import { draw } from "../../support/draw.ts";
import { FITS } from "../../support/fitReports.ts";

describe.each(Object.entries(FITS))("%s", (_, make) => {
  test.each(Object.entries(FIT_CHARTS))("%s is drawn without complaint, plain data", async (_name, chart) => {
    const spec = chart(make());
    expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
    const { svg, said } = await draw(spec);
    expect(said).toEqual([]);
    expect(svg).toContain("<text");
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(spec.description).not.toMatch(/NaN|undefined|Infinity/);
  });
});

const plain = FITS["two years, one held out"];
const seen = async (name: keyof typeof charts & keyof typeof FIT_CHARTS, report: FitReport): Promise<string> =>
  (await draw(FIT_CHARTS[name](report))).svg;

test("every chart of a fit is public", () => {
  for (const [name, chart] of Object.entries(FIT_CHARTS)) expect((charts as Record<string, unknown>)[name]).toBe(chart);
});

test("tracking marks the end of calibration, and says what was expected after it", async () => {
  const report = plain();
  const { description } = charts.tracking(report);
  expect(description).toMatch(/^In the 42 whole weeks held out [A-Z/a-z]+ expects [\d,]+ repeat purchases; there were/);
  expect(description).toContain("end of calibration, 2021-05-15");
  expect((await seen("tracking", report)).match(/stroke-dasharray="3,3"/g)).toHaveLength(2);
  const open = FITS["nothing held out"]();
  expect(charts.tracking(open).description).toMatch(/^Over 114 weeks/);
  expect(await seen("tracking", open)).not.toContain('stroke-dasharray="3,3"');
  expect(charts.tracking(FITS["one week"]()).description).toContain("the log spans 1 whole week");
});

test("a holdout that is not there is said in words", () => {
  expect(charts.holdout(FITS["nothing held out"]()).description).toContain("Nothing was held out");
  expect(charts.holdout(FITS["nothing was bought in the holdout"]()).description).toMatch(/there were 0\./);
});

test("frequencies are counts of the log, and the title is the share they have in common", () => {
  const report = plain();
  const { frequencies } = report.checks[0];
  const model = {
    ...report.checks[0],
    model: report.model,
    frequencies: frequencies.map((one) => ({ ...one, expected: one.actual })),
  };
  expect(charts.frequencies({ ...report, checks: [model] }).description).toContain("100.0 % of customers");
  const all = frequencies.reduce((sum, { actual }) => sum + actual, 0);
  const none = frequencies.map((one) => ({ ...one, expected: one.x === 0 ? all : 0 }));
  const share = (100 * frequencies[0].actual) / all;
  expect(charts.frequencies({ ...report, checks: [{ ...model, frequencies: none }] }).description).toContain(
    `${share.toFixed(1)} % of customers`,
  );
});

test("heterogeneity says its band, or that there is none", () => {
  expect(charts.heterogeneity(plain()).description).toContain("Band: 95 % interval");
  expect(charts.heterogeneity(FITS["no covariance, unsound"]()).description).toContain("The data give no band");
});

test("seasons are drawn where they were estimated", () => {
  const report = plain();
  const factors = [0.8, 0.9, 1, 1, 1, 1, 1, 1, 1, 1, 1.1, 1.2];
  const season = { factors, estimated: true, why: "" };
  expect(charts.season({ ...report, season }).description).toContain(
    "December is the busiest month (+20.0 %), January the quietest (−20.0 %)",
  );
  expect(charts.season({ ...report, season: { ...season, estimated: false, why: "too short" } }).description).toContain(
    "No season: too short.",
  );
});

test("newcomers to be expected, a month or a year", () => {
  const report = plain();
  const acquisition = { ...report.acquisition, perMonth: 7 };
  expect(charts.newcomers({ ...report, acquisition }).description).toContain("7 newcomers a month to be expected");
  const year = { ...acquisition, perMonth: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] };
  expect(charts.newcomers({ ...report, acquisition: year }).description).toContain("78 newcomers a year");
});
