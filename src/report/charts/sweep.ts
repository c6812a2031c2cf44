import type { Sweep } from "../../study/sweepFindings.js";
import { compact } from "../compact.js";
import { percentOf } from "../facts.js";
import { formatProbability } from "../format.js";
import { counted, spoken } from "../words.js";
import { wordsInstead } from "./empty.js";
import { leverMap } from "./leverMap.js";
import { leverPanels } from "./leverPanels.js";
import { leverEnd, leverName, leverText } from "./levers.js";
import { type ChartSpec, chart, WIDTH } from "./spec.js";

/**
 * The designs of a sweep. One lever: a panel a measure, with intervals, along the lever's values; two levers: a map of net value.
 *
 * @param sweep of one or two levers
 */
export function sweepChart(sweep: Sweep): ChartSpec {
  const { levers, designs, provenance } = sweep;
  if (designs.length === 0 || levers.length === 0) return wordsInstead("Designs tried", "No design was tried.");
  const level = percentOf(provenance.level);
  if (levers.length === 1) {
    const subtitle =
      `Along ${leverName(levers[0])}. Dot: estimate; thick: ${level} Monte Carlo interval; thin: outcome range, 5–95 %; ` +
      `ring: highest net value${writtenNote(sweep)}`;
    return chart(title(sweep), subtitle, leverPanels(sweep));
  }
  const [down, across] = levers;
  const subtitle =
    `Net value (discounted) by ${leverName(down)} (up) and ${leverName(across)} (across). Thick frame: highest; ` +
    `dashed: as written${designs.some(({ isAsWritten }) => isAsWritten) ? "" : " (none of those tried)"}. Intervals and outcome ranges in the tooltips`;
  return chart(title(sweep), subtitle, leverMap(sweep, { width: WIDTH, isVerdict: false }));
}

/** Where the scenario as it is written stands. */
function writtenNote({ levers: [{ written, values }], designs }: Sweep): string {
  if (designs.some(({ isAsWritten }) => isAsWritten)) return "; dashed: as written";
  if (written === null) return "; as written there is no such value";
  const isPlaced = typeof written === "number" && values.every((value) => typeof value === "number");
  return isPlaced ? "; dashed, diamond: as written" : "; as written it is none of those";
}

function title({ designs, best, currency, levers }: Sweep): string {
  const design = designs[best.design];
  const value = compact(design.findings.netValue.level.value, "money", currency);
  const name = spoken(levers.map((lever, at) => `${leverEnd(lever)} = ${leverText(design.values[at] ?? null)}`));
  if (designs.length === 1) return `Net value with ${name}: ${value}`;
  const values = designs.map(({ findings }) => findings.netValue.level.value);
  if (values.every((one) => one === values[0])) {
    return `All ${designs.length} designs have the same net value, ${value}`;
  }
  const share = formatProbability(best.share);
  const edge =
    best.atEdgeOf.length === 0 ? "" : `; ${levers.length === 1 ? "it" : "that"} is the edge of what was tried`;
  return best.isFlattered
    ? `Outcomes do not agree on the best of ${counted(designs.length, "design")}: ${name} is best in ${share} of them, ${value}${edge}`
    : `Net value is highest with ${name}: ${value}, best in ${share} of outcomes${edge}`;
}
