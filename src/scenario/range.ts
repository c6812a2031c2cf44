/** The ways an author may state an uncertain number. */
export type RangeForm = "interval" | "triangular" | "normal" | "beta" | "uniform" | "lognormal" | "choice";

/** An uncertain number as written in a scenario file. */
export interface Range {
  readonly form: RangeForm;
  /**
   * The numbers in the order written. interval: P5, P95; triangular: low, mode, high; normal: mean, standard deviation;
   * beta: a, b; uniform: low, high; lognormal: mean, coefficient of variation; choice: equally likely values.
   */
  readonly args: readonly number[];
  /** For an interval: which curve lies through the two percentiles. */
  readonly curve: "lognormal" | "logitNormal" | "normal" | null;
  /** The words of the file, for messages and `explain`. */
  readonly text: string;
}

/** Whether a value of a scenario is a range. */
export function isRange(value: unknown): value is Range {
  return typeof value === "object" && value !== null && "form" in value && "args" in value && "text" in value;
}
