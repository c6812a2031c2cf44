import { monthName, monthNumber } from "../basics/calendar.js";
import { VERSION } from "../basics/version.js";
import type { Fit } from "./fit.js";
import type { FitReport } from "./fitCustomerBase.js";
import { type WrittenParameters, writeParameters } from "./parameterRanges.js";

/** How a customer base is written. */
export interface BaseFileOptions {
  /** Write point estimates; default: ranges from P5 to P95 of what the fit knows, correlated as its errors are. */
  readonly exact?: boolean;
}

const SPEND_PLACES = { p: "customerBase.spend.p", q: "customerBase.spend.q", v: "customerBase.spend.v" };

const PURCHASE_PLACES = {
  bgNbd: {
    r: "customerBase.purchaseRate.shape",
    alpha: "customerBase.purchaseRate.rate",
    a: "customerBase.attrition.a",
    b: "customerBase.attrition.b",
  },
  paretoNbd: {
    r: "customerBase.purchaseRate.shape",
    alpha: "customerBase.purchaseRate.rate",
    s: "customerBase.attrition.shape",
    beta: "customerBase.attrition.rate",
  },
} as const;

/**
 * The scenario file of a fitted customer base, for scenarios to extend: parameters as ranges that hang together as the errors of the
 * fit do, so that outcomes show what the log leaves open. What no transaction log says, the gross margin, is left to whoever extends it.
 *
 * @param report of a fit, with a model of spend
 * @param name of the scenario
 * @param options ranges or point estimates
 * @returns YAML
 * @throws RangeError when there is no model of spend
 * @example
 * import { writeFileSync } from "node:fs";
 * import { tmpdir } from "node:os";
 * const file = `${tmpdir()}/tenure-base.csv`;
 * const rows = Array.from({ length: 90 }, (_, i) => `${i % 40},2025-0${1 + (i % 7)}-1${i % 9},${5 + (i % 6)}`);
 * writeFileSync(file, `id,date,total\n${rows.join("\n")}\n`);
 * const log = await readTransactions(file, { columns: { customer: "id", date: "date", amount: "total" } });
 * const report = fitCustomerBase(log, { model: "bgNbd", starts: 1 });
 * customerBaseFile(report, "Our shop", { exact: true }); // /name: "Our shop"/
 */
export function customerBaseFile(report: FitReport, name: string, options: BaseFileOptions = {}): string {
  const { log, fit, spend, season, acquisition, warnings, why } = report;
  if (spend === null) throw new RangeError("expected a fitted model of spend, got none");
  const { rowsRead, rowsUsed } = log.book;
  const { exact = false } = options;
  const purchases = writeParameters(fit, PURCHASE_PLACES[fit.model], exact);
  const money = writeParameters(spend, SPEND_PLACES, exact);
  const attrition =
    fit.model === "bgNbd"
      ? `{ kind: afterPurchase, a: ${purchases.text("a")}, b: ${purchases.text("b")} }`
      : `{ kind: overTime, shape: ${purchases.text("s")}, rate: ${purchases.text("beta")} }`;
  const perMonth =
    typeof acquisition.perMonth === "number" ? acquisition.perMonth : `[${acquisition.perMonth.join(", ")}]`;
  return `${[
    "schema: 1",
    `name: ${JSON.stringify(name)}`,
    `# Written by tenure fit ${VERSION} from ${plain(log.file)}: ${rowsUsed} of ${rowsRead} rows used, ${log.daily.start} to ${log.whole.until}.`,
    ...why.map((sentence) => `# ${plain(sentence)}.`),
    ...(report.isSound
      ? []
      : ["# WARNING: this fit does not hold. Do not forecast with it before what follows is cured."]),
    ...[...warnings, ...purchases.notes, ...money.notes].map((text) => `# Mind: ${plain(text)}`),
    ...(log.currency === null || !/^[A-Z]{3}$/.test(log.currency)
      ? ["# The log names no currency: state `currency: { code: … }` if it is not USD."]
      : [`currency: { code: ${log.currency} }`]),
    "# The month after the log ends.",
    `horizon: { start: ${monthAfter(log.whole.until)} }`,
    "customerBase:",
    "  # Everybody who ever bought in the log. Here all of them are new on day one; present-customers.yaml takes them as they are.",
    `  size: ${log.customers}`,
    `  timeUnit: ${log.timeUnit}`,
    `  # Estimates: ${estimates(fit)}; log-likelihood ${fit.logLikelihood.toFixed(2)}.`,
    `  purchaseRate: { shape: ${purchases.text("r")}, rate: ${purchases.text("alpha")} }`,
    `  attrition: ${attrition}`,
    `  # Estimates: ${estimates(spend)}; of ${log.spendOf === "repeat" ? "repeat" : "all"} purchases, by ${spend.customers} customers.`,
    `  spend: { kind: gammaGamma, p: ${money.text("p")}, q: ${money.text("q")}, v: ${money.text("v")} }`,
    `  # ${season.why}.`,
    `  season: [${season.factors.join(", ")}]`,
    `  # New customers: ${acquisition.why}.`,
    `  acquisition: { perMonth: ${perMonth} }`,
    ...correlations([purchases, money]),
    "# No log says what a purchase earns. Each scenario that extends this file states it (this one is written anew by the next fit):",
    "# economics: { grossMargin: … }",
  ].join("\n")}\n`;
}

/**
 * The month a simulation of a log starts in.
 *
 * @param until last day observed, "YYYY-MM-DD"
 * @returns "YYYY-MM" of the month after
 * @example monthAfter("2025-12-31"); // "2026-01"
 */
export function monthAfter(until: string): string {
  return monthName(monthNumber(until.slice(0, 7)) + 1);
}

/** Ranges that hang together, as a scenario states it. */
function correlations(written: readonly WrittenParameters[]): string[] {
  const groups = written.flatMap(({ correlated }) => (correlated === null ? [] : [correlated]));
  if (groups.length === 0) return [];
  return [
    "# Ranges are P5 to P95 of the fit and correlate as its errors do. Who overrides one of them states `correlations: []`, or fits with --exact.",
    "correlations:",
    ...groups.flatMap(({ inputs, correlation }) => [
      `  - inputs: [${inputs.join(", ")}]`,
      `    correlation: [${correlation.map((row) => `[${row.join(", ")}]`).join(", ")}]`,
    ]),
  ];
}

function estimates({ names, parameters, standardErrors }: Fit): string {
  const digits = (value: number, count: number): string =>
    Number.isFinite(value) ? `${Number(value.toPrecision(count))}` : "not known";
  return names.map((key) => `${key} ${digits(parameters[key], 5)} ± ${digits(standardErrors[key], 2)}`).join(", ");
}

/** A text that stays on its line. */
function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, " ");
}
