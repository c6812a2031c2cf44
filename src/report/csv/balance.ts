import type { Comparison, TrialBalanceRow } from "../../study/findings.js";
import { type Columns, rowOf } from "./columns.js";
import { WORLD_COLUMNS, type WorldCells, type WorldLine, worldLines } from "./world.js";

interface Line extends WorldLine {
  readonly row: TrialBalanceRow;
}

/** A line of the trial balance of a program world. */
export interface BalanceTableRow extends WorldCells {
  readonly cause: TrialBalanceRow["cause"];
  readonly opening: number;
  readonly issued: number;
  readonly redeemed: number;
  readonly expired: number;
  readonly forfeited: number;
  readonly closing: number;
  readonly difference: number;
  readonly size: number;
  readonly sample: number;
  readonly replicates: number;
}

export const BALANCE_COLUMNS: Columns<Line, BalanceTableRow> = {
  ...WORLD_COLUMNS,
  cause: ({ row }) => row.cause,
  opening: ({ row }) => row.opening,
  issued: ({ row }) => row.issued,
  redeemed: ({ row }) => row.redeemed,
  expired: ({ row }) => row.expired,
  forfeited: ({ row }) => row.forfeited,
  closing: ({ row }) => row.closing,
  difference: ({ row }) => row.difference,
  size: ({ group }) => group.size,
  sample: ({ group }) => group.sample,
  replicates: ({ group }) => group.provenance.replicates,
};

/**
 * A row for each line of each program world's trial balance.
 *
 * @param comparison what was found
 */
export function balanceRows({ groups }: Comparison): BalanceTableRow[] {
  return worldLines(groups).flatMap((line) =>
    line.world.trialBalance.map((row) => rowOf(BALANCE_COLUMNS, { ...line, row })),
  );
}
