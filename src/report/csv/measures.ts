import type { Comparison, Estimate, Finding } from "../../study/findings.js";
import type { CsvValue } from "./text.js";

/** What stands behind the value of an estimate. */
export const ESTIMATE_COLUMNS = [
  "standard_error",
  "low",
  "high",
  "outcome_low",
  "outcome_high",
  "luck_share",
  "undefined_share",
] as const;

export const MEASURE_COLUMNS: readonly string[] = [
  ...["group", "world", "file", "role", "reference", "measure", "label", "unit", "currency"],
  ...["value", ...ESTIMATE_COLUMNS],
  ...["difference", ...ESTIMATE_COLUMNS.map((column) => `difference_${column}`)],
  ...["probability_better", "size", "sample", "replicates", "seed", "level", "fingerprint", "version"],
];

/**
 * A line for each measure of each world.
 *
 * @param comparison what was found
 */
export function measureLines({ groups, measures }: Comparison): CsvValue[][] {
  return groups.flatMap((group) =>
    group.worlds.flatMap((world) =>
      measures.flatMap(({ key, label, unit }) => {
        const finding: Finding | undefined = world.findings[key];
        if (finding === undefined) return [];
        const { replicates, seed, level, version } = group.provenance;
        return [
          [
            ...[group.name, world.name, world.file, world.role, String(world.isReference)],
            ...[key, label, unit, unit === "money" ? group.currency.code : null],
            ...estimateFields(finding.level),
            ...estimateFields(finding.difference),
            ...[
              finding.probabilityBetter,
              group.size,
              group.sample,
              replicates,
              seed,
              level,
              world.fingerprint,
              version,
            ],
          ],
        ];
      }),
    ),
  );
}

/** An estimate as fields: its value, then those of {@link ESTIMATE_COLUMNS}; empty where there is none. */
export function estimateFields(estimate: Estimate | null): CsvValue[] {
  if (estimate === null) return ["value", ...ESTIMATE_COLUMNS].map(() => null);
  return [
    ...[estimate.value, estimate.standardError, estimate.low, estimate.high],
    ...[estimate.outcomeLow, estimate.outcomeHigh, estimate.luckShare, estimate.undefinedShare],
  ];
}
