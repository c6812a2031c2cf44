import type { Issue } from "../basics/issues.js";
import { InputError } from "../basics/issues.js";
import { planMessages } from "../basics/planMessages.js";
import type { SeedWords } from "../random/seed.js";
import { inWords } from "../scenario/expected.js";
import { domainOf } from "../scenario/fields.js";
import { withDrawn } from "../scenario/ranges.js";
import { holds } from "../scenario/readRange.js";
import type { DrawnScenario, Scenario } from "../scenario/scenario.js";
import { drawnUniform, recipesOf } from "./correlated.js";
import { limitIssues } from "./limits.js";
import { rangeQuantile } from "./rangeQuantile.js";

/**
 * A scenario with one draw of its ranged inputs in place of the ranges.
 *
 * @param scenario complete
 * @param seed words of the run
 * @param draw number of the input draw, from 0
 * @param file named in issues; null for a scenario built in code
 * @returns the same scenario with plain numbers
 * @throws InputError when a draw falls outside its field's domain, or asks more than can be simulated
 * @example
 * const [{ replaces }] = drawScenario(scenario, seedWords(1), 0, null).program.rewards;
 * replaces > 0 && replaces < 1; // true: the file says 0.6 to 0.9
 */
export function drawScenario(scenario: Scenario, seed: SeedWords, draw: number, file: string | null): DrawnScenario {
  const issues: Issue[] = [];
  const recipes = recipesOf(scenario);
  const drawn = withDrawn(scenario, (path, range) => {
    const value = rangeQuantile(range, drawnUniform(recipes, seed, path, draw));
    const domain = domainOf(path);
    if (domain !== null && !holds(domain, value)) {
      const words = planMessages.drawOutside(inWords(domain), value, draw, range.text);
      issues.push({ file, line: null, column: null, path, ...words });
    }
    return value;
  });
  if (issues.length === 0) issues.push(...limitIssues(drawn, file));
  if (issues.length > 0) throw new InputError(issues);
  return drawn;
}
