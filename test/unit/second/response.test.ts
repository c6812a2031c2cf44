import { describe, expect, it } from "vitest";
import type { ResponseOf } from "#tenure/scenario/scenario.js";
import { rewardsOf, worthOf } from "../../second/program.ts";
import { progressOf } from "../../second/response.ts";
import { completeScenario, type PartialProgram } from "../../support/completeScenario.ts";
import { type Stated, stated } from "../../support/stated.ts";

const MONTH = 365.25 / 12;

/** Multipliers of the purchases of a member who joined with 50 of 100 points, by time. */
function multipliers(
  response: Partial<ResponseOf<number>>,
  occasions: Stated["occasions"],
  program: PartialProgram = {},
): number[] {
  const scenario = completeScenario({ horizon: { start: "2024-01", months: 6 }, program: { ...program, response } });
  const { world } = stated(scenario, { firstBasket: 5000, occasions });
  return world.flatMap((event) => (event.kind === "purchase" ? [event.multiplier] : []));
}

const nothingBoughtAt = (time: number) => ({ time, height: 0.5, basket: 0 });

describe("goal gradient", () => {
  it("grows with the share of the way, and halves with membership", () => {
    expect(multipliers({ goalGradient: 0.4 }, [nothingBoughtAt(MONTH)])).toEqual([1, 1.2]);
    const fading = multipliers({ goalGradient: 0.4, goalGradientHalfLifeMonths: 1 }, [
      nothingBoughtAt(MONTH),
      nothingBoughtAt(3 * MONTH),
    ]);
    expect(fading).toEqual([1, expect.closeTo(1.1, 12), expect.closeTo(1.025, 12)]);
  });

  it("counts sign-up points as a head start, and ends at the goal", () => {
    const program = { earn: { signUpPoints: 25 }, redemption: { probability: 0 } };
    const occasions = [{ time: 1, height: 0, basket: 2500 }, nothingBoughtAt(2)];
    expect(multipliers({ goalGradient: 4 }, occasions, program)).toEqual([1, 4, 1]);
  });

  it("is clipped at 16", () => {
    expect(multipliers({ goalGradient: 100 }, [{ time: 1, height: 15.99, basket: 0 }])).toEqual([1, 16]);
  });

  it("counts from the balance after redeeming, and from less when points expired", () => {
    expect(progressOf(60, 20, 100)).toBe(0.5);
    expect(progressOf(100, 20, 100)).toBe(0);
    expect(progressOf(20, 20, 100)).toBe(0);
    // 20 points are left after redeeming at 0; they expire at the end of February, and 15 of 30 are earned in March.
    const program = { expiry: { kind: "rolling", months: 1 } as const, rewards: [{ points: 30 }] };
    const occasions = [nothingBoughtAt(1), { time: 61, height: 0, basket: 1500 }, nothingBoughtAt(62)];
    expect(multipliers({ goalGradient: 1 }, occasions, program)).toEqual([1, 1, 1, 1.5]);
  });
});

describe("rewarded behaviour", () => {
  it("halves from the last redemption on", () => {
    const occasions = [nothingBoughtAt(10), { time: 20, height: 0, basket: 5000 }, nothingBoughtAt(50)];
    const seen = multipliers({ rewardedBehaviour: 0.8, rewardedBehaviourHalfLifeDays: 10 }, occasions, {
      rewards: [{ points: 50 }],
    });
    const expected = [1, 1.4, 1.2, 1.1].map((value) => expect.closeTo(value, 12));
    expect(seen).toEqual(expected);
  });
});

describe("worth", () => {
  // 100 points at 1 a dollar for a reward of $10: value 0.1, worth 0.1 / 0.15. Baskets of $20 every 10 days: 50 days.
  const shopper = { ratePerDay: 0.1, meanBasket: 2000 };
  const worth = (program: PartialProgram, given = 0): number => {
    const scenario = completeScenario({
      program: { rewards: [{ points: 100, faceValue: 10 }], ...program },
    });
    if (scenario.program === null) throw new Error("the program is missing");
    return worthOf(scenario, scenario.program, rewardsOf(scenario.program)[0], shopper, given);
  };

  it("is value over value and half worth", () => {
    expect(worth({ response: { halfWorth: 0.05 } })).toBeCloseTo(2 / 3, 12);
    expect(worth({ response: { halfWorth: 0.1 } })).toBeCloseTo(0.5, 12);
    expect(worth({ earn: { pointsPerUnit: 2 } })).toBeCloseTo(0.2 / 0.25, 12);
  });

  it("counts points given as spend that is not needed", () => {
    expect(worth({}, 50)).toBeCloseTo(0.2 / 0.25, 12);
    expect(worth({ response: { planningMonths: 1.6 } }, 10)).toBeGreaterThan(0);
    expect(worth({ earn: { pointsPerUnit: 0 } }, 100)).toBe(1);
  });

  it("is nothing for a reward out of reach, of no value, or that no spend earns", () => {
    expect(worth({ response: { planningMonths: 1.7 } })).toBeGreaterThan(0);
    expect(worth({ response: { planningMonths: 1.6 } })).toBe(0);
    expect(worth({ expiry: { kind: "rolling", months: 2 } })).toBeGreaterThan(0);
    expect(worth({ expiry: { kind: "rolling", months: 1 } })).toBe(0);
    expect(worth({ rewards: [{ points: 100, faceValue: 0 }] })).toBe(0);
    expect(worth({ earn: { pointsPerUnit: 0 } })).toBe(0);
  });
});
