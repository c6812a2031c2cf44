import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { CHARTS } from "#tenure/report/charts/all.js";
import { FIT_CHARTS } from "#tenure/report/charts/allOfFit.js";
import type { ChartSpec } from "#tenure/report/charts/spec.js";
import { CASES } from "../../support/chartCases.ts";
import { group, STARS } from "../../support/findings.ts";
import { FITS } from "../../support/fitReports.ts";
import { MEASURES } from "../../support/measures.ts";

/** Vega-lite's own schema, as published with the library that draws the charts. */
const schema = JSON.parse(readFileSync(fileURLToPath(import.meta.resolve("vega-lite/vega-lite-schema.json")), "utf8"));
const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);

const complaints = (spec: unknown): string[] =>
  validate(spec) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

test.each(CASES)("every chart of %s is what vega-lite's schema allows", (_, make) => {
  const of = make();
  const wrong = Object.entries(CHARTS).flatMap(([name, chart]) => {
    const spec = chart(of, MEASURES);
    const found = spec === null ? [] : complaints(spec);
    return found.length === 0 ? [] : [{ name, found: found.slice(0, 3) }];
  });
  expect(wrong).toEqual([]);
});

test.each(Object.entries(FITS))("every chart of a fit, %s, is what vega-lite's schema allows", (_, make) => {
  const wrong = Object.entries(FIT_CHARTS).map(([name, chart]) => ({ name, found: complaints(chart(make())) }));
  expect(wrong.filter(({ found }) => found.length > 0)).toEqual([]);
});

test("the schema refuses what is no vega-lite", () => {
  const spec = CHARTS.netValue?.(group("Coffee", [STARS]), MEASURES) as ChartSpec;
  expect(complaints(spec)).toEqual([]);
  expect(complaints({ ...spec, width: "wide" })).not.toEqual([]);
  expect(complaints({ ...spec, nonsense: 1 })).not.toEqual([]);
  expect(complaints({ ...spec, layer: [{ mark: "lines" }] })).not.toEqual([]);
});
