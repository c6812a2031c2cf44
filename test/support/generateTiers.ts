import fc from "fast-check";
import type { TiersOf } from "#tenure/scenario/scenario.js";
import { arbitraryMoney, decimal } from "./generateNumbers.ts";
import type { Ground } from "./generateProgram.ts";

/** Thresholds as multiples of a usual year: reached at once, now and then, never. */
const OF_A_YEAR = [1e-9, 0.02, 0.1, 0.3, 0.7, 1, 1.5, 5, 1e4] as const;

/** Tiers of one to four levels, around what customers usually spend, or earn by it. */
export function arbitraryTiers(ground: Ground, pointsPerUnit: number): fc.Arbitrary<TiersOf<number>> {
  const { decimals, typicalYearMinor } = ground;
  const level = fc.record({
    earnMultiplier: fc.constantFrom(1, 1, 0, 0.3333, 1.25, 1.5, 2, 10),
    discount: fc.constantFrom(0, 0, 0.05, 0.1, 0.123456, 0.9),
    perkCostPerMonth: arbitraryMoney(decimals, 500),
    perkValuePerMonth: arbitraryMoney(decimals, 900),
  });
  return fc
    .record({
      basis: fc.constantFrom<"spend" | "points">("spend", pointsPerUnit > 0 ? "points" : "spend"),
      upgrade: fc.constantFrom<"atOnce" | "atReview">("atOnce", "atReview"),
      levels: fc
        .constantFrom(1, 2, 3, 3, 4)
        .chain((length) => fc.array(level, { minLength: length, maxLength: length })),
      thresholds: fc.subarray([...OF_A_YEAR], { minLength: 3, maxLength: 3 }),
    })
    .map(({ basis, upgrade, levels, thresholds }) => {
      const usual = basis === "spend" ? typicalYearMinor : (typicalYearMinor / 10 ** decimals) * pointsPerUnit;
      let before = 0;
      return {
        basis,
        window: "calendarYear",
        upgrade,
        downgrade: "toQualified",
        levels: levels.map((one, at) => {
          const from = at === 0 ? 0 : Math.min(1e12, Math.max(before + 1, Math.round(usual * thresholds[at - 1])));
          before = from;
          return { name: `Tier ${at + 1}`, from: basis === "spend" ? decimal(from, decimals) : from, ...one };
        }),
      };
    });
}
