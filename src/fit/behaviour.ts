import type { Database } from "./database.js";
import { type BehaviourColumns, type LoyaltyMix, loyaltyMix } from "./loyaltyMix.js";

/** Customers first seen fewer days than this before the end say too little about themselves. */
const FEWEST_DAYS = 90;
const DAYS_IN_YEAR = 365.25;

/** Scales of scores: the smallest whose top no score passes is taken. */
const SCALE_TOPS = [1, 5, 7, 10, 100] as const;

/**
 * The mix of loyalty types that customers' behaviour speaks for.
 *
 * @param database with `rows` and `people`
 * @param until last day observed, since 1970
 * @param hasColumns whether columns of promotions and scores were read
 * @returns the mix; null when nobody is seen for long enough
 */
export async function mixOfLog(database: Database, until: number, hasColumns: boolean): Promise<LoyaltyMix | null> {
  const extras = hasColumns
    ? `LEFT JOIN (SELECT customer, avg(promoted) FILTER (amount >= 0) AS promoted, avg(survey) AS score FROM rows WHERE reason = 0 GROUP BY customer) AS told USING (customer)`
    : "";
  const [bought, days, last, promoted, score] = await database.columns(`
    SELECT bought::DOUBLE, (${until} - first)::DOUBLE, (last - first)::DOUBLE,
      ${hasColumns ? "coalesce(promoted, 'nan'::DOUBLE), coalesce(score, 'nan'::DOUBLE)" : "'nan'::DOUBLE, 'nan'::DOUBLE"}
    FROM people ${extras} ORDER BY customer`);
  const kept = Array.from(days.keys()).filter((at) => days[at] >= FEWEST_DAYS);
  if (kept.length === 0) return null;
  const rate = (at: number): number => (bought[at] - 1) / (days[at] / DAYS_IN_YEAR);
  const mean = kept.reduce((sum, at) => sum + rate(at), 0) / kept.length;
  const most = score.reduce((top, one) => (one > top ? one : top), Number.NEGATIVE_INFINITY);
  const scaleTop = Number.isFinite(most) ? (SCALE_TOPS.find((top) => most <= top) ?? most) : null;
  const columns: BehaviourColumns = {
    often: Float64Array.from(kept, (at) => (mean === 0 ? 0 : rate(at) / mean)),
    silent: Float64Array.from(kept, (at) =>
      bought[at] < 2 ? Number.POSITIVE_INFINITY : (days[at] - last[at]) / (last[at] / (bought[at] - 1)),
    ),
    promoted: Float64Array.from(kept, (at) => promoted[at]),
    score: Float64Array.from(kept, (at) => (scaleTop === null ? Number.NaN : score[at] / scaleTop)),
  };
  return loyaltyMix(columns, days.length - kept.length, scaleTop);
}
