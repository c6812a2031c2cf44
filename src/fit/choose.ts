import type { Histories } from "../models/histories.js";
import { FAMILIES, type PurchaseModel } from "./families.js";
import type { FitOptions } from "./fit.js";
import { fitPurchases, type PurchaseFit } from "./fitPurchases.js";
import { type Holdout, type HoldoutScore, scoreHoldout } from "./holdout.js";
import { fitMessages } from "./messages.js";

/** One model in the running. */
export interface ModelCandidate {
  readonly fit: PurchaseFit;
  /** What it said about the purchases held out; null when none were. */
  readonly holdout: HoldoutScore | null;
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
  /** Default all four. */
  readonly models?: readonly PurchaseModel[];
  /** Purchases of the same rows in the time after the histories end. */
  readonly holdout?: Holdout;
}

/** Differences of a log-likelihood below this are no evidence to speak of: 2 in Akaike's criterion. */
const CLEAR = 1;

const EVERY: readonly PurchaseModel[] = ["nbd", "bgNbd", "mbgNbd", "paretoNbd"];

/**
 * Fits several models of purchases and chooses: by what they said about purchases held out where there are any, else by Akaike's
 * information criterion. Never by the share of customers alive, on which models disagree that forecast the same purchases.
 *
 * @param histories by column; with a holdout every row is one history with its own purchases to come
 * @param options models, holdout, seed and number of starts
 * @returns the chosen fit, all candidates, and the reasons in sentences
 * @throws RangeError when a history cannot be, nobody is in them, the holdout does not match, or the number of starts is not a whole
 * number above 0
 * @source Burnham & Anderson 2002, Model selection and multimodel inference
 * @example
 * const histories = { x: [0, 1, 2, 6], tx: [0, 2, 7, 11], T: [12, 12, 12, 12], customers: [500, 200, 100, 60] };
 * choosePurchaseModel(histories, { models: ["nbd"] }).why[0]; // /^NBD/
 */
export function choosePurchaseModel(histories: Histories, options: ChooseOptions = {}): ModelChoice {
  const { models = EVERY, holdout } = options;
  const candidates = models.map((model): ModelCandidate => {
    const fit = fitPurchases(model, histories, options);
    return { fit, holdout: holdout === undefined ? null : scoreHoldout(fit, histories, holdout) };
  });
  const sound = candidates.filter(({ fit }) => fit.converged && fit.identified);
  const out = candidates.filter((one) => !sound.includes(one)).map(({ fit }) => fitMessages.outOfRunning(labelOf(fit)));
  const [best, second] = sound.sort((one, other) => evidence(other) - evidence(one));
  if (best === undefined) return { fit: null, candidates, why: [fitMessages.nothingFits(), ...out] };
  const held = best.holdout !== null;
  const why = [
    fitMessages.chosen(labelOf(best.fit), held, held ? evidence(best) : best.fit.aic, sound.length),
    ...(second === undefined
      ? []
      : [
          fitMessages.ahead(
            labelOf(second.fit),
            evidence(best) - evidence(second),
            evidence(best) - evidence(second) >= CLEAR,
          ),
        ]),
    ...(best.holdout === null ? [] : [fitMessages.forecast(best.holdout.expected, best.holdout.actual)]),
    ...out,
    fitMessages.neverAlive(),
  ];
  return { fit: best.fit, candidates, why };
}

/** What speaks for a candidate, as a log-likelihood: of the holdout, or of the data less a parameter's worth each. */
function evidence({ fit, holdout }: ModelCandidate): number {
  return holdout === null ? -fit.aic / 2 : holdout.logLikelihood;
}

function labelOf({ model }: PurchaseFit): string {
  return FAMILIES[model].label;
}
