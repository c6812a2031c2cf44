import type { CleaningBook, DirtExample } from "../../fit/cleaning.js";
import type { Fit } from "../../fit/fit.js";
import type { FitReport } from "../../fit/fitCustomerBase.js";
import { classLabel } from "../charts/frequencies.js";
import { chosenLabel, offBy } from "../charts/ofFit.js";
import { digits } from "../format.js";
import type { TextTable } from "../output/output.js";
import { counted } from "../words.js";
import { figure, parameterRows } from "./meanings.js";

/**
 * The cleaning book: what became of every row of the log, with examples.
 *
 * @param book of a log
 */
export function bookTable({ rowsRead, rowsUsed, setAside, noted }: CleaningBook): TextTable {
  return {
    caption: `${counted(rowsRead, "row")} read = ${digits(rowsUsed, 0)} used + ${digits(rowsRead - rowsUsed, 0)} set aside`,
    head: ["what", "how many", "rule", "for example"],
    rows: [
      ...setAside.map(({ rows, rule, examples }) => ["set aside", counted(rows, "row"), rule, exampleText(examples)]),
      ...noted.map(({ count, of, rule, examples }) => [
        ...["used", counted(count, of.replace(/s$/, "")), rule, exampleText(examples)],
      ]),
      ...(setAside.length + noted.length === 0 ? [["used", counted(rowsUsed, "row"), "nothing to remark", ""]] : []),
    ],
    isOfWords: true,
  };
}

function exampleText([first]: readonly DirtExample[]): string {
  return first === undefined ? "" : `line ${first.line}: ${JSON.stringify(first.got)}`;
}

/**
 * Parameters of the model chosen and of spend.
 *
 * @param report of a fit
 */
export function parameterTable(report: FitReport): TextTable {
  return {
    caption: `Parameters, time in ${report.log.timeUnit}s`,
    head: ["parameter", "estimate", "standard error", "95 % interval", "what it says"],
    rows: parameterRows(report).map(({ model, name, value, error, interval, meaning }) => [
      `${model} ${name}`,
      ...[value, error, interval, meaning],
    ]),
    isOfWords: true,
  };
}

/**
 * Every model tried: how well it fits, how well it forecasts.
 *
 * @param report of a fit
 */
export function modelTable({ choice, checks, model, log }: FitReport): TextTable {
  const until = log.calibration === null ? "all of the log" : `the log up to ${log.calibration.until}`;
  return {
    caption: `Models of purchases, fitted to ${until}`,
    head: [
      ...["model", "AIC", "held out: expected", "off by"],
      ...["mean absolute error", "root mean squared error", "log-likelihood held out", "sound"],
    ],
    rows: choice.candidates.map(({ fit, holdout }, at) => [
      named(checks[at]?.label ?? "", fit.model === model),
      digits(fit.aic, 1),
      ...(holdout === null
        ? ["–", "–", "–", "–", "–"]
        : [
            digits(holdout.expected, 0),
            offBy(holdout.expected, holdout.actual),
            digits(holdout.meanAbsoluteError, 3),
            digits(holdout.rootMeanSquaredError, 3),
            digits(holdout.logLikelihood, 1),
          ]),
      fit.converged && fit.identified ? "yes" : "no",
    ]),
    isOfWords: false,
  };
}

/**
 * What was held out, by repeat purchases before it.
 *
 * @param report of a fit
 * @returns null when nothing was
 */
export function holdoutTable({ choice, checks, log, model }: FitReport): TextTable | null {
  const scored = choice.candidates.flatMap(({ fit, holdout }, at) =>
    holdout === null ? [] : [{ label: named(checks[at]?.label ?? "", fit.model === model), holdout }],
  );
  const [first] = scored;
  if (first === undefined || log.calibration === null) return null;
  return {
    caption: `Purchases each after ${log.calibration.until}, made and expected`,
    head: ["repeat purchases before", "customers", "made", ...scored.map(({ label }) => label)],
    rows: first.holdout.classes.map(({ x, customers, actual }, at) => [
      classLabel(x),
      digits(customers, 0),
      digits(actual / customers, 2),
      ...scored.map(({ holdout }) => digits((holdout.classes[at]?.expected ?? 0) / customers, 2)),
    ]),
    isOfWords: false,
  };
}

function named(label: string, isChosen: boolean): string {
  return isChosen ? `${label} (chosen)` : label;
}

/**
 * What a log is, as short phrases.
 *
 * @param report of a fit
 */
export function factsOfFit({ log }: FitReport): string[] {
  return [
    log.file,
    counted(log.customers, "customer"),
    counted(log.purchaseDays, "purchase day"),
    `${log.daily.start} to ${log.whole.until}`,
    log.calibration === null ? "nothing held out" : `held out after ${log.calibration.until}`,
  ];
}

/**
 * The fit in plain words: how often customers buy, how they leave, what they spend, season and newcomers.
 *
 * @param report of a fit
 */
export function fitSentences(report: FitReport): string[] {
  const { rate, leaving, leavingPer } = report.heterogeneity;
  const { season, acquisition, spend, log } = report;
  const leave = `${digits(100 * leaving.mean, 1)} % leave`;
  const leaves =
    leavingPer === "purchase"
      ? `${leave} after their first repeat purchase, fewer after each later one, since those who leave soon are gone by then`
      : `${leave} within a year`;
  const perMonth = typeof acquisition.perMonth === "number" ? [acquisition.perMonth] : acquisition.perMonth;
  const newcomers =
    perMonth.length === 1
      ? `${counted(perMonth[0] ?? 0, "customer")} a month`
      : `${counted(
          perMonth.reduce((sum, one) => sum + one, 0),
          "customer",
        )} a year`;
  return [
    `The average customer buys ${figure(rate.mean, 3)} times a year while a customer, after the first purchase; ` +
      `${leaves}. That is ${chosenLabel(report)}.`,
    ...(spend === null ? [] : [spendSentence(spend, log.currency)]),
    season.estimated ? `Season: ${season.why}.` : `No season: ${season.why}.`,
    `New customers: ${newcomers}, ${acquisition.why}.`,
  ];
}

/** A mean needs q above 1. */
function spendSentence(fit: Fit, currency: string | null): string {
  const { p = 0, q = 0, v = 0 } = fit.parameters;
  const unit = currency === null ? " in the currency of the log" : ` ${currency}`;
  return q > 1
    ? `A purchase is worth ${digits((p * v) / (q - 1), 2)}${unit} on average over customers.`
    : "Customers differ so much in spend that the model has no mean: look at outliers first.";
}

/**
 * What must be known before the numbers are used, the worst first.
 *
 * @param report of a fit
 */
export function warningSentences({ isSound, warnings, log }: FitReport): string[] {
  return [
    ...(isSound
      ? []
      : [
          "This fit does not hold: a maximum was not reached, or the data do not hold a parameter. Do not forecast with it.",
        ]),
    ...warnings,
    ...(log.program?.warnings ?? []),
    ...(log.loyaltyTypes?.warnings ?? []),
  ];
}
