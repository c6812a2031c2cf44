import { correlationFactor } from "../math/correlationFactor.js";
import { normalCdf, normalScore } from "../math/normal.js";
import type { SeedWords } from "../random/seed.js";
import { inPathOrder } from "../scenario/correlation.js";
import { rangesOf } from "../scenario/ranges.js";
import type { Scenario } from "../scenario/scenario.js";
import { inputUniform } from "./inputs.js";

/** What the normal score of a correlated input is a sum of: own normal scores of inputs, each with its weight. */
export type Recipe = readonly (readonly [path: string, weight: number])[];

/** Ends of the uniforms an address can yield. */
const LEAST = 2 ** -33;

/**
 * How correlated inputs are drawn. Of a group, taken by path, the first input keeps its own draw; each one after it mixes its own with
 * those before it.
 *
 * @param scenario complete
 * @returns recipes by path; none of inputs that keep their own draw
 * @example recipesOf(scenario).size; // 0: the shop correlates nothing
 */
export function recipesOf(scenario: Scenario): ReadonlyMap<string, Recipe> {
  const recipes = new Map<string, Recipe>();
  if (scenario.correlations.length === 0) return recipes;
  const ranged = new Set(rangesOf(scenario).map(({ path }) => path));
  for (const { inputs, correlation } of inPathOrder(scenario.correlations, (path) => ranged.has(path))) {
    const factor = correlationFactor(correlation);
    if (factor === null) throw new Error(`correlations of ${inputs.join(", ")} are not positive definite`);
    for (const [at, path] of inputs.entries()) {
      const recipe = factor[at].flatMap((weight, other): Recipe => (weight === 0 ? [] : [[inputs[other], weight]]));
      if (recipe.length > 1) recipes.set(path, recipe);
    }
  }
  return recipes;
}

/**
 * The uniform of a ranged input, correlated with others or not: a Gaussian copula, so that what each input's own distribution is stays
 * as its range says.
 *
 * @param recipes of the scenario
 * @param seed words of the run
 * @param path of the input
 * @param draw number of the input draw, from 0
 * @returns above 0 and below 1
 * @source Iman & Conover 1982, A distribution-free approach to inducing rank correlation among input variables
 * @example
 * const alone = new Map();
 * drawnUniform(alone, seedWords(1), "economics.grossMargin", 0) === inputUniform(seedWords(1), "economics.grossMargin", 0); // true
 */
export function drawnUniform(
  recipes: ReadonlyMap<string, Recipe>,
  seed: SeedWords,
  path: string,
  draw: number,
): number {
  const recipe = recipes.get(path);
  if (recipe === undefined) return inputUniform(seed, path, draw);
  const score = recipe.reduce((sum, [other, weight]) => sum + weight * normalScore(inputUniform(seed, other, draw)), 0);
  return Math.min(1 - LEAST, Math.max(LEAST, normalCdf(score)));
}
