import { expect, test } from "vitest";
import { normalCdf } from "#tenure/math/normal.js";
import { cellShares, type Mixture, rankQuantile } from "#tenure/plan/ranks.js";
import { compileTypes, listedTypes } from "#tenure/plan/types.js";
import type { LoyaltyTypesOf } from "#tenure/scenario/scenario.js";
import { completeScenario } from "../../support/completeScenario.ts";

type Stated = NonNullable<Parameters<typeof completeScenario>[0]["customerBase"]>["loyaltyTypes"];

function typesOf(stated: Stated): LoyaltyTypesOf<number> {
  const types = completeScenario({ customerBase: { loyaltyTypes: stated ?? null } }).customerBase.loyaltyTypes;
  if (types === null) throw new Error("expected types");
  return types;
}

const MIXTURE: Mixture = { shares: [0.2, 0.5, 0.3], places: [Math.log(2), 0, Math.log(0.5)], noise: 0.7 };

test("only types of weight are listed, in the order of every book, with shares that reach 1", () => {
  const types = typesOf({ mix: { none: 3, monopoly: 1, trust: 4 } });
  expect(listedTypes(types)).toEqual(["monopoly", "trust", "none"]);
  expect(compileTypes(types).map(({ shareUpTo }) => shareUpTo)).toEqual([0.125, 0.625, 1]);
  expect(listedTypes(null)).toEqual([]);
});

test("sensitivities average 1 over customers; where nobody has any they are 0, where all have the same they are 1 exactly", () => {
  const types = typesOf({
    mix: { monopoly: 1, trust: 3 },
    traits: {
      monopoly: { programSensitivity: 4, priceSensitivity: 0, switchingCost: 0.3 },
      trust: { programSensitivity: 1, priceSensitivity: 0, switchingCost: 0.3 },
    },
  });
  const compiled = compileTypes(types);
  expect(compiled.map(({ programSensitivity }) => programSensitivity)).toEqual([4 / 1.75, 1 / 1.75]);
  expect(compiled.map(({ priceSensitivity }) => priceSensitivity)).toEqual([0, 0]);
  expect(compiled.map(({ switchingCost }) => switchingCost)).toEqual([1, 1]);
});

test("a trait in which types do not differ asks for no rank; types alike in it share a table", () => {
  const types = typesOf({
    mix: { monopoly: 1, value: 1, trust: 1 },
    traits: { monopoly: { spend: 2 }, value: { purchaseRate: 0.5 }, trust: { spend: 2 } },
  });
  const [monopoly, value, trust] = compileTypes(types);
  expect([monopoly.leavingRank, value.leavingRank, trust.leavingRank]).toEqual([null, null, null]);
  expect(monopoly.spendRank).not.toBeNull();
  expect(trust.spendRank).toBe(monopoly.spendRank);
  expect(value.spendRank).not.toBe(monopoly.spendRank);
  expect(trust.rateRank).toBe(monopoly.rateRank);
});

test("a rank is the mixture's distribution function at the customer's own trait", () => {
  const { shares, places, noise } = MIXTURE;
  // The median customer of the highest kind stands above the halves of the others that chance says.
  const expected = shares.reduce((sum, share, kind) => sum + share * normalCdf((places[0] - places[kind]) / noise), 0);
  expect(rankQuantile(MIXTURE, 0)(0.5, false)).toBeCloseTo(expected, 14);
  expect(rankQuantile(MIXTURE, 0)(0.5, true)).toBeCloseTo(expected, 14);
});

test("kinds told apart only by name are ranked like one", () => {
  const split: Mixture = { shares: [0.2, 0.1, 0.4, 0.3], places: [Math.log(2), 0, 0, Math.log(0.5)], noise: 0.7 };
  for (const tail of [1e-9, 0.01, 0.3, 0.5]) {
    expect(rankQuantile(split, 2)(tail, false)).toBeCloseTo(rankQuantile(MIXTURE, 1)(tail, false), 14);
  }
});

test("all kinds together fill every cell of the ranks alike; one kind fills it as its ranks do", () => {
  const cells = 32;
  const byKind = cellShares(MIXTURE, cells);
  for (let cell = 0; cell < cells; cell++) {
    const together = MIXTURE.shares.reduce((sum, share, kind) => sum + share * byKind[kind][cell], 0);
    expect(together).toBeCloseTo(1 / cells, 13);
  }
  // Ranks of the first kind at equal steps of its own place, counted by cell.
  const steps = 20_000;
  const counts = new Float64Array(cells);
  const rank = rankQuantile(MIXTURE, 0);
  for (let at = 0; at < steps; at++) {
    const u = (at + 0.5) / steps;
    counts[Math.floor((u <= 0.5 ? rank(u, false) : rank(1 - u, true)) * cells)] += 1 / steps;
  }
  // Steps on a cell's edges may fall on either side.
  byKind[0].forEach((share, cell) => {
    expect(Math.abs(share - counts[cell])).toBeLessThanOrEqual(2 / steps);
  });
});
