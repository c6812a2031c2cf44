import { DAYS_PER_UNIT } from "../basics/calendar.js";
import { dayNumber } from "./calendarDays.js";
import { FAMILIES, type PurchaseModels } from "./families.js";
import type { Fit, FitOptions } from "./fit.js";
import { fitPurchases } from "./fitPurchases.js";
import { fitSpend, type SpendFit } from "./fitSpend.js";
import { forecastOf, LOG_MODELS, type LogModel } from "./forecast.js";
import { type FrequencyClass, frequencyClasses } from "./frequencies.js";
import { type Heterogeneity, heterogeneityOf } from "./heterogeneity.js";
import { checkHoldout, type HoldoutCheck } from "./holdoutClasses.js";
import { type Acquired, acquired } from "./newCustomers.js";
import { estimateSeason, type Season } from "./season.js";
import { expectedRepeats, type Tracking, trackWeeks } from "./tracking.js";
import type { Observed, TransactionLog } from "./transactionLog.js";

/** A model of purchases fitted to a log. */
export type LogFit = { [Model in LogModel]: Fit<Model, PurchaseModels[Model]> }[LogModel];

/** The models a scenario can hold, NBD apart, in which nobody leaves. */
export type BaseModel = Exclude<LogModel, "nbd">;

/** One model, fitted to all of a log, and to the part before the holdout. */
export interface LogCandidate {
  readonly model: LogModel;
  /** Its name in words. */
  readonly label: string;
  readonly whole: LogFit;
  /** Null when nothing is held out. */
  readonly holdout: HoldoutCheck | null;
  /** Customers by number of repeat purchases in all of the log, actual and as the fit to it expects them. */
  readonly frequencies: readonly FrequencyClass[];
  /**
   * Repeat purchases week by week, actual and as the fit to what came before the holdout expects them: a forecast from there on. Where
   * nothing is held out, those of the fit to all of the log.
   */
  readonly tracking: Tracking;
}

/** A customer base fitted to a transaction log: plain data, for tables, charts and scenario files. */
export interface FitReport {
  readonly log: TransactionLog;
  readonly candidates: readonly LogCandidate[];
  /** The model chosen. */
  readonly model: BaseModel;
  /** Why it was. */
  readonly why: string;
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
  /** The model to use; default: chosen by the holdout, and by information criteria without one. */
  readonly model?: BaseModel;
}

/** Errors of two forecasts nearer to each other than this, as a share, are alike. */
const ALIKE = 0.01;

/**
 * Fits a customer base to a transaction log: how often customers buy, how they leave, what they spend, season and newcomers.
 *
 * BG/NBD and Pareto/NBD are fitted to all of the log, and once more to what came before the holdout, to be held against it; NBD, in
 * which nobody leaves, is the yardstick. The one with the smaller root mean squared error a customer is chosen; where the two are within 1 % of each
 * other, or nothing is held out, the one with the lower BIC.
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
  const candidates = LOG_MODELS.map((model) => candidateOf(model, log, options));
  const { model, why } = choose(candidates, options.model);
  const chosen = candidates.find((one) => one.model === model) ?? candidates[0];
  const spenders = log.whole.spends.customers.reduce((sum, one) => sum + one, 0);
  const spend = spenders < 2 ? null : fitSpend(log.whole.spends, options);
  const expected = expectedRepeats(log.daily, forecastOf(model, chosen.whole.parameters as never), log.timeUnit);
  const fits: readonly Fit[] = [chosen.whole, ...(spend === null ? [] : [spend])] as unknown as readonly Fit[];
  return {
    log,
    candidates,
    model,
    why,
    spend,
    heterogeneity: heterogeneityOf(chosen.whole as unknown as Fit, log.timeUnit),
    season: estimateSeason(log.daily, expected),
    acquisition: acquired(log.daily),
    tracking: trackWeeks(log.daily, expected),
    isSound: spend !== null && fits.every(({ converged, identified }) => converged && identified),
    warnings: [
      ...fits.flatMap((fit) => fit.warnings.map(({ text }) => `${labelOf(fit.model)}: ${text}.`)),
      ...(spend === null ? ["Nobody's spend says how customers differ in it: it could not be fitted."] : []),
      ...(log.calibration === null ? ["Nothing was held out: the forecast has not been held against anything."] : []),
    ],
  };
}

function labelOf(model: string): string {
  return LOG_MODELS.some((one) => one === model) ? FAMILIES[model as LogModel].label : "Gamma-Gamma";
}

function candidateOf(model: LogModel, log: TransactionLog, options: FitOptions): LogCandidate {
  const fitTo = (observed: Observed): LogFit => fitPurchases(model, observed.histories, options) as LogFit;
  const { calibration, whole, daily, timeUnit } = log;
  const fit = fitTo(whole);
  const before = calibration === null ? fit : fitTo(calibration);
  const forecast = forecastOf(model, before.parameters as never);
  return {
    model,
    label: FAMILIES[model].label,
    whole: fit,
    holdout:
      calibration === null
        ? null
        : checkHoldout(
            calibration.histories,
            forecast,
            ((dayNumber(whole.until) ?? 0) - (dayNumber(calibration.until) ?? 0)) / DAYS_PER_UNIT[timeUnit],
          ),
    frequencies: frequencyClasses(model, fit.parameters as never, whole.histories),
    tracking: trackWeeks(daily, expectedRepeats(daily, forecast, timeUnit)),
  };
}

function choose(
  candidates: readonly LogCandidate[],
  asked: BaseModel | undefined,
): { readonly model: BaseModel; readonly why: string } {
  if (asked !== undefined) return { model: asked, why: `${FAMILIES[asked].label}: as asked` };
  const possible = candidates.filter(({ model }) => model !== "nbd");
  const sound = possible.filter(({ whole }) => whole.converged && whole.identified);
  const pool = sound.length > 0 ? sound : possible;
  const only = sound.length === 1 ? "; the other could not be fitted soundly" : "";
  const errors = pool.map(({ holdout }) => holdout?.rmse ?? 0);
  const [least, most] = [Math.min(...errors), Math.max(...errors)];
  const isTelling = most > least * (1 + ALIKE);
  const better = (a: LogCandidate, b: LogCandidate): number =>
    isTelling ? (a.holdout?.rmse ?? 0) - (b.holdout?.rmse ?? 0) : a.whole.bic - b.whole.bic;
  const [best] = [...pool].sort(better);
  const reason = isTelling
    ? "the smaller mean squared error a customer in the holdout"
    : best.holdout === null
      ? "the lower BIC; nothing was held out"
      : "the lower BIC; errors in the holdout are within 1 % of each other";
  return {
    model: best.model as BaseModel,
    why: `${best.label}: ${pool.length === 1 ? `the one left${only}` : reason}`,
  };
}
