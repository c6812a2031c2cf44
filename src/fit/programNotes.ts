import { MOST_EXAMPLES, type NotedKey } from "./cleaning.js";
import type { Database } from "./database.js";
import { examples, type Shown } from "./shownRows.js";
import type { LogColumns } from "./transactionLog.js";

/** What following the points found out, by number of row. */
export interface PointDirt {
  readonly excess: readonly number[];
  readonly withoutMember: readonly number[];
  /** Points redeemed are written as negative numbers. */
  readonly isNegative: boolean;
}

/** Rows counted for one reason, and the first few of them. */
export interface ProgramNote {
  readonly key: NotedKey;
  readonly count: number;
  readonly shown: readonly Shown[];
}

/**
 * What is worth knowing of the columns that tell of a program, promotions or a survey.
 *
 * @param database with `rows`, these columns among them
 * @param columns of the file
 * @param dirt found in following the points
 * @returns a note for each kind
 */
export async function programNotes(database: Database, columns: LogColumns, dirt: PointDirt): Promise<ProgramNote[]> {
  const { pointsEarned = null, pointsRedeemed = null, promoted = null, survey = null } = columns;
  const byText: readonly (readonly [NotedKey, string, string | null, string])[] = [
    ["unreadablePoints", "unreadPoints IS NOT NULL", pointsEarned ?? pointsRedeemed, "unreadPoints"],
    ["pointsTakenBack", "earned < 0", pointsEarned, "earned::VARCHAR"],
    ["negativeRedeemed", dirt.isNegative ? "FALSE" : "redeemed < 0", pointsRedeemed, "redeemed::VARCHAR"],
    ["unreadablePromoted", "unreadPromoted IS NOT NULL", promoted, "unreadPromoted"],
    ["unreadableScore", "unreadSurvey IS NOT NULL", survey, "unreadSurvey"],
  ];
  const notes: ProgramNote[] = [];
  for (const [key, condition, column, got] of byText) {
    const [[count]] = await database.rows(`SELECT count(*)::DOUBLE FROM rows WHERE reason = 0 AND ${condition}`);
    if (Number(count) === 0) continue;
    notes.push({
      key,
      count: Number(count),
      shown: await examples(database, `reason = 0 AND ${condition}`, column, got),
    });
  }
  for (const [key, rows, got] of [
    ["pointsWithoutMember", dirt.withoutMember, "concat_ws(', ', customer, earned::VARCHAR, redeemed::VARCHAR)"],
    ["redeemedTooMuch", dirt.excess, "concat_ws(', ', customer, abs(redeemed)::VARCHAR)"],
  ] as const) {
    if (rows.length === 0) continue;
    const first = [...rows].sort((a, b) => a - b).slice(0, MOST_EXAMPLES);
    const shown = await examples(database, `rowid IN (${first.join(", ")})`, pointsRedeemed ?? pointsEarned, got);
    notes.push({ key, count: rows.length, shown });
  }
  return notes;
}
