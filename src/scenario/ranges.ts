import { domainOf } from "./fields.js";
import { frozen } from "./frozen.js";
import { isHistory } from "./history.js";
import { isRange, type Range } from "./range.js";
import type { DrawnScenario, Scenario } from "./scenario.js";
import { pathText, type Steps } from "./tree.js";

/** An uncertain number and where it stands, as `program.rewards[0].faceValue`. */
export interface RangeAt {
  readonly path: string;
  readonly range: Range;
}

/**
 * Every uncertain number of a scenario, in the order of the file format.
 *
 * @param scenario complete
 * @returns none when the author is sure of everything
 */
export function rangesOf(scenario: Scenario): RangeAt[] {
  const ranges: RangeAt[] = [];
  replaced(scenario, [], (path, range) => {
    ranges.push({ path, range });
    return 0;
  });
  return ranges;
}

/**
 * A scenario with a number in place of every range. Where a field has a limit of decimals, as points per currency unit do, the
 * number is rounded to it. Drawn numbers correlate with nothing any more. They are not checked here: see {@link domainOf}.
 *
 * @param scenario stays as it is
 * @param draw the number for a path and its range
 * @returns a frozen scenario of plain numbers
 */
export function withDrawn(scenario: Scenario, draw: (path: string, range: Range) => number): DrawnScenario {
  const drawn = replaced(scenario, [], (path, range) => {
    const decimals = domainOf(path)?.decimals ?? null;
    const value = draw(path, range);
    return decimals === null ? value : Number(value.toFixed(decimals));
  });
  return frozen({ ...(drawn as DrawnScenario), correlations: [] });
}

function replaced(value: unknown, steps: Steps, draw: (path: string, range: Range) => number): unknown {
  if (isHistory(value)) return value;
  if (isRange(value)) return draw(pathText(steps), value);
  if (Array.isArray(value)) return value.map((item, index) => replaced(item, [...steps, index], draw));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replaced(part, [...steps, key], draw)]));
}
