import fc from "fast-check";
import type { PointsProgramOf, ProgramOf, RewardOf, StampCardOf } from "#tenure/scenario/scenario.js";
import { arbitraryMoney, arbitraryShare, decimal, edgy } from "./generateNumbers.ts";
import { arbitraryResponse } from "./generateResponse.ts";
import { arbitraryTiers } from "./generateTiers.ts";

/** What programs are made for. */
export interface Ground {
  readonly decimals: number;
  readonly months: number;
  /** Spend of an average customer in a year, in minor units. */
  readonly typicalYearMinor: number;
}

/** Valid programs of every kind, with the edges of each field over-represented. */
export function arbitraryProgram(ground: Ground): fc.Arbitrary<ProgramOf<number>> {
  return fc.oneof(
    { weight: 3, arbitrary: arbitraryPoints(ground) },
    { weight: 1, arbitrary: arbitraryStampCard(ground) },
  );
}

/** What programs of every kind have. */
function anyProgram({ decimals, months }: Ground) {
  return {
    launchMonth: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: months - 1 })),
    enrolment: fc.record({
      share: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, arbitraryShare),
      selection: fc.oneof(fc.constantFrom(-1, 0, 0.3, 1), shareWithSign),
      delayDays: fc.constantFrom(0, 0, 0.5, 10, 31, 45.25, 400),
    }),
    expiry: fc.oneof(
      fc.constant({ kind: "never" as const }),
      fc.record({ kind: fc.constant("rolling" as const), months: edgy(1, 12, [1, 2, 240]) }),
    ),
    redemption: fc.record({ probability: fc.oneof(fc.constant(1), arbitraryShare) }),
    costs: fc.record({
      oneOff: arbitraryMoney(decimals, 100_000),
      perMonth: arbitraryMoney(decimals, 10_000),
      perMemberMonth: arbitraryMoney(decimals, 100),
    }),
    response: arbitraryResponse,
  };
}

const shareWithSign: fc.Arbitrary<number> = fc
  .tuple(arbitraryShare, fc.boolean())
  .map(([share, negative]) => (negative && share > 0 ? -share : share));

function arbitraryPoints(ground: Ground): fc.Arbitrary<PointsProgramOf<number>> {
  return fc
    .record({
      pointsPerUnit: fc.oneof(
        fc.constantFrom(0, 0.1, 1, 2.5, 33.333333, 0.000001, 10),
        fc.integer({ min: 1, max: 30_000_000 }).map((micros) => decimal(micros, 6)),
      ),
      rounding: fc.constantFrom<"floor" | "nearest" | "ceil">("floor", "nearest", "ceil"),
      signUpPoints: fc.oneof(fc.constant(0), edgy(0, 500, [1, 100])),
    })
    .chain((earn) =>
      fc.record({
        kind: fc.constant("points" as const),
        earn: fc.constant(earn),
        rewards: arbitraryRewards(ground.decimals),
        tiers: fc.oneof(
          { weight: 2, arbitrary: fc.constant(null) },
          { weight: 3, arbitrary: arbitraryTiers(ground, earn.pointsPerUnit) },
        ),
        ...anyProgram(ground),
      }),
    );
}

function arbitraryStampCard(ground: Ground): fc.Arbitrary<StampCardOf<number>> {
  return fc.record({
    kind: fc.constant("stampCard" as const),
    card: fc
      .record({
        stamps: edgy(1, 12, [1, 2, 10]),
        headStart: fc.constantFrom(0, 0, 1, 2, 9),
        minimumSpend: arbitraryMoney(ground.decimals, 4000),
      })
      .map((card) => ({ ...card, headStart: Math.min(card.headStart, card.stamps - 1) })),
    reward: arbitraryReward(ground.decimals).map(({ name, faceValue, unitCost, replaces }) => ({
      name,
      faceValue,
      unitCost,
      replaces,
    })),
    ...anyProgram(ground),
  });
}

function arbitraryReward(decimals: number): fc.Arbitrary<RewardOf<number>> {
  return fc.record({
    name: fc.constant("Reward"),
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
}

function arbitraryRewards(decimals: number): fc.Arbitrary<RewardOf<number>[]> {
  return fc.array(arbitraryReward(decimals), { minLength: 1, maxLength: 4 }).map((rewards) =>
    rewards.map((one, k) => ({
      ...one,
      name: `Reward ${k + 1}`,
      aim: k === 0 && rewards.every(({ aim }) => aim === 0) ? 1 : one.aim,
    })),
  );
}
