import type { ChartSpec } from "../charts/spec.js";
import { BOOT } from "./boot.js";
import { html, inlineJson, inlineScript } from "./html.js";
import { STYLE } from "./style.js";

/** Texts of the scripts that draw charts in a browser: their builds for a plain script element. */
export interface PageAssets {
  readonly vega: string;
  readonly vegaLite: string;
  readonly vegaEmbed: string;
}

/** What stands in a page; texts apart from the title are finished HTML. */
export interface PageParts {
  readonly title: string;
  readonly header: string;
  readonly main: string;
  readonly footer: string;
  /** By the id of the element they are drawn in. */
  readonly charts: Readonly<Record<string, ChartSpec>>;
  /** Names the scripts that may run; no author of what is shown can foresee it. */
  readonly nonce: string;
}

/**
 * A page that opens from a disk and asks the network for nothing. Its policy runs only the scripts it was made with.
 *
 * @param parts what stands in it
 * @param assets scripts written into it
 * @returns HTML
 */
export function pageOf({ title, header, main, footer, charts, nonce }: PageParts, assets: PageAssets): string {
  const script = (text: string): string => `<script nonce="${nonce}">${inlineScript(text)}</script>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(nonce)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="tenure">
<title>${html(title)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<header>
${header}
<noscript><p>The charts need scripts; the tables hold the same numbers.</p></noscript>
</header>
<main>
${main}
</main>
<footer>${footer}</footer>
<script type="application/json" id="specs">${inlineJson(charts)}</script>
${[assets.vega, assets.vegaLite, assets.vegaEmbed, BOOT].map(script).join("\n")}
</body>
</html>
`;
}

/**
 * Charts as figures with their words, side by side where there is room.
 *
 * @param charts by the id of the element they are drawn in
 */
export function figures(charts: Readonly<Record<string, ChartSpec>>): string {
  return `<div class="charts">\n${Object.entries(charts).map(figure).join("\n")}\n</div>`;
}

function figure([id, spec]: [string, ChartSpec]): string {
  return `<figure aria-label="${html(spec.description)}"><div class="chart" id="${id}"></div></figure>`;
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
