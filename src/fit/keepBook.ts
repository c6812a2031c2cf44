import { InputError } from "../basics/issues.js";
import { logMessages } from "../basics/logMessages.js";
import type { Cleaned } from "./clean.js";
import {
  type CleaningBook,
  type Detected,
  type DirtExample,
  MOST_EXAMPLES,
  NOTES,
  type Noted,
  REASON_CODE,
  REASONS,
  type Reason,
  RULES,
} from "./cleaning.js";
import type { Database } from "./database.js";
import { SEPARATOR_CHARACTER } from "./header.js";
import { LineCounter } from "./lines.js";
import type { LogFile } from "./logFile.js";
import { type PointDirt, type ProgramNote, programNotes } from "./programNotes.js";
import { examples, type Shown } from "./shownRows.js";
import type { LogColumns, Separator } from "./transactionLog.js";

/** What is known once rows are cleaned. */
interface Known {
  readonly columns: LogColumns;
  readonly header: Separator | null;
  readonly detected: readonly Detected[];
  readonly cleaned: Cleaned;
  readonly offsets: number;
  /** Null when no column tells of a program, promotions or a survey. */
  readonly program: PointDirt | null;
}

/**
 * The book of what became of every row. Rows are counted twice, by reading them and by counting the lines of the file: were the two not
 * the same, no row could be accounted for.
 *
 * @param database with `rows`, marked
 * @param file the log
 * @param known what else was found
 * @returns the book
 * @throws InputError when the two counts differ
 */
export async function keepBook(database: Database, file: LogFile, known: Known): Promise<CleaningBook> {
  const { columns, header, detected, cleaned } = known;
  const counts = await database.rows("SELECT reason::INTEGER, count(*)::DOUBLE FROM rows GROUP BY reason");
  const countOf = (code: number): number => Number(counts.find(([reason]) => reason === code)?.[1] ?? 0);
  const columnOf = (reason: Reason): string | null => {
    const of = COLUMN_OF[reason];
    return of === null ? null : (columns[of] ?? null);
  };
  const shown = new Map<Reason | Noted["key"], readonly Shown[]>();
  for (const reason of REASONS) {
    if (countOf(REASON_CODE[reason]) > 0)
      shown.set(reason, await examples(database, `reason = ${REASON_CODE[reason]}`, columnOf(reason)));
  }
  shown.set("zeroPrice", [
    ...(shown.get("zeroPrice") ?? []),
    ...(await examples(database, "reason = 0 AND amount = 0", columns.amount)),
  ]);
  shown.set("return", await examples(database, "reason = 0 AND amount < 0", columns.amount));
  const kept =
    "reason = 0 AND EXISTS (SELECT 1 FROM repeated WHERE repeated.key = rows.key AND rows.rowid > repeated.first)";
  if (cleaned.duplicates > 0 && countOf(REASON_CODE.duplicate) === 0)
    shown.set("duplicate", await examples(database, kept, null));
  const excess = cleaned.excessReturns.slice(0, MOST_EXAMPLES);
  if (excess.length > 0)
    shown.set("excessReturn", await examples(database, `rowid IN (${excess.join(", ")})`, columns.amount));
  const ofProgram = known.program === null ? [] : await programNotes(database, columns, known.program);
  for (const note of ofProgram) shown.set(note.key, note.shown);

  const broken = header === null ? [] : await brokenRecords(database);
  const rows = counts.reduce((sum, [, count]) => sum + Number(count), 0);
  const places = header === null ? null : await placesOf(file, header, broken, shown);
  if (places !== null && places.records !== rows + broken.length) {
    const words = logMessages.quotes(places.records, rows + broken.length);
    throw new InputError([{ file: file.path, line: null, column: null, path: "", ...words }]);
  }
  const listed = (key: Reason | Noted["key"]): DirtExample[] =>
    (shown.get(key) ?? []).map(({ row, column, got }) => ({ line: places?.lineOf(row) ?? row + 1, column, got }));
  const ragged = broken.slice(0, MOST_EXAMPLES).map(({ record, got }) => ({
    line: places?.brokenLines.get(record) ?? record,
    column: null,
    got,
  }));
  const asides = REASONS.map((reason) =>
    reason === "ragged"
      ? { reason, rule: RULES[reason], rows: broken.length, examples: ragged }
      : { reason, rule: RULES[reason], rows: countOf(REASON_CODE[reason]), examples: listed(reason) },
  );
  return {
    rowsRead: places?.records ?? rows,
    rowsUsed: countOf(0),
    setAside: asides.filter((one) => one.rows > 0),
    noted: await notes(database, known, countOf(REASON_CODE.duplicate), ofProgram, listed),
    detected,
  };
}

