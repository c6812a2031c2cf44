import { DAYS_PER_MONTH } from "#tenure/basics/calendar.js";
import { toMinorUnits } from "#tenure/basics/money.js";
import type { DrawnScenario, ProgramOf, RewardOf } from "#tenure/scenario/scenario.js";
import type { CustomerFacts } from "./customer.ts";
import { uniform } from "./luck.ts";

/**
 * The reward a word points at: among those within reach, the first whose cumulative share of their aims lies above the word's
 * uniform. With none within reach it is the cheapest, the first of equals.
 */
export function aimAt(word: number, rewards: readonly RewardOf<number>[], reach: readonly boolean[]): number {
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

/** Whether one customer, given some points, can earn the rest of a reward before losing patience, and before they are gone. */
export function isWithinReach(
  scenario: DrawnScenario,
  program: ProgramOf<number>,
  reward: RewardOf<number>,
  person: Pick<CustomerFacts, "ratePerDay" | "spendLevel">,
  given: number,
): boolean {
  const { pointsPerUnit } = program.earn;
  if (given >= reward.points) return true;
  if (pointsPerUnit === 0) return false;
  const meanBasket = scenario.customerBase.spend.p / person.spendLevel;
  const spendNeededMinor = toMinorUnits((reward.points - given) / pointsPerUnit, scenario.currency.decimals);
  const daysNeeded = spendNeededMinor / (person.ratePerDay * meanBasket);
  if (daysNeeded > program.response.planningMonths * DAYS_PER_MONTH) return false;
  return program.expiry.kind === "never" || daysNeeded <= program.expiry.months * DAYS_PER_MONTH;
}

/** What one reward is worth to one customer who is given some of its points, 0 to 1. */
export function worthOf(
  scenario: DrawnScenario,
  program: ProgramOf<number>,
  reward: RewardOf<number>,
  person: Pick<CustomerFacts, "ratePerDay" | "spendLevel">,
  given: number,
): number {
  if (!isWithinReach(scenario, program, reward, person, given) || reward.faceValue === 0) return 0;
  if (given >= reward.points) return 1;
  const value = (reward.faceValue * program.earn.pointsPerUnit) / (reward.points - given);
  return value / (value + program.response.halfWorth);
}
