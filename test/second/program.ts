import { DAYS_PER_MONTH } from "#tenure/basics/calendar.js";
import { toMinorUnits, toWholeMinorUnits } from "#tenure/basics/money.js";
import type { DrawnScenario, ProgramOf, RewardOf } from "#tenure/scenario/scenario.js";
import type { CustomerFacts } from "./customer.ts";
import { exactPoints } from "./exact.ts";
import { uniform } from "./luck.ts";

type Program = ProgramOf<number>;
type Reward = RewardOf<number>;

/** The catalogue: a stamp card has one reward, for a full card. */
export function rewardsOf(program: Program): readonly Reward[] {
  return program.kind === "points" ? program.rewards : [{ ...program.reward, points: program.card.stamps, aim: 1 }];
}

/** Points, or stamps, given at enrolment. */
export function givenAtEnrolment(program: Program): number {
  return program.kind === "points" ? program.earn.signUpPoints : program.card.headStart;
}

/** Points, or the stamp, for an amount paid, in minor units. */
export function earnedBy(program: Program, amount: number, earnMultiplier: number, decimals: number): number {
  if (program.kind === "stampCard") return amount >= minimumSpend(program, decimals) ? 1 : 0;
  return exactPoints(amount, program.earn.pointsPerUnit, decimals, program.earn.rounding, earnMultiplier);
}

function minimumSpend({ card }: Extract<Program, { kind: "stampCard" }>, decimals: number): number {
  return toWholeMinorUnits(card.minimumSpend, decimals);
}

/**
 * The reward a word points at: among those within reach, the first whose cumulative share of their aims lies above the word's
 * uniform. With none within reach it is the cheapest, the first of equals.
 */
export function aimAt(word: number, rewards: readonly Reward[], reach: readonly boolean[]): number {
  const candidates = [...rewards.keys()].filter((index) => reach[index] && rewards[index].aim > 0);
  if (candidates.length === 0) {
    const least = Math.min(...rewards.map(({ points }) => points));
    return rewards.findIndex(({ points }) => points === least);
  }
  const all = candidates.reduce((sum, index) => sum + rewards[index].aim, 0);
  let cumulative = 0;
  for (const index of candidates) {
    cumulative += rewards[index].aim;
    if (uniform(word) * all < cumulative) return index;
  }
  return candidates[candidates.length - 1];
}

type Shopper = Pick<CustomerFacts, "ratePerDay" | "meanBasket">;

/**
 * Spend, in minor units, that earns one customer what a reward takes beyond the points given; infinite when no spend does. Stamps
 * take as many average baskets, if those are large enough for a stamp.
 */
function spendNeeded(decimals: number, program: Program, reward: Reward, shopper: Shopper, given: number): number {
  const missing = Math.max(0, reward.points - given);
  if (missing === 0) return 0;
  if (program.kind === "points") {
    const { pointsPerUnit } = program.earn;
    return pointsPerUnit === 0 ? Number.POSITIVE_INFINITY : toMinorUnits(missing / pointsPerUnit, decimals);
  }
  return shopper.meanBasket < minimumSpend(program, decimals) ? Number.POSITIVE_INFINITY : missing * shopper.meanBasket;
}

/** Whether one customer, given some points, can earn the rest of a reward before losing patience, and before they are gone. */
export function isWithinReach(
  scenario: DrawnScenario,
  program: Program,
  reward: Reward,
  shopper: Shopper,
  given: number,
): boolean {
  const needed = spendNeeded(scenario.currency.decimals, program, reward, shopper, given);
  if (needed === 0) return true;
  const daysNeeded = needed / (shopper.ratePerDay * shopper.meanBasket);
  if (daysNeeded > program.response.planningMonths * DAYS_PER_MONTH) return false;
  return program.expiry.kind === "never" || daysNeeded <= program.expiry.months * DAYS_PER_MONTH;
}

/** What one reward is worth to one customer who is given some of its points, 0 to 1. */
export function worthOf(
  scenario: DrawnScenario,
  program: Program,
  reward: Reward,
  shopper: Shopper,
  given: number,
): number {
  if (!isWithinReach(scenario, program, reward, shopper, given) || reward.faceValue === 0) return 0;
  const { decimals } = scenario.currency;
  const value = toMinorUnits(reward.faceValue, decimals);
  return value / (value + program.response.halfWorth * spendNeeded(decimals, program, reward, shopper, given));
}
