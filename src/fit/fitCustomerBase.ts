import { DAYS_PER_UNIT } from "../basics/calendar.js";
import { dayNumber } from "./calendarDays.js";
import { choosePurchaseModel, type ModelChoice } from "./choose.js";
import { FAMILIES, type PurchaseModel } from "./families.js";
import type { Fit, FitOptions } from "./fit.js";
import { fitPurchases, type PurchaseFit } from "./fitPurchases.js";
import { fitSpend, SPEND_FAMILY, type SpendFit } from "./fitSpend.js";
import { type Heterogeneity, heterogeneityOf } from "./heterogeneity.js";
import { fitMessages } from "./messages.js";
import { checkModels, type ModelCheck } from "./modelChecks.js";
import { type Acquired, acquired } from "./newCustomers.js";
import { sampleLog } from "./sampleLog.js";
import { estimateSeason, type Season } from "./season.js";
import { expectedRepeats, type Tracking, trackWeeks } from "./tracking.js";
import type { TransactionLog } from "./transactionLog.js";

/** Models of purchases a scenario holds. */
export const BASE_MODELS = ["bgNbd", "paretoNbd"] as const;
export type BaseModel = (typeof BASE_MODELS)[number];

/** A model of purchases a scenario holds, fitted. */
export type BaseFit = PurchaseFit<BaseModel>;

/** A scenario holds neither who leaves right after the first purchase nor a company nobody leaves. */
const YARDSTICKS: readonly PurchaseModel[] = ["mbgNbd", "nbd"];

/** A customer base fitted to a transaction log: plain data, for tables, charts and scenario files. */
export interface FitReport {
  readonly log: TransactionLog;
  /** All models beside each other: fitted up to the holdout and held against it, or to all of the log where nothing is held out. */
  readonly choice: ModelChoice;
  /** How the same models track the log, spread purchases over customers and forecast, in their order. */
  readonly checks: readonly ModelCheck[];
  /** The model chosen, fitted to all of the log. */
  readonly fit: BaseFit;
  /** Which one it is. */
  readonly model: BaseModel;
  /** Why, in sentences. */
  readonly why: readonly string[];
  /** Null when fewer than two customers spent anything on purchases that count. */
  readonly spend: SpendFit | null;
  /** How customers differ by the model chosen, with the uncertainty of its estimates. */
  readonly heterogeneity: Heterogeneity;
  readonly season: Season;
  readonly acquisition: Acquired;
  /** Repeat purchases week by week, actual and expected without a season. */
  readonly tracking: Tracking;
  /** Does the fit hold: a maximum reached, every parameter identified, for purchases and for spend? */
  readonly isSound: boolean;
  /** What its reader must know, in sentences. */
  readonly warnings: readonly string[];
}

/** How a customer base is fitted. */
export interface FitBaseOptions extends FitOptions {
  /** The model to use; default: chosen as `choosePurchaseModel` does. */
  readonly model?: BaseModel;
}

/**
 * Fits a customer base to a transaction log: how often customers buy, how they leave, what they spend, season and newcomers.
 *
 * ```
 *  log ─▶ four models up to the holdout, held against it ─▶ one of the two a scenario holds ─▶ fitted to all of the log
 *      ─▶ mean spends ─▶ Gamma-Gamma        daily counts ─▶ season, newcomers, tracking
 * ```
 *
 * BG/NBD and Pareto/NBD may be chosen, by `choosePurchaseModel`. NBD, in which nobody leaves, and MBG/NBD, in which some leave right
 * after the first purchase, are yardsticks: a scenario cannot hold them, and the reasons say how far they are ahead or behind.
 * Where histories are very many, every so-many-th customer is fitted and held against, and a warning says how many.
 * Contracts are not read from a log of purchases: count renewals, and fit them with `fitContracts`.
 *
 * @param log as read by `readTransactions`
 * @param options the model, seed and number of starts
 * @returns everything found; look at `isSound` and `warnings` before using it
 * @throws RangeError when the number of starts is not a whole number above 0
 * @example
 * import { writeFileSync } from "node:fs";
 * import { tmpdir } from "node:os";
 * const file = `${tmpdir()}/tenure-fit.csv`;
 * const rows = Array.from({ length: 90 }, (_, i) => `${i % 40},2025-0${1 + (i % 7)}-1${i % 9},${5 + (i % 6)}`);
 * writeFileSync(file, `id,date,total\n${rows.join("\n")}\n`);
 * const log = await readTransactions(file, { columns: { customer: "id", date: "date", amount: "total" } });
 * const report = fitCustomerBase(log, { model: "bgNbd", starts: 1 });
 * report.model; // "bgNbd"
 * report.season.factors.length; // 12
 */
