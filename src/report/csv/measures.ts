import type { Comparison, Finding } from "../../study/findings.js";
import { DIFFERENCE_COLUMNS, ESTIMATE_COLUMNS, estimateFields } from "./estimate.js";
import type { CsvValue } from "./text.js";

export const MEASURE_COLUMNS: readonly string[] = [
  ...["group", "world", "file", "role", "reference", "measure", "label", "unit", "currency"],
  ...ESTIMATE_COLUMNS,
  ...DIFFERENCE_COLUMNS,
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
