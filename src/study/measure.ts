import type { Ledger } from "../ledger/books.js";
import type { LoyaltyType, Scenario } from "../scenario/scenario.js";
import type { Terms } from "../valuation/terms.js";
import type { WorldValue } from "../valuation/worldValue.js";
import type { MeasureLabel } from "./findings.js";

/** Who counts as a member: a business sees who enrolled, and not who will never come again. */
export const MEMBERS_COUNTED = "everybody whose membership stands, those who have silently left among them";

/** A loyalty type that customers of a draw have; its place in the list is its place in the type book. */
export interface ListedType {
  readonly type: LoyaltyType;
  /** Attitude, 0 to 1. */
  readonly attachment: number;
}

/** One world in one replicate, beside world 0 of the same replicate. */
export interface WorldReplicate {
  readonly ledger: Ledger;
  readonly twin: Ledger;
  readonly value: WorldValue;
  readonly twinValue: WorldValue;
  readonly terms: Terms;
  /** Months that points live after the one they were issued in; null when they never expire. */
  readonly expiryMonths: number | null;
  /** Empty when customers are of one kind. */
  readonly types: readonly ListedType[];
}

/**
 * A measure: its label, where it means something, and how a replicate yields it. A mean is averaged over replicates, null where
 * undefined; a ratio is the ratio of the replicates' totals; a date is the median over replicates, null for never. Money in minor units.
 */
export type Measure = Omit<MeasureLabel, "isHeadline"> & {
  /** Worlds it means something in; a program measure is 0 in world 0 wherever a difference is taken. */
  readonly worlds: "all" | "program";
  /** Scenarios it means something in, among those worlds; all of them when not given. */
  readonly appliesTo?: (scenario: Scenario) => boolean;
} & (
    | { readonly kind: "mean"; readonly of: (world: WorldReplicate) => number | null }
    | { readonly kind: "ratio"; readonly of: (world: WorldReplicate) => readonly [number, number] }
    | { readonly kind: "date"; readonly of: (world: WorldReplicate) => number | null }
  );

/**
 * A measure of one part of the customers, always a ratio: of a loyalty type by its place in the type book, of a tier by its rank.
 */
export type PartMeasure = Omit<MeasureLabel, "isHeadline"> & {
  readonly worlds: "all" | "program";
  readonly appliesTo?: (scenario: Scenario) => boolean;
  readonly of: (world: WorldReplicate, part: number) => readonly [number, number];
};

/**
 * Whether a measure means something in a scenario.
 *
 * @param measure of a world or of a part
 * @param scenario of the world
 */
export function isMeasuredIn(measure: Measure | PartMeasure, scenario: Scenario): boolean {
  return (measure.worlds === "all" || scenario.program !== null) && (measure.appliesTo?.(scenario) ?? true);
}
