import type { CleaningBook, DirtExample } from "../fit/cleaning.js";
import type { Fit } from "../fit/fit.js";
import type { FitReport } from "../fit/fitCustomerBase.js";
import { draw } from "../report/table/draw.js";
import { counted, printable, wrap } from "../report/words.js";
import { programInWords, typesInWords } from "./programInWords.js";

/** Places of a percentage. */
const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

/**
 * What a fit found, for a reader at a terminal: the cleaning book, parameters, the holdout, the model chosen, warnings.
 *
 * @param report what was found
 * @param width of a line
 * @returns text, ending with a line break
 */
export function fitInWords(report: FitReport, width: number): string {
  const { log, why, warnings, season, acquisition, tracking } = report;
  const say = (text: string): string => wrap(printable(text), width).join("\n");
  const repeats = tracking.actual.reduce((sum, one) => sum + one, 0);
  const expected = tracking.expected.reduce((sum, one) => sum + one, 0);
  return `${[
    say(
      `${log.file}: ${counted(log.customers, "customer")}, ${counted(log.purchaseDays, "purchase day")}, ${log.daily.start} to ${log.whole.until}.`,
    ),
    bookInWords(log.book, width),
    parameters(report),
    say(`Chosen: ${why}.`),
    ...(log.calibration === null ? [] : [holdout(report)]),
    say(
      `Over the whole weeks of the log the model chosen expects ${counted(Math.round(expected), "repeat purchase")}; there were ${counted(Math.round(repeats), "repeat purchase")}.`,
    ),
    say(`Season: ${season.why}.`),
    say(`New customers: ${acquisition.why}.`),
    ...(log.program === null ? [] : programInWords(log.program, width)),
    ...(log.loyaltyTypes === null ? [] : typesInWords(log.loyaltyTypes, width)),
    ...warnings.map((text) => say(`Mind: ${text}`)),
    ...(report.isSound
      ? []
      : [say("This fit does not hold: a maximum was not reached, or the data do not hold a parameter.")]),
  ].join("\n\n")}\n`;
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
    `${counted(rowsRead, "row")} read = ${counted(rowsUsed, "row")} used${setAside.map(({ reason, rows }) => ` + ${rows} ${REASON_IN_WORDS[reason]}`).join("")}.`,
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

function parameters({ candidates, spend }: FitReport): string {
  const fits: { readonly label: string; readonly fit: Fit }[] = [
    ...candidates.map(({ label, whole }) => ({ label, fit: whole as unknown as Fit })),
    ...(spend === null ? [] : [{ label: "Gamma-Gamma", fit: spend as unknown as Fit }]),
  ];
  return draw({
    head: ["model", "parameters ± standard error", "log-likelihood", "BIC", "sound"],
    rows: fits.map(({ label, fit }) => [
      label,
      fit.names
        .map((name) => `${name} ${digits(fit.parameters[name])} ± ${digits(fit.standardErrors[name], 2)}`)
        .join("\n"),
      fit.logLikelihood.toFixed(2),
      fit.bic.toFixed(1),
      fit.converged && fit.identified ? "yes" : "no",
    ]),
    widths: [null, null, null, null, null],
    ruled: true,
    padding: 1,
  });
}

function digits(value: number | undefined, count = 4): string {
  return value === undefined || !Number.isFinite(value) ? "?" : `${Number(value.toPrecision(count))}`;
}

function holdout({ candidates, log, model }: FitReport): string {
  const checked = candidates.flatMap(({ label, holdout: check, model: one }) =>
    check === null ? [] : [{ label: one === model ? `${label} (chosen)` : label, check }],
  );
  const [{ check: first }] = checked;
  const rows = first.classes.map((one, at) => [
    one.x === 7 ? "7 or more" : `${one.x}`,
    counted(one.customers, "customer").replace(/ .*/, ""),
    (one.actual / one.customers).toFixed(2),
    ...checked.map(({ check }) => (check.classes[at].forecast / one.customers).toFixed(2)),
  ]);
  const table = draw({
    head: ["repeat purchases before", "customers", "actual each", ...checked.map(({ label }) => label)],
    rows: [
      ...rows,
      [
        "all, in total",
        `${first.customers}`,
        `${first.actual}`,
        ...checked.map(({ check }) => check.forecast.toFixed(0)),
      ],
      ["off by", "", "", ...checked.map(({ check }) => share(check.forecast - check.actual, check.actual))],
      ["mean absolute error", "", "", ...checked.map(({ check }) => check.mae.toFixed(3))],
      ["root of mean squared error", "", "", ...checked.map(({ check }) => check.rmse.toFixed(3))],
    ],
    widths: [null, null, null, ...checked.map(() => null)],
    ruled: false,
    padding: 1,
  });
  return `Held out: purchases after ${log.calibration?.until ?? ""}, forecast from those until then.\n${table}`;
}
