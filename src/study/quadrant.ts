import type { Ledger } from "../ledger/books.js";
import { byType } from "../ledger/read.js";
import type { ListedType } from "./measure.js";

/** From this attitude on a customer counts as attached. */
const ATTACHED_FROM = 0.5;

/** The quadrants of attitude × repeat patronage, as series: attached and buying, attached and not, buying and not attached, neither. */
export const QUADRANT_KEYS = ["loyalShare", "latentShare", "spuriousShare", "disloyalShare"] as const;
export type QuadrantKey = (typeof QUADRANT_KEYS)[number];

/**
 * Shares of day-one customers in each quadrant at the end of a month.
 *
 * @param ledger books of one world and replicate
 * @param types in the order of its type book; empty when the draw has one kind of customers
 * @param month from 0
 * @param customers of day one
 * @returns four shares that sum to 1; all 0 without types
 * @source Dick & Basu 1994, Customer Loyalty: Toward an Integrated Conceptual Framework, figure 2
 */
export function quadrantShares(
  ledger: Ledger,
  types: readonly ListedType[],
  month: number,
  customers: number,
): Record<QuadrantKey, number> {
  const shares = { loyalShare: 0, latentShare: 0, spuriousShare: 0, disloyalShare: 0 };
  types.forEach(({ attachment }, type) => {
    const active = byType(ledger, month, type, "active") / customers;
    const rest = byType(ledger, 0, type, "customers") / customers - active;
    const isAttached = attachment >= ATTACHED_FROM;
    shares[isAttached ? "loyalShare" : "spuriousShare"] += active;
    shares[isAttached ? "latentShare" : "disloyalShare"] += rest;
  });
  return shares;
}
