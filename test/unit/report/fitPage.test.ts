import { expect, test } from "vitest";
import { parse } from "yaml";
import { fitPage } from "#tenure/report/fitPage.js";
import { fitOutput, logOutput } from "#tenure/report/output/fit.js";
import { html } from "#tenure/report/page/html.js";
import { HOSTILE } from "../../support/edges.ts";
import { FITS } from "../../support/fitReports.ts";

const ASSETS = { vega: "/*vega*/", vegaLite: "/*vega-lite*/", vegaEmbed: "/*vega-embed*/" };
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const pageOf = (key: keyof typeof FITS, name = "Our shop"): string => fitPage(FITS[key](), name, ASSETS);
const count = (text: string, part: string): number => text.split(part).length - 1;

test("the same fit gives the same bytes, another name another nonce", () => {
  expect(pageOf("two years, one held out")).toBe(pageOf("two years, one held out"));
  const nonce = (text: string): string => /nonce-([0-9a-f]{32})/.exec(text)?.[1] ?? "";
  expect(nonce(pageOf("two years, one held out", "Other"))).not.toBe(nonce(pageOf("two years, one held out")));
});

test("the page's policy lets nothing in from outside", () => {
  const text = pageOf("two years, one held out");
  expect(text).toMatch(/default-src 'none'; script-src 'nonce-[0-9a-f]{32}'/);
  expect(text).toContain("connect-src 'none'");
  expect(text.replace(/"\$schema":"[^"]*"/g, "")).not.toMatch(/(src|href)="(?!#|data:,)/);
});

test("names, warnings and what stood in the log are shown, never run", () => {
  const text = pageOf("no covariance, unsound", HOSTILE);
  expect(text).not.toContain("<img");
  expect(count(text, "&lt;img src=x onerror=alert(1)&gt;")).toBeGreaterThanOrEqual(3);
  expect([count(text, "<script"), count(text, "</script")]).toEqual([5, 5]);
});

test.each(Object.keys(FITS))("%s: every table has a caption, every figure words, no number is missing", (key) => {
  const text = pageOf(key);
  expect(count(text, "<table")).toBe(count(text, "<caption>"));
  expect(count(text, "<figure")).toBe(6);
  expect(count(text, '<figure aria-label="')).toBe(6);
  expect(text.replace(/<script[\s\S]*/, "")).not.toMatch(/NaN|undefined|Infinity/);
});

test("warnings come first, and a fit that does not hold is said to be none", () => {
  const text = pageOf("no covariance, unsound");
  expect(text.indexOf("This fit does not hold")).toBeLessThan(text.indexOf("What was found"));
  expect(text).toContain("customer-base.yaml was not written");
  const sound = pageOf("two years, one held out");
  expect(sound).not.toContain("<h2>Mind</h2>");
  expect(sound).toContain("extends: customer-base.yaml\n");
});

test("parameters stand with standard errors, intervals and what they say", () => {
  const text = pageOf("two years, one held out");
  expect(text).toMatch(/BG\/NBD alpha<\/th><td>6<\/td><td>0.6<\/td><td>4.8 to 7.2<\/td><td>[^<]*purchases a week/);
  expect(text).toContain("Gamma-Gamma q</th>");
  expect(text).toContain("an amount that is no number");
  expect(text).toContain("A purchase is worth 30.00 in the currency of the log on average");
});

test("a program that the log shows stands with its warnings, and lines of files can be copied from it", () => {
  const report = FITS["a program and loyalty types"]();
  const text = pageOf("a program and loyalty types");
  const { program, loyaltyTypes } = report.log;
  const warnings = [...(program?.warnings ?? []), ...(loyaltyTypes?.warnings ?? [])];
  expect(warnings.length).toBeGreaterThan(8);
  for (const warning of warnings) {
    const at = text.indexOf(html(warning.slice(0, 30)));
    expect([warning, at > 0 && at < text.indexOf("What was found")]).toEqual([warning, true]);
  }
  const plain = (code: string): string =>
    code.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? "").replaceAll("&NoBreak;", "");
  const files = [...text.matchAll(/<pre><code>([\s\S]*?)<\/code>/g)].map(([, code]) => parse(plain(code)));
  expect(files).toContainEqual(parse(program?.snippet ?? ""));
  expect(files).toContainEqual(parse(loyaltyTypes?.snippet ?? ""));
  for (const shown of [text, fitOutput(report).html, fitOutput(report).text]) {
    expect(shown).toMatch(/48 members of 120 customers/);
    expect(shown).toContain("Points by month, the last 12 of 14");
  }
  for (const shown of [text, fitOutput(report).html]) expect(shown).not.toContain("<img");
});

test("a notebook shows the same, with and without HTML", () => {
  const output = fitOutput(FITS["two years, one held out"]());
  for (const said of [output.html, output.text]) {
    expect(said).toContain("BG/NBD alpha");
    expect(said).toContain("standard error");
    expect(said).toContain("BG/NBD is chosen.");
  }
  expect(count(output.html, "<style>")).toBe(1);
  expect(output.html).not.toContain("<img");
  expect(fitOutput(FITS["no covariance, unsound"]()).text).toContain("Mind: This fit does not hold");
  const log = logOutput(FITS["two years, one held out"]().log);
  expect(log.text).toMatch(/till\.csv: 120 customers/);
  expect(log.html).toContain("an amount that is no number");
});
