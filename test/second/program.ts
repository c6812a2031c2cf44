import { DAYS_PER_MONTH } from "#tenure/basics/calendar.js";
import { toMinorUnits } from "#tenure/basics/money.js";
import type { DrawnScenario, ProgramOf, RewardOf } from "#tenure/scenario/scenario.js";
import type { CustomerFacts } from "./customer.ts";
import { uniform } from "./luck.ts";

/** The reward a word points at: the first whose cumulative share of the aims lies above the word's uniform. */
export function aimAt(word: number, rewards: readonly RewardOf<number>[]): number {
  const all = rewards.reduce((sum, reward) => sum + reward.aim, 0);
  let cumulative = 0;
  for (const [index, reward] of rewards.entries()) {
    cumulative += reward.aim;
    if (uniform(word) < cumulative / all) return index;
  }
  return rewards.length - 1;
}

/** What one reward is worth to one customer, 0 to 1. */
export function worthOf(
  scenario: DrawnScenario,
  program: ProgramOf<number>,
  reward: RewardOf<number>,
  person: Pick<CustomerFacts, "ratePerDay" | "spendLevel">,
): number {
  const { pointsPerUnit } = program.earn;
  if (pointsPerUnit === 0 || reward.faceValue === 0) return 0;
  const spendNeeded = reward.points / pointsPerUnit;
  const meanBasket = scenario.customerBase.spend.p / person.spendLevel;
  const spendNeededMinor = toMinorUnits(spendNeeded, scenario.currency.decimals);
  const daysNeeded = spendNeededMinor / (person.ratePerDay * meanBasket);
  if (daysNeeded > program.response.planningMonths * DAYS_PER_MONTH) return 0;
  if (program.expiry.kind === "rolling" && daysNeeded > program.expiry.months * DAYS_PER_MONTH) return 0;
  const value = reward.faceValue / spendNeeded;
  return value / (value + program.response.halfWorth);
}
