import { InputError, type Issue } from "../basics/issues.js";
import { logMessages } from "../basics/logMessages.js";
import { dayName } from "./calendarDays.js";
import { REASON_CODE } from "./cleaning.js";
import { type Cell, type Database, quoted } from "./database.js";
import { type BoughtDay, settleReturn } from "./returns.js";

/** Ten-thousandths of a currency unit: amounts are counted in them. */
const AMOUNT_UNIT = 10_000;
/** From so many rows on a customer may be no person. */
const OUTLIER_ROWS = 1000;
/** Times the mean of the others. */
const OUTLIER_TIMES = 100;

/** What to do with rows that may be right or wrong. */
export interface Treatments {
  readonly dropsDuplicates: boolean;
  readonly dropsOutliers: boolean;
  /** Last day of calibration, since 1970; null when nothing is held out. */
  readonly holdout: number | null;
}

/** What was counted on the way. */
export interface Cleaned {
  readonly returns: number;
  readonly returnedDays: number;
  /** Row numbers of returns of more than was bought. */
  readonly excessReturns: readonly number[];
  readonly excessCount: number;
  readonly duplicates: number;
  readonly outliers: readonly { readonly customer: string; readonly rows: number }[];
}

/**
 * Makes of the table `rows` the table `days` (customer, day, spend: one for each purchase day) and the table `people` (one for each
 * customer), marking in `rows` what is not used.
 *
 * ```
 *  rows ─▶ duplicates ─▶ purchases by day ─▶ returns taken off ─▶ people ─▶ outliers
 * ```
 *
 * @param database with `rows`
 * @param treatments of what may be right or wrong
 * @returns what was counted
 */
export async function clean(database: Database, treatments: Treatments): Promise<Cleaned> {
  const duplicates = await markDuplicates(database, treatments.dropsDuplicates);
  await database.run(`CREATE TABLE days AS
    SELECT customer, day, try_cast(sum(amount) AS DECIMAL(18, 4)) AS spend, count(*)::INTEGER AS rows
    FROM rows WHERE reason = 0 AND amount >= 0 GROUP BY customer, day`);
  const [beyond] = await database.rows(
    "SELECT customer, day::DOUBLE FROM days WHERE spend IS NULL ORDER BY customer, day LIMIT 1",
  );
  if (beyond !== undefined) throw new InputError([beyondCounting(beyond)]);
  const returns = await takeReturnsOff(database);
  await database.run(peopleSql(treatments.holdout));
  const outliers = await markOutliers(database, treatments.dropsOutliers);
  return { ...returns, duplicates, outliers };
}

function beyondCounting([customer, day]: readonly Cell[]): Issue {
  const words = logMessages.dayTooDear(String(customer), dayName(Number(day)));
  return { file: null, line: null, column: null, path: "amount", ...words };
}

/** Days bought on, the first and the last of them, and spend: of all of them and of those up to the holdout. */
function peopleSql(holdout: number | null): string {
  const until = holdout === null ? "FALSE" : `day <= ${holdout}`;
  return `CREATE TABLE people AS
    SELECT customer, sum(rows)::INTEGER AS rows, min(day) AS first, arg_min(spend, day)::DOUBLE AS spentFirst,
      max(day) AS last, count(*)::INTEGER AS bought, sum(spend)::DOUBLE AS spent,
      max(day) FILTER (${until}) AS lastHeld, (count(*) FILTER (${until}))::INTEGER AS boughtHeld,
      (sum(spend) FILTER (${until}))::DOUBLE AS spentHeld
    FROM days GROUP BY customer`;
}

async function markDuplicates(database: Database, drops: boolean): Promise<number> {
  await database.run(`CREATE TABLE repeated AS
    SELECT key, min(rowid) AS first, count(*)::INTEGER - 1 AS copies FROM rows WHERE reason = 0 GROUP BY key HAVING count(*) > 1`);
  if (drops)
    await database.run(`UPDATE rows SET reason = ${REASON_CODE.duplicate} FROM repeated
      WHERE rows.key = repeated.key AND rows.reason = 0 AND rows.rowid > repeated.first`);
  return count(await database.rows("SELECT coalesce(sum(copies), 0)::DOUBLE FROM repeated"));
}

type Returns = Pick<Cleaned, "returns" | "returnedDays" | "excessReturns" | "excessCount">;

