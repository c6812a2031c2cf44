import fc from "fast-check";
import type { ProgramOf, ResponseOf, RewardOf } from "#tenure/scenario/scenario.js";
import { arbitraryMoney, arbitraryShare, decimal, edgy } from "./generateNumbers.ts";

type Program = ProgramOf<number>;

/** Valid programs of every kind, with the edges of each field over-represented. */
export function arbitraryProgram(decimals: number, months: number): fc.Arbitrary<Program> {
  return fc.record({
    kind: fc.constant("points" as const),
    launchMonth: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: months - 1 })),
    enrolment: fc.record({
      share: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, arbitraryShare),
      selection: fc.oneof(fc.constantFrom(-1, 0, 0.3, 1), shareWithSign),
      delayDays: fc.constantFrom(0, 0, 0.5, 10, 31, 45.25, 400),
    }),
    earn: fc.record({
      pointsPerUnit: fc.oneof(
        fc.constantFrom(0, 0.1, 1, 2.5, 33.333333, 0.000001, 10),
        fc.integer({ min: 1, max: 30_000_000 }).map((micros) => decimal(micros, 6)),
      ),
      rounding: fc.constantFrom("floor", "nearest", "ceil"),
      signUpPoints: fc.oneof(fc.constant(0), edgy(0, 500, [1, 100])),
    }),
    expiry: fc.oneof(
      fc.constant({ kind: "never" as const }),
      fc.record({ kind: fc.constant("rolling" as const), months: edgy(1, 12, [1, 2]) }),
    ),
    rewards: arbitraryRewards(decimals),
    redemption: fc.record({ probability: fc.oneof(fc.constant(1), arbitraryShare) }),
    costs: fc.record({
      oneOff: arbitraryMoney(decimals, 100_000),
      perMonth: arbitraryMoney(decimals, 10_000),
      perMemberMonth: arbitraryMoney(decimals, 100),
    }),
    response: arbitraryResponse,
  });
}

const shareWithSign: fc.Arbitrary<number> = fc
  .tuple(arbitraryShare, fc.boolean())
  .map(([share, negative]) => (negative && share > 0 ? -share : share));

function arbitraryRewards(decimals: number): fc.Arbitrary<RewardOf<number>[]> {
  const reward = fc.record({
    points: fc.oneof(
      fc.constantFrom(1, 2, 3, 10, 100, 1_000_000_000),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 5000 }),
    ),
    faceValue: arbitraryMoney(decimals, 2000),
    unitCost: arbitraryMoney(decimals, 900),
    replaces: arbitraryShare,
    aim: fc.oneof(fc.constantFrom(0, 1), fc.constantFrom(0.1, 0.7, 3, 1e-9)),
  });
  return fc.array(reward, { minLength: 1, maxLength: 4 }).map((rewards) =>
    rewards.map((one, k) => ({
      ...one,
      name: `Reward ${k + 1}`,
      aim: k === 0 && rewards.every(({ aim }) => aim === 0) ? 1 : one.aim,
    })),
  );
}

/** Channels off, ordinary, strong, and far beyond the clip at 16. */
const arbitraryStrength = fc.constantFrom(0, 0.2, 0.8, 3, 14.5, 60);

const arbitraryResponse: fc.Arbitrary<ResponseOf<number>> = fc.record({
  goalGradient: arbitraryStrength,
  goalGradientHalfLifeMonths: fc.constantFrom("never" as const, 0.05, 1, 6, 24),
  rewardedBehaviour: arbitraryStrength,
  rewardedBehaviourHalfLifeDays: fc.constantFrom(0.01, 1, 14, 90, 10_000),
  balanceAtStake: arbitraryShare,
  halfWorth: fc.constantFrom(0.000001, 0.01, 0.05, 1),
  planningMonths: fc.constantFrom(0.5, 6, 24, 1200),
});
