import { BlockRunner, cutBlocks } from "../engine/blocks.js";
import type { TraceLine } from "../ledger/trace.js";
import { openTrace, readTrace } from "../ledger/trace.js";
import type { Luck, Plan } from "../plan/plan.js";

/** Everything that happened to one customer, world by world (world 0, the twin, first). */
export interface TracedLife {
  readonly cohort: number;
  readonly ordinal: number;
  readonly worlds: readonly (readonly TraceLine[])[];
}

/**
 * Lives of single customers, written down event by event: the same kernel, the same luck, the same lives as in a run.
 *
 * @param plan compiled
 * @param luck seed words and replicate
 * @param count customers of each cohort to trace, from ordinal `from`
 * @param from first ordinal
 * @returns a life a customer
 * @example traceLives(plan, luck, 10)[0].worlds[0][0].kind; // "join"
 */
export function traceLives(plan: Plan, luck: Luck, count: number, from = 0): TracedLife[] {
  const trace = openTrace();
  const isTraced = (_cohort: number, ordinal: number): boolean => ordinal >= from && ordinal < from + count;
  const runner = new BlockRunner(plan, luck, { trace, isTraced });
  for (const block of cutBlocks(plan, Math.max(1, from + count))) {
    if (block.from === 0)
      runner.run({ ...block, from: Math.min(from, block.to), to: Math.min(from + count, block.to) });
  }
  return groupLives(readTrace(trace), plan.programs.length + 1);
}

function groupLives(lines: readonly TraceLine[], worlds: number): TracedLife[] {
  const lives = new Map<string, { cohort: number; ordinal: number; worlds: TraceLine[][] }>();
  let life = { cohort: Number.NaN, ordinal: Number.NaN, worlds: [] as TraceLine[][] };
  for (const line of lines) {
    const { cohort, ordinal } = line;
    if (cohort !== life.cohort || ordinal !== life.ordinal) {
      const key = `${cohort}/${ordinal}`;
      life = lives.get(key) ?? { cohort, ordinal, worlds: Array.from({ length: worlds }, () => []) };
      lives.set(key, life);
    }
    life.worlds[line.world].push(line);
  }
  return [...lives.values()];
}
