import type { Family } from "./family.js";
import type { Fit, FitOptions, FitWarning } from "./fit.js";
import { identify } from "./identify.js";
import { type Maximum, maximize } from "./maximize.js";
import { fitMessages } from "./messages.js";
import { boundsMet, logCovarianceAt } from "./uncertainty.js";

/** Reach of a 95 % interval in standard errors. */
const REACH = 1.959963984540054;

/** A search that stalled has arrived when less than this is left to gain in the log-likelihood. */
const LEFT_TO_GAIN = 1e-6;

/**
 * Fits a model, measures its errors and says what the data do not.
 *
 * ```
 * maximize ─▶ curvature there ─▶ standard errors, correlations, intervals
 *                  └─▶ bounds met, likelihood profiles ─▶ warnings ─▶ identified or not
 * ```
 *
 * @param family the model
 * @param data the data
 * @param options seed and number of starts
 * @param before warnings the data raised already
 * @returns the fit
 * @throws RangeError when the number of starts is not a whole number above 0
 * @example
 * const histories = groupHistories({ x: [0, 1, 5], tx: [0, 2, 8], T: [9, 9, 9], customers: [500, 200, 100] });
 * fitFamily(FAMILIES.nbd, histories, {}, []).identified; // true
 */
export function fitFamily<Data, Model extends string, Name extends string>(
  family: Family<Data, Model, Name>,
  data: Data,
  options: FitOptions,
  before: readonly FitWarning[],
): Fit<Model, Name> {
  const maximum = maximize(family, data, options);
  const { names } = family;
  const parameters = Array.from(maximum.point, Math.exp);
  const atBound = boundsMet(family, data, maximum.point).some((side) => side !== 0);
  const covariance = maximum.ended === "value" || atBound ? null : logCovarianceAt(family, data, maximum.point);
  const errors = names.map((_, i) => (covariance === null ? Number.NaN : Math.sqrt(covariance[i][i])));
  const customers = family.customers(data);
  const { converged, reason } = judge(maximum, covariance, atBound, customers);
  const found = maximum.ended === "value" ? [] : identify(family, data, maximum, covariance);
  const stopped: FitWarning[] = converged
    ? []
    : [{ kind: "notConverged", parameter: null, text: fitMessages.notConverged(reason) }];
  const byName = <Value>(value: (i: number) => Value): Readonly<Record<Name, Value>> => recordOf(names, value);
  const { logLikelihood } = maximum;
  return {
    model: family.model,
    names,
    parameters: byName((i) => parameters[i]),
    standardErrors: byName((i) => parameters[i] * errors[i]),
    intervals: byName((i): [number, number] =>
      covariance === null
        ? [0, Infinity]
        : [parameters[i] * Math.exp(-REACH * errors[i]), parameters[i] * Math.exp(REACH * errors[i])],
    ),
    correlations:
      covariance?.map((row, i) => row.map((one, j) => (i === j ? 1 : one / (errors[i] * errors[j])))) ?? null,
    logCovariance: covariance,
    logLikelihood,
    aic: 2 * names.length - 2 * logLikelihood,
    bic: names.length * Math.log(customers) - 2 * logLikelihood,
    customers,
    converged,
    reason,
    identified: covariance !== null && !found.some(({ kind }) => kind === "notIdentified" || kind === "atBound"),
    starts: maximum.starts,
    warnings: [...stopped, ...before, ...found],
  };
}

/** One value for each name. */
function recordOf<Name extends string, Value>(
  names: readonly Name[],
  value: (i: number) => Value,
): Readonly<Record<Name, Value>> {
  const record: Partial<Record<Name, Value>> = {};
  for (const [i, name] of names.entries()) record[name] = value(i);
  // Every name has its value now, which the type of a record under construction does not say.
  return record as Readonly<Record<Name, Value>>;
}

/** Did the search arrive, and why is that believed? */
function judge(
  { ended, gradient }: Maximum,
  covariance: readonly (readonly number[])[] | null,
  atBound: boolean,
  customers: number,
): { converged: boolean; reason: string } {
  if (ended === "value") return { converged: false, reason: fitMessages.value() };
  if (ended === "steps") return { converged: false, reason: fitMessages.steps() };
  if (covariance === null && !atBound) return { converged: false, reason: fitMessages.saddle() };
  if (ended === "slope" || covariance === null) return { converged: true, reason: fitMessages.slope() };
  const slopes = Array.from(gradient, (slope) => slope * customers);
  const left = slopes.reduce(
    (sum, slope, i) => sum + (slope * covariance[i].reduce((one, c, j) => one + c * slopes[j], 0)) / 2,
    0,
  );
  return { converged: left < LEFT_TO_GAIN, reason: fitMessages.stalled(left) };
}
