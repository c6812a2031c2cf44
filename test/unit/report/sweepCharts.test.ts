import { describe, expect, test } from "vitest";
import { charts } from "#tenure/report/charts/index.js";
import type { ChartSpec } from "#tenure/report/charts/spec.js";
import type { Sweep } from "#tenure/study/sweepFindings.js";
import type { Tornado } from "#tenure/study/tornadoFindings.js";
import { draw } from "../../support/draw.ts";
import { ESCAPES, HOSTILE } from "../../support/edges.ts";
import { sweepOf, tornadoOf } from "../../support/sweeps.ts";

const EARN = "program.earn.pointsPerUnit";
const EXPIRY = "program.expiry.rolling";
const steps = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
const ALL = ["netValue", "incrementalMargin", "programCost", "roi"];

const SWEEPS: Readonly<Record<string, () => Sweep>> = {
  "one lever": () => sweepOf({ [EARN]: [1, 2, 3] }, (at) => (at - 1) * 9000, { written: [2] }),
  "four measures": () => sweepOf({ [EARN]: [1, 2, 3] }, (at) => at * 9000, { keys: ALL, written: [2.5] }),
  "one value": () => sweepOf({ [EARN]: [2] }, () => 5000, { written: [2] }),
  "one value of two levers": () => sweepOf({ [EARN]: [2], [EXPIRY]: ["never"] }, () => -5000),
  "a hundred values": () => sweepOf({ [EARN]: steps(100) }, (at) => Math.sin(at) * 1e6, { keys: ALL }),
  "words among values": () => sweepOf({ [EXPIRY]: [3, 6, "never"] }, (at) => 4000 - at * 4000, { written: ["never"] }),
  "ranges as values": () => sweepOf({ [EARN]: ["0.1 to 0.2", "uniform(0, 1)"] }, (at) => at, { written: [null] }),
  "all equal": () => sweepOf({ [EARN]: [1, 2, 3] }, () => 7000, { spread: 0 }),
  "all zero": () => sweepOf({ [EARN]: [1, 2], [EXPIRY]: [3, 6] }, () => 0, { spread: 0 }),
  undefined: () => sweepOf({ [EARN]: [1, 2, 3] }, () => null),
  "undefined cells": () => sweepOf({ [EARN]: [1, 2], [EXPIRY]: [3, 6] }, (a, b) => (a === b ? null : 1000)),
  "two levers": () =>
    sweepOf({ [EARN]: [1, 2, 3], [EXPIRY]: [3, 6, "never"] }, (a, b) => (a - b) * 900, { written: [2, 6] }),
  "a hundred cells": () => sweepOf({ [EARN]: steps(10), [EXPIRY]: steps(10) }, (a, b) => (a - b) * 1e6),
  "four hundred cells": () => sweepOf({ [EARN]: steps(4), [EXPIRY]: steps(100) }, (a, b) => a - b),
  "hostile names": () => sweepOf({ [`program.rewards[${HOSTILE}].points`]: [ESCAPES, HOSTILE] }, (at) => at - 0.5),
  "no design": () => ({ ...sweepOf({ [EARN]: [1] }, () => 1), designs: [] }),
};

const many = Object.fromEntries(
  steps(120).map((at): [string, [number, number]] => [
    `program.rewards[Reward number ${at} with a very long name].unitCost`,
    [-at, at],
  ]),
);
const TORNADOS: Readonly<Record<string, () => Tornado>> = {
  "three inputs": () =>
    tornadoOf({ "program.response.borrowed": [900, -700], "economics.grossMargin": [-400, 500], x: [0, 0] }),
  "one input": () => tornadoOf({ "program.response.borrowed": [900, -700] }),
  "no input": () => tornadoOf({}),
  "nothing moves": () => tornadoOf({ a: [0, 0], b: [0, 0] }, { spread: 0, central: 0 }),
  "one way": () => tornadoOf({ a: [300, 500], b: [-300, -100], c: [0, 500], d: [-20, 0] }),
  "undefined ends": () => tornadoOf({ a: [null, 500], b: [null, null] }),
  "undefined centre": () => tornadoOf({ a: [null, null] }, { central: null }),
  shares: () => tornadoOf({ a: [-0.1, 0.2] }, { spread: 0.01, central: 0.3, key: "roi" }),
  "hostile names": () => tornadoOf({ [`program.rewards[${HOSTILE}].points`]: [-500, 400], [ESCAPES]: [1, 2] }),
  "a hundred and twenty inputs": () => tornadoOf(many),
};

