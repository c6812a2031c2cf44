import { fingerprint } from "../random/hash.js";
import type { Comparison, GroupFindings, MeasureLabel } from "../study/findings.js";
import { SECTIONS, type Section } from "./charts/all.js";
import type { Chart, ChartSpec } from "./charts/spec.js";
import { BOOT } from "./page/boot.js";
import { groupHtml } from "./page/group.js";
import { html, inlineJson, inlineScript } from "./page/html.js";
import { STYLE } from "./page/style.js";

/** Texts of the scripts that draw charts in a browser: their builds for a plain script element. */
export interface PageAssets {
  readonly vega: string;
  readonly vegaLite: string;
  readonly vegaEmbed: string;
}

/**
 * A comparison as one HTML page that opens from a disk and asks the network for nothing. The same comparison gives the same
 * bytes. Its policy runs only the scripts the page was made with, named by a nonce no scenario's author can foresee.
 *
 * @param comparison what was found
 * @param assets scripts written into the page
 * @returns HTML
 */
export function page(comparison: Comparison, assets: PageAssets): string {
  const nonce = fingerprint(comparison);
  const { groups, measures } = comparison;
  const charts = groups.map((group, i) => chartsOf(group, measures, `chart-${i}`));
  const drawn = charts.flatMap((sections) => Object.values(sections));
  const script = (text: string): string => `<script nonce="${nonce}">${inlineScript(text)}</script>`;
  const contents = groups.map((group, i) => `<li><a href="#group-${i}">${html(group.name)}</a></li>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(nonce)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="tenure">
<title>Loyalty programs compared: ${groups.map(({ name }) => html(name)).join(", ")}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Loyalty programs compared</h1>
<p>Every customer lives on the same luck without a program and in each design: what differs is the program and nothing else.</p>
${contents.length < 2 ? "" : `<nav aria-label="Groups"><ul>${contents.join("\n")}</ul></nav>`}
<noscript><p>The charts need scripts; the tables hold the same numbers.</p></noscript>
</header>
<main>
${groups.map((group, i) => groupHtml(group, measures, `group-${i}`, charts[i] ?? NO_CHARTS)).join("\n")}
<section class="group" id="definitions">
<h2>What the measures mean</h2>
<dl class="definitions">${measures.map(({ label, formula }) => `<dt>${html(label)}</dt><dd>${html(formula)}</dd>`).join("\n")}</dl>
</section>
</main>
<footer>Made by tenure. Simulated, not observed: the numbers are as good as the scenarios.</footer>
<script type="application/json" id="specs">${inlineJson(Object.assign({}, ...drawn))}</script>
${[assets.vega, assets.vegaLite, assets.vegaEmbed, BOOT].map(script).join("\n")}
</body>
</html>
`;
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

/** Nothing but what the page carries; styles are free, the chart scripts write their own. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");
}
