import { monthName, monthNumber } from "../basics/calendar.js";
import { VERSION } from "../basics/version.js";
import type { Fit } from "./fit.js";
import type { FitReport } from "./fitCustomerBase.js";

/** Digits parameters are written with. */
const DIGITS = 5;

/**
 * The scenario file of a fitted customer base, for scenarios to extend: what was fitted, with standard errors in comments. What
 * no transaction log says, the gross margin, is left to whoever extends it.
 *
 * @param report of a fit, with a model of spend
 * @param name of the scenario
 * @returns YAML
 * @throws RangeError when there is no model of spend
 * @example
 * import { writeFileSync } from "node:fs";
 * import { tmpdir } from "node:os";
 * const file = `${tmpdir()}/tenure-base.csv`;
 * const rows = Array.from({ length: 90 }, (_, i) => `${i % 40},2025-0${1 + (i % 7)}-1${i % 9},${5 + (i % 6)}`);
 * writeFileSync(file, `id,date,total\n${rows.join("\n")}\n`);
 * const log = await readTransactions(file, { columns: { customer: "id", date: "date", amount: "total" } });
 * customerBaseFile(fitCustomerBase(log, { model: "bgNbd", starts: 1 }), "Our shop"); // /name: "Our shop"/
 */
export function customerBaseFile(report: FitReport, name: string): string {
  const { log, model, spend, season, acquisition, candidates, warnings, why } = report;
  if (spend === null) throw new RangeError("expected a fitted model of spend, got none");
  const { rowsRead, rowsUsed } = log.book;
  const chosen = candidates.find((one) => one.model === model)?.whole as unknown as Fit;
  const number = (fit: Fit, key: string): string => `${Number((fit.parameters[key] ?? 0).toPrecision(DIGITS))}`;
  const errors = (fit: Fit): string =>
    fit.names.map((key) => `${key} ± ${errorOf(fit.standardErrors[key] ?? Number.NaN)}`).join(", ");
  const purchases = (key: string): string => number(chosen, key);
  const attrition =
    model === "bgNbd"
      ? `{ kind: afterPurchase, a: ${purchases("a")}, b: ${purchases("b")} }`
      : `{ kind: overTime, shape: ${purchases("s")}, rate: ${purchases("beta")} }`;
  const money = spend as unknown as Fit;
  const perMonth =
    typeof acquisition.perMonth === "number" ? acquisition.perMonth : `[${acquisition.perMonth.join(", ")}]`;
  const start = monthName(monthNumber(log.whole.until.slice(0, 7)) + 1);
  return `${[
    "schema: 1",
    `name: ${JSON.stringify(name)}`,
    `# Written by tenure fit ${VERSION} from ${plain(log.file)}: ${rowsUsed} of ${rowsRead} rows used, ${log.daily.start} to ${log.whole.until}.`,
    `# Model of purchases: ${why}.`,
    ...(report.isSound
      ? []
      : ["# WARNING: this fit does not hold. Do not forecast with it before what follows is cured."]),
    ...warnings.map((text) => `# Mind: ${plain(text)}`),
    ...(log.currency === null || !/^[A-Z]{3}$/.test(log.currency)
      ? ["# The log names no currency: state `currency: { code: … }` if it is not USD."]
      : [`currency: { code: ${log.currency} }`]),
    "# The month after the log ends.",
    `horizon: { start: ${start} }`,
    "customerBase:",
    "  # Everybody who ever bought in the log. A simulation takes them as new on its first day, which they are not.",
    `  size: ${log.customers}`,
    `  timeUnit: ${log.timeUnit}`,
    `  # Standard errors: ${errors(chosen)}; log-likelihood ${chosen.logLikelihood.toFixed(2)}.`,
    `  purchaseRate: { shape: ${purchases("r")}, rate: ${purchases("alpha")} }`,
    `  attrition: ${attrition}`,
    `  # Standard errors: ${errors(money)}; of ${log.spendOf === "repeat" ? "repeat" : "all"} purchases, by ${money.customers} customers.`,
    `  spend: { kind: gammaGamma, p: ${number(money, "p")}, q: ${number(money, "q")}, v: ${number(money, "v")} }`,
    `  # ${season.why}.`,
    `  season: [${season.factors.join(", ")}]`,
    `  # New customers: ${acquisition.why}.`,
    `  acquisition: { perMonth: ${perMonth} }`,
    "# No log says what a purchase earns. State it here, or in each scenario that extends this file:",
    "# economics: { grossMargin: … }",
  ].join("\n")}\n`;
}

function errorOf(error: number): string {
  return Number.isFinite(error) ? `${Number(error.toPrecision(2))}` : "not known";
}

/** A text that stays on its line. */
function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, " ");
}
