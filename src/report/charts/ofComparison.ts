import type { Comparison, GroupFindings } from "../../study/findings.js";
import { counted } from "../words.js";
import { wordsInstead } from "./empty.js";
import type { Chart, ChartSpec } from "./spec.js";

/** Which part of a comparison a chart is of. */
export interface ChartOptions {
  /** Name of a group of the comparison, or its place among them from 0; the first group unless given. */
  readonly group?: string | number;
}

/** Draws one group of a comparison. */
export type ComparisonChart = (comparison: Comparison, options?: ChartOptions) => ChartSpec;

/**
 * A chart of a group as a chart of a comparison.
 *
 * @param draw what it is of one group
 * @param title of the chart that stands where a group has nothing of the kind
 * @param nothing says why, in a sentence
 * @returns a function from results to a spec
 * @example
 * const alone = await compare([await load("scenarios/cdnow/no-program.yaml")], { replicates: 4, customers: 50 });
 * const tiers = ofComparison(() => null, "Tiers", "No design has tiers.");
 * tiers(alone).description; // "Tiers. No design has tiers."
 * tiers(alone, { group: "Coffee" }); // throws RangeError /expected a group of the comparison: "CDNOW, no program" \(0\), got "Coffee"/
 */
export function ofComparison(draw: Chart, title: string, nothing: string): ComparisonChart {
  return (comparison, options = {}) => {
    const group = groupOf(comparison, options.group ?? 0);
    return draw(group, comparison.measures) ?? wordsInstead(title, nothing);
  };
}

/**
 * One group of a comparison.
 *
 * @param comparison what was found
 * @param which the name of a group, or its place from 0
 * @returns the first of that name
 * @throws RangeError when there is none
 */
export function groupOf({ groups }: Comparison, which: string | number): GroupFindings {
  const group = typeof which === "number" ? groups[which] : groups.find(({ name }) => name === which);
  if (group !== undefined) return group;
  const got = typeof which === "number" ? String(which) : JSON.stringify(which);
  if (groups.length === 0)
    throw new RangeError(
      `expected a comparison with a finished group, got ${counted(0, "group")}: was it interrupted?`,
    );
  const known = groups.map(({ name }, at) => `${JSON.stringify(name)} (${at})`).join(", ");
  throw new RangeError(`expected a group of the comparison: ${known}, got ${got}`);
}
