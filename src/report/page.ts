import { fingerprint } from "../random/hash.js";
import type { Comparison, GroupFindings, MeasureLabel } from "../study/findings.js";
import { SECTIONS, type Section } from "./charts/all.js";
import type { Chart, ChartSpec } from "./charts/spec.js";
import { groupHtml } from "./page/group.js";
import { html } from "./page/html.js";
import { type PageAssets, pageOf } from "./page/shell.js";
import { summaryHtml } from "./page/summary.js";

/**
 * A comparison as one HTML page that opens from a disk and asks the network for nothing. The same comparison gives the same
 * bytes. Its policy runs only the scripts the page was made with, named by a nonce no scenario's author can foresee.
 *
 * @param comparison what was found
 * @param assets scripts written into the page
 * @returns HTML
 */
export function page(comparison: Comparison, assets: PageAssets): string {
  const { groups, measures } = comparison;
  const charts = groups.map((group, i) => chartsOf(group, measures, `chart-${i}`));
  const drawn = charts.flatMap((sections) => Object.values(sections));
  const contents = groups.map((group, i) => `<li><a href="#group-${i}">${html(group.name)}</a></li>`);
  return pageOf(
    {
      title: `Loyalty programs compared: ${groups.map(({ name }) => name).join(", ")}`,
      header: `<h1>Loyalty programs compared</h1>
<p>Every customer lives on the same luck without a program and in each design: what differs is the program and nothing else.</p>
${contents.length < 2 ? "" : `<nav aria-label="Groups"><ul>${contents.join("\n")}</ul></nav>`}
${summaryHtml(groups)}`,
      main: `${groups.map((group, i) => groupHtml(group, measures, `group-${i}`, charts[i] ?? NO_CHARTS)).join("\n")}
<section class="group" id="definitions">
<h2>What the measures mean</h2>
<dl class="definitions">${measures.map(({ label, formula }) => `<dt>${html(label)}</dt><dd>${html(formula)}</dd>`).join("\n")}</dl>
</section>`,
      footer: "Made by tenure. Simulated, not observed: the numbers are as good as the scenarios.",
      charts: Object.assign({}, ...drawn),
      nonce: fingerprint(comparison),
    },
    assets,
  );
}

type Charts = Readonly<Record<Section, Readonly<Record<string, ChartSpec>>>>;

const NO_CHARTS: Charts = { overall: {}, types: {}, tiers: {}, cohorts: {} };

/** The charts of a group by section and id, without those of which it has nothing. */
function chartsOf(group: GroupFindings, measures: readonly MeasureLabel[], id: string): Charts {
  const drawn = (section: Section): Record<string, ChartSpec> =>
    Object.fromEntries(
      Object.entries<Chart>(SECTIONS[section]).flatMap(([name, draw]): [string, ChartSpec][] => {
        const spec = draw(group, measures);
        return spec === null ? [] : [[`${id}-${name}`, spec]];
      }),
    );
  return { overall: drawn("overall"), types: drawn("types"), tiers: drawn("tiers"), cohorts: drawn("cohorts") };
}
