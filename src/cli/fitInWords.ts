import type { CleaningBook, DirtExample } from "../fit/cleaning.js";
import { FAMILIES } from "../fit/families.js";
import type { Fit } from "../fit/fit.js";
import type { FitReport } from "../fit/fitCustomerBase.js";
import { SPEND_FAMILY } from "../fit/fitSpend.js";
import { type HoldoutScore, TOP_CLASS } from "../fit/holdout.js";
import { logParts, type ReportPart } from "../report/fit/program.js";
import { warningSentences } from "../report/fit/tables.js";
import { digits as figures } from "../report/format.js";
import { bareTable } from "../report/output/output.js";
import { draw } from "../report/table/draw.js";
import { counted, printable, wrap } from "../report/words.js";

/** Places of a percentage. */
const share = (part: number, whole: number): string => (whole === 0 ? "–" : `${figures((100 * part) / whole, 1)} %`);

/**
 * What a fit found, for a reader at a terminal: the cleaning book, parameters, the holdout, the model chosen, warnings.
 *
 * @param report what was found
 * @param width of a line
 * @returns text, ending with a line break
 */
export function fitInWords(report: FitReport, width: number): string {
  const { log, why, season, acquisition, tracking } = report;
  const say = (text: string): string => wrap(printable(text), width).join("\n");
  const repeats = tracking.actual.reduce((sum, one) => sum + one, 0);
  const expected = tracking.expected.reduce((sum, one) => sum + one, 0);
  return `${[
    say(
      `${log.file}: ${counted(log.customers, "customer")}, ${counted(log.purchaseDays, "purchase day")}, ${log.daily.start} to ${log.whole.until}.`,
    ),
    bookInWords(log.book, width),
    parameters(report),
    say(why.map((sentence) => `${sentence}.`).join(" ")),
    ...(log.calibration === null ? [] : [holdout(report)]),
    say(
      `Over the whole weeks of the log the model chosen expects ${counted(Math.round(expected), "repeat purchase")}; there were ${counted(Math.round(repeats), "repeat purchase")}.`,
    ),
    say(`Season: ${season.why}.`),
    say(`New customers: ${acquisition.why}.`),
    ...logParts(log).map((part) => partInWords(part, say)),
    ...warningSentences(report).map((text) => say(`Mind: ${text}`)),
  ].join("\n\n")}\n`;
}

function partInWords(part: ReportPart, say: (text: string) => string): string {
  if (part.kind === "words") return say(part.text);
  return part.kind === "table" ? bareTable(part.table).text : `${say(part.about)}\n${part.text.trimEnd()}`;
}

/** The book of what became of every row. */
function bookInWords({ rowsRead, rowsUsed, setAside, noted, detected }: CleaningBook, width: number): string {
  const line = (text: string): string[] => wrap(printable(text), width - 2).map((one) => `  ${one}`);
  const examples = (found: readonly DirtExample[]): string[] =>
    found.length === 0
      ? []
      : line(`  for example ${found.map((one) => `line ${one.line} ${JSON.stringify(one.got)}`).join(", ")}`);
  return [
    ...wrap(`Read as: ${detected.map(({ what, value }) => `${what}: ${value}`).join("; ")}.`, width),
    `${counted(rowsRead, "row")} read = ${counted(rowsUsed, "row")} used${setAside.map(({ reason, rows }) => ` + ${figures(rows, 0)} ${REASON_IN_WORDS[reason]}`).join("")}.`,
    ...(setAside.length === 0 ? [] : ["Set aside:"]),
    ...setAside.flatMap(({ rows, rule, examples: found }) => [
      ...line(`${counted(rows, "row")}: ${rule}`),
      ...examples(found),
    ]),
    ...(noted.length === 0 ? [] : ["Used, and worth knowing:"]),
    ...noted.flatMap(({ count, of, rule, examples: found }) => [
      ...line(`${counted(count, of.replace(/s$/, ""))}: ${rule}`),
      ...examples(found),
    ]),
  ].join("\n");
}

const REASON_IN_WORDS = {
  ragged: "ragged",
  noCustomer: "without a customer",
  unreadableDate: "with an unreadable date",
  unreadableAmount: "with an unreadable amount",
  tooEarly: "dated too early",
  future: "in the future",
  afterUntil: "after the last day observed",
  otherCurrency: "in another currency",
  otherStatus: "of another status",
  zeroPrice: "at a price of 0",
  duplicate: "duplicates",
  outlier: "of outliers",
  unmatchedReturn: "returns of nothing bought",
} as const;

function parameters({ choice, fit, spend, log }: FitReport): string {
  const isHeld = log.calibration !== null;
  const fits: readonly { readonly of: string; readonly fit: Fit }[] = [
    ...choice.candidates.map((one) => ({ of: FAMILIES[one.fit.model].label, fit: one.fit })),
    ...(isHeld ? [{ of: `${FAMILIES[fit.model].label}, all of the log`, fit }] : []),
    ...(spend === null ? [] : [{ of: `${SPEND_FAMILY.label}${isHeld ? ", all of the log" : ""}`, fit: spend }]),
  ];
  return draw({
    head: ["model", "parameters ± standard error", "log-likelihood", "AIC", "BIC", "sound"],
    rows: fits.map(({ of, fit: one }) => [
      of,
      one.names
        .map((name) => `${name} ${digits(one.parameters[name])} ± ${digits(one.standardErrors[name], 2)}`)
        .join("\n"),
      figures(one.logLikelihood, 2),
      figures(one.aic, 1),
      figures(one.bic, 1),
      one.converged && one.identified ? "yes" : "no",
    ]),
    widths: [null, null, null, null, null, null],
    ruled: true,
    padding: 1,
  });
}

function digits(value: number | undefined, count = 4): string {
  return value === undefined || !Number.isFinite(value) ? "?" : `${Number(value.toPrecision(count))}`;
}

function holdout({ choice, log, model }: FitReport): string {
  const scored = choice.candidates.flatMap(({ fit, holdout: score }) => {
    const label = `${FAMILIES[fit.model].label}${fit.model === model ? " (chosen)" : ""}`;
    return score === null ? [] : [{ label, score }];
  });
  const [{ score: first }] = scored;
  const rows = first.classes.map((one, at) => [
    one.x === TOP_CLASS ? `${TOP_CLASS} or more` : `${one.x}`,
    figures(one.customers, 0),
    (one.actual / one.customers).toFixed(2),
    ...scored.map(({ score }) => (score.classes[at].expected / one.customers).toFixed(2)),
  ]);
  const line = (text: string, of: (score: HoldoutScore) => string): string[] => [
    text,
    "",
    "",
    ...scored.map(({ score }) => of(score)),
  ];
  const table = draw({
    head: ["repeat purchases before", "customers", "actual each", ...scored.map(({ label }) => label)],
    rows: [
      ...rows,
      [
        "all, in total",
        figures(first.customers, 0),
        figures(first.actual, 0),
        ...scored.map(({ score }) => figures(score.expected, 0)),
      ],
      line("off by", ({ expected, actual }) => share(expected - actual, actual)),
      line("mean absolute error", ({ meanAbsoluteError }) => meanAbsoluteError.toFixed(3)),
      line("root of mean squared error", ({ rootMeanSquaredError }) => rootMeanSquaredError.toFixed(3)),
      line("log-likelihood", ({ logLikelihood }) => figures(logLikelihood, 1)),
    ],
    widths: [null, null, null, ...scored.map(() => null)],
    ruled: false,
    padding: 1,
  });
  return `Held out: purchases after ${log.calibration?.until ?? ""}, forecast from those until then.\n${table}`;
}
