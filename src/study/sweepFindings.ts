import type { Estimate, GroupFindings, MeasureLabel } from "./findings.js";
import type { LeverValue } from "./lever.js";

/** What a sweep found: designs that differ in the values of one or two levers, lived by the same customers on the same luck. */
export interface Sweep extends Omit<GroupFindings, "worlds" | "name"> {
  /** The scenario swept, and the file it came from. */
  readonly name: string;
  readonly file: string | null;
  readonly about: string;
  /** Net value, then those asked for. */
  readonly measures: readonly MeasureLabel[];
  readonly levers: readonly SweptLever[];
  /** The scenario as it is written. */
  readonly asWritten: SweptDesign;
  /** Every combination of the levers' values, the first lever's slowest, values from low to high. */
  readonly designs: readonly SweptDesign[];
  readonly best: BestDesign;
}

/** A lever of a sweep, as it was moved. */
export interface SweptLever {
  readonly path: string;
  readonly values: readonly LeverValue[];
  /** Its value in the scenario as it is written: null when the program has no such thing there. */
  readonly written: LeverValue | null;
}

/** One design of a sweep. */
export interface SweptDesign {
  /** By lever; what is written where the design is the scenario itself. */
  readonly values: readonly (LeverValue | null)[];
  readonly name: string;
  readonly fingerprint: string;
  /** True when its program is the one written. */
  readonly isAsWritten: boolean;
  /** By measure key; a measure that means nothing in this design is absent. */
  readonly findings: Readonly<Record<string, SweptFinding>>;
  /** Share of outcomes in which its net value is the highest of all combinations, ties split. Null for what is no combination. */
  readonly bestShare: number | null;
}

/** One measure of one design, with its paired differences. */
export interface SweptFinding {
  readonly level: Estimate;
  /** Against no program; null for a measure that is against no program already. */
  readonly difference: Estimate | null;
  /** Share of outcomes in which the design is better than no program, ties half; null where no direction is good. */
  readonly probabilityBetter: number | null;
  /** Against the scenario as it is written; null in a design that is the same. */
  readonly differenceAsWritten: Estimate | null;
  readonly probabilityBetterAsWritten: number | null;
}

/** The design of the highest net value, and how much that is worth knowing. */
export interface BestDesign {
  /** Its number among the designs. */
  readonly design: number;
  /** Share of outcomes in which it is the best of them, ties split. */
  readonly share: number;
  /**
   * True where outcomes do not agree on it: the highest of several estimates then is likelier too high than too low, and another
   * seed, or another draw of the inputs, may name another design.
   */
  readonly isFlattered: boolean;
  /** Paths of the levers whose lowest or highest number tried it has, where a file could go further: a better one may lie beyond. */
  readonly atEdgeOf: readonly string[];
}
