import type { TrialBalanceRow } from "../../study/findings.js";
import { digits } from "../format.js";

/** Heads of the trial balance, in the order of {@link balanceRows}. */
export const BALANCE_HEADS: readonly string[] = [
  "points by cause",
  "opening",
  "issued",
  "redeemed",
  "expired",
  "closing",
  "difference",
];

/**
 * The trial balance of a world as texts.
 *
 * @param rows lines of the world
 * @returns a row for each cause that ever held a point, and for the total
 */
export function balanceRows(rows: readonly TrialBalanceRow[]): string[][] {
  return rows
    .filter((row) => row.cause === "total" || numbersOf(row).some((value) => value !== 0))
    .map((row) => [row.cause, ...numbersOf(row).map((value) => digits(value, 0))]);
}

function numbersOf(row: TrialBalanceRow): number[] {
  return [row.opening, row.issued, row.redeemed, row.expired, row.closing, row.difference];
}
