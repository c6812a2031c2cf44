import { InputError, type Issue } from "../basics/issues.js";
import { leverMessages } from "../basics/leverMessages.js";
import type { Words } from "../basics/messages.js";
import { domainOf } from "../scenario/fields.js";
import type { Scenario } from "../scenario/scenario.js";
import { pathText } from "../scenario/tree.js";
import type { Lever, LeverValue, ReadLever } from "./lever.js";
import { leverSteps } from "./leverPath.js";
import { leverValues } from "./leverValues.js";

/** Levers of a sweep: more would be no table. */
const MOST_LEVERS = 2;
/** Designs of a sweep: their books take about a quarter of a megabyte each, several times over. */
export const MOST_DESIGNS = 400;

/**
 * Levers as a sweep moves them.
 *
 * @param levers as written
 * @param scenario whose program they are about
 * @returns one or two levers, values from low to high
 * @throws InputError with everything wrong in all of them
 * @example readLevers([{ path: "program.earn.pointsPerUnit", values: [2, 1] }], scenario)[0].values; // [1, 2]
 */
export function readLevers(levers: readonly Lever[], scenario: Scenario): ReadLever[] {
  const issues: Issue[] = [];
  const refuse = (path: string, words: Words): void => {
    issues.push({ file: null, line: null, column: null, path, ...words });
  };
  if (scenario.program === null) {
    refuse("program", leverMessages.noProgram(scenario.name));
    throw new InputError(issues);
  }
  if (levers.length === 0 || levers.length > MOST_LEVERS)
    refuse("levers", leverMessages.leverCount(MOST_LEVERS, levers.length));
  const read = levers.flatMap(({ path, values }): ReadLever[] => {
    const steps = leverSteps(path, scenario);
    const listed = typeof values === "string" ? leverValues(values, MOST_DESIGNS) : { value: [...values] };
    if ("words" in steps) refuse(path, steps.words);
    if ("words" in listed) refuse(path, listed.words);
    if ("words" in steps || "words" in listed) return [];
    if (listed.value.length === 0) refuse(path, leverMessages.noValues());
    const again = listed.value.find((value, at) => listed.value.indexOf(value) < at);
    if (again !== undefined) refuse(path, leverMessages.valueTwice(String(again)));
    return [{ path, steps: steps.value, values: inOrder(listed.value) }];
  });
  const places = read.map(({ steps }) => pathText(steps));
  if (new Set(places).size < places.length) refuse("levers", leverMessages.leverTwice(places[0]));
  const designs = read.reduce((count, { values }) => count * values.length, 1);
  if (designs > MOST_DESIGNS) refuse("levers", leverMessages.tooManyDesigns(MOST_DESIGNS, designs));
  if (issues.length > 0) throw new InputError(issues);
  return read;
}

/**
 * Levers a design moves as far as was tried, though a file could move them further. A word such as "never" has nothing beyond it.
 *
 * @param levers as read
 * @param values of the design, by lever
 * @returns their paths
 * @example atEdgeOf(readLevers([{ path: "program.earn.pointsPerUnit", values: [1, 2, 4] }], scenario), [4]); // ["program.earn.pointsPerUnit"]
 */
export function atEdgeOf(levers: readonly ReadLever[], values: readonly LeverValue[]): string[] {
  return levers.flatMap(({ path, steps, values: tried }, at) => {
    const domain = domainOf(pathText(steps));
    const isLowest = values[at] === tried[0] && values[at] !== domain?.min;
    const isHighest = values[at] === tried[tried.length - 1] && values[at] !== domain?.max;
    return typeof values[at] === "number" && tried.length > 1 && (isLowest || isHighest) ? [path] : [];
  });
}

/** Numbers from low to high, then words in the order of the alphabet. */
function inOrder(values: readonly LeverValue[]): LeverValue[] {
  const rank = (value: LeverValue): number => (typeof value === "number" ? value : Number.POSITIVE_INFINITY);
  return [...values].sort((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    return a < b ? -1 : a > b ? 1 : 0;
  });
}
