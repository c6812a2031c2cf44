import { InputError, type Issue } from "../basics/issues.js";
import { logMessages } from "../basics/logMessages.js";
import { nearest } from "../scenario/nearest.js";
import { dayNumber } from "./calendarDays.js";
import { ratesOf, refuseStatuses } from "./choices.js";
import type { Detected } from "./cleaning.js";
import { type Database, quoted } from "./database.js";
import { detectDateFormat, detectDecimalMark, NOTHING, refusal } from "./dialect.js";
import { readHeader, SEPARATOR_CHARACTER } from "./header.js";
import type { LogFile } from "./logFile.js";
import type { ProgramReading } from "./programSql.js";
import type { RowReading } from "./rowsSql.js";
import type { LogColumns, ReadLogOptions, Separator } from "./transactionLog.js";

/** Rows that formats are detected in. */
const SAMPLE_ROWS = 20_000;

/** A log made ready: what is in which column, and how it is written. */
export interface Prepared {
  readonly reading: RowReading;
  readonly columns: LogColumns;
  /** Separator of a text file; null for Parquet. */
  readonly header: Separator | null;
  readonly detected: readonly Detected[];
  readonly currency: string | null;
}

/**
 * Finds the columns of a log and how its dates and amounts are written.
 *
 * @param database empty
 * @param file the log
 * @param options what is stated; the rest is detected
 * @returns how to read its rows
 * @throws InputError
 */
export async function prepare(database: Database, file: LogFile, options: ReadLogOptions): Promise<Prepared> {
  const { columns } = options;
  const wanted = Object.values(columns).filter((name): name is string => name !== undefined);
  const { names, separator, table, sample } =
    file.type === "parquet" ? await parquet(database, file) : text(file, wanted, options.separator);
  refuseColumns(file, names, columns);
  const at = (name: string): number => names.indexOf(name);
  const texts = await database
    .rows(`SELECT trim(c${at(columns.date)}), trim(c${at(columns.amount)}) FROM ${sample} LIMIT ${SAMPLE_ROWS}`)
    .catch((error) => {
      throw refusal(file.path, "", logMessages.unreadable(error instanceof Error ? error.message : String(error)));
    });
  if (texts.length === 0) throw new InputError([{ ...HERE, file: file.path, ...logMessages.noRows() }]);
  const said = (column: number): string[] =>
    texts.map((row) => String(row[column] ?? "")).filter((one) => !NOTHING.some((word) => word === one.toLowerCase()));
  const dateFormat = options.dateFormat ?? detectDateFormat(said(0), columns.date, file.path);
  const decimal = options.decimal ?? detectDecimalMark(said(1), columns.amount, file.path);
  const zone = options.zone ?? "UTC";
  const currencyColumn = columns.currency === undefined ? null : `c${at(columns.currency)}`;
  const { rates, currency } = await ratesOf(database, sample, currencyColumn, file.path, options);
  const statusColumn = columns.status === undefined ? null : `c${at(columns.status)}`;
  if (statusColumn !== null) await refuseStatuses(database, sample, statusColumn, file.path, options);
  const how = (stated: unknown): string => (stated === undefined ? "detected" : "stated");
  return {
    columns,
    header: separator,
    currency,
    detected: [
      { what: "file", value: { text: "text", gzip: "gzip of text", parquet: "Parquet" }[file.type] },
      ...(separator === null ? [] : [{ what: `separator, ${how(options.separator)}`, value: separator }]),
      { what: `dates, ${how(options.dateFormat)}`, value: dateFormat },
      { what: `decimals, ${how(options.decimal)}`, value: decimal },
      { what: `zone of instants with an offset, ${options.zone === undefined ? "by default" : "stated"}`, value: zone },
    ],
    reading: {
      source: table,
      columnCount: names.length,
      customer: at(columns.customer),
      date: at(columns.date),
      amount: at(columns.amount),
      currency: columns.currency === undefined ? null : at(columns.currency),
      status: columns.status === undefined ? null : at(columns.status),
      program: programReading(columns, at),
      dateFormat,
      decimal,
      zone,
      today: dayNumber(options.today ?? new Date().toISOString().slice(0, 10)) ?? 0,
      until: options.until === undefined ? null : dayNumber(options.until),
      rates,
      accept: options.accept ?? [],
      dropsZeroPrices: options.zeroPrices === "drop",
    },
  };
}