const COLUMN_OF: Readonly<Record<Reason, keyof LogColumns | null>> = {
  ragged: null,
  noCustomer: "customer",
  unreadableDate: "date",
  unreadableAmount: "amount",
  tooEarly: "date",
  future: "date",
  afterUntil: "date",
  otherCurrency: "currency",
  otherStatus: "status",
  zeroPrice: "amount",
  duplicate: null,
  outlier: "customer",
  unmatchedReturn: "amount",
};

async function brokenRecords(database: Database): Promise<{ readonly record: number; readonly got: string }[]> {
  const found = await database.rows(
    "SELECT line::DOUBLE AS record, min(error_message) FROM reject_errors GROUP BY record ORDER BY record",
  );
  return found.map(([record, got]) => ({ record: Number(record), got: String(got) }));
}

async function placesOf(
  file: LogFile,
  header: Separator,
  broken: readonly { readonly record: number }[],
  shown: ReadonlyMap<string, readonly Shown[]>,
): Promise<{ records: number; lineOf: (row: number) => number | undefined; brokenLines: ReadonlyMap<number, number> }> {
  const wanted = [...new Set([...shown.values()].flat().map(({ row }) => row))].sort((a, b) => a - b);
  const counter = new LineCounter(SEPARATOR_CHARACTER[header], new Set(broken.map(({ record }) => record)), wanted);
  for await (const bytes of file.bytes()) counter.take(bytes);
  const open = counter.end();
  if (open !== null)
    throw new InputError([{ file: file.path, line: open, column: null, path: "", ...logMessages.quoteOpen() }]);
  const lines = new Map(wanted.map((row, at) => [row, counter.lines[at]]));
  return { records: counter.records - 1, lineOf: (row) => lines.get(row), brokenLines: counter.brokenLines };
}

async function notes(
  database: Database,
  { cleaned, offsets }: Known,
  dropped: number,
  ofProgram: readonly ProgramNote[],
  listed: (key: Noted["key"]) => DirtExample[],
): Promise<Noted[]> {
  const [[zeros]] = await database.rows("SELECT count(*)::DOUBLE FROM rows WHERE reason = 0 AND amount = 0");
  const [[single]] = await database.rows("SELECT count(*)::DOUBLE FROM people WHERE rows = 1");
  const counted: readonly (readonly [Noted["key"], Noted["of"], number])[] = [
    ["duplicate", "rows", dropped > 0 ? 0 : cleaned.duplicates],
    ["zeroPrice", "rows", Number(zeros)],
    ["return", "rows", cleaned.returns],
    ["excessReturn", "rows", cleaned.excessCount],
    ["returnedDay", "purchase days", cleaned.returnedDays],
    ["offset", "rows", offsets],
    ["oneRow", "customers", Number(single)],
    ["outlier", "customers", cleaned.outliers.length],
    ...ofProgram.map(({ key, count }) => [key, "rows", count] as const),
  ];
  const outliers = cleaned.outliers
    .slice(0, MOST_EXAMPLES)
    .map(({ customer, rows }) => `${customer} with ${rows} rows`);
  return counted
    .filter(([, , count]) => count > 0)
    .map(([key, of, count]) => ({
      key,
      rule: key === "outlier" ? `${NOTES.outlier} (${outliers.join(", ")})` : NOTES[key],
      count,
      of,
      examples: key === "oneRow" ? [] : listed(key),
    }));
}
