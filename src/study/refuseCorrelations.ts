import type { Issue } from "../basics/issues.js";
import { planMessages } from "../basics/planMessages.js";
import { recipesOf } from "../plan/correlated.js";
import { rangesOf } from "../scenario/ranges.js";
import type { Candidate, Group } from "./group.js";

/**
 * Issues of designs that correlate a shared input differently. Designs compared with one world 0 live on the same luck and on the same
 * draw of every input they share; if one draws it otherwise, what differs between them is not the design alone.
 *
 * @param groups of candidates
 * @returns one for each input and file that draws it otherwise than the first file with it
 */
export function correlationIssues(groups: readonly Group[]): Issue[] {
  return groups.flatMap(({ counterfactual, programs }) => {
    const first = new Map<string, { readonly recipe: string; readonly from: Candidate }>();
    return [...programs, counterfactual].flatMap((candidate) => {
      const recipes = recipesOf(candidate.scenario);
      return rangesOf(candidate.scenario).flatMap(({ path }): Issue[] => {
        const recipe = JSON.stringify(recipes.get(path) ?? null);
        const known = first.get(path);
        if (known === undefined) first.set(path, { recipe, from: candidate });
        if (known === undefined || known.recipe === recipe) return [];
        const words = planMessages.correlatedOtherwise(path, known.from.file ?? known.from.scenario.name);
        return [{ file: candidate.file, line: null, column: null, path, ...words }];
      });
    });
  });
}
