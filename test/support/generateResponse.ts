import fc from "fast-check";
import type { ResponseOf } from "#tenure/scenario/scenario.js";
import { arbitraryHalfLife, arbitraryShare, arbitraryStrength } from "./generateNumbers.ts";

/** Channels in every strength, each by itself. */
export const arbitraryResponse: fc.Arbitrary<ResponseOf<number>> = fc.record({
  goalGradient: arbitraryStrength,
  goalGradientHalfLifeMonths: arbitraryHalfLife,
  rewardedBehaviour: arbitraryStrength,
  rewardedBehaviourHalfLifeDays: fc.constantFrom(0.01, 1, 14, 90, 10_000),
  balanceAtStake: arbitraryShare,
  halfWorth: fc.constantFrom(0.000001, 0.01, 0.05, 1),
  planningMonths: fc.constantFrom(0.5, 6, 24, 1200),
  borrowed: fc.oneof(fc.constantFrom(0, 0, 1), arbitraryShare),
  tierChase: arbitraryStrength,
  tierChaseHalfLifeMonths: arbitraryHalfLife,
  tierChaseReach: fc.constantFrom(0.1, 1, 2, 1000),
  status: arbitraryStrength,
  statusHalfLifeMonths: arbitraryHalfLife,
  statusAtStake: arbitraryShare,
  demotionShock: fc.constantFrom(0, 0.4, 3, 15),
  demotionShockHalfLifeDays: fc.constantFrom(0.5, 30, 180, 3650),
  discount: fc.constantFrom(0, 0.5, 3, 15),
});
