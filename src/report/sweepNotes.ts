import type { Sweep } from "../study/sweepFindings.js";
import { compact } from "./compact.js";
import { printable, spoken } from "./words.js";

/**
 * What is to be known beside the tables of a sweep: that the best design stands at the edge of what was tried, and what the design as
 * written comes to where a grid has no cell for it.
 *
 * @param sweep of one or two levers
 * @returns a sentence or two each; none where there is nothing to say
 */
export function sweepNotes(sweep: Sweep): string[] {
  return [...edge(sweep), ...beside(sweep)].map(printable);
}

function edge({ best, levers, designs }: Sweep): string[] {
  if (best.atEdgeOf.length === 0) return [];
  const values = levers.flatMap(({ path }, at) =>
    best.atEdgeOf.includes(path) ? [`${path} = ${designs[best.design].values[at]}`] : [],
  );
  return [`The best design is at the edge of what was tried, ${spoken(values)}: a better one may lie beyond.`];
}

function beside({ levers, designs, asWritten, measures, currency }: Sweep): string[] {
  // A table of one lever has a row for it.
  if (levers.length === 1 || designs.some(({ isAsWritten }) => isAsWritten)) return [];
  const values = levers.map(({ path }, at) => `${path} = ${asWritten.values[at] ?? "none"}`);
  const found = measures.flatMap(({ key, label, unit }) => {
    const value = asWritten.findings[key]?.level.value;
    return value === undefined ? [] : [`${label} ${compact(value, unit, currency)}`];
  });
  return [`The design as written is none of those tried (${values.join(", ")}): ${found.join(", ")}.`];
}
