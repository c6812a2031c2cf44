import type { Comparison, GroupFindings, MeasureLabel } from "../../study/findings.js";
import { EVERY_LABEL } from "../../study/measures.js";
import { looksOf } from "../charts/worlds.js";
import { factsOf, legendOf, newcomersOf, programsOf } from "../facts.js";
import { html } from "../page/html.js";
import { measuresHtml } from "../page/measures.js";
import { headline } from "../sentences.js";
import { PLAIN } from "../table/draw.js";
import { measureTables } from "../table/measures.js";
import { printable, wrap } from "../words.js";
import { factsHtml, framed, type Output, TEXT_WIDTH } from "./output.js";

/**
 * A comparison as a notebook shows it: for each group a sentence a design, and the measures a decision is read from.
 *
 * @param comparison what was found
 */
export function comparisonOutput({ groups, measures }: Comparison): Output {
  if (groups.length === 0) return { html: "<p>Nothing was compared.</p>", text: "Nothing was compared." };
  return {
    html: framed(...groups.map((group) => groupHtml(group, measures))),
    text: groups.map((group) => groupText(group, measures)).join("\n\n"),
  };
}

/**
 * One group of a comparison as a notebook shows it.
 *
 * @param group worlds that share a world 0
 */
export function groupOutput(group: GroupFindings): Output {
  return comparisonOutput({ groups: [group], measures: EVERY_LABEL });
}

function groupHtml(group: GroupFindings, measures: readonly MeasureLabel[]): string {
  const headlines = looksOf(group)
    .filter(({ world }) => world.role === "program")
    .map(({ world, color }) => `<li style="border-color:${color}">${html(headline(world, group))}</li>`);
  return [
    `<h4>${html(group.name)}</h4>`,
    factsHtml(factsOf(group, newcomersOf(group)), " · "),
    headlines.length === 0 ? "" : `<ul>${headlines.join("\n")}</ul>`,
    measuresHtml(
      group,
      measures.filter(({ isHeadline }) => isHeadline),
    ),
    factsHtml(legendOf(group), "<br>"),
  ].join("\n");
}

function groupText(group: GroupFindings, measures: readonly MeasureLabel[]): string {
  const headlines = measures.filter(({ isHeadline }) => isHeadline);
  const lines = (texts: readonly string[]): string => texts.flatMap((text) => wrap(text, TEXT_WIDTH)).join("\n");
  return [
    lines([printable(group.name), factsOf(group, newcomersOf(group)).join(" · ")]),
    lines(programsOf(group).map((world) => headline(world, group))),
    ...measureTables(group, headlines, TEXT_WIDTH, true, PLAIN),
    lines(legendOf(group)),
  ].join("\n\n");
}
