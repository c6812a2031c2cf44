import type { Comparison, SeriesKey, SeriesPoint } from "../../study/findings.js";
import type { CsvValue } from "./text.js";

export const SERIES_COLUMNS: readonly string[] = [
  ...["group", "world", "file", "role", "series", "month", "label"],
  ...["value", "low", "high", "outcome_low", "outcome_high"],
];

/** In the order of lines; a record, so that the compiler misses none. */
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
 * A line for each month of each series of each world.
 *
 * @param comparison what was found
 */
export function seriesLines({ groups }: Comparison): CsvValue[][] {
  return groups.flatMap((group) =>
    group.worlds.flatMap((world) =>
      Object.keys(KEYS).flatMap((key) => {
        const points: readonly SeriesPoint[] = world.series[key as SeriesKey] ?? [];
        return points.map((point) => [
          ...[group.name, world.name, world.file, world.role, key, point.month, point.label],
          ...[point.value, point.low, point.high, point.outcomeLow, point.outcomeHigh],
        ]);
      }),
    ),
  );
}
