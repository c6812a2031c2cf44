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
  // Reasons
  slope: (): string => "every slope of the log-likelihood a customer is below 1e-9",
  stalled: (left: number): string =>
    `no step gains anything in double precision; by its curvature ${left.toExponential(1)} of the log-likelihood is left to gain`,
  steps: (): string => "the search took all its steps and was still climbing",
  value: (): string => "the log-likelihood is not a finite number at any start",
  saddle: (): string => "the likelihood does not curve down in every direction where the search ended",
} as const;
