import type { Comparison, Finding, MeasureLabel, TypeRow, WorldFindings } from "../../study/findings.js";
import { type Columns, rowOf } from "./columns.js";
import { type DifferenceCells, differenceColumns, type EstimateCells, estimateColumns } from "./estimate.js";
import { currencyOf, WORLD_COLUMNS, type WorldCells, type WorldLine, worldLines } from "./world.js";

interface Line extends WorldLine {
  readonly row: TypeRow;
  readonly measure: MeasureLabel;
  readonly finding: Finding;
}

/** A measure of a loyalty type in a world. */
export interface TypeTableRow extends WorldCells, EstimateCells, DifferenceCells {
  readonly role: WorldFindings["role"];
  readonly type: TypeRow["type"];
  readonly measure: string;
  readonly label: string;
  readonly unit: MeasureLabel["unit"];
  readonly currency: string | null;
  readonly probability_better: number | null;
}

export const TYPE_COLUMNS: Columns<Line, TypeTableRow> = {
  ...WORLD_COLUMNS,
  role: ({ world }) => world.role,
  type: ({ row }) => row.type,
  measure: ({ measure }) => measure.key,
  label: ({ measure }) => measure.label,
  unit: ({ measure }) => measure.unit,
  currency: ({ measure, group }) => currencyOf(measure.unit, group),
  ...estimateColumns(({ finding }: Line) => finding.level),
  ...differenceColumns(({ finding }: Line) => finding.difference),
  probability_better: ({ finding }) => finding.probabilityBetter,
};

/**
 * A row for each measure of each loyalty type of each world.
 *
 * @param comparison what was found
 */
export function typeRows({ groups, measures }: Comparison): TypeTableRow[] {
  return worldLines(groups).flatMap((line) =>
    line.world.types.flatMap((row) =>
      measures.flatMap((measure) => {
        const finding: Finding | undefined = row.findings[measure.key];
        return finding === undefined ? [] : [rowOf(TYPE_COLUMNS, { ...line, row, measure, finding })];
      }),
    ),
  );
}
