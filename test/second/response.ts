import { MULTIPLIER_CAP } from "#tenure/random/address.js";
import type { ProgramOf } from "#tenure/scenario/scenario.js";
import { leftAfter, leftOfMembership } from "./fade.ts";
import { rewardsOf } from "./program.ts";
import { chaseLift } from "./tierChase.ts";
import { balanceOf, type Life, type Membership, prospectsNow } from "./world.ts";

/** How many times the fitted rate the customer buys at this instant, and whether that was cut. */
export function multiplierAt(life: Life, time: number): { readonly multiplier: number; readonly clipped: boolean } {
  const product = life.setting.market.baseMultiplier[life.month] * relativeMultiplier(life, time);
  return { multiplier: Math.min(MULTIPLIER_CAP, product), clipped: product > MULTIPLIER_CAP };
}

/** How many times as often as without a program. */
function relativeMultiplier(life: Life, time: number): number {
  const { program } = life.setting.scenario;
  const { member } = life;
  if (program === null || member === null) return 1;
  const { sensitivity } = life.customer.facts;
  const lift =
    goalLift(life, program, member, time) +
    rewardLift(program, member, time) +
    chaseLift(life, program, member, time) +
    statusLift(life, program, member, time);
  const cheaper = program.response.discount * life.setting.tiers[member.tier].discount;
  const shock = demotionShock(program, member, time);
  return Math.max(0, 1 + sensitivity.program * lift + sensitivity.price * cheaper - sensitivity.program * shock);
}

/** How fast the customer leaves, as a share of the twin's hazard. */
export function hazardOf(life: Life): number {
  const { program } = life.setting.scenario;
  const { member } = life;
  if (program === null || member === null) return 1;
  const { balanceAtStake, statusAtStake } = program.response;
  const full = Math.min(1, balanceOf(life) / rewardsOf(program)[member.aim].points);
  const balance = balanceAtStake * prospectsNow(life, member).worth[member.aim] * full;
  const status = statusAtStake * life.setting.tiers[member.tier].statusWorth;
  return Math.max(0, 1 - life.customer.facts.sensitivity.switching * (balance + status));
}

/** Share of the way to the aim that lies behind, counted from the baseline; 0 once the aim is affordable. */
export function progressOf(balance: number, baseline: number, cost: number): number {
  if (balance >= cost || baseline >= cost) return 0;
  return Math.max(0, balance - baseline) / (cost - baseline);
}

function goalLift(life: Life, program: ProgramOf<number>, member: Membership, time: number): number {
  const { goalGradient, goalGradientHalfLifeMonths } = program.response;
  const progress = progressOf(balanceOf(life), member.baseline, rewardsOf(program)[member.aim].points);
  const fade = leftOfMembership(member, time, goalGradientHalfLifeMonths);
  return goalGradient * prospectsNow(life, member).worth[member.aim] * progress * fade;
}

function rewardLift(program: ProgramOf<number>, member: Membership, time: number): number {
  if (member.lastRedeemed === null) return 0;
  const { rewardedBehaviour, rewardedBehaviourHalfLifeDays } = program.response;
  const { worth, at } = member.lastRedeemed;
  return rewardedBehaviour * worth * leftAfter(time - at, rewardedBehaviourHalfLifeDays);
}

function statusLift(life: Life, program: ProgramOf<number>, member: Membership, time: number): number {
  const { status, statusHalfLifeMonths } = program.response;
  return status * leftOfMembership(member, time, statusHalfLifeMonths) * life.setting.tiers[member.tier].statusWorth;
}

function demotionShock(program: ProgramOf<number>, member: Membership, time: number): number {
  if (member.demotion === null) return 0;
  const { demotionShock, demotionShockHalfLifeDays } = program.response;
  return demotionShock * member.demotion.worth * leftAfter(time - member.demotion.at, demotionShockHalfLifeDays);
}
