import { type LoggerInterface, parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { describe, expect, test } from "vitest";
import { CHARTS } from "#tenure/report/charts/all.js";
import type { ChartSpec } from "#tenure/report/charts/spec.js";
import { looksOf } from "#tenure/report/charts/worlds.js";
import type { GroupFindings } from "#tenure/study/findings.js";
import { EDGES } from "../../support/edges.ts";
import { GOLD, group, STAMPS, STARS } from "../../support/findings.ts";
import { MEASURES } from "../../support/measures.ts";

/** A logger that keeps what it is told. */
function listener(): { readonly said: string[]; readonly logger: LoggerInterface } {
  const said: string[] = [];
  const keep = (...texts: readonly unknown[]): LoggerInterface => {
    said.push(texts.map(String).join(" "));
    return logger;
  };
  const drop = (): LoggerInterface => logger;
  function level(): number;
  function level(threshold: number): LoggerInterface;
  function level(threshold?: number): number | LoggerInterface {
    return threshold === undefined ? 2 : logger;
  }
  const logger: LoggerInterface = { level, error: keep, warn: keep, info: drop, debug: drop };
  return { said, logger };
}

/** The picture, drawn without a browser, and all that vega and vega-lite complain about. */
async function draw(spec: ChartSpec): Promise<{ svg: string; said: string[] }> {
  const { said, logger } = listener();
  const compiled = compile(spec as unknown as TopLevelSpec, { logger }).spec;
  const view = new View(parse(compiled), { renderer: "none", logger });
  const svg = await view.toSVG();
  view.finalize();
  return { svg, said };
}

const CASES: readonly [string, () => GroupFindings][] = [
  ["two designs", () => group("Coffee", [STARS, GOLD])],
  ["one design", () => group("Corner", [STAMPS], { size: 900, code: "EUR" })],
  ...Object.entries(EDGES),
];

describe.each(CASES)("%s", (_, make) => {
  test.each(Object.entries(CHARTS))("%s is drawn without complaint", async (_name, chart) => {
    const { svg, said } = await draw(chart(make(), MEASURES));
    expect(said).toEqual([]);
    expect(svg).toContain("<text");
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  test.each(Object.entries(CHARTS))("%s is plain data", (_name, chart) => {
    const spec = chart(make(), MEASURES);
    expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  });
});

test("a spec vega-lite cannot honour is noticed", async () => {
  const spec: ChartSpec = {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description: "",
    data: { values: [{ a: 1 }] },
    mark: "point",
    encoding: { nonsense: { field: "a", type: "quantitative" } },
  };
  expect((await draw(spec)).said).not.toEqual([]);
});

const seen = async (key: string, of: GroupFindings): Promise<string> => {
  const chart = CHARTS[key];
  if (chart === undefined) throw new Error(`no chart ${key}`);
  return (await draw(chart(of, MEASURES))).svg;
};

test("titles say what is seen", () => {
  const coffee = group("Coffee", [STARS, GOLD]);
  const titles = Object.values(CHARTS).map((chart) => chart(coffee, MEASURES).description.split(".  ")[0]);
  expect(titles.join("\n")).toContain("Stars, 1 % back lifts CLV most: +$3.81 per customer");
  expect(titles.join("\n")).toContain("1 of 2 designs earns back what it costs");
  expect(titles.join("\n")).toContain("Stars, 1 % back alone pays back, in month 5");
  const losing = group("Coffee", [GOLD]);
  const sad = Object.values(CHARTS).map((chart) => chart(losing, MEASURES).description);
  expect(sad.join("\n")).toContain("The design does not lift CLV");
  expect(sad.join("\n")).toContain("The design does not pay back within 36 months");
});

test("what cannot be drawn is said in words", async () => {
  const alone = group("Alone", []);
  expect(await seen("uplift", alone)).toContain("No design in this group has a CLV uplift to show.");
  expect(await seen("causes", alone)).toContain("No design of this group paid for a reward.");
  const month = group("One month", [STARS], { months: 1 });
  expect(await seen("netValue", month)).toContain("no design of this group has two months of net value.");
  expect(await seen("retention", month)).toContain("No course to draw");
});

test("the break-even line is called so only where net value is margin less cost", async () => {
  const coffee = group("Coffee", [STARS]);
  expect(await seen("cost", coffee)).toContain("break-even: net value 0");
  const worlds = coffee.worlds.map((world) => {
    const { netValue } = world.findings;
    if (netValue === undefined) return world;
    const level = { ...netValue.level, value: (netValue.level.value ?? 0) - 50_000 };
    return { ...world, findings: { ...world.findings, netValue: { ...netValue, level } } };
  });
  const charged = await seen("cost", { ...coffee, worlds });
  expect(charged).toContain("margin = cost");
  expect(charged).toContain("Net value counts more than these two");
});

test("a world keeps its colour, the counterfactual is grey", () => {
  const looks = looksOf(group("Coffee", [STARS, GOLD]));
  expect(looks.map(({ color }) => color)).toEqual(["#767676", "#0072b2", "#d55e00"]);
  const many = looksOf((EDGES["eight worlds"] ?? (() => group("", [])))());
  expect(new Set(many.map(({ color }) => color)).size).toBe(8);
});
