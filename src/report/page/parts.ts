import type { GroupFindings, MeasureLabel, WorldFindings } from "../../study/findings.js";
import type { Section } from "../charts/all.js";
import type { ChartSpec } from "../charts/spec.js";
import { cohortSentence, tierSentence, typeSentence } from "../partSentences.js";
import { type PartTable, tierTable, typeTable } from "../table/parts.js";
import { html, tableHtml } from "./html.js";
import { cellHtml } from "./measures.js";

/** What a section by type, tier or cohort says of a world in words, and in a table. */
interface PartSection {
  readonly heading: string;
  readonly sentence: (world: WorldFindings, group: GroupFindings) => string | null;
  readonly table: ((world: WorldFindings, group: GroupFindings, measures: readonly MeasureLabel[]) => PartTable) | null;
  readonly caption: string;
}

const SECTIONS: Readonly<Record<Exclude<Section, "overall">, PartSection>> = {
  types: {
    heading: "By loyalty type",
    sentence: typeSentence,
    table: typeTable,
    caption: "per day-one customer of each loyalty type",
  },
  tiers: {
    heading: "By tier",
    sentence: tierSentence,
    table: tierTable,
    caption: "per member and year in each tier; members at the end",
  },
  cohorts: { heading: "By cohort", sentence: cohortSentence, table: null, caption: "" },
};

/**
 * The sections by loyalty type, by tier and by cohort: sentences, charts, tables. Those of which the group has nothing are left out.
 *
 * @param group worlds that share a world 0
 * @param measures their units
 * @param charts by section, then by the id of the element they are drawn in
 * @param figures draws the elements
 */
export function partsHtml(
  group: GroupFindings,
  measures: readonly MeasureLabel[],
  charts: Readonly<Record<Section, Readonly<Record<string, ChartSpec>>>>,
  figures: (charts: Readonly<Record<string, ChartSpec>>) => string,
): string {
  const sections = Object.entries(SECTIONS) as [Exclude<Section, "overall">, PartSection][];
  return sections
    .filter(([key]) => Object.keys(charts[key]).length > 0)
    .map(([key, { heading, sentence, table, caption }]) => {
      const sentences = group.worlds.flatMap((world) => {
        const text = world.role === "program" ? sentence(world, group) : null;
        return text === null ? [] : [`<p>${html(text)}</p>`];
      });
      const tables = table === null ? [] : group.worlds.map((world) => ({ world, of: table(world, group, measures) }));
      const numbers = tables
        .filter(({ of }) => of.rows.length > 0)
        .map(({ world, of }) =>
          tableHtml(
            `${html(world.name)}: ${caption}`,
            of.head.map(html),
            of.rows.map(({ name, cells }) => [html(name), ...cells.map(cellHtml)]),
            "parts",
          ),
        );
      const details =
        numbers.length === 0 ? "" : `<details><summary>Numbers</summary>\n${numbers.join("\n")}</details>`;
      return `<h3>${heading}</h3>\n${sentences.join("\n")}\n${figures(charts[key])}\n${details}`;
    })
    .join("\n");
}
