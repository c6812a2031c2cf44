/** Causes points can carry, in the order that breaks ties. Written out again here: this engine shares no ledger. */
export const POINT_CAUSES = ["kept", "enlarged", "lifted", "retained", "brought", "gift"] as const;
export type PointCause = (typeof POINT_CAUSES)[number];

/** Why a purchase happened, or why one that the twin makes did not. */
export type PurchaseCause = "kept" | "lifted" | "retained";
export type Displaced = "forgone" | "lost";

/** Whole numbers by cause. */
export type ByCause = Record<PointCause, number>;

/** Nothing, by cause. */
export function nothing(): ByCause {
  return { kept: 0, enlarged: 0, lifted: 0, retained: 0, brought: 0, gift: 0 };
}

/** The sum of two, cause by cause. */
export function plus(left: ByCause, right: ByCause): ByCause {
  const sum = nothing();
  for (const cause of POINT_CAUSES) sum[cause] = left[cause] + right[cause];
  return sum;
}

/** All causes together. */
export function total(amounts: ByCause): number {
  let sum = 0;
  for (const cause of POINT_CAUSES) sum += amounts[cause];
  return sum;
}
