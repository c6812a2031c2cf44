import type { GroupFindings, WorldFindings } from "../../study/findings.js";
import { compact } from "../compact.js";
import { programsOf, referenceOf } from "../facts.js";
import { formatProbability, NOT_AVAILABLE } from "../format.js";
import { html, tableHtml } from "./html.js";

/**
 * Every design in one line, to be read before anything else; nothing where there are fewer than two.
 *
 * @param groups of worlds; the section of the i-th has the id `group-i`
 */
export function summaryHtml(groups: readonly GroupFindings[]): string {
  const rows = groups.flatMap((group, at) =>
    programsOf(group).map((world) => [
      `<a href="#group-${at}">${html(world.name)}</a>`,
      ...cells(world, group).map((text) => html(text)),
    ]),
  );
  if (rows.length < 2) return "";
  const head = ["design", "months", "cost", "points out", "margin", "net value", "against", "P"];
  return tableHtml(
    "All designs, discounted, of the whole company: program cost, points still out, margin brought. P: share of outcomes in which the design is better",
    head,
    rows,
    "summary",
  );
}

function cells(world: WorldFindings, group: GroupFindings): string[] {
  const money = (key: string, sign: "negative" | "always" = "negative"): string => {
    const value = world.findings[key]?.level.value ?? null;
    return value === null ? NOT_AVAILABLE : compact(value, "money", group.currency, sign);
  };
  const reference = referenceOf(group);
  const better = world.findings.netValue?.probabilityBetter ?? null;
  return [
    `${group.months}`,
    ...[money("programCost"), money("outstandingCharge"), money("incrementalMargin"), money("netValue", "always")],
    ...(reference === null || reference === world || better === null
      ? [NOT_AVAILABLE, NOT_AVAILABLE]
      : [reference.name, formatProbability(better)]),
  ];
}
