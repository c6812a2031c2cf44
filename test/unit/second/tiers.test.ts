import { describe, expect, it } from "vitest";
import { settingOf } from "../../second/setting.ts";
import { type TierFacts, tierQualifiedFor } from "../../second/tiers.ts";
import { completeScenario, type PartialProgram, type PartialScenario } from "../../support/completeScenario.ts";

// 100 points at 2 a dollar for a reward of $10: a dollar earns 0.20.
function tiersOf(
  tiers: NonNullable<PartialProgram["tiers"]> | null,
  customerBase: NonNullable<PartialScenario["customerBase"]> = {},
): readonly TierFacts[] {
  const program: PartialProgram = { earn: { pointsPerUnit: 2 }, rewards: [{ points: 100, faceValue: 10 }], tiers };
  return settingOf(completeScenario({ customerBase, program: { ...program, response: { halfWorth: 0.1 } } })).tiers;
}

describe("what a tier is worth", () => {
  it("is the discount, the points and the perks above the entry tier, for each unit of the spend it takes", () => {
    // 0.05 off; 0.5 × 0.20 more in points; 12 × $5 for $600: 0.05 + 0.1 + 0.1 = 0.25, worth 0.25 / 0.35.
    const levels = [
      { earnMultiplier: 1, discount: 0.05, perkValuePerMonth: 1 },
      { from: 600, earnMultiplier: 1.5, discount: 0.1, perkValuePerMonth: 6 },
    ];
    expect(tiersOf({ basis: "spend", levels })[1].worth).toBeCloseTo(0.25 / 0.35, 12);
    // 1200 points take $600.
    const inPoints = levels.map((level) => ({ ...level, from: level.from === 600 ? 1200 : 0 }));
    expect(tiersOf({ basis: "points", levels: inPoints })[1].worth).toBeCloseTo(0.25 / 0.35, 12);
    expect(tiersOf({ basis: "spend", levels })[1]).toMatchObject({ from: 60_000, discount: 0.1, perkCostMinor: 0 });
  });

  it("is nothing for the entry tier, and for a tier that gives no more", () => {
    const levels = [{ discount: 0.1 }, { from: 100, discount: 0.1 }, { from: 200, discount: 0.05 }];
    expect(tiersOf({ levels }).map(({ worth }) => worth)).toEqual([0, 0, 0]);
  });

  it("brings no status when everybody has it, all when nobody does", () => {
    const steady: PartialScenario["customerBase"] = {
      timeUnit: "year",
      purchaseRate: { shape: 1000, rate: 100 },
      spend: { kind: "lognormal", mean: 20, cvBetween: 0, cvWithin: 1 },
    };
    // About $200 a year, within 10 %.
    const levels = [{}, { from: 100, discount: 0.1 }, { from: 200, discount: 0.1 }, { from: 400, discount: 0.1 }];
    const [, everybody, half, nobody] = tiersOf({ levels }, steady);
    expect(everybody).toMatchObject({ worth: 0.5, statusWorth: 0 });
    expect(nobody).toMatchObject({ worth: 0.5, statusWorth: 0.5 });
    expect(half.statusWorth).toBeCloseTo(0.25, 1);
  });
});

describe("the tier that qualifies", () => {
  it("is the highest whose threshold is reached", () => {
    const tiers = tiersOf({ levels: [{}, { from: 100 }, { from: 300 }] });
    expect([0, 9999, 10_000, 29_999, 30_000, 1e9].map((counted) => tierQualifiedFor(tiers, counted))).toEqual([
      0, 0, 1, 1, 2, 2,
    ]);
  });

  it("is the entry tier of a program without tiers", () => {
    expect(tierQualifiedFor(tiersOf(null), 1e9)).toBe(0);
  });
});
