import { expect, test } from "vitest";
import { InputError, type Issue } from "#tenure/basics/issues.js";
import { planMessages } from "#tenure/basics/planMessages.js";
import { drawScenario } from "#tenure/plan/drawScenario.js";
import { seedWords } from "#tenure/random/seed.js";
import { override } from "#tenure/scenario/override.js";
import type { Scenario } from "#tenure/scenario/scenario.js";
import { compare } from "#tenure/study/compare.js";
import { tornado } from "#tenure/study/tornado.js";
import { verify } from "#tenure/study/verify.js";
import { completeScenario } from "../../support/completeScenario.ts";

const plain: Scenario = override(completeScenario({ program: {}, customerBase: { size: 50 } }), {});

async function issuesOf(work: () => unknown): Promise<readonly Issue[]> {
  try {
    await work();
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  return [];
}

const draw = (scenario: Scenario) => () => drawScenario(scenario, seedWords(1), 0, "a.yaml");

/** How to provoke every message, and the path it must name. */
const PROVOKED: Record<keyof typeof planMessages, [work: () => unknown, path: string]> = {
  drawOutside: [draw(override(plain, { economics: { grossMargin: "normal(0.99, 30)" } })), "economics.grossMargin"],
  quantileOutside: [
    () => tornado({ scenario: override(plain, { economics: { grossMargin: "normal(0.5, 0.4)" } }), file: "a.yaml" }),
    "economics.grossMargin",
  ],
  correlatedOtherwise: [
    () => {
      const ranged = {
        economics: { grossMargin: "0.2 to 0.4" },
        program: { response: { goalGradient: "0.1 to 0.3" } },
      };
      const one = override(plain, { ...ranged, name: "One" });
      const inputs = ["economics.grossMargin", "program.response.goalGradient"];
      const other = override(one, { name: "Other", correlations: [{ inputs, correlation: 0.5 }] });
      const candidates = [
        { scenario: one, file: "b.yaml" },
        { scenario: other, file: "a.yaml" },
      ];
      return compare(candidates, { replicates: 4 });
    },
    "program.response.goalGradient",
  ],
  purchasesOverHorizon: [
    draw(override(plain, { customerBase: { timeUnit: "day", purchaseRate: { shape: 20, rate: 1 } } })),
    "customerBase.purchaseRate",
  ],
  historyOverHorizon: [
    draw(
      override(plain, {
        customerBase: {
          timeUnit: "day",
          purchaseRate: { rate: 1 },
          history: [{ purchases: 10_000, lastPurchase: 1, observed: 1, customers: 50 }],
        },
      }),
    ),
    "customerBase.history",
  ],
  tooManyLives: [
    () => {
      const crowded = override(plain, { customerBase: { acquisition: { perMonth: 1_000_000 } } });
      return compare([{ scenario: crowded, file: "a.yaml" }], { replicates: 4 });
    },
    "customerBase.acquisition.perMonth",
  ],
  spendOverHorizon: [
    draw(override(plain, { customerBase: { size: 100_000_000, spend: { p: 5, q: 1.5, v: 10_000_000 } } })),
    "customerBase.spend",
  ],
  baseAboveCap: [
    draw(override(plain, { customerBase: { growth: { purchaseRate: 1 } }, horizon: { months: 60 } })),
    "customerBase.growth.purchaseRate",
  ],
  pointsTooFine: [
    draw(override(plain, { currency: { decimals: 4 }, program: { earn: { pointsPerUnit: 33.333333 } } })),
    "program.earn.pointsPerUnit",
  ],
  costTooSmall: [draw(override(plain, { economics: { costPerPurchase: 0.004 } })), "economics.costPerPurchase"],
  multipliersClipped: [
    () => {
      const response = { goalGradient: 15, rewardedBehaviour: 15, halfWorth: 0.000001, planningMonths: 240 };
      const rewards = [{ name: "Near", points: 20, faceValue: 100, unitCost: 1 }];
      const lively = { customerBase: { purchaseRate: { shape: 2, rate: 2 } }, program: { rewards, response } };
      return compare([{ scenario: override(plain, lively), file: "a.yaml" }], { replicates: 4 });
    },
    "program.response",
  ],
};

test.each(Object.entries(PROVOKED))("%s is provoked, names its place and brings a cure", async (_key, [work, path]) => {
  const issues = await issuesOf(work);
  expect(issues.map((issue) => issue.path)).toEqual([path]);
  expect(issues[0].file).toBe("a.yaml");
  for (const words of [issues[0].expected, issues[0].got, issues[0].cure]) expect(words.length).toBeGreaterThan(1);
});

test("every message about plans is provoked here", () => {
  expect(Object.keys(PROVOKED).sort()).toEqual(Object.keys(planMessages).sort());
});

test("costs that would vanish in rounding are named wherever they stand", async () => {
  const cheap = override(plain, {
    currency: { decimals: 0 },
    program: {
      rewards: [{ name: "Cheap", points: 10, faceValue: 3, unitCost: 0.45 }],
      tiers: {
        basis: "spend",
        levels: [
          { name: "All", from: 0, perkCostPerMonth: 1 },
          { name: "Some", from: 10, perkCostPerMonth: "0.5 to 0.6" },
          { name: "Few", from: 20, perkCostPerMonth: "0.1 to 0.2" },
        ],
      },
    },
  });
  expect((await issuesOf(draw(cheap))).map(({ path }) => path)).toEqual([
    "program.rewards[0].unitCost",
    "program.tiers.levels[2].perkCostPerMonth",
  ]);
});

test("a crowd is refused before anybody is traced", async () => {
  const crowded = override(plain, { customerBase: { acquisition: { perMonth: 1_000_000 } } });
  const issues = await issuesOf(() => verify({ scenario: crowded, file: "a.yaml" }));
  expect(issues.map(({ path }) => path)).toEqual(["customerBase.acquisition.perMonth"]);
});

test("several limits are named at once", async () => {
  const bad = override(plain, {
    currency: { decimals: 4 },
    customerBase: { timeUnit: "day", purchaseRate: { shape: 20, rate: 1 } },
    program: { earn: { pointsPerUnit: 33.333333 } },
  });
  expect(await issuesOf(draw(bad))).toHaveLength(2);
});
