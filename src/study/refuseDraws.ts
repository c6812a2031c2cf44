import type { Issue } from "../basics/issues.js";
import { InputError } from "../basics/issues.js";
import { drawScenario } from "../plan/drawScenario.js";
import type { SeedWords } from "../random/seed.js";
import { rangesOf } from "../scenario/ranges.js";
import type { Group } from "./group.js";

/** Draws made beforehand at most: enough for 2000 replicates, and done in a moment. */
const MOST_DRAWS = 1000;

/**
 * Makes the draws of ranged inputs a run will use, so that one that cannot be simulated is refused before hours were spent on
 * those before it. In a run that uses more than the first thousand, later ones are refused when it is their turn.
 *
 * @param groups of candidates
 * @param draws how many the run uses
 * @param seed words of the run
 * @throws InputError with the first such draw of every input
 */
export function refuseDraws(groups: readonly Group[], draws: number, seed: SeedWords): void {
  const issues = new Map<string, Issue>();
  for (const { counterfactual, programs } of groups) {
    // A counterfactual nobody wrote a file for says what the programs' files say: theirs are the better places.
    const isWritten = counterfactual.file !== null || programs.length === 0;
    for (const { scenario, file } of isWritten ? [...programs, counterfactual] : programs) {
      const count = rangesOf(scenario).length === 0 ? 1 : Math.min(draws, MOST_DRAWS);
      for (let draw = 0; draw < count; draw++) {
        for (const issue of issuesOf(() => drawScenario(scenario, seed, draw, file))) {
          const key = `${issue.file} ${issue.path}`;
          if (!issues.has(key)) issues.set(key, issue);
        }
      }
    }
  }
  if (issues.size > 0) throw new InputError([...issues.values()]);
}

function issuesOf(work: () => unknown): readonly Issue[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
}
