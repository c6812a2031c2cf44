import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { correlationFactor } from "#tenure/math/correlationFactor.js";
import { normalScore } from "#tenure/math/normal.js";
import { drawnUniform, recipesOf } from "#tenure/plan/correlated.js";
import { drawScenario } from "#tenure/plan/drawScenario.js";
import { inputUniform } from "#tenure/plan/inputs.js";
import { rangeQuantile } from "#tenure/plan/rangeQuantile.js";
import { seedWords } from "#tenure/random/seed.js";
import type { Correlation } from "#tenure/scenario/correlation.js";
import { override } from "#tenure/scenario/override.js";
import { rangesOf } from "#tenure/scenario/ranges.js";
import type { Scenario } from "#tenure/scenario/scenario.js";
import { groupByCounterfactual } from "#tenure/study/group.js";
import { correlationIssues } from "#tenure/study/refuseCorrelations.js";
import { good, thrown } from "../scenario/memory.ts";
import { LINKED, STARS } from "../scenario/samples.ts";

const SEED = seedWords(7);
const [A, SHAPE, RATE] = [
  "customerBase.attrition.a",
  "customerBase.purchaseRate.shape",
  "customerBase.purchaseRate.rate",
];
const [GROWTH, MARGIN] = ["customerBase.growth.purchaseRate", "economics.grossMargin"];

const { scenario: linked } = await good(LINKED);
const uniformsOf = (scenario: Scenario, path: string, draws: number): number[] => {
  const recipes = recipesOf(scenario);
  return Array.from({ length: draws }, (_, draw) => drawnUniform(recipes, SEED, path, draw));
};
const withGroups = (correlations: readonly Correlation[]): Scenario => override(linked, { correlations });

describe("correlated inputs", () => {
  const draws = 40_000;
  const scores = new Map(
    [A, SHAPE, RATE, GROWTH, MARGIN].map((path) => [path, uniformsOf(linked, path, draws).map(normalScore)]),
  );
  const of = (path: string): number[] => scores.get(path) ?? [];
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

  it("correlate as stated, and with nothing else", () => {
    // Fisher's z of a sample correlation has standard deviation 1/√(n − 3); at 5 of them ten checks raise a false alarm once in 170,000.
    const bound = 5 / Math.sqrt(draws - 3);
    const stated: readonly (readonly [string, string, number])[] = [
      [SHAPE, RATE, 0.8],
      [SHAPE, A, -0.2],
      [RATE, A, 0.1],
      [GROWTH, MARGIN, 0.5],
      ...[A, SHAPE, RATE].flatMap((one) => [GROWTH, MARGIN].map((other) => [one, other, 0] as const)),
    ];
    for (const [one, other, correlation] of stated) {
      const [x, y] = [of(one), of(other)];
      const found = mean(x.map((value, at) => value * (y[at] ?? 0)));
      const scale = Math.sqrt(mean(x.map((value) => value ** 2)) * mean(y.map((value) => value ** 2)));
      expect(Math.abs(Math.atanh(found / scale) - Math.atanh(correlation)), `${one}, ${other}`).toBeLessThan(bound);
    }
  });

  it("keep the distribution their range says", () => {
    // Kolmogorov: P(√n · D > 2.7) < 2 · exp(−2 · 2.7²), one in a million.
    for (const path of [A, SHAPE, RATE, GROWTH, MARGIN]) {
      const sorted = uniformsOf(linked, path, draws).sort((a, b) => a - b);
      const distance = Math.max(...sorted.slice(0, 40_000).map((value, at) => Math.abs(value - (at + 0.5) / draws)));
      expect(distance * Math.sqrt(draws), path).toBeLessThan(2.7);
    }
    const drawn = drawScenario(linked, SEED, 3, null);
    const recipes = recipesOf(linked);
    for (const { path, range } of rangesOf(linked)) {
      const value = path.split(".").reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], drawn);
      expect(value, path).toBe(rangeQuantile(range, drawnUniform(recipes, SEED, path, 3)));
    }
    expect(drawn.correlations).toEqual([]);
  });

  it("leave the first of a group and all others as they are, bit for bit", () => {
    const alone = withGroups([]);
    for (const path of [A, GROWTH]) expect(uniformsOf(linked, path, 50)).toEqual(uniformsOf(alone, path, 50));
    for (const path of [SHAPE, RATE, MARGIN])
      expect(uniformsOf(linked, path, 1)).not.toEqual(uniformsOf(alone, path, 1));
    const pair = withGroups([{ inputs: [GROWTH, MARGIN], correlation: 0.5 }]);
    for (const path of [A, SHAPE, RATE]) expect(uniformsOf(pair, path, 50)).toEqual(uniformsOf(alone, path, 50));
    expect(uniformsOf(pair, MARGIN, 50)).toEqual(uniformsOf(linked, MARGIN, 50));
    expect(uniformsOf(alone, MARGIN, 2)).toEqual([0, 1].map((draw) => inputUniform(SEED, MARGIN, draw)));
    const none = withGroups([{ inputs: [A, SHAPE, RATE, GROWTH, MARGIN], correlation: 0 }]);
    expect(recipesOf(none).size).toBe(0);
  });

  it("do not hang on the order of groups, nor of inputs in a group", () => {
    const matrix = [
      [1, -0.2, 0.1],
      [-0.2, 1, 0.8],
      [0.1, 0.8, 1],
    ];
    const turned = withGroups([
      { inputs: [MARGIN, GROWTH], correlation: 0.5 },
      { inputs: [A, SHAPE, RATE], correlation: matrix },
    ]);
    expect(recipesOf(turned)).toEqual(recipesOf(linked));
    expect(drawScenario(turned, SEED, 5, null).customerBase).toEqual(drawScenario(linked, SEED, 5, null).customerBase);
  });

  it("nearly move as one where the correlation is nearly 1, in either direction", () => {
    for (const correlation of [0.99999, -0.99999]) {
      const near = withGroups([{ inputs: [GROWTH, MARGIN], correlation }]);
      const [one, other] = [GROWTH, MARGIN].map((path) => uniformsOf(near, path, 200).map(normalScore));
      const turn = Math.sign(correlation);
      // What is left has standard deviation √(1 − 0.99999²) = 0.0045: six of them are passed once in two million draws of 400.
      for (const [draw, score] of one.entries()) expect(Math.abs(score - turn * other[draw])).toBeLessThan(0.027);
    }
  });
});

