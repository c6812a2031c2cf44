import type { TrialBalanceRow, WorldFindings } from "../../study/findings.js";
import { digits } from "../format.js";

/** A trial balance as texts. */
export interface BalanceTable {
  readonly heads: readonly string[];
  /** A row for each cause that ever held a point, and for the total. */
  readonly rows: readonly (readonly string[])[];
}

type Column = Exclude<keyof TrialBalanceRow, "cause">;

/**
 * The trial balance of a world as texts; a column of forfeited points only where any were.
 *
 * @param world a program world
 */
export function balanceTable({ trialBalance: rows, collects }: WorldFindings): BalanceTable {
  const lost: readonly Column[] = rows.some(({ forfeited }) => forfeited !== 0)
    ? ["expired", "forfeited"]
    : ["expired"];
  const columns: readonly Column[] = ["opening", "issued", "redeemed", ...lost, "closing", "difference"];
  return {
    heads: [`${collects} by cause`, ...columns],
    rows: rows
      .filter((row) => row.cause === "total" || columns.some((column) => row[column] !== 0))
      .map((row) => [row.cause, ...columns.map((column) => digits(row[column], 0))]),
  };
}