/** Takes returns off the days of the customers who have any, one customer at a time. */
async function takeReturnsOff(database: Database): Promise<Returns> {
  const changes: string[] = [];
  const unmatched: number[] = [];
  const excess: number[] = [];
  let returns = 0;
  let returnedDays = 0;
  let customer: Cell = null;
  let bought: (BoughtDay & { readonly was: number })[] = [];
  const close = (): void => {
    for (const { day, left, was } of bought) {
      if (left === was) continue;
      if (left === 0) returnedDays++;
      changes.push(`(${quoted(String(customer))}, ${day}, ${left / AMOUNT_UNIT})`);
    }
    bought = [];
  };
  await database.run("CREATE TABLE changes (customer VARCHAR, day INTEGER, spend DECIMAL(18, 4))");
  for await (const block of database.blocks(RETURNING_CUSTOMERS)) {
    for (const [who, day, amount, row] of block) {
      if (who !== customer) close();
      customer = who;
      const ticks = Math.round(Number(amount) * AMOUNT_UNIT);
      if (row === null) {
        bought.push({ day: Number(day), left: ticks, was: ticks });
        continue;
      }
      const settled = settleReturn(bought, -ticks);
      if (settled.taken === 0) unmatched.push(Number(row));
      else {
        returns++;
        if (settled.excess > 0) excess.push(Number(row));
      }
    }
    if (changes.length > 20_000) await store(database, changes);
  }
  close();
  await store(database, changes);
  await database.run(`UPDATE days SET spend = changes.spend FROM changes
    WHERE days.customer = changes.customer AND days.day = changes.day`);
  await database.run(
    "DELETE FROM days USING changes WHERE days.customer = changes.customer AND days.day = changes.day AND changes.spend = 0",
  );
  await mark(database, unmatched, REASON_CODE.unmatchedReturn);
  return { returns, returnedDays, excessReturns: excess.slice(0, 100), excessCount: excess.length };
}

/** Purchase days and returns of customers with returns: of one day the purchases come first. */
const RETURNING_CUSTOMERS = `
  WITH returned AS (SELECT customer, day, amount, rowid FROM rows WHERE reason = 0 AND amount < 0)
  SELECT customer, day, amount::DOUBLE, number FROM (
    SELECT customer, day, spend AS amount, NULL::DOUBLE AS number FROM days WHERE customer IN (SELECT customer FROM returned)
    UNION ALL
    SELECT customer, day, amount, rowid::DOUBLE FROM returned
  ) ORDER BY customer, day, number NULLS FIRST`;

async function store(database: Database, changes: string[]): Promise<void> {
  for (let at = 0; at < changes.length; at += 5000)
    await database.run(`INSERT INTO changes VALUES ${changes.slice(at, at + 5000).join(", ")}`);
  changes.length = 0;
}

async function mark(database: Database, rows: readonly number[], reason: number): Promise<void> {
  for (let at = 0; at < rows.length; at += 5000)
    await database.run(`UPDATE rows SET reason = ${reason} WHERE rowid IN (${rows.slice(at, at + 5000).join(", ")})`);
}

async function markOutliers(database: Database, drops: boolean): Promise<Cleaned["outliers"]> {
  const found = await database.rows(`
    WITH usual AS (SELECT coalesce(avg(rows), 0) AS mean FROM people WHERE rows < ${OUTLIER_ROWS})
    SELECT customer, rows::DOUBLE FROM people, usual
    WHERE rows >= ${OUTLIER_ROWS} AND rows > ${OUTLIER_TIMES} * mean ORDER BY rows DESC, customer`);
  const outliers = found.map(([customer, rows]) => ({ customer: String(customer), rows: Number(rows) }));
  if (drops && outliers.length > 0) {
    const who = `customer IN (${outliers.map(({ customer }) => quoted(customer)).join(", ")})`;
    await database.run(`UPDATE rows SET reason = ${REASON_CODE.outlier} WHERE reason = 0 AND ${who}`);
    await database.run(`DELETE FROM days WHERE ${who}`);
    await database.run(`DELETE FROM people WHERE ${who}`);
  }
  return outliers;
}

function count(rows: readonly (readonly Cell[])[]): number {
  return Number(rows[0]?.[0] ?? 0);
}
