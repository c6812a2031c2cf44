import type { Comparison, Estimate, MeasureLabel, TierFindings } from "../../study/findings.js";
import { type Columns, rowOf } from "./columns.js";
import { type EstimateCells, estimateColumns } from "./estimate.js";
import { currencyOf, WORLD_COLUMNS, type WorldCells, type WorldLine, worldLines } from "./world.js";

/** What a row says of a tier; null where it says nothing of the kind. */
interface TierLine {
  readonly tier: string;
  readonly from: string | null;
  readonly year: number | null;
  readonly month: number | null;
  readonly label: string | null;
  readonly measure: string;
  readonly unit: MeasureLabel["unit"];
  readonly estimate: Partial<Estimate>;
}
type Line = WorldLine & TierLine;

/** A measure of a tier, its members in a month, or who moved into it in a year. */
export interface TierTableRow extends WorldCells, EstimateCells {
  readonly tier: string;
  readonly from_tier: string | null;
  readonly year: number | null;
  readonly month: number | null;
  readonly label: string | null;
  readonly measure: string;
  readonly unit: MeasureLabel["unit"];
  readonly currency: string | null;
}

export const TIER_COLUMNS: Columns<Line, TierTableRow> = {
  ...WORLD_COLUMNS,
  tier: ({ tier }) => tier,
  from_tier: ({ from }) => from,
  year: ({ year }) => year,
  month: ({ month }) => month,
  label: ({ label }) => label,
  measure: ({ measure }) => measure,
  unit: ({ unit }) => unit,
  currency: ({ unit, group }) => currencyOf(unit, group),
  ...estimateColumns(({ estimate }: Line) => estimate),
};

/**
 * A row for each measure of each tier; for each tier and month its members; for each year and pair of tiers those who moved.
 *
 * @param comparison what was found
 */
export function tierRows({ groups, measures }: Comparison): TierTableRow[] {
  return worldLines(groups).flatMap((line) => {
    const { tiers } = line.world;
    if (tiers === null) return [];
    const lines = [...outcomes(tiers, measures), ...mix(tiers), ...moves(tiers)];
    return lines.map((of) => rowOf(TIER_COLUMNS, { ...line, ...of }));
  });
}

const NO_TIME = { from: null, year: null, month: null, label: null };

function outcomes({ rows }: TierFindings, measures: readonly MeasureLabel[]): TierLine[] {
  return rows.flatMap(({ tier, findings }) =>
    measures.flatMap(({ key, unit }): TierLine[] => {
      const finding = findings[key];
      return finding === undefined ? [] : [{ ...NO_TIME, tier, measure: key, unit, estimate: finding.level }];
    }),
  );
}

function mix({ rows, mix }: TierFindings): TierLine[] {
  return mix.flatMap(({ month, label, members }) =>
    rows.map(({ tier }, at): TierLine => {
      return { ...NO_TIME, tier, month, label, measure: "members", unit: "count", estimate: mean(members[at] ?? 0) };
    }),
  );
}

function moves({ moves }: TierFindings): TierLine[] {
  return moves.map(({ year, from, to, members }): TierLine => {
    return { ...NO_TIME, tier: to, from, year, measure: "moves", unit: "count", estimate: mean(members) };
  });
}

/** A mean without uncertainties. */
function mean(value: number): Partial<Estimate> {
  return { value };
}
