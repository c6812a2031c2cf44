import type { Histories } from "../models/histories.js";
import { FAMILIES, type PurchaseModel } from "./families.js";
import type { FitOptions } from "./fit.js";
import { fitPurchases, type PurchaseFit } from "./fitPurchases.js";
import { type Holdout, type HoldoutScore, scoreRows } from "./holdout.js";
import { fitMessages } from "./messages.js";

/** One model held against the others. */
export interface ModelCandidate {
  readonly fit: PurchaseFit;
  /** What it said about the purchases held out; null when none were. */
  readonly holdout: HoldoutScore | null;
  /** May it be chosen, or is it only there for comparison? */
  readonly inRunning: boolean;
}

/** A choice among models of purchases, and why. */
export interface ModelChoice {
  /** The chosen fit; null when no model fits and is identified. */
  readonly fit: PurchaseFit | null;
  readonly candidates: readonly ModelCandidate[];
  /** Sentences: which model, by what, how clearly, and who was out of the running. */
  readonly why: readonly string[];
}

/** Which models to try, and on what they are held against each other. */
export interface ChooseOptions extends FitOptions {
  /** Models that may be chosen. Default all four. */
  readonly models?: readonly PurchaseModel[];
  /** Models fitted and shown beside them that may not. Default none. */
  readonly yardsticks?: readonly PurchaseModel[];
  /** Purchases of the same rows in the time after the histories end. */
  readonly holdout?: Holdout;
}

/** Differences of Akaike's criterion below 2, of a log-likelihood below 1, are no evidence to speak of. */
const CLEAR = 1;

/** A lead in the holdout of fewer standard errors than this may be luck. */
const CLEAR_ERRORS = 2;

const EVERY: readonly PurchaseModel[] = ["nbd", "bgNbd", "mbgNbd", "paretoNbd"];

/**
 * Fits several models of purchases and chooses one.
 *
 * ```
 *  sound fits ─▶ purchases held out: log-likelihood, the highest ─▶ chosen
 *                      └─ a lead of under two standard errors, or nothing held out ─▶ Akaike's criterion, the lowest ─▶ chosen
 * ```
 *
 * Purchases to come are what a fit is for, so those held out decide where they can. The logarithm of the probability given to what
 * happened is a proper score: no other forecast than the true one does better on average, which holds of squared errors for the mean
 * alone. A lead is as sure as its standard error over customers says (Vuong). Where it may be luck, the data fitted decide, by Akaike's
 * criterion; Schwarz's ranks models of as many parameters alike. The share of customers alive decides nothing: models disagree on it
 * that forecast the same purchases.
 *
 * @param histories by column; with a holdout every row is one history with its own purchases to come
 * @param options models, yardsticks, holdout, seed and number of starts
 * @returns the chosen fit, all candidates, and the reasons in sentences
 * @throws RangeError when a history cannot be, nobody is in them, the holdout does not match, or the number of starts is not a whole
 * number above 0
 * @source Gneiting & Raftery 2007, Strictly proper scoring rules; Vuong 1989, Likelihood ratio tests for model selection; Burnham &
 * Anderson 2002, Model selection and multimodel inference
 * @example
 * const histories = { x: [0, 1, 2, 6], tx: [0, 2, 7, 11], T: [12, 12, 12, 12], customers: [500, 200, 100, 60] };
 * choosePurchaseModel(histories, { models: ["nbd"] }).why[0]; // /^NBD/
 */
export function choosePurchaseModel(histories: Histories, options: ChooseOptions = {}): ModelChoice {
  const { models = EVERY, yardsticks = [], holdout } = options;
  const entries = [...models, ...yardsticks.filter((one) => !models.includes(one))].map((model): Entry => {
    const fit = fitPurchases(model, histories, options);
    const scored = holdout === undefined ? null : scoreRows(fit, histories, holdout);
    return { fit, holdout: scored?.score ?? null, inRunning: models.includes(model), byRow: scored?.byRow ?? NO_ROWS };
  });
  const candidates = entries.map(({ byRow: _, ...candidate }): ModelCandidate => candidate);
  const sound = entries.filter(({ fit }) => fit.converged && fit.identified);
  const out = entries.filter((one) => !sound.includes(one)).map(({ fit }) => fitMessages.outOfRunning(labelOf(fit)));
  const running = sound.filter(({ inRunning }) => inRunning);
  const first = running.reduce<Entry | null>((one, other) => leader(one, other, scoreOf), null);
  if (first === null) {
    const rest = sound.map(({ fit }) => fitMessages.yardstickFits(labelOf(fit)));
    return { fit: null, candidates, why: [fitMessages.nothingFits(), ...rest, ...out] };
  }
  const rivals = running.filter(
    (one) => first.holdout !== null && one !== first && !isClear(lead(first, one, histories)),
  );
  const best = [first, ...rivals].reduce((one, other) => leader(one, other, ({ fit }) => -fit.aic) ?? one);
  const others = sound.filter((one) => one !== best);
  const why = [
    fitMessages.chosen(labelOf(best.fit), running.length, first.holdout !== null && rivals.length === 0),
    fitMessages.scores(best.fit.aic, best.holdout?.logLikelihood ?? null),
    ...others.map((one) => against(best, one, histories)),
    ...(best.holdout === null ? [] : [fitMessages.forecast(best.holdout.expected, best.holdout.actual)]),
    ...out,
    fitMessages.neverAlive(),
  ];
  return { fit: best.fit, candidates, why };
}

/** A candidate with its log-likelihood of the holdout row by row. */
interface Entry extends ModelCandidate {
  readonly byRow: Float64Array;
}

const NO_ROWS = new Float64Array(0);

/** What comes first among candidates: purchases held out, or the criterion. */
function scoreOf({ fit, holdout }: Entry): number {
  return holdout === null ? -fit.aic : holdout.logLikelihood;
}

function leader(one: Entry | null, other: Entry, score: (entry: Entry) => number): Entry | null {
  return one !== null && score(one) >= score(other) ? one : other;
}

/** How far one is ahead of another on purchases held out, and the standard error of that over customers. */
function lead(one: Entry, other: Entry, { customers }: Histories): { by: number; error: number } {
  const [ours, theirs] = [one.byRow, other.byRow];
  const all = one.holdout?.customers ?? 0;
  const by = (one.holdout?.logLikelihood ?? 0) - (other.holdout?.logLikelihood ?? 0);
  let squares = 0;
  for (let i = 0; i < ours.length; i++) squares += customers[i] * (ours[i] - theirs[i] - by / all) ** 2;
  return { by, error: Math.sqrt(squares) };
}

function isClear({ by, error }: { readonly by: number; readonly error: number }): boolean {
  return by >= CLEAR && by >= CLEAR_ERRORS * error;
}

/** The chosen one beside another, by both measures. */
function against(best: Entry, other: Entry, histories: Histories): string {
  const held = best.holdout === null ? null : lead(best, other, histories);
  return fitMessages.against(labelOf(other.fit), other.fit.aic - best.fit.aic, held, !other.inRunning);
}

function labelOf({ model }: PurchaseFit): string {
  return FAMILIES[model].label;
}