const DRAWN: readonly [string, () => ChartSpec][] = [
  ...Object.entries(SWEEPS).flatMap(([name, make]): [string, () => ChartSpec][] => [
    [`sweep, ${name}`, () => charts.sweep(make())],
    [`break even, ${name}`, () => charts.breakEven(make())],
  ]),
  ...Object.entries(TORNADOS).map(([name, make]): [string, () => ChartSpec] => [
    `tornado, ${name}`,
    () => charts.tornado(make()),
  ]),
];

test.each(DRAWN)("%s: drawn without complaint, plain data", async (_, make) => {
  const spec = make();
  expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  const { svg, said } = await draw(spec);
  expect(said).toEqual([]);
  expect(svg).toContain("<text");
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  expect(["\u001b", "\u202e"].filter((character) => svg.includes(character))).toEqual([]);
});

const svgOf = async (spec: ChartSpec): Promise<string> => (await draw(spec)).svg;
const count = (svg: string, text: string): number => svg.split(text).length - 1;

describe("tornado", () => {
  const title = (inputs: Parameters<typeof tornadoOf>[0], options = {}): string =>
    charts.tornado(tornadoOf(inputs, options)).description;

  test("every input is named, with the values at its ends, one that does nothing too", async () => {
    const svg = await svgOf(charts.tornado(TORNADOS["three inputs"]()));
    for (const words of ["Borrowed", "Gross margin", "no effect (0.1 to 0.5)"]) expect(svg).toContain(words);
    expect([count(svg, ">0.1<"), count(svg, ">0.5<")]).toEqual([2, 2]);
    const all = await svgOf(charts.tornado(tornadoOf(many)));
    expect(count(all, ">Reward number")).toBe(120);
  });

  test("bars that point the same way both show, their values stand side by side", async () => {
    const svg = await svgOf(charts.tornado(tornadoOf({ a: [300, 500] })));
    expect(svg).toContain(">0.1, 0.5<");
  });

  test("the title claims no more than the intervals", () => {
    expect(title({ a: [-900, 700] })).toContain(
      "Net value moves most with “A”: $4,100 at\u00a00.1, $5,700 at\u00a00.5",
    );
    expect(title({ a: [-50, 70] })).toContain("Whether any input by itself moves net value cannot be told");
    expect(title({ a: [0, 0] })).toContain("No ranged input moves net value by itself");
    expect(title({})).toContain("No input of the scenario is a range");
    expect(title({ a: [null, null] }, { central: null })).toContain("has no value with every input at its median");
  });
});

