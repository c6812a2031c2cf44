import type { FitReport } from "../../fit/fitCustomerBase.js";
import type { TransactionLog } from "../../fit/transactionLog.js";
import { logParts, type ReportPart } from "../fit/program.js";
import {
  bookTable,
  factsOfFit,
  fitSentences,
  holdoutTable,
  modelTable,
  parameterTable,
  warningSentences,
} from "../fit/tables.js";
import { codeHtml, html } from "../page/html.js";
import { counted, wrap } from "../words.js";
import { bareTable, factsHtml, framed, type Output, TEXT_WIDTH } from "./output.js";

/**
 * A fitted customer base as a notebook shows it: warnings first, then what was found in plain words, parameters with standard errors,
 * why this model, and what became of every row.
 *
 * @param report of a fit
 */
export function fitOutput(report: FitReport): Output {
  const warnings = warningSentences(report).map((one) => `Mind: ${one}`);
  const held = holdoutTable(report);
  return together(
    [factsOfFit(report).join(" · "), ...warnings, ...fitSentences(report), ...report.why.map((one) => `${one}.`)],
    [
      ...[parameterTable(report), modelTable(report), ...(held === null ? [] : [held])].map(bareTable),
      ...logParts(report.log).map(bare),
      bareTable(bookTable(report.log.book)),
    ],
  );
}

/**
 * A log as it was read: what it holds and what became of every row.
 *
 * @param log that was read
 */
export function logOutput({ file, customers, purchaseDays, daily, whole, book }: TransactionLog): Output {
  return together(
    [
      `${file}: ${counted(customers, "customer")}, ${counted(purchaseDays, "purchase day")}, ${daily.start} to ${whole.until}.`,
      `Read as: ${book.detected.map(({ what, value }) => `${what}: ${value}`).join("; ")}.`,
    ],
    [bareTable(bookTable(book))],
  );
}

function bare(part: ReportPart): Output {
  if (part.kind === "table") return bareTable(part.table);
  if (part.kind === "words") return { html: paragraph(part.text), text: wrap(part.text, TEXT_WIDTH).join("\n") };
  return {
    html: `${paragraph(part.about)}\n${codeHtml(part.text)}`,
    text: [...wrap(part.about, TEXT_WIDTH), part.text.trimEnd()].join("\n"),
  };
}

function paragraph(text: string): string {
  return `<p>${html(text)}</p>`;
}

/** Sentences, the first of them quiet, then tables and what stands between them. */
function together([facts = "", ...sentences]: readonly string[], drawn: readonly Output[]): Output {
  return {
    html: framed(factsHtml([facts], "<br>"), ...sentences.map(paragraph), ...drawn.map((table) => table.html)),
    text: [
      [facts, ...sentences].flatMap((one) => wrap(one, TEXT_WIDTH)).join("\n"),
      ...drawn.map(({ text }) => text),
    ].join("\n\n"),
  };
}
