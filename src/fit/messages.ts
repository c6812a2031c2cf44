/** A number of a parameter as a sentence shows it. */
const digits = (value: number): string => `${Number(value.toPrecision(3))}`;

/** Sentences about fits. */
export const fitMessages = {
  // Warnings
  atBound: (parameter: string, value: number, above: boolean): string =>
    `${parameter} ran ${above ? "up" : "down"} to ${digits(value)}, the edge of what is tried: ` +
    "the data would have it go on, and its value means nothing",
  notIdentified: (parameter: string, low: number | null, high: number | null): string => {
    const sides =
      low === null && high === null
        ? "neither from above nor from below"
        : low === null
          ? `from above (${digits(high ?? 0)}), not from below`
          : `from below (${digits(low)}), not from above`;
    return `${parameter} is not identified: the data hold it ${sides}; do not read it by itself`;
  },
  weak: (parameter: string, low: number, high: number): string =>
    `${parameter} is held loosely: by its likelihood profile it lies between ${digits(low)} and ${digits(high)} ` +
    "(95 %); the likelihood is flat along it",
  fewRepeaters: (repeaters: number, least: number): string =>
    `${repeaters} customers bought again, and fewer than ${least} say little about differences between customers`,
  fewLosses: (lost: number, least: number): string =>
    `${lost} contracts ended, and fewer than ${least} say little about differences between customers`,
  fewSpenders: (spenders: number, least: number): string =>
    `${spenders} customers have a mean spend, and fewer than ${least} say little about differences between customers`,
  notConverged: (reason: string): string => `no maximum was reached: ${reason}`,
  sampled: (customers: number, all: number): string =>
    `Models are fitted to, and held against, ${customers} of ${all} customers, every so-many-th by their histories; errors are of so many.`,
  // Reasons
  slope: (): string => "every slope of the log-likelihood a customer is below 1e-9",
  stalled: (left: number): string =>
    `no step gains anything in double precision; by its curvature ${left.toExponential(1)} of the log-likelihood is left to gain`,
  steps: (): string => "the search took all its steps and was still climbing",
  value: (): string => "the log-likelihood is not a finite number at any start",
  saddle: (): string => "the likelihood does not curve down in every direction where the search ended",
  // Choice
  chosen: (model: string, running: number, byHoldout: boolean): string =>
    running === 1
      ? `${model} is the one left to choose`
      : byHoldout
        ? `${model} is chosen: it gave the purchases held out the highest probability, by more than luck`
        : `${model} is chosen by the information criterion (AIC, lower is better), since no holdout tells it from the next`,
  scores: (aic: number, held: number | null): string =>
    `Its AIC is ${aic.toFixed(1)}` +
    (held === null ? "; nothing was held out" : `, its log-likelihood of the purchases held out ${held.toFixed(1)}`),
  against: (
    other: string,
    aic: number,
    held: { readonly by: number; readonly error: number } | null,
    isYardstick: boolean,
  ): string =>
    `${other}${isYardstick ? ", a yardstick," : ""} is ` +
    `${Math.abs(aic).toFixed(1)} ${aic >= 0 ? "higher" : "lower"} in AIC` +
    (held === null
      ? ""
      : ` and ${Math.abs(held.by).toFixed(1)} ± ${held.error.toFixed(1)} ${held.by >= 0 ? "behind" : "ahead"} in log-likelihood of the holdout`),
  yardsticks: (): string =>
    "MBG/NBD and NBD are yardsticks: a scenario holds neither customers who leave right after their first purchase, nor " +
    "customers none of whom ever leaves",
  forecast: (expected: number, actual: number): string =>
    `It expected ${expected.toFixed(0)} purchases in the time held out; ${actual} were made` +
    (actual === 0
      ? ""
      : `, so it was ${Math.abs((100 * expected) / actual - 100).toFixed(0)} % too ${expected < actual ? "low" : "high"}`),
  outOfRunning: (model: string): string => `${model} is out: its fit did not converge or is not identified`,
  nothingFits: (): string => "No model fits these data with every parameter identified",
  neverAlive: (): string =>
    "The share of customers alive was not looked at: models that forecast the same purchases disagree on it",
} as const;
