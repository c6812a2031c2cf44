import type { MeasureLabel } from "../../study/findings.js";
import type { LeverValue } from "../../study/lever.js";
import type { Sweep, SweptDesign, SweptFinding } from "../../study/sweepFindings.js";
import type { CsvFile } from "../csv.js";
import { type Columns, csvOf, rowOf } from "./columns.js";
import {
  type DifferenceCells,
  differenceColumns,
  type EstimateCells,
  estimateColumns,
  type Prefixed,
  prefixed,
} from "./estimate.js";
import { currencyOf } from "./world.js";

interface Line {
  readonly sweep: Sweep;
  readonly design: SweptDesign;
  readonly measure: MeasureLabel;
  readonly finding: SweptFinding;
}

/** A measure of a design of a sweep. */
export interface SweepTableRow extends EstimateCells, DifferenceCells, Prefixed<"written", DifferenceCells> {
  readonly scenario: string;
  readonly file: string | null;
  readonly lever_1: string | null;
  readonly value_1: LeverValue | null;
  readonly lever_2: string | null;
  readonly value_2: LeverValue | null;
  readonly design: string;
  readonly as_written: "true" | "false";
  readonly best_share: number | null;
  readonly measure: string;
  readonly label: string;
  readonly unit: MeasureLabel["unit"];
  readonly currency: string | null;
  readonly probability_better: number | null;
  readonly written_probability_better: number | null;
  readonly size: number;
  readonly sample: number;
  readonly replicates: number;
  readonly seed: string;
  readonly level: number;
  readonly fingerprint: string;
  readonly version: string;
}

const COLUMNS: Columns<Line, SweepTableRow> = {
  scenario: ({ sweep }) => sweep.name,
  file: ({ sweep }) => sweep.file,
  lever_1: ({ sweep }) => sweep.levers[0]?.path ?? null,
  value_1: ({ design }) => design.values[0] ?? null,
  lever_2: ({ sweep }) => sweep.levers[1]?.path ?? null,
  value_2: ({ design }) => design.values[1] ?? null,
  design: ({ design }) => design.name,
  as_written: ({ design }) => (design.isAsWritten ? "true" : "false"),
  best_share: ({ design }) => design.bestShare,
  measure: ({ measure }) => measure.key,
  label: ({ measure }) => measure.label,
  unit: ({ measure }) => measure.unit,
  currency: ({ measure, sweep }) => currencyOf(measure.unit, sweep),
  ...estimateColumns(({ finding }) => finding.level),
  ...differenceColumns(({ finding }) => finding.difference),
  probability_better: ({ finding }) => finding.probabilityBetter,
  ...prefixed(
    "written",
    differenceColumns(({ finding }: Line) => finding.differenceAsWritten),
  ),
  written_probability_better: ({ finding }) => finding.probabilityBetterAsWritten,
  size: ({ sweep }) => sweep.size,
  sample: ({ sweep }) => sweep.sample,
  replicates: ({ sweep }) => sweep.provenance.replicates,
  seed: ({ sweep }) => sweep.provenance.seed,
  level: ({ sweep }) => sweep.provenance.level,
  fingerprint: ({ design }) => design.fingerprint,
  version: ({ sweep }) => sweep.provenance.version,
};

/**
 * A row for each measure of each design, the design as written first.
 *
 * @param sweep of one or two levers
 */
export function sweepRows(sweep: Sweep): SweepTableRow[] {
  const designs = [{ ...sweep.asWritten, name: sweep.name }, ...sweep.designs];
  return designs.flatMap((design) =>
    sweep.measures.flatMap((measure) => {
      const finding: SweptFinding | undefined = design.findings[measure.key];
      return finding === undefined ? [] : [rowOf(COLUMNS, { sweep, design, measure, finding })];
    }),
  );
}

/**
 * A sweep as CSV in long format (RFC 4180 with LF line ends): a line for each measure of each design, the design as written first.
 *
 * @param sweep of one or two levers
 * @returns one file with a header row
 * @throws RangeError when a number is not finite
 * @example
 * const cdnow = await load("scenarios/cdnow/five-percent-back.yaml");
 * const lever = { path: "program.earn.pointsPerUnit", values: [0.5, 2] };
 * const { name, text } = sweepCsv(await sweep(cdnow, [lever], { replicates: 4, customers: 200, measures: ["roi"] }));
 * name; // "sweep.csv"
 * text.trimEnd().split("\n").length; // 7: a header, then two measures of the design as written and of two others
 */
export function sweepCsv(sweep: Sweep): CsvFile {
  return { name: "sweep.csv", text: csvOf(COLUMNS, sweepRows(sweep)) };
}
