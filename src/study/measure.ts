import type { Ledger } from "../ledger/books.js";
import type { Terms } from "../valuation/terms.js";
import type { WorldValue } from "../valuation/worldValue.js";
import type { MeasureLabel } from "./findings.js";

/** One world in one replicate, beside world 0 of the same replicate. */
export interface WorldReplicate {
  readonly ledger: Ledger;
  readonly twin: Ledger;
  readonly value: WorldValue;
  readonly twinValue: WorldValue;
  readonly terms: Terms;
  /** Months that points live after the one they were issued in; null when they never expire. */
  readonly expiryMonths: number | null;
}

/**
 * A measure: its label, where it means something, and how a replicate yields it. A mean is averaged over replicates; a ratio is the
 * ratio of the replicates' totals; a date is the median over replicates, null for never. Money in minor units.
 */
export type Measure = Omit<MeasureLabel, "isHeadline"> & {
  /** Worlds it means something in; a program measure is 0 in world 0 wherever a difference is taken. */
  readonly worlds: "all" | "program";
} & (
    | { readonly kind: "mean"; readonly of: (world: WorldReplicate) => number }
    | { readonly kind: "ratio"; readonly of: (world: WorldReplicate) => readonly [number, number] }
    | { readonly kind: "date"; readonly of: (world: WorldReplicate) => number | null }
  );