describe("sweep", () => {
  test("best in which share of outcomes, and where it is written", async () => {
    const spec = charts.sweep(SWEEPS["one lever"]());
    expect(spec.description).toContain(
      "Outcomes do not agree on the best of 3 designs: earn.pointsPerUnit = 3 is best in 33 %",
    );
    const svg = await svgOf(spec);
    expect(svg).toContain("best in 33 %");
    expect(svg).toContain("as written");
  });

  test("titles of sure, edgy, lone and equal designs", () => {
    const one = SWEEPS["one lever"]();
    const sure = { ...one, best: { design: 1, share: 1, isFlattered: false, atEdgeOf: [] } };
    expect(charts.sweep(sure).description).toContain(
      "Net value is highest with earn.pointsPerUnit = 2: $0.00, best in 100 % of outcomes.",
    );
    const edgy = { ...sure, best: { ...sure.best, atEdgeOf: [EARN] } };
    expect(charts.sweep(edgy).description).toContain("; it is the edge of what was tried");
    expect(charts.sweep(SWEEPS["one value"]()).description).toContain("Net value with earn.pointsPerUnit = 2: $5,000");
    expect(charts.sweep(SWEEPS["all equal"]()).description).toContain("All 3 designs have the same net value, $7,000");
    expect(charts.sweep(SWEEPS["no design"]()).description).toContain("No design was tried.");
  });

  test("a panel a measure; cells carry their value where it fits", async () => {
    const panels = await svgOf(charts.sweep(SWEEPS["four measures"]()));
    for (const label of ["Net value", "Incremental margin", "Program cost", "ROI"]) expect(panels).toContain(label);
    expect(await svgOf(charts.sweep(SWEEPS["two levers"]()))).toContain("−$1,800");
    expect(await svgOf(charts.sweep(SWEEPS["four hundred cells"]()))).not.toContain(">−$90");
  });
});

describe("break even", () => {
  const described = (
    netValue: (at: number) => number,
    spread = 1000,
    values: readonly (number | string)[] = [1, 2, 3],
  ): string => charts.breakEven(sweepOf({ [EARN]: values }, netValue, { spread })).description;

  test("one lever: where net value crosses 0, with the stretch its interval holds 0", () => {
    expect(described((at) => 6000 - at * 4000)).toContain("Net value crosses 0 at about 2.5 (2.25 to 2.75)");
    expect(described((at) => 6000 - at * 4000, 4500)).toContain("at about 2.5 (or above, from 1.38)");
    expect(described((at) => 6000 - at * 4000, 9000)).toContain("at about 2.5 (cannot be told from any value tried)");
    expect(described((at) => (at === 1 ? -4000 : 4000))).toContain("crosses 0 2 times, at about 1.5 (1.38 to 1.63)");
    expect(described((at) => 2000 - at * 4000, 1000, [3, "never"])).toContain("between 3 and never");
  });

  test("one lever: no crossing, in words that claim no more than the intervals", () => {
    expect(described(() => 5000)).toContain("Net value is above 0 at every value of earn.pointsPerUnit tried");
    expect(described(() => -5000)).toContain("Net value is below 0 at every value");
    expect(described((at) => -500 - at * 4000)).toContain(
      "do not cross 0 along earn.pointsPerUnit; of 1 of 3 values it cannot be told",
    );
    expect(described(() => -5000, 1, [2])).toContain(
      "Net value is below 0 at the one value tried, earn.pointsPerUnit = 2",
    );
  });

  test("two levers: a line between signs, cells that cannot be told marked", async () => {
    const sweep = sweepOf({ [EARN]: [1, 2], [EXPIRY]: [3, 6] }, (a, b) => (a + b - 0.5) * 1500);
    const spec = charts.breakEven(sweep);
    expect(spec.description).toContain("1 of 4 designs surely pays; of 3 it cannot be told");
    const svg = await svgOf(spec);
    // One cell of four is below 0: the line takes two sides of it. Two corners of each cell that cannot be told.
    expect(count(svg, 'stroke="#000000"')).toBe(2);
    expect(count(svg, 'stroke="#777777"')).toBe(6);
  });

  test("two levers: titles count what pays", () => {
    const title = (values: readonly number[], spread = 1): string =>
      charts.breakEven(sweepOf({ [EARN]: [1, 2], [EXPIRY]: [3, 6] }, (a, b) => values[a * 2 + b], { spread }))
        .description;
    expect(title([9, 9, 9, 9])).toContain("4 of 4 designs surely pay, none loses");
    expect(title([-9, -9, -9, -9])).toContain("No design surely pays, 4 of 4 designs surely do not.");
    expect(title([9, 9, -9, 0])).toContain("2 of 4 designs surely pay, 1 surely does not; of 1 it cannot be told");
    expect(title([9, 9, -9, 0], 100)).toContain("Whether any of 4 designs pays cannot be told");
  });
});
