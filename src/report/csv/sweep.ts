import type { Sweep, SweptDesign, SweptFinding } from "../../study/sweepFindings.js";
import type { CsvFile } from "../csv.js";
import { DIFFERENCE_COLUMNS, ESTIMATE_COLUMNS, estimateFields } from "./estimate.js";
import { type CsvValue, csvText } from "./text.js";

const COLUMNS: readonly string[] = [
  ...["scenario", "file", "lever_1", "value_1", "lever_2", "value_2", "design", "as_written", "best_share"],
  ...["measure", "label", "unit", "currency"],
  ...[...ESTIMATE_COLUMNS, ...DIFFERENCE_COLUMNS, "probability_better"],
  ...DIFFERENCE_COLUMNS.map((column) => `written_${column}`),
  ...["written_probability_better", "size", "sample", "replicates", "seed", "level", "fingerprint", "version"],
];

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
  const designs = [{ ...sweep.asWritten, name: sweep.name }, ...sweep.designs];
  return {
    name: "sweep.csv",
    text: csvText(
      COLUMNS,
      designs.flatMap((design) => lines(sweep, design)),
    ),
  };
}

function lines(sweep: Sweep, design: SweptDesign): CsvValue[][] {
  const { replicates, seed, level, version } = sweep.provenance;
  const at = [0, 1].flatMap((lever) => [sweep.levers[lever]?.path ?? null, design.values[lever] ?? null]);
  return sweep.measures.flatMap(({ key, label, unit }) => {
    const finding: SweptFinding | undefined = design.findings[key];
    if (finding === undefined) return [];
    const line = [
      ...[sweep.name, sweep.file, ...at, design.name, String(design.isAsWritten), design.bestShare],
      ...[key, label, unit, unit === "money" ? sweep.currency.code : null],
      ...estimateFields(finding.level),
      ...estimateFields(finding.difference),
      finding.probabilityBetter,
      ...estimateFields(finding.differenceAsWritten),
      ...[finding.probabilityBetterAsWritten, sweep.size, sweep.sample],
      ...[replicates, seed, level, design.fingerprint, version],
    ];
    return [line];
  });
}
