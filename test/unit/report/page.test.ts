import { expect, test } from "vitest";
import { inlineJson, inlineScript } from "#tenure/report/page/html.js";
import { page } from "#tenure/report/page.js";
import { edges, HOSTILE } from "../../support/edges.ts";
import { chartCount, group, realistic, STARS } from "../../support/findings.ts";

const ASSETS = { vega: "/*vega*/", vegaLite: "/*vega-lite*/", vegaEmbed: "/*vega-embed*/" };

test("the same comparison gives the same bytes", () => {
  expect(page(realistic(), ASSETS)).toBe(page(realistic(), ASSETS));
});

test("the page's policy lets nothing in from outside", () => {
  const text = page(realistic(), ASSETS);
  expect(text).toMatch(/default-src 'none'; script-src 'nonce-[0-9a-f]{32}'/);
  expect(text).toContain("connect-src 'none'");
  expect(text.replace(/"\$schema":"[^"]*"/g, "")).not.toMatch(/(src|href)="(?!#|data:,)/);
});

test("names are shown, never run", () => {
  const text = page(edges(), ASSETS);
  expect(text).not.toContain("<img");
  expect(text).toContain("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;");
  expect(text.match(/<script/g)).toHaveLength(5);
  expect(text.match(/<\/script/g)).toHaveLength(5);
  expect(text).not.toContain("<!--");
});

test("inlined texts cannot end their element and mean the same", () => {
  expect(inlineJson({ name: HOSTILE })).not.toContain("<");
  expect(JSON.parse(inlineJson({ name: HOSTILE }))).toEqual({ name: HOSTILE });
  const script = `const a = "</script>", b = /<\\/SCRIPT/, c = "<!--";\n//# sourceMappingURL=x.js.map`;
  expect(inlineScript(script)).not.toMatch(/<\/script|<!--|sourceMappingURL/i);
});

test("the numbers are those of the terminal", () => {
  const text = page(realistic(), ASSETS);
  for (const number of ["$347,619", "[340,465, 354,772]", "−&NoBreak;$487,478", "62.0&nbsp;%"])
    expect(text).toContain(number);
  expect(text).toContain("better than No program in 97&nbsp;% of outcomes");
});

test("every design stands in one line above all else, where there are two or more", () => {
  const text = page(realistic(), ASSETS);
  const line = text.split("\n").find((one) => one.includes('<a href="#group-0">Stars, 1&nbsp;% back</a>'));
  for (const cell of [
    "<td>36</td>",
    "<td>$348k</td>",
    "<td>$805k</td>",
    "<td>+&NoBreak;$457k</td>",
    "<td>No program</td>",
    "<td>97&nbsp;%</td>",
  ])
    expect(line).toContain(cell);
  const alone = { ...realistic(), groups: [group("Coffee", [STARS])] };
  expect(page(alone, ASSETS)).not.toContain("All designs");
});

test("no number of a sentence is broken over lines", () => {
  const text = page(realistic(), ASSETS);
  expect(text).toContain("net value +&NoBreak;$457k, better than");
  expect(text).toContain("+&NoBreak;$2.80 [+2.70,&nbsp;+2.90] against");
  expect(text).toContain("over 36&nbsp;months");
});

test("every table has a caption and heads, every figure words", () => {
  const text = page(edges(), ASSETS);
  const count = (part: string): number => text.split(part).length - 1;
  expect(count("<table")).toBe(count("<caption>"));
  expect(count("<figure")).toBe(count('<figure aria-label="'));
  expect(count("<figure")).toBe(chartCount(edges()));
});
