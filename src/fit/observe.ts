import { DAYS_PER_UNIT } from "../basics/calendar.js";
import type { TimeUnit } from "../scenario/scenario.js";
import { dayName } from "./calendarDays.js";
import type { Database } from "./database.js";
import type { Daily, Observed } from "./transactionLog.js";

/**
 * Histories and mean spends up to a day, from the table `days`.
 *
 * @param database with `days`
 * @param until the day, since 1970
 * @param timeUnit of t_x and T
 * @param spendOf purchases a mean spend is of
 * @returns columns, equal customers together, in order
 */
export async function observe(
  database: Database,
  until: number,
  timeUnit: TimeUnit,
  spendOf: "repeat" | "all",
): Promise<Observed> {
  const unit = DAYS_PER_UNIT[timeUnit];
  const leavesOut = spendOf === "repeat" ? 1 : 0;
  await database.run(`CREATE OR REPLACE TABLE seen AS
    SELECT first, last, bought, later, bought - ${leavesOut} AS counting,
      (total - ${leavesOut} * spentFirst) / nullif(bought - ${leavesOut}, 0) AS mean
    FROM (
      SELECT min(day) AS first, max(day) FILTER (day <= ${until}) AS last,
        (count(*) FILTER (day <= ${until}))::INTEGER AS bought, (count(*) FILTER (day > ${until}))::INTEGER AS later,
        (sum(spend) FILTER (day <= ${until}))::DOUBLE AS total, arg_min(spend, day)::DOUBLE AS spentFirst
      FROM days GROUP BY customer
    ) WHERE first <= ${until}`);
  const [x, tx, T, later, customers] = await database.columns(`
    SELECT (bought - 1)::DOUBLE AS x, (last - first) / ${unit}::DOUBLE AS tx, (${until} - first) / ${unit}::DOUBLE AS T,
      later::DOUBLE AS later, count(*)::DOUBLE AS customers
    FROM seen GROUP BY ALL ORDER BY x, tx, T, later`);
  const [spendX, meanSpend, spenders] = await database.columns(`
    SELECT counting::DOUBLE AS x, mean, count(*)::DOUBLE FROM seen WHERE mean > 0 GROUP BY x, mean ORDER BY x, mean`);
  const [[withoutSpend]] = await database.rows("SELECT (count(*) FILTER (mean = 0))::DOUBLE FROM seen");
  return {
    until: dayName(until),
    histories: { x, tx, T, later, customers },
    spends: { x: spendX, meanSpend, customers: spenders },
    withoutSpend: Number(withoutSpend),
  };
}

/**
 * New customers, repeat purchases and spend by day, from the table `days`.
 *
 * @param database with `days`
 * @param first first day, since 1970
 * @param until last day
 * @returns an entry a day
 */
export async function observeDays(database: Database, first: number, until: number): Promise<Daily> {
  const length = until - first + 1;
  const daily = {
    start: dayName(first),
    newCustomers: new Float64Array(length),
    repeats: new Float64Array(length),
    spend: new Float64Array(length),
  };
  const byDay = await database.rows("SELECT day, count(*)::DOUBLE, sum(spend)::DOUBLE FROM days GROUP BY day");
  for (const [day, purchases, spend] of byDay) {
    daily.repeats[Number(day) - first] += Number(purchases);
    daily.spend[Number(day) - first] += Number(spend);
  }
  const joined = await database.rows(
    "SELECT first, count(*)::DOUBLE FROM (SELECT min(day) AS first FROM days GROUP BY customer) GROUP BY first",
  );
  for (const [day, count] of joined) {
    daily.newCustomers[Number(day) - first] = Number(count);
    daily.repeats[Number(day) - first] -= Number(count);
  }
  return daily;
}
