/** Something about a fit that its reader must know before using it. */
export interface FitWarning {
  /**
   * `notIdentified`: the data do not hold the parameter from one side. `weak`: they do, within a factor of ten or more.
   * `atBound`: it ended at the edge of what is tried. `notConverged`: no maximum was reached. `fewRepeaters`: too few to learn from.
   */
  readonly kind: "notIdentified" | "weak" | "atBound" | "notConverged" | "fewRepeaters";
  /** The parameter it is about; null for the whole. */
  readonly parameter: string | null;
  /** The same in a sentence. */
  readonly text: string;
}

/** One start of the search and where it ended. */
export interface FitStart {
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** At the end, of the rows this start was tried on. */
  readonly logLikelihood: number;
  /** Customers in those rows: all of them, or a part to look around in. */
  readonly customers: number;
  /** Did it end where the fit is? */
  readonly best: boolean;
}

/** A model fitted by maximum likelihood: parameters with their errors, and how far to trust them. */
export interface Fit<Model extends string = string, Name extends string = string> {
  readonly model: Model;
  /** Names of the parameters, in the order of every list and matrix here. */
  readonly names: readonly Name[];
  readonly parameters: Readonly<Record<Name, number>>;
  /** By the delta method from the covariance of the logarithms; NaN where the data give none. */
  readonly standardErrors: Readonly<Record<Name, number>>;
  /** 95 % intervals, symmetric in the logarithm; from 0 to Infinity where the data give none. */
  readonly intervals: Readonly<Record<Name, readonly [number, number]>>;
  /** Correlations of the estimates' logarithms; null where the data give none. */
  readonly correlations: readonly (readonly number[])[] | null;
  /** Covariance of the estimates' logarithms; null where the data give none. */
  readonly logCovariance: readonly (readonly number[])[] | null;
  readonly logLikelihood: number;
  /** Akaike's information criterion, 2k − 2·logLikelihood: lower is better among models of the same data. */
  readonly aic: number;
  /** Schwarz's, k·log(customers) − 2·logLikelihood. */
  readonly bic: number;
  readonly customers: number;
  /** Was a maximum reached? */
  readonly converged: boolean;
  /** Why it is believed that it was, or was not. */
  readonly reason: string;
  /** Does the likelihood hold every parameter from both sides? */
  readonly identified: boolean;
  readonly starts: readonly FitStart[];
  readonly warnings: readonly FitWarning[];
}

/** How to fit; everything has a default. */
export interface FitOptions {
  /** Any text or number; the same seed gives the same bytes. Default 1. */
  readonly seed?: string | number;
  /** Starts of the search: one from the data's averages, the others around it at random. Default 5. */
  readonly starts?: number;
}