export function fitCustomerBase(log: TransactionLog, options: FitBaseOptions = {}): FitReport {
  const { log: sampled, customers } = sampleLog(log);
  const choice = chooseFor(sampled, options);
  const model = options.model ?? BASE_MODELS.find((one) => one === choice.fit?.model) ?? BASE_MODELS[0];
  const fit = fitToAll(sampled, choice, model, options);
  const once = boughtOnce(log);
  const spenders = log.whole.spends.customers.reduce((sum, one) => sum + one, 0);
  const spend = spenders < 2 ? null : fitSpend(sampled.whole.spends, options);
  const expected = expectedRepeats(log.daily, fit, log.timeUnit);
  const fits: readonly Fit[] = spend === null ? [fit] : [fit, spend];
  return {
    log,
    choice,
    checks: checkModels(choice, sampled),
    fit,
    model,
    why: [
      ...(options.model === undefined ? choice.why : [`${FAMILIES[model].label} is used as asked`]),
      fitMessages.yardsticks(),
    ],
    spend,
    heterogeneity: heterogeneityOf(fit, log.timeUnit),
    season: estimateSeason(log.daily, expected),
    acquisition: acquired(log.daily),
    tracking: trackWeeks(log.daily, expected),
    isSound: spend !== null && fits.every(({ converged, identified }) => converged && identified),
    warnings: [
      ...(customers === null ? [] : [fitMessages.sampled(customers, log.customers)]),
      ...fit.warnings.map(({ text }) => `${FAMILIES[model].label}: ${text}.`),
      ...(spend?.warnings ?? []).map(({ text }) => `${SPEND_FAMILY.label}: ${text}.`),
      ...(spend === null ? ["Nobody's spend says how customers differ in it: it could not be fitted."] : []),
      ...(model === "bgNbd" && once > 0 ? [fitMessages.certainlyAlive(once, log.customers)] : []),
      ...(log.calibration === null ? ["Nothing was held out: the forecast has not been held against anything."] : []),
    ],
  };
}

/** Customers without a repeat purchase. */
function boughtOnce({ whole }: TransactionLog): number {
  const { x, customers } = whole.histories;
  return x.reduce((sum, purchases, at) => sum + (purchases === 0 ? customers[at] : 0), 0);
}

function chooseFor({ calibration, whole, timeUnit }: TransactionLog, options: FitOptions): ModelChoice {
  const running = { ...options, models: BASE_MODELS, yardsticks: YARDSTICKS };
  if (calibration === null) return choosePurchaseModel(whole.histories, running);
  const days = (dayNumber(whole.until) ?? 0) - (dayNumber(calibration.until) ?? 0);
  const holdout = { length: days / DAYS_PER_UNIT[timeUnit], purchases: calibration.histories.later };
  return choosePurchaseModel(calibration.histories, { ...running, holdout });
}

/** The chosen model fitted to all of the log, which was done already where nothing is held out. */
function fitToAll(log: TransactionLog, { candidates }: ModelChoice, model: BaseModel, options: FitOptions): BaseFit {
  const done = log.calibration === null ? candidates.map(({ fit }) => fit).filter(isBaseFit) : [];
  return done.find((fit) => fit.model === model) ?? fitPurchases(model, log.whole.histories, options);
}

function isBaseFit(fit: PurchaseFit): fit is BaseFit {
  return BASE_MODELS.some((one) => one === fit.model);
}
