import { VERSION } from "../basics/version.js";
import type { FitReport } from "../fit/fitCustomerBase.js";
import { fingerprint } from "../random/hash.js";
import { FIT_CHARTS } from "./charts/allOfFit.js";
import { programParts, type ReportPart, typeParts } from "./fit/program.js";
import {
  bookTable,
  factsOfFit,
  fitSentences,
  holdoutTable,
  modelTable,
  parameterTable,
  warningSentences,
} from "./fit/tables.js";
import type { TextTable } from "./output/output.js";
import { codeHtml, html, tableHtml } from "./page/html.js";
import { figures, type PageAssets, pageOf } from "./page/shell.js";

/** The file of the fitted customer base, as the page names it. */
const BASE_FILE = "customer-base.yaml";

const WORDS: readonly (readonly [string, string])[] = [
  ["repeat purchase", "a day on which a customer buys again; purchases of one day are one, the first is none"],
  ["held out", "what came after the last day of calibration: the models are fitted without it and forecast it"],
  ["NBD, nobody leaves", "the yardstick: a model in which customers differ in rate alone"],
  [
    "standard error",
    "how far an estimate may be from what endless data would give, for two in three logs like this one",
  ],
  ["AIC", "misfit and a price for every parameter: lower is better among models of the same log"],
  ["mean absolute error", "purchases by which the forecast of a customer is off, on average over customers"],
  ["log-likelihood held out", "how probable a model holds what was held out: higher is better, on a logarithm"],
  ["sound", "a maximum of the likelihood was reached, and the log holds every parameter from both sides"],
];

/**
 * A fitted customer base as one HTML page that opens from a disk and asks the network for nothing: warnings first, then what was
 * found in plain words, parameters, holdout, charts and what became of every row. The same fit gives the same bytes.
 *
 * @param report of a fit
 * @param name of the customer base
 * @param assets scripts written into the page
 * @returns HTML
 */
export function fitPage(report: FitReport, name: string, assets: PageAssets): string {
  const charts = Object.fromEntries(Object.entries(FIT_CHARTS).map(([key, draw]) => [`chart-${key}`, draw(report)]));
  const warnings = warningSentences(report);
  const held = holdoutTable(report);
  return pageOf(
    {
      title: `Customer base: ${name}`,
      header: `<h1>${html(name)}</h1>
<p>A customer base fitted to a company's own transactions.</p>
<p class="facts">${factsOfFit(report).map(html).join(" · ")}</p>`,
      main: `<section class="group" id="fit">
${warnings.length === 0 ? "" : `<h2>Mind</h2>\n<ul class="warnings">${warnings.map((one) => `<li>${html(one)}</li>`).join("\n")}</ul>`}
<h2>What was found</h2>
${fitSentences(report).map(paragraph).join("\n")}
${table(parameterTable(report), "fit words")}
<h3>Why this model</h3>
<ul>${report.why.map((one) => `<li>${html(one)}.</li>`).join("\n")}</ul>
${table(modelTable(report), "fit")}
${held === null ? "" : table(held, "fit")}
<h3>Charts</h3>
${figures(charts)}
${partsHtml("The program, as the log shows it", report.log.program === null ? [] : programParts(report.log.program))}
${partsHtml("Loyalty types", report.log.loyaltyTypes === null ? [] : typeParts(report.log.loyaltyTypes))}
<h3>What became of every row</h3>
${paragraph(`Read as: ${report.log.book.detected.map(({ what, value }) => `${what}: ${value}`).join("; ")}.`)}
${table(bookTable(report.log.book), "fit words book")}
<h3>What to do with it</h3>
${useHtml(report)}
</section>
<section class="group" id="definitions">
<h2>What the words mean</h2>
<dl class="definitions">${WORDS.map(([term, said]) => `<dt>${html(term)}</dt><dd>${html(said)}</dd>`).join("\n")}</dl>
</section>`,
      footer: `Made by tenure ${VERSION}. Estimated from one log: what it does not hold, the fit does not know.`,
      charts,
      nonce: fingerprint([
        name,
        report.log.book,
        report.checks.map(({ frequencies, tracking }) => [frequencies, tracking]),
      ]),
    },
    assets,
  );
}

/** A section of words, tables and lines of a scenario file; nothing where there are none. */
function partsHtml(title: string, parts: readonly ReportPart[]): string {
  if (parts.length === 0) return "";
  return [`<h3>${html(title)}</h3>`, ...parts.map(partHtml)].join("\n");
}

function partHtml(part: ReportPart): string {
  if (part.kind === "words") return paragraph(part.text);
  if (part.kind === "table") return table(part.table, "fit");
  return `${paragraph(part.about)}\n${codeHtml(part.text)}`;
}

/** Where the file is and what it lacks; nowhere when the fit does not hold. */
function useHtml({ isSound }: FitReport): string {
  if (!isSound) return paragraph(`${BASE_FILE} was not written, since the fit does not hold.`);
  const lines = [
    "schema: 1",
    "name: Our first design",
    `extends: ${BASE_FILE}`,
    "# Yours: no log says what a purchase earns.",
    "economics: { grossMargin: 0.4 }",
  ];
  return `<p>The customer base stands beside this page, in <code>${BASE_FILE}</code>. A scenario extends it and states what no log says, the gross margin; a program goes into the same file:</p>
${codeHtml(lines.join("\n"))}
<p>In that file all customers are new on the first day: a company that begins. <code>present-customers.yaml</code> extends it with the same customers as they are at the end of the log. Parameters are ranges of what the fit leaves open.</p>
<p>Of a program that already runs, the log shows members beside others: members chose to be members, so the gap between them is no effect of the program.</p>`;
}

function paragraph(text: string): string {
  return `<p>${html(text)}</p>`;
}

function table({ caption, head, rows }: TextTable, className: string): string {
  return tableHtml(
    html(caption),
    head.map(html),
    rows.map((row) => row.map(html)),
    className,
  );
}
