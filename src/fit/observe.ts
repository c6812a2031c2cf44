import { DAYS_PER_UNIT } from "../basics/calendar.js";
import type { TimeUnit } from "../scenario/scenario.js";
import { dayName } from "./calendarDays.js";
import type { Database } from "./database.js";
import type { Daily, Observed } from "./transactionLog.js";

/**
 * Histories and mean spends up to a day, from the table `people`.
 *
 * @param database with `people`
 * @param until the day, since 1970
 * @param isHeld the day is the last of calibration, not the last observed
 * @param timeUnit of t_x and T
 * @param spendOf purchases a mean spend is of
 * @returns columns, equal customers together, in order
 */
export async function observe(
  database: Database,
  until: number,
  isHeld: boolean,
  timeUnit: TimeUnit,
  spendOf: "repeat" | "all",
): Promise<Observed> {
  const unit = DAYS_PER_UNIT[timeUnit];
  const leavesOut = spendOf === "repeat" ? 1 : 0;
  const [last, bought, spent] = isHeld ? ["lastHeld", "boughtHeld", "spentHeld"] : ["last", "bought", "spent"];
  const later = isHeld ? "people.bought - boughtHeld" : "0";
  const [x, tx, T, laterDays, customers] = await database.columns(`
    SELECT (${bought} - 1)::DOUBLE AS x, (${last} - first) / ${unit}::DOUBLE AS tx, (${until} - first) / ${unit}::DOUBLE AS T,
      (${later})::DOUBLE AS later, count(*)::DOUBLE AS customers
    FROM people WHERE ${bought} > 0 GROUP BY ALL ORDER BY x, tx, T, later`);
  const counting = `${bought} - ${leavesOut}`;
  const means = `SELECT (${counting})::DOUBLE AS x, (${spent} - ${leavesOut} * spentFirst) / (${counting}) AS mean
    FROM people WHERE ${counting} > 0`;
  const [spendX, meanSpend, spenders] = await database.columns(
    `SELECT x, mean, count(*)::DOUBLE FROM (${means}) WHERE mean > 0 GROUP BY x, mean ORDER BY x, mean`,
  );
  const [[withoutSpend]] = await database.rows(`SELECT count(*)::DOUBLE FROM (${means}) WHERE mean <= 0`);
  return {
    until: dayName(until),
    histories: { x, tx, T, later: laterDays, customers },
    spends: { x: spendX, meanSpend, customers: spenders },
    withoutSpend: Number(withoutSpend),
  };
}

/**
 * New customers, repeat purchases and spend by day, from the tables `days` and `people`.
 *
 * @param database with them
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
  const joined = await database.rows("SELECT first, count(*)::DOUBLE FROM people GROUP BY first");
  for (const [day, count] of joined) {
    daily.newCustomers[Number(day) - first] = Number(count);
    daily.repeats[Number(day) - first] -= Number(count);
  }
  return daily;
}
