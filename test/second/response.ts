import { DAYS_PER_MONTH } from "#tenure/basics/calendar.js";
import { exp2 } from "#tenure/math/exp2.js";
import { MULTIPLIER_CAP } from "#tenure/random/address.js";
import type { ProgramOf } from "#tenure/scenario/scenario.js";
import { balanceOf, type Life, type Membership, prospectsNow } from "./world.ts";

/** How many times as often as without a program the customer buys at this instant. */
export function multiplierAt(life: Life, time: number): number {
  const { program } = life.scenario;
  const { member } = life;
  if (program === null || member === null) return 1;
  return Math.min(MULTIPLIER_CAP, 1 + goalLift(life, program, member, time) + rewardLift(program, member, time));
}

/** How fast the customer leaves, as a share of the twin's hazard. */
export function hazardOf(life: Life): number {
  const { program } = life.scenario;
  const { member } = life;
  if (program === null || member === null) return 1;
  const cost = program.rewards[member.aim].points;
  const atStake = Math.min(1, balanceOf(life) / cost);
  const worth = prospectsNow(life, member).worth[member.aim];
  return Math.max(0, 1 - program.response.balanceAtStake * worth * atStake);
}

/** Share of the way to the aim that lies behind, counted from the baseline; 0 once the aim is affordable. */
export function progressOf(balance: number, baseline: number, cost: number): number {
  if (balance >= cost || baseline >= cost) return 0;
  return Math.max(0, balance - baseline) / (cost - baseline);
}

function goalLift(life: Life, program: ProgramOf<number>, member: Membership, time: number): number {
  const { goalGradient, goalGradientHalfLifeMonths } = program.response;
  const progress = progressOf(balanceOf(life), member.baseline, program.rewards[member.aim].points);
  const fade =
    goalGradientHalfLifeMonths === "never"
      ? 1
      : exp2(-(time - member.enrolledAt) / (goalGradientHalfLifeMonths * DAYS_PER_MONTH));
  return goalGradient * prospectsNow(life, member).worth[member.aim] * progress * fade;
}

function rewardLift(program: ProgramOf<number>, member: Membership, time: number): number {
  if (member.lastRedeemed === null) return 0;
  const { rewardedBehaviour, rewardedBehaviourHalfLifeDays } = program.response;
  const fade = exp2(-(time - member.lastRedeemed.at) / rewardedBehaviourHalfLifeDays);
  return rewardedBehaviour * member.lastRedeemed.worth * fade;
}
