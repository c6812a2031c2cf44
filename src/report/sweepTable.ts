import type { Sweep } from "../study/sweepFindings.js";
import { compact } from "./compact.js";
import { factsOf, percentOf } from "./facts.js";
import { formatProbability } from "./format.js";
import { PLAIN } from "./table/draw.js";
import { leverGrid } from "./table/leverGrid.js";
import { leverTables } from "./table/leverTable.js";
import type { TableOptions } from "./table.js";
import { counted, pack, printable, wrap } from "./words.js";

/**
 * A sweep for the terminal:
 * ```
 *  name · customers · months · replicates · seed · level · inputs
 *  the best design, and how sure that is
 *  one lever: values × measures      two: a grid a measure, the first lever down, the second across
 *  how to read
 * ```
 *
 * @param sweep of one or two levers
 * @param options width in characters (110) and style (plain)
 * @returns text that ends with a line break
 * @throws RangeError when a number is not finite
 * @example
 * const cdnow = await load("scenarios/cdnow/five-percent-back.yaml");
 * const lever = { path: "program.earn.pointsPerUnit", values: [0.5, 1, 2] };
 * const text = sweepTable(await sweep(cdnow, [lever], { replicates: 4, customers: 200 }), { width: 90 });
 * text; // /Best of 3 designs by net value: earn.pointsPerUnit = /
 * text.split("\n").every((line) => line.length <= 90); // true
 */
export function sweepTable(sweep: Sweep, options: Partial<TableOptions> = {}): string {
  const { width, style } = { width: 110, style: PLAIN, ...options };
  const paragraph = (text: string): string => wrap(text, width).join("\n");
  const dim = (text: string): string => wrap(text, width).map(style.dim).join("\n");
  const tables =
    sweep.levers.length === 1
      ? leverTables(sweep, width, style)
      : sweep.measures.map((measure) => leverGrid(sweep, measure, width, style));
  return `${[
    [style.bold(paragraph(printable(sweep.name))), pack(factsOf(sweep), " · ", width).map(style.dim).join("\n")].join(
      "\n",
    ),
    sweepVerdict(sweep).map(printable).map(paragraph).join("\n"),
    ...tables,
    sweepLegend(sweep).map(dim).join("\n"),
  ].join("\n\n")}\n`;
}

/**
 * Which design is best, and how sure that is.
 *
 * @param sweep of one or two levers
 */
export function sweepVerdict({ best, designs, currency, months }: Sweep): string[] {
  const design = designs[best.design];
  const { level, probabilityBetter, differenceAsWritten } = design.findings.netValue;
  const gain = differenceAsWritten?.value ?? null;
  const among =
    designs.length === 1 ? "" : ` Best of the ${designs.length} in ${formatProbability(best.share)} of outcomes.`;
  const words = [
    `Best of ${counted(designs.length, "design")} by net value: ${design.name}. It comes to ${compact(level.value, "money", currency, "always")} over ${counted(months, "month")}` +
      `${probabilityBetter === null ? "" : `, better than no program in ${formatProbability(probabilityBetter)} of outcomes`}` +
      `${gain === null ? "; it is the design as written" : `; ${compact(gain, "money", currency, "always")} against the design as written`}.${among}`,
  ];
  if ((level.value ?? 0) < 0) {
    words.push("Every design costs more than it brings: the best loses least, and no program loses nothing.");
  }
  if (best.isFlattered) {
    words.push(
      `Outcomes do not agree on the best, which flatters it: the highest of ${designs.length} estimates is likelier too high than too ` +
        "low, and another seed or other inputs may name another. Take those that are best as often for as good.",
    );
  }
  return words;
}

/**
 * How to read the tables of a sweep.
 *
 * @param sweep of one or two levers
 */
export function sweepLegend({ provenance, levers, ranges }: Sweep): string[] {
  const agreement =
    "Best: share of outcomes in which the design has the highest net value of all in the table, ties split.";
  if (levers.length > 1) {
    return [`${agreement} --json and sweep.csv hold intervals, outcome ranges and differences of every cell.`];
  }
  const cause = ranges.length === 0 ? "by luck" : "by luck and by not knowing the ranged inputs";
  return [
    `[low, high]: ${percentOf(provenance.level)} Monte Carlo interval of the estimate, narrower with more replicates. ${agreement} ` +
      `Outcomes of one launch differ ${cause}.`,
    "P: share of outcomes in which the design is better than no program, ties half. +/−: paired difference to the design as " +
      "written, same customers and same luck; pp = percentage points.",
  ];
}
