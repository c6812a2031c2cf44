import type { CohortRow, Comparison, WorldFindings } from "../../study/findings.js";
import { type Columns, rowOf } from "./columns.js";
import {
  type DifferenceCells,
  differenceColumns,
  type EstimateCells,
  estimateColumns,
  type Prefixed,
  prefixed,
} from "./estimate.js";
import { WORLD_COLUMNS, type WorldCells, type WorldLine, worldLines } from "./world.js";

/** Tenure at which the value of a cohort has an interval. */
const TENURE = 12;

interface Line extends WorldLine {
  readonly row: CohortRow;
  /** Months since joining, less one. */
  readonly age: number;
}

const atTenure = ({ row, age }: Line): CohortRow["clvAtTenure"] => (age + 1 === TENURE ? row.clvAtTenure : null);

/** A month of tenure of a cohort in a world. */
export interface CohortTableRow
  extends WorldCells,
    Prefixed<"clv_12", EstimateCells>,
    Prefixed<"clv_12", DifferenceCells> {
  readonly role: WorldFindings["role"];
  readonly currency: string;
  readonly cohort: CohortRow["cohort"];
  readonly join_month: number;
  readonly customers: number;
  readonly tenure: number;
  readonly retention: number | null;
  readonly clv: number | null;
}

export const COHORT_COLUMNS: Columns<Line, CohortTableRow> = {
  ...WORLD_COLUMNS,
  role: ({ world }) => world.role,
  currency: ({ group }) => group.currency.code,
  cohort: ({ row }) => row.cohort,
  join_month: ({ row }) => row.joinMonth,
  customers: ({ row }) => row.customers,
  tenure: ({ age }) => age + 1,
  retention: ({ row, age }) => row.retention[age] ?? null,
  clv: ({ row, age }) => row.clv[age],
  ...prefixed(
    "clv_12",
    estimateColumns((line: Line) => atTenure(line)?.level ?? null),
  ),
  ...prefixed(
    "clv_12",
    differenceColumns((line: Line) => atTenure(line)?.difference ?? null),
  ),
};

/**
 * A row for each month of tenure of each cohort of each world; what is known of the CLV at equal tenure stands at that tenure.
 *
 * @param comparison what was found
 */
export function cohortRows({ groups }: Comparison): CohortTableRow[] {
  return worldLines(groups).flatMap((line) =>
    line.world.cohorts.flatMap((row) => row.clv.map((_, age) => rowOf(COHORT_COLUMNS, { ...line, row, age }))),
  );
}
