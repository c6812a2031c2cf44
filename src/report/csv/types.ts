import type { Comparison } from "../../study/findings.js";
import { DIFFERENCE_COLUMNS, ESTIMATE_COLUMNS, estimateFields } from "./estimate.js";
import type { CsvValue } from "./text.js";

export const TYPE_COLUMNS: readonly string[] = [
  ...["group", "world", "file", "role", "type", "measure", "label", "unit", "currency"],
  ...ESTIMATE_COLUMNS,
  ...DIFFERENCE_COLUMNS,
  "probability_better",
];

/**
 * A line for each measure of each loyalty type of each world.
 *
 * @param comparison what was found
 */
export function typeLines({ groups, measures }: Comparison): CsvValue[][] {
  return groups.flatMap((group) =>
    group.worlds.flatMap((world) =>
      world.types.flatMap(({ type, findings }) =>
        measures.flatMap(({ key, label, unit }): CsvValue[][] => {
          const finding = findings[key];
          if (finding === undefined) return [];
          const currency = unit === "money" ? group.currency.code : null;
          return [
            [
              ...[group.name, world.name, world.file, world.role, type, key, label, unit, currency],
              ...estimateFields(finding.level),
              ...estimateFields(finding.difference),
              finding.probabilityBetter,
            ],
          ];
        }),
      ),
    ),
  );
}
