import { monthName, monthNumber } from "../basics/calendar.js";
import { seriesEstimate } from "../stats/estimate.js";
import { inUnits, type Reading } from "./assemble.js";
import type { CollectedKey, WorldCollector } from "./collect.js";
import type { SeriesKey, SeriesPoint } from "./findings.js";
import { QUADRANT_KEYS } from "./quadrant.js";

/** What a world's series are read with. */
export interface SeriesReading {
  /** First month, "YYYY-MM". */
  readonly start: string;
  /** Months from the start before which retention means nothing, since its window has not passed. */
  readonly firstRetention: number;
  /** World 0 has retention and quadrant alone. */
  readonly hasProgram: boolean;
  /** How to read the world by itself, and beside the reference. */
  readonly own: Reading;
  readonly paired: Reading;
}

/**
 * A world's series, with uncertainties by month.
 *
 * @param collector of the world
 * @param reference of the world that differences are against; null in that world itself
 * @param how months, and how to read samples
 * @returns points by key
 */
export function findSeries(
  collector: WorldCollector,
  reference: WorldCollector | null,
  how: SeriesReading,
): Partial<Record<SeriesKey, readonly SeriesPoint[]>> {
  const { series, replicates } = collector;
  const shown = (Object.keys(series) as CollectedKey[]).filter(
    (key) => (how.hasProgram || BASE_SERIES.has(key)) && hasCourse(key, series[key]),
  );
  const found: Partial<Record<SeriesKey, readonly SeriesPoint[]>> = {};
  for (const key of shown) found[key] = pointsOf(key, series[key], replicates, how.own, how);
  if (reference !== null) {
    const added = series.retention.map((share, at) => share - reference.series.retention[at]);
    found.retentionDifference = pointsOf("retentionDifference", added, replicates, how.paired, how);
  }
  return found;
}

function pointsOf(
  key: SeriesKey,
  values: readonly number[],
  replicates: number,
  reading: Reading,
  { start, firstRetention }: SeriesReading,
): SeriesPoint[] {
  const first = monthNumber(start);
  const unit = key === "cumulativeNetValue" ? reading.minorPerUnit : 1;
  return seriesEstimate(values, values.length / replicates, reading).flatMap((raw, month) => {
    const { value, low, high, outcomeLow, outcomeHigh } = inUnits(raw, unit);
    if (value === null || (BASE_SERIES.has(key) && month + 1 < firstRetention)) return [];
    return [{ month: month + 1, label: monthName(first + month), value, low, high, outcomeLow, outcomeHigh }];
  });
}

/** Types there are none of leave no series, nor do points nobody forfeits. */
function hasCourse(key: CollectedKey, values: readonly number[]): boolean {
  return key === "pointsForfeited" ? values.some((points) => points > 0) : values.length > 0;
}

/** Series that need no program: retention, and what is read from it. */
const BASE_SERIES: ReadonlySet<SeriesKey> = new Set(["retention", "retentionDifference", ...QUADRANT_KEYS]);
