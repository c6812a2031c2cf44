import { compilePlan } from "#tenure/plan/compile.js";
import type { Plan } from "#tenure/plan/plan.js";
import { seedWords } from "#tenure/random/seed.js";
import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import { type TracedLife, traceLives } from "#tenure/study/lives.js";

/** The plan of one scenario with everybody in it, or a sample. */
export function planOf(scenario: DrawnScenario, customers = scenario.customerBase.size): Plan {
  return compilePlan([scenario], customers);
}

/** Everybody's life, as the kernel wrote it down. */
export function livesOf(scenario: DrawnScenario, seed: string | number, replicate = 0): TracedLife[] {
  const plan = planOf(scenario);
  const most = Math.max(...plan.base.cohorts.map(({ customers }) => customers));
  return traceLives(plan, { seed: seedWords(seed), replicate }, most);
}
