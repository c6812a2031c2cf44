import type { GroupFindings, MeasureLabel } from "../../study/findings.js";
import type { Section } from "../charts/all.js";
import type { ChartSpec } from "../charts/spec.js";
import { looksOf } from "../charts/worlds.js";
import { factsOf, legendOf, newcomersOf, programsOf } from "../facts.js";
import { headline } from "../sentences.js";
import { counted } from "../words.js";
import { booksHtml } from "./books.js";
import { html } from "./html.js";
import { measuresHtml } from "./measures.js";
import { partsHtml } from "./parts.js";
import { provenanceHtml } from "./provenance.js";
import { figures } from "./shell.js";

/**
 * One group of worlds as a section of the page.
 *
 * @param group worlds that share a world 0
 * @param measures rows of its table
 * @param id of the section
 * @param charts by section, then by the id of the element they are drawn in
 */
export function groupHtml(
  group: GroupFindings,
  measures: readonly MeasureLabel[],
  id: string,
  charts: Readonly<Record<Section, Readonly<Record<string, ChartSpec>>>>,
): string {
  const programs = programsOf(group);
  const headlines = looksOf(group)
    .filter(({ world }) => world.role === "program")
    .map(({ world, color }) => `<li style="border-color:${color}">${html(headline(world, group))}</li>`);
  return `<section class="group" id="${id}">
<h2>${html(group.name)}</h2>
<p class="facts">${factsOf(group, newcomersOf(group)).map(html).join(" · ")}</p>
${headlines.length === 0 ? "" : `<ul class="headlines">${headlines.join("\n")}</ul>`}
<h3>Key numbers</h3>
${measuresHtml(
  group,
  measures.filter(({ isHeadline }) => isHeadline),
)}
<p class="facts">${legendOf(group).map(html).join("<br>")}</p>
${detailsHtml(group, measures)}
<h3>Charts</h3>
${figures(charts.overall)}
${partsHtml(group, measures, charts, figures)}
${programs.length === 0 ? "" : `<h3>Reward cost by cause, and trial balance</h3>`}
${programs.map((world) => booksHtml(world, group)).join("\n")}
<h3>Provenance</h3>
${provenanceHtml(group)}
</section>`;
}

function detailsHtml(group: GroupFindings, measures: readonly MeasureLabel[]): string {
  const details = measures.filter(
    ({ key, isHeadline }) => !isHeadline && group.worlds.some(({ findings }) => findings[key] !== undefined),
  );
  if (details.length === 0) return "";
  return `<details><summary>${counted(details.length, "further measure")}</summary>\n${measuresHtml(group, details)}</details>`;
}
