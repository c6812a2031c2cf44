import type { Estimate, GroupFindings, MeasureLabel } from "./findings.js";

/** How far each ranged input of a scenario moves one measure by itself, all the others at their medians. */
export interface Tornado extends Omit<GroupFindings, "worlds" | "name"> {
  /** The scenario, and the file it came from. */
  readonly name: string;
  readonly file: string | null;
  readonly about: string;
  readonly measure: MeasureLabel;
  /** With every ranged input at its median. */
  readonly central: Estimate;
  /** Every ranged input of the scenario once, the largest swing first; equal swings by path. */
  readonly rows: readonly TornadoRow[];
  /** What was varied and what was not, in words. */
  readonly note: string;
}

/** One ranged input, and what the measure comes to at its low and at its high value. */
export interface TornadoRow {
  /** As `program.response.goalGradient`: entries of lists go by their names. */
  readonly path: string;
  readonly unit: string;
  readonly description: string;
  /** The range as the scenario states it. */
  readonly range: string;
  /** Its value in the central run. */
  readonly median: number;
  readonly low: TornadoEnd;
  readonly high: TornadoEnd;
  /** The larger of the two differences, without its sign; null where neither is defined. */
  readonly swing: number | null;
}

/** The measure with one input at one end of its range. */
export interface TornadoEnd {
  /** Value of the input. */
  readonly value: number;
  readonly estimate: Estimate;
  /** Paired difference to the central run: same customers, same luck. */
  readonly difference: Estimate;
}