/** Columns that tell of a program, promotions or a survey. */
const PROGRAM_NAMES = ["member", "pointsEarned", "pointsRedeemed", "reward", "tier", "promoted", "survey"] as const;

function programReading(columns: LogColumns, at: (name: string) => number): ProgramReading | null {
  if (PROGRAM_NAMES.every((key) => columns[key] === undefined)) return null;
  const places = PROGRAM_NAMES.map((key) => {
    const name = columns[key];
    return [key, name === undefined ? null : at(name)] as const;
  });
  return Object.fromEntries(places) as unknown as ProgramReading;
}

const HERE = { line: null, column: null, path: "" };

/** The columns of a file, and the table expressions that yield their texts: of all rows, and of those that need no report. */
interface Source {
  readonly names: readonly string[];
  readonly separator: Separator | null;
  readonly table: string;
  readonly sample: string;
}

function text(file: LogFile, wanted: readonly string[], stated: Separator | undefined): Source {
  const head = new TextDecoder().decode(file.head);
  const { separator, names } = readHeader(head, wanted, stated);
  const blank = /^(\r?\n)*/.exec(head)?.[0].split("\n").length ?? 1;
  const columns = names.map((_, at) => `c${at}: 'VARCHAR'`).join(", ");
  const table = (broken: string): string =>
    `read_csv(${quoted(file.source.path)}, columns = {${columns}}, header = true, skip = ${blank - 1}, auto_detect = false, ` +
    `delim = ${quoted(SEPARATOR_CHARACTER[separator])}, quote = '"', escape = '"', strict_mode = true, ` +
    `compression = '${file.source.isPacked ? "gzip" : "none"}', ${broken} = true)`;
  return { names, separator, table: table("store_rejects"), sample: table("ignore_errors") };
}

async function parquet(database: Database, file: LogFile): Promise<Source> {
  const from = `read_parquet(${quoted(file.path)})`;
  const described = await database
    .rows(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${from})`)
    .catch((error) => {
      throw refusal(file.path, "", logMessages.unreadable(error instanceof Error ? error.message : String(error)));
    });
  const texts = described.map(([name, type], at) => {
    const column = `"${String(name).replaceAll('"', '""')}"`;
    const isFloat = type === "DOUBLE" || type === "FLOAT";
    return `${isFloat ? floatText(column) : `${column}::VARCHAR`} AS c${at}`;
  });
  const table = `(SELECT ${texts.join(", ")} FROM ${from})`;
  return { names: described.map(([name]) => String(name)), separator: null, table, sample: table };
}

/** A binary number as a text: whole ones as such, others to four decimals where they have so few, null where it is none. */
function floatText(column: string): string {
  return `CASE WHEN NOT isfinite(${column}) THEN NULL
    WHEN ${column} = trunc(${column}) AND abs(${column}) < 9e15 THEN ${column}::BIGINT::VARCHAR
    WHEN abs(${column} - round(${column}, 4)) < 1e-9 THEN try_cast(round(${column}, 4) AS DECIMAL(18, 4))::VARCHAR
    ELSE ${column}::VARCHAR END`;
}

function refuseColumns(file: LogFile, names: readonly string[], columns: LogColumns): void {
  const issues: Issue[] = [];
  const { customer, date, amount } = columns;
  const own = Object.entries({ customer, date, amount });
  own.forEach(([path, name], at) => {
    const other = own.slice(0, at).find(([, before]) => before === name)?.[0];
    if (other !== undefined) issues.push({ ...HERE, file: file.path, path, ...logMessages.columnOfTwo(name, other) });
  });
  for (const [path, name] of Object.entries(columns)) {
    if (name === undefined) continue;
    const count = names.filter((one) => one === name).length;
    const known = names.filter((one) => one !== "");
    if (count === 0)
      issues.push({ ...HERE, file: file.path, path, ...logMessages.columnMissing(known, name, nearest(name, known)) });
    if (count > 1) issues.push({ ...HERE, file: file.path, path, ...logMessages.columnTwice(name) });
  }
  if (issues.length > 0) throw new InputError(issues);
}
