import { DAYS_PER_UNIT } from "../basics/calendar.js";
import { MOST_ROWS } from "../scenario/history.js";
import { dayNumber } from "./calendarDays.js";
import type { Database } from "./database.js";
import type { TransactionLog } from "./transactionLog.js";

/** Rows of equal parts that customers are shared into where their histories are more than a scenario takes. */
const SHARES = 100_000;

/** Some customers of a log, by column. */
export interface CustomerBlock {
  readonly customer: readonly string[];
  readonly x: Float64Array;
  readonly tx: Float64Array;
  readonly T: Float64Array;
  /** Mean spend of the purchases that count for it; NaN where it is not known. */
  readonly meanSpend: Float64Array;
  /** How many those are; 0 where it is not known. */
  readonly spendPurchases: Float64Array;
}

/** Histories of the customers at the end of a log, as a scenario takes them. */
export interface PresentHistories {
  readonly rows: number;
  /** Customers on average behind a row that stands for several unequal ones; null where every history is there. */
  readonly customersPerRow: number | null;
  /** x, t_x, T, mean spend (null: not known), its purchases, customers sharing the row. */
  readonly blocks: () => AsyncGenerator<readonly (readonly (number | null)[])[]>;
}

/** The customers of a log one by one, as long as it is open: none of them is held in memory. */
export interface LogCustomers {
  /** All of them, in the order of their names' bytes. */
  readonly blocks: () => AsyncGenerator<CustomerBlock>;
  readonly present: (most?: number) => Promise<PresentHistories>;
}

/**
 * The customers behind a log, from the table `people`.
 *
 * @param database with it
 * @param log what was read
 * @returns customers, with their ids and as histories
 */
export function logCustomers(database: Database, log: TransactionLog): LogCustomers {
  const unit = DAYS_PER_UNIT[log.timeUnit];
  const until = dayNumber(log.whole.until) ?? 0;
  const leavesOut = log.spendOf === "repeat" ? 1 : 0;
  const counting = `bought - ${leavesOut}`;
  const spent = `spent - ${leavesOut} * spentFirst`;
  const histories = `SELECT customer, (bought - 1)::DOUBLE AS x, (last - first) / ${unit}::DOUBLE AS tx, (${until} - first) / ${unit}::DOUBLE AS T,
    CASE WHEN ${counting} > 0 AND ${spent} > 0 THEN greatest(round((${spent}) / (${counting}), 4), 0.0001) END AS mean,
    CASE WHEN ${counting} > 0 AND ${spent} > 0 THEN (${counting})::DOUBLE ELSE 0 END AS n FROM people`;
  const shared = "SELECT round(x), round(tx, 6) AS tx, round(T, 6) AS T, mean, nullif(n, 0) AS n";
  return {
    blocks: async function* () {
      for await (const rows of database.blocks(`${histories} ORDER BY customer`)) {
        const column = (at: number): Float64Array => Float64Array.from(rows, (row) => Number(row[at] ?? Number.NaN));
        const [x, tx, T, meanSpend, spendPurchases] = [1, 2, 3, 4, 5].map(column);
        yield { customer: rows.map(([id]) => String(id)), x, tx, T, meanSpend, spendPurchases };
      }
    },
    present: async (most = MOST_ROWS) => {
      const all = `${shared}, count(*)::DOUBLE AS customers FROM (${histories}) GROUP BY ALL`;
      const [[count]] = await database.rows(`SELECT count(*)::DOUBLE FROM (${all})`);
      const isWhole = Number(count) <= most;
      const shares = Math.min(SHARES, most);
      // Customers in order of their history, cut into parts of one size; the middle one of each stands for its part.
      const ordered = `SELECT *, row_number() OVER (ORDER BY x, tx, T, mean, customer) - 1 AS place FROM (${histories})`;
      const parts = `SELECT *, floor(place * ${shares}::DOUBLE / ${log.customers}) AS part FROM (${ordered})`;
      const middles = `SELECT *, count(*) OVER (PARTITION BY part) AS size, place - min(place) OVER (PARTITION BY part) AS inside FROM (${parts})`;
      const some = `${shared}, sum(size)::DOUBLE AS customers FROM (SELECT * FROM (${middles}) WHERE inside = size // 2) GROUP BY ALL`;
      return {
        rows: isWhole ? Number(count) : shares,
        customersPerRow: isWhole ? null : log.customers / shares,
        blocks: () => numbers(database.blocks(`${isWhole ? all : some} ORDER BY ALL`)),
      };
    },
  };
}

async function* numbers(
  blocks: AsyncGenerator<readonly (readonly (number | string | null)[])[]>,
): AsyncGenerator<readonly (readonly (number | null)[])[]> {
  for await (const rows of blocks) yield rows.map((row) => row.map((cell) => (cell === null ? null : Number(cell))));
}
