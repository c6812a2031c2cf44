import type { TraceLine } from "../ledger/trace.js";
import type { Plan, ProgramPlan } from "../plan/plan.js";

/** One life in one program world, beside the twin's, and the rules of both. */
export interface LifePair {
  readonly twin: readonly TraceLine[];
  readonly world: readonly TraceLine[];
  readonly plan: Plan;
  readonly program: ProgramPlan;
}

/** Something that must hold in every life, whatever the scenario. */
export interface Invariant {
  readonly name: string;
  /** Says in words what does not hold; empty when everything does. */
  readonly violations: (pair: LifePair) => string[];
  /** Designs that have what the rule is about; all of them when not given. Elsewhere it is looked at too, and cannot be called upheld. */
  readonly appliesTo?: (plan: Plan, program: ProgramPlan) => boolean;
}

/** Month of a joining instant. */
export function monthOf(monthStart: ArrayLike<number>, instant: number): number {
  let month = 0;
  while (month + 2 < monthStart.length && monthStart[month + 1] <= instant) month++;
  return month;
}
