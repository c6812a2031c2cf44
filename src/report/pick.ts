import { nearest } from "../scenario/nearest.js";
import type { Comparison } from "../study/findings.js";

/**
 * A comparison that shows the measures asked for, in their order, instead of those a decision is usually read from.
 *
 * @param comparison what was found
 * @param keys of measures, as in `comparison.measures`
 * @returns the same findings; tables and `show` have a row for each of these measures
 * @throws RangeError for a measure the comparison has not
 * @example
 * const comparison = await compare(await loadAll(["scenarios/cdnow"]), { replicates: 4, customers: 100 });
 * const points = pick(comparison, "rewardCostPerPoint", "breakage");
 * points.measures.map(({ label }) => label); // ["Reward cost per point", "Breakage of closed vintages"]
 * points.groups === comparison.groups; // true
 * pick(comparison, "brekage"); // throws RangeError /got "brekage"; did you mean "breakage"/
 */
export function pick(comparison: Comparison, ...keys: readonly string[]): Comparison {
  const measures = keys.map((key) => {
    const measure = comparison.measures.find((one) => one.key === key);
    if (measure !== undefined) return { ...measure, isHeadline: true };
    const known = comparison.measures.map((one) => one.key);
    const meant = nearest(key, known);
    const cure = meant === null ? `one of ${known.join(", ")}` : `did you mean "${meant}"?`;
    throw new RangeError(`expected the key of a measure of the comparison, got "${key}"; ${cure}`);
  });
  return { ...comparison, measures };
}