test("a Cholesky factor gives its matrix back, and there is none of what is not positive definite", () => {
  const factors = fc.array(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(factors, (rows) => {
      const long = rows.map((row, at) => [...row, ...rows.map((_, other) => (other === at ? 0.3 : 0))]);
      const unit = long.map((row) => row.map((entry) => entry / Math.hypot(...row)));
      const matrix = unit.map((row) => unit.map((other) => row.reduce((sum, entry, at) => sum + entry * other[at], 0)));
      const factor = correlationFactor(matrix);
      if (factor === null) throw new Error("expected a factor");
      factor.forEach((row, i) => {
        for (let j = 0; j <= i; j++) {
          const entry = row.slice(0, j + 1).reduce((sum, weight, at) => sum + weight * factor[j][at], 0);
          expect(entry).toBeCloseTo(matrix[i][j], 12);
        }
      });
    }),
    { numRuns: 200, seed: 1 },
  );
  expect(
    correlationFactor([
      [1, 2],
      [2, 1],
    ]),
  ).toBeNull();
  expect(
    correlationFactor([
      [1, NaN],
      [NaN, 1],
    ]),
  ).toBeNull();
  expect(
    correlationFactor([
      [1, 0.9, -0.9],
      [0.9, 1, 0.9],
      [-0.9, 0.9, 1],
    ]),
  ).toBeNull();
});

describe("designs compared with one world 0", async () => {
  const { scenario: stars } = await good(STARS);
  const gradient = "program.response.goalGradient";
  const base = override(stars, { program: { response: { goalGradient: "0.1 to 0.3", balanceAtStake: "0.1 to 0.2" } } });
  const inputs = [gradient, "economics.grossMargin"];
  const tied = override(base, { name: "Tied", correlations: [{ inputs, correlation: 0.5 }] });
  const candidates = (...scenarios: Scenario[]) => scenarios.map((scenario, at) => ({ scenario, file: `${at}.yaml` }));

  it("share it whatever they correlate inside their programs, which draws alike without them", () => {
    const groups = groupByCounterfactual(candidates(base, tied));
    expect(groups).toHaveLength(1);
    expect(groups[0]?.counterfactual.scenario.correlations).toEqual([]);
    const margins = [base, tied, override(tied, { program: null })].map(
      (scenario) => drawScenario(scenario, SEED, 1, null).economics.grossMargin,
    );
    expect(new Set(margins).size).toBe(1);
  });

  it("do not share it with other correlations of the customers", () => {
    const two = { customerBase: { growth: { prices: "0.01 to 0.03" } } } as const;
    const own = override(override(tied, two), {
      correlations: [{ inputs: ["customerBase.growth.prices", "economics.grossMargin"], correlation: 0.5 }],
    });
    expect(groupByCounterfactual(candidates(override(base, two), own))).toHaveLength(2);
  });

  it("are refused when they draw a shared input differently", () => {
    const other = override(tied, { name: "Other", correlations: [{ inputs, correlation: 0.6 }] });
    const issues = correlationIssues(groupByCounterfactual(candidates(tied, other, base)));
    expect(issues.map(({ file, path }) => [file, path])).toEqual([
      ["1.yaml", gradient],
      ["2.yaml", gradient],
    ]);
    const more = override(tied, {
      name: "More",
      correlations: [{ inputs: [...inputs, "program.rewards[1].unitCost"], correlation: 0.5 }],
    });
    expect(correlationIssues(groupByCounterfactual(candidates(tied, more))).map(({ path }) => path)).toEqual([
      "program.rewards[1].unitCost",
    ]);
    expect(correlationIssues(groupByCounterfactual(candidates(tied, tied)))).toEqual([]);
    expect(correlationIssues(groupByCounterfactual(candidates(tied)))).toEqual([]);
    expect(thrown(() => override(tied, { program: { response: { goalGradient: 0.2 } } }))).toHaveLength(1);
  });
});
