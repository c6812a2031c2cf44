import type { Comparison, GroupFindings, MeasureLabel, TierFindings } from "../../study/findings.js";
import { ESTIMATE_COLUMNS, estimateFields } from "./estimate.js";
import type { CsvValue } from "./text.js";

export const TIER_COLUMNS: readonly string[] = [
  ...["group", "world", "file", "tier", "from_tier", "year", "month", "label", "measure", "unit", "currency"],
  ...ESTIMATE_COLUMNS,
];

/**
 * A line for each measure of each tier; for each tier and month its members; for each year and pair of tiers those who moved.
 *
 * @param comparison what was found
 */
export function tierLines({ groups, measures }: Comparison): CsvValue[][] {
  return groups.flatMap((group) =>
    group.worlds.flatMap((world) => {
      if (world.tiers === null) return [];
      const lines = [...outcomes(world.tiers, group, measures), ...mix(world.tiers), ...moves(world.tiers)];
      return lines.map((line) => [group.name, world.name, world.file, ...line]);
    }),
  );
}

function outcomes(
  { rows }: TierFindings,
  { currency }: GroupFindings,
  measures: readonly MeasureLabel[],
): CsvValue[][] {
  return rows.flatMap(({ tier, findings }) =>
    measures.flatMap(({ key, unit }): CsvValue[][] => {
      const finding = findings[key];
      if (finding === undefined) return [];
      const code = unit === "money" ? currency.code : null;
      return [[tier, null, null, null, null, key, unit, code, ...estimateFields(finding.level)]];
    }),
  );
}

function mix({ rows, mix }: TierFindings): CsvValue[][] {
  return mix.flatMap(({ month, label, members }) =>
    rows.map(({ tier }, at) => [tier, null, null, month, label, "members", "count", null, ...mean(members[at] ?? 0)]),
  );
}

function moves({ moves }: TierFindings): CsvValue[][] {
  return moves.map(({ year, from, to, members }) => [
    ...[to, from, year, null, null, "moves", "count", null],
    ...mean(members),
  ]);
}

/** A mean without uncertainties. */
function mean(value: number): CsvValue[] {
  return ESTIMATE_COLUMNS.map((column) => (column === "value" ? value : null));
}
