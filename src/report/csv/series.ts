import type { Comparison, SeriesKey, SeriesPoint, WorldFindings } from "../../study/findings.js";
import { type Columns, rowOf } from "./columns.js";
import { WORLD_COLUMNS, type WorldCells, type WorldLine, worldLines } from "./world.js";

interface Line extends WorldLine {
  readonly key: SeriesKey;
  readonly point: SeriesPoint;
}

/** A month of a series of a world. */
export interface SeriesTableRow extends WorldCells {
  readonly role: WorldFindings["role"];
  readonly series: SeriesKey;
  readonly month: number;
  readonly label: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly outcome_low: number | null;
  readonly outcome_high: number | null;
}

export const SERIES_COLUMNS: Columns<Line, SeriesTableRow> = {
  ...WORLD_COLUMNS,
  role: ({ world }) => world.role,
  series: ({ key }) => key,
  month: ({ point }) => point.month,
  label: ({ point }) => point.label,
  value: ({ point }) => point.value,
  low: ({ point }) => point.low,
  high: ({ point }) => point.high,
  outcome_low: ({ point }) => point.outcomeLow,
  outcome_high: ({ point }) => point.outcomeHigh,
};

/** In the order of rows; a record, so that the compiler misses none. */
const KEYS: Readonly<Record<SeriesKey, true>> = {
  retention: true,
  retentionDifference: true,
  pointsIssued: true,
  pointsRedeemed: true,
  pointsExpired: true,
  pointsForfeited: true,
  pointsOutstanding: true,
  cumulativeNetValue: true,
  loyalShare: true,
  latentShare: true,
  spuriousShare: true,
  disloyalShare: true,
};

/**
 * A row for each month of each series of each world.
 *
 * @param comparison what was found
 */
export function seriesRows({ groups }: Comparison): SeriesTableRow[] {
  const keys = Object.keys(KEYS) as SeriesKey[];
  return worldLines(groups).flatMap((line) =>
    keys.flatMap((key) =>
      (line.world.series[key] ?? []).map((point) => rowOf(SERIES_COLUMNS, { ...line, key, point })),
    ),
  );
}
