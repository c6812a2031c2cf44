/** A number of a parameter as a sentence shows it. */
const digits = (value: number): string => `${Number(value.toPrecision(3))}`;

const grouped = (places: number): Intl.NumberFormat =>
  new Intl.NumberFormat("en-US", { minimumFractionDigits: places, maximumFractionDigits: places });
const WHOLE = grouped(0);
const TENTHS = grouped(1);
/** Numbers of a sentence: commas between thousands, and a minus for one. */
const figure = (value: number): string => WHOLE.format(value).replace("-", "−");
const tenths = (value: number): string => TENTHS.format(value).replace("-", "−");

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
    `Models are fitted to, and held against, ${figure(customers)} of ${figure(all)} customers, every so-many-th by their histories; errors are of so many.`,
  certainlyAlive: (once: number, all: number): string =>
    `BG/NBD lets nobody leave before a repeat purchase: the ${figure(once)} of ${figure(all)} customers who bought once count as ` +
    "still there for certain (P(alive) 1). Plan on expected purchases, not on who is alive.",
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
        ? `${model} is chosen: of the models in the running it gave the purchases held out the highest probability, by more than luck`
        : `${model} is chosen by the information criterion (AIC, lower is better), since no holdout tells it from the next`,
  scores: (aic: number, held: number | null): string =>
    `Its AIC is ${tenths(aic)}` +
    (held === null ? "; nothing was held out" : `, its log-likelihood of the purchases held out ${tenths(held)}`),
  against: (
    other: string,
    aic: number,
    held: { readonly by: number; readonly error: number } | null,
    isYardstick: boolean,
  ): string =>
    `${other}${isYardstick ? ", a yardstick," : ""} is ` +
    `${tenths(Math.abs(aic))} ${aic >= 0 ? "higher" : "lower"} in AIC` +
    (held === null
      ? ""
      : ` and ${tenths(Math.abs(held.by))} ± ${tenths(held.error)} ${held.by >= 0 ? "behind" : "ahead"} in log-likelihood of the holdout`),
  yardsticks: (): string =>
    "MBG/NBD and NBD are yardsticks: a scenario holds neither customers who leave right after their first purchase, nor " +
    "customers none of whom ever leaves",
  forecast: (expected: number, actual: number): string =>
    `It expected ${figure(expected)} purchases in the time held out, of customers seen before it; they made ${figure(actual)}` +
    (actual === 0
      ? ""
      : `, so it was ${tenths(Math.abs((100 * expected) / actual - 100))} % too ${expected < actual ? "low" : "high"}`),
  outOfRunning: (model: string): string => `${model} is out: its fit did not converge or is not identified`,
  nothingFits: (): string => "No model in the running fits these data with every parameter identified",
  yardstickFits: (model: string): string => `${model}, a yardstick, does`,
  neverAlive: (): string =>
    "The share of customers alive was not looked at: models that forecast the same purchases disagree on it",
} as const;
