import { MOST_EXAMPLES } from "./cleaning.js";
import type { Database } from "./database.js";

/** A row to be shown. */
export interface Shown {
  readonly row: number;
  readonly column: string | null;
  readonly got: string;
}

/** What is shown of a row of which nothing in particular is wrong. */
const WHOLE_ROW =
  "coalesce(got, concat_ws(', ', customer, (DATE '1970-01-01' + day)::VARCHAR, round(amount, 2)::VARCHAR))";

/**
 * The first few rows of a kind.
 *
 * @param database with `rows`
 * @param condition of the kind, as SQL
 * @param column of the file it is about; null when it is about the row
 * @param got what is shown, as SQL
 * @returns rows in their order
 */
export async function examples(
  database: Database,
  condition: string,
  column: string | null,
  got = WHOLE_ROW,
): Promise<Shown[]> {
  const found = await database.rows(
    `SELECT rowid::DOUBLE, ${got} FROM rows WHERE ${condition} ORDER BY rowid LIMIT ${MOST_EXAMPLES}`,
  );
  return found.map(([row, text]) => ({ row: Number(row), column, got: String(text) }));
}
