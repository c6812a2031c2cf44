import type { Comparison, Finding, MeasureLabel, WorldFindings } from "../../study/findings.js";
import { type Columns, rowOf } from "./columns.js";
import { type DifferenceCells, differenceColumns, type EstimateCells, estimateColumns } from "./estimate.js";
import { currencyOf, WORLD_COLUMNS, type WorldCells, type WorldLine, worldLines } from "./world.js";

interface Line extends WorldLine {
  readonly measure: MeasureLabel;
  readonly finding: Finding;
}

/** A measure of a world. */
export interface MeasureTableRow extends WorldCells, EstimateCells, DifferenceCells {
  readonly role: WorldFindings["role"];
  readonly reference: "true" | "false";
  readonly measure: string;
  readonly label: string;
  readonly unit: MeasureLabel["unit"];
  readonly currency: string | null;
  readonly probability_better: number | null;
  readonly size: number;
  readonly sample: number;
  readonly replicates: number;
  readonly seed: string;
  readonly level: number;
  readonly fingerprint: string;
  readonly version: string;
}

export const MEASURE_COLUMNS: Columns<Line, MeasureTableRow> = {
  ...WORLD_COLUMNS,
  role: ({ world }) => world.role,
  reference: ({ world }) => (world.isReference ? "true" : "false"),
  measure: ({ measure }) => measure.key,
  label: ({ measure }) => measure.label,
  unit: ({ measure }) => measure.unit,
  currency: ({ measure, group }) => currencyOf(measure.unit, group),
  ...estimateColumns(({ finding }: Line) => finding.level),
  ...differenceColumns(({ finding }: Line) => finding.difference),
  probability_better: ({ finding }) => finding.probabilityBetter,
  size: ({ group }) => group.size,
  sample: ({ group }) => group.sample,
  replicates: ({ group }) => group.provenance.replicates,
  seed: ({ group }) => group.provenance.seed,
  level: ({ group }) => group.provenance.level,
  fingerprint: ({ world }) => world.fingerprint,
  version: ({ group }) => group.provenance.version,
};

/**
 * A row for each measure of each world.
 *
 * @param comparison what was found
 */
export function measureRows({ groups, measures }: Comparison): MeasureTableRow[] {
  return worldLines(groups).flatMap((line) =>
    measures.flatMap((measure) => {
      const finding: Finding | undefined = line.world.findings[measure.key];
      return finding === undefined ? [] : [rowOf(MEASURE_COLUMNS, { ...line, measure, finding })];
    }),
  );
}
