import { logMessages } from "../basics/logMessages.js";
import { nearest } from "../scenario/nearest.js";
import type { Database } from "./database.js";
import { refusal } from "./dialect.js";
import type { ReadLogOptions } from "./transactionLog.js";

/**
 * What each currency of a log is worth.
 *
 * @param database that can read it
 * @param table with its texts
 * @param column of currencies; null when there is none
 * @param file the log
 * @param options the currency chosen, and rates
 * @returns rates by currency, null when amounts are taken as they are; and the currency they come to
 * @throws InputError when there are several and none is chosen
 */
export async function ratesOf(
  database: Database,
  table: string,
  column: string | null,
  file: string,
  options: ReadLogOptions,
): Promise<{ readonly rates: Readonly<Record<string, number>> | null; readonly currency: string | null }> {
  const chosen = options.currency?.toUpperCase();
  if (column === null) return { rates: null, currency: chosen ?? null };
  const path = options.columns.currency ?? "";
  const found = await valuesOf(database, table, `upper(trim(coalesce(${column}, '')))`);
  const codes = found.map(([code]) => code);
  if (chosen === undefined) {
    if (codes.length > 1) throw refusal(file, path, logMessages.severalCurrencies(inWords(found)));
    return { rates: null, currency: codes[0] ?? null };
  }
  if (!codes.includes(chosen)) throw refusal(file, path, logMessages.currencyUnknown(codes, chosen));
  const rates = Object.fromEntries(
    Object.entries(options.rates ?? {}).map(([code, rate]) => [code.toUpperCase(), rate]),
  );
  const unknown = Object.keys(rates).find((code) => !codes.includes(code));
  if (unknown !== undefined) {
    const words = logMessages.currencyUnknown(codes, unknown);
    const guess = nearest(unknown, codes);
    throw refusal(file, path, guess === null ? words : { ...words, cure: `did you mean \`${guess}\`?` });
  }
  return { rates: { ...rates, [chosen]: 1 }, currency: chosen };
}

/**
 * Refuses a column of statuses of which nobody has said which count.
 *
 * @param database that can read it
 * @param table with its texts
 * @param column of statuses
 * @param file the log
 * @param options which statuses count
 * @throws InputError
 */
export async function refuseStatuses(
  database: Database,
  table: string,
  column: string,
  file: string,
  options: ReadLogOptions,
): Promise<void> {
  if ((options.accept ?? []).length > 0) return;
  const found = await valuesOf(database, table, `trim(coalesce(${column}, ''))`);
  throw refusal(file, options.columns.status ?? "", logMessages.statusUnstated(inWords(found)));
}

/** Values and how many rows have them, most first. */
async function valuesOf(database: Database, table: string, value: string): Promise<(readonly [string, number])[]> {
  const rows = await database.rows(
    `SELECT ${value} AS value, count(*)::DOUBLE AS n FROM ${table} GROUP BY value ORDER BY n DESC, value LIMIT 1000`,
  );
  return rows.map(([one, count]) => [String(one), Number(count)]);
}

function inWords(found: readonly (readonly [string, number])[]): string {
  return found
    .slice(0, 8)
    .map(([value, count]) => `${value === "" ? "nothing" : value} in ${count} rows`)
    .join(", ");
}
