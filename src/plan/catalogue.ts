import { roundHalfUp, toMinorUnits } from "../basics/money.js";
import type { ProgramOf, RewardOf } from "../scenario/scenario.js";
import { shared } from "./shared.js";

/** The rewards of a design as a kernel reads them, and what it takes to earn each. */
interface Catalogue {
  readonly rewardPoints: Float64Array;
  readonly rewardCostMinor: Float64Array;
  readonly rewardValueMinor: Float64Array;
  readonly aimWeight: Float64Array;
  readonly firstNeed: Float64Array;
  readonly laterNeed: Float64Array;
}

/**
 * Compiles what members can redeem for. A stamp card is a catalogue of one reward whose price is the full card.
 *
 * @param program drawn, with money in currency units
 * @param pointsPerMinor points of a minor unit of spend, at the earn rate the design states
 * @param decimals of the currency
 * @returns arrays by reward
 * @example compileCatalogue(drawn.program, 0.01, 2).laterNeed[0]; // 10000: 100 dollars for 100 points
 */
export function compileCatalogue(program: ProgramOf<number>, pointsPerMinor: number, decimals: number): Catalogue {
  const rewards = rewardsOf(program);
  const earnedBy = program.kind === "stampCard" ? 1 : pointsPerMinor;
  const given = program.kind === "stampCard" ? program.card.headStart : program.earn.signUpPoints;
  const need = (points: number): number => (points <= 0 ? 0 : points / earnedBy);
  return {
    rewardPoints: shared(rewards.map(({ points }) => points)),
    rewardCostMinor: shared(rewards.map((reward) => rewardCost(reward, decimals))),
    rewardValueMinor: shared(rewards.map(({ faceValue }) => toMinorUnits(faceValue, decimals))),
    aimWeight: shared(rewards.map(({ aim }) => aim)),
    firstNeed: shared(rewards.map(({ points }) => need(points - given))),
    laterNeed: shared(rewards.map(({ points }) => need(points))),
  };
}

/**
 * The catalogue a program has, or comes down to.
 *
 * @param program of any kind
 * @returns its rewards
 * @example rewardsOf(drawn.program).length; // 1
 */
export function rewardsOf<Q>(program: ProgramOf<Q>): readonly RewardOf<Q | number>[] {
  return program.kind === "stampCard" ? [{ ...program.reward, points: program.card.stamps, aim: 1 }] : program.rewards;
}

function rewardCost(
  reward: { readonly unitCost: number; readonly faceValue: number; readonly replaces: number },
  decimals: number,
): number {
  const unitCost = toMinorUnits(reward.unitCost, decimals);
  const faceValue = toMinorUnits(reward.faceValue, decimals);
  return roundHalfUp(unitCost + reward.replaces * (faceValue - unitCost));
}
