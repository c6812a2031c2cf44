import type { CauseRow, Comparison } from "../../study/findings.js";
import { type Columns, rowOf } from "./columns.js";
import { WORLD_COLUMNS, type WorldCells, type WorldLine, worldLines } from "./world.js";

interface Line extends WorldLine {
  readonly row: CauseRow;
}

/** What one cause amounts to in a program world. */
export interface CauseTableRow extends WorldCells {
  readonly currency: string;
  readonly cause: CauseRow["cause"];
  readonly purchases: number;
  readonly spend: number;
  readonly margin: number;
  readonly points_issued: number;
  readonly reward_cost: number;
  readonly discount: number;
}

export const CAUSE_COLUMNS: Columns<Line, CauseTableRow> = {
  ...WORLD_COLUMNS,
  currency: ({ group }) => group.currency.code,
  cause: ({ row }) => row.cause,
  purchases: ({ row }) => row.purchases,
  spend: ({ row }) => row.spend,
  margin: ({ row }) => row.margin,
  points_issued: ({ row }) => row.pointsIssued,
  reward_cost: ({ row }) => row.rewardCost,
  discount: ({ row }) => row.discount,
};

/**
 * A row for each cause of each program world.
 *
 * @param comparison what was found
 */
export function causeRows({ groups }: Comparison): CauseTableRow[] {
  return worldLines(groups).flatMap((line) => line.world.causes.map((row) => rowOf(CAUSE_COLUMNS, { ...line, row })));
}
