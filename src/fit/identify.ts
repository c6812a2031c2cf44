import type { Family } from "./family.js";
import type { FitWarning } from "./fit.js";
import type { Maximum } from "./maximize.js";
import { fitMessages } from "./messages.js";
import { profileInterval } from "./profile.js";
import { boundsMet } from "./uncertainty.js";

/** Standard errors of a logarithm above this have the likelihood profile looked at. */
const LOOK_CLOSER = 0.35;

/** An interval whose ends are further apart than this factor is named. */
const WIDE = 5;

/** First step of a profile where the curvature gives none. */
const BLIND_STEP = 0.5;

/**
 * What the data do not say: parameters at a bound, parameters whose likelihood profile does not fall on one side, and those it
 * holds loosely.
 *
 * @param family the model
 * @param data the data
 * @param maximum of the likelihood
 * @param covariance of the logarithms there; null when there is none
 * @returns warnings, none when all is well held
 * @example
 * const histories = groupHistories({ x: [0, 1, 5], tx: [0, 2, 8], T: [9, 9, 9], customers: [500, 200, 100] });
 * const maximum = maximize(FAMILIES.nbd, histories, {});
 * identify(FAMILIES.nbd, histories, maximum, logCovarianceAt(FAMILIES.nbd, histories, maximum.point)); // []
 */
export function identify<Data>(
  family: Family<Data>,
  data: Data,
  maximum: Maximum,
  covariance: readonly (readonly number[])[] | null,
): FitWarning[] {
  const met = boundsMet(family, data, maximum.point);
  return family.names.flatMap((parameter, at): FitWarning[] => {
    if (met[at] !== 0) {
      const text = fitMessages.atBound(parameter, Math.exp(maximum.point[at]), met[at] > 0);
      return [{ kind: "atBound", parameter, text }];
    }
    const error = covariance === null ? null : Math.sqrt(covariance[at][at]);
    if (error !== null && error < LOOK_CLOSER) return [];
    const step = Math.min(error ?? BLIND_STEP, 2 * BLIND_STEP);
    const { low, high } = profileInterval(family, data, maximum.point, at, step);
    if (low === null || high === null) {
      return [{ kind: "notIdentified", parameter, text: fitMessages.notIdentified(parameter, low, high) }];
    }
    if (high / low < WIDE) return [];
    return [{ kind: "weak", parameter, text: fitMessages.weak(parameter, low, high) }];
  });
}
