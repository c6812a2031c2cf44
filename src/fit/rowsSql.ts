import { REASON_CODE, type Reason } from "./cleaning.js";
import { quoted } from "./database.js";
import { NOTHING } from "./dialect.js";
import { PROGRAM_COLUMNS, type ProgramReading, programTexts, programValues } from "./programSql.js";
import type { DateFormat, DecimalMark } from "./transactionLog.js";

/** Everything it takes to make rows out of texts: SQL expressions of the columns, and how they are to be read. */
export interface RowReading {
  /** Table expression with a text column c0, c1, … for each column of the file. */
  readonly source: string;
  readonly columnCount: number;
  /** Positions of columns. */
  readonly customer: number;
  readonly date: number;
  readonly amount: number;
  readonly currency: number | null;
  readonly status: number | null;
  /** Null when no column tells of a program, promotions or a survey. */
  readonly program: ProgramReading | null;
  readonly dateFormat: DateFormat;
  readonly decimal: DecimalMark;
  readonly zone: string;
  /** Days since 1970. */
  readonly today: number;
  readonly until: number | null;
  /** Worth of each currency that counts; null: amounts are taken as they are. */
  readonly rates: Readonly<Record<string, number>> | null;
  readonly accept: readonly string[];
  readonly dropsZeroPrices: boolean;
}

const STRPTIME: Readonly<Record<DateFormat, string>> = {
  "yyyy-mm-dd": "%Y-%m-%d",
  yyyymmdd: "%Y%m%d",
  "dd.mm.yyyy": "%d.%m.%Y",
  "dd/mm/yyyy": "%d/%m/%Y",
  "mm/dd/yyyy": "%m/%d/%Y",
  "dd-mm-yyyy": "%d-%m-%Y",
  "mm-dd-yyyy": "%m-%d-%Y",
};

const REST = ":[0-5]\\d(:[0-5]\\d([.,]\\d+)?)?";
const TIME = `[ T](([01]?\\d|2[0-3])${REST}|(0?[1-9]|1[0-2])${REST} ?[AaPp][Mm])`;
const OFFSET = "( ?(Z|UTC|[+-]\\d{2}(:?\\d{2})?))";

/** A date-and-time text that bears an offset, as a regular expression of SQL. */
export const OFFSET_PATTERN = `${OFFSET}$`;

/**
 * The statement that makes the table `rows` (customer, day, amount, reason, got, key): one for each row of the file, in its order.
 *
 * @param reading what stands where, and how
 * @returns SQL
 */
export function rowsSql(reading: RowReading): string {
  const { source, columnCount } = reading;
  const all = Array.from({ length: columnCount }, (_, at) => `c${at}`).join(", ");
  return `CREATE TABLE rows AS
    SELECT customer, day, amount,
      CASE ${reasonCases(reading)} ELSE 0 END::UTINYINT AS reason,
      CASE ${gotCases(reading)} END AS got, hasRest AND day IS NOT NULL AS hasTime, hasOffset, key${reading.program === null ? "" : PROGRAM_COLUMNS}
    FROM (
      SELECT customer, dateText, amountText, currency, status, key,
        length(dateRest) > 0 AS hasRest,
        ${offsetTest()} AS hasOffset,
        (${dayExpression(reading)} - DATE '1970-01-01')::INTEGER AS day,
        ${amountExpression(reading)} AS amount${reading.program === null ? "" : programValues((text) => numberExpression(text, reading.decimal), secondExpression(reading))}
      FROM (
        SELECT trim(c${reading.customer}) AS customer, trim(c${reading.date}) AS dateText, trim(c${reading.amount}) AS amountText,
          ${reading.currency === null ? "NULL" : `upper(trim(coalesce(c${reading.currency}, '')))`}::VARCHAR AS currency,
          ${reading.status === null ? "NULL" : `lower(trim(coalesce(c${reading.status}, '')))`}::VARCHAR AS status,
          hash(${all}) AS key, ${datePart()} AS datePart, substr(trim(c${reading.date}), length(datePart) + 1) AS dateRest${reading.program === null ? "" : programTexts(reading.program)}
        FROM ${source}
      )
    )`;

  function datePart(): string {
    const text = `trim(c${reading.date})`;
    return `CASE WHEN length(${text}) <= 10 THEN ${text} ELSE split_part(replace(${text}, 'T', ' '), ' ', 1) END`;
  }
}

/** A time of day to the second and nothing else, the commonest case, is seen without a regular expression. */
const IS_PLAIN_TIME =
  "length(dateRest) = 9 AND dateRest[7] = ':' AND try_cast(substr(dateRest, 2) AS TIME) IS NOT NULL";

function offsetTest(): string {
  return `length(dateRest) > 6 AND NOT (length(dateRest) = 9 AND dateRest[7] = ':') AND regexp_matches(dateRest, ${quoted(OFFSET_PATTERN)})`;
}

function dayExpression({ dateFormat, zone }: RowReading): string {
  const day = dateExpression(dateFormat);
  const instant = instantExpression(day);
  return `CASE
    WHEN length(dateRest) = 0 THEN ${day}
    WHEN ${IS_PLAIN_TIME} THEN ${day}
    WHEN NOT regexp_full_match(dateRest, ${quoted(`${TIME}${OFFSET}?`)}) THEN NULL
    WHEN ${offsetTest()} THEN timezone(${quoted(zone)}, ${instant})::DATE
    ELSE ${day} END`;
}

/** Digits alone are a date only where there are eight: fewer could be cut in several ways. */
function dateExpression(format: DateFormat): string {
  const date = `try_strptime(datePart, ${quoted(STRPTIME[format])})::DATE`;
  return format === "yyyymmdd" ? `CASE WHEN length(datePart) = 8 THEN ${date} END` : date;
}

function instantExpression(day: string): string {
  return `try_cast(strftime(${day}, '%Y-%m-%d') || replace(replace(replace(dateRest, 'UTC', 'Z'), 'T', ' '), ' Z', 'Z') AS TIMESTAMPTZ)`;
}

/** Second of the day, in the zone of the log; 0 where no time is written that can be read. */
function secondExpression({ dateFormat, zone }: RowReading): string {
  const instant = instantExpression(dateExpression(dateFormat));
  return `coalesce(CASE WHEN length(dateRest) = 0 THEN 0
    WHEN hasOffset THEN epoch(timezone(${quoted(zone)}, ${instant})::TIME)
    ELSE epoch(try_cast(substr(dateRest, 2, 8) AS TIME)) END, 0)::INTEGER`;
}

function amountExpression({ decimal, rates }: RowReading): string {
  const number = numberExpression("amountText", decimal);
  if (rates === null) return number;
  const worth = Object.entries(rates).map(([code, rate]) => `WHEN ${quoted(code)} THEN ${rate}`);
  return `try_cast((${number})::DOUBLE * CASE currency ${worth.join(" ")} END AS DECIMAL(18, 4))`;
}

/** A text as a number, null where it is none. */
function numberExpression(source: string, decimal: DecimalMark): string {
  const bare = `replace(replace(replace(${source}, ' ', ''), '\u00a0', ''), '\u202f', '')`;
  const [mark, group] = decimal === "point" ? [".", ","] : [",", "."];
  const grouped = `[+-]?\\d{1,3}(\\${group}\\d{3})+(\\${mark}\\d+)?`;
  const pointed = (text: string): string => (decimal === "point" ? text : `replace(${text}, ',', '.')`);
  const slow = `CASE
    WHEN NOT contains(${bare}, '${group}') THEN try_cast(${pointed(bare)} AS DECIMAL(18, 4))
    WHEN regexp_full_match(${bare}, '${grouped}') THEN try_cast(${pointed(`replace(${bare}, '${group}', '')`)} AS DECIMAL(18, 4)) END`;
  // A plain number is read at once; only the others are looked at for spaces and groups of digits.
  const plain = decimal === "point" ? "TRUE" : `NOT contains(${source}, '.')`;
  const quick = `try_cast(${pointed(source)} AS DECIMAL(18, 4))`;
  return `CASE WHEN ${plain} AND ${quick} IS NOT NULL THEN ${quick} ELSE ${slow} END`;
}

function reasonCases(reading: RowReading): string {
  const when = (condition: string, reason: Reason): string => `WHEN ${condition} THEN ${REASON_CODE[reason]}`;
  const { rates, currency, status, accept, until } = reading;
  return [
    when(`customer IS NULL OR lower(customer) IN (${NOTHING.map(quoted).join(", ")})`, "noCustomer"),
    when("day IS NULL", "unreadableDate"),
    ...(rates === null || currency === null
      ? []
      : [when(`currency NOT IN (${Object.keys(rates).map(quoted).join(", ")})`, "otherCurrency")]),
    when("amount IS NULL", "unreadableAmount"),
    when("day <= 0", "tooEarly"),
    when(`day > ${reading.today}`, "future"),
    ...(until === null ? [] : [when(`day > ${until}`, "afterUntil")]),
    ...(status === null
      ? []
      : [when(`status NOT IN (${accept.map((one) => quoted(one.trim().toLowerCase())).join(", ")})`, "otherStatus")]),
    ...(reading.dropsZeroPrices ? [when("amount = 0", "zeroPrice")] : []),
  ].join(" ");
}

function gotCases({ currency, status }: RowReading): string {
  const cases: (readonly [Reason, string])[] = [
    ["noCustomer", "coalesce(customer, '')"],
    ["unreadableDate", "coalesce(dateText, '')"],
    ["unreadableAmount", "coalesce(amountText, '')"],
    ["tooEarly", "dateText"],
    ["future", "dateText"],
    ["afterUntil", "dateText"],
    ...(currency === null ? [] : ([["otherCurrency", "currency"]] as const)),
    ...(status === null ? [] : ([["otherStatus", "status"]] as const)),
  ];
  return cases.map(([reason, text]) => `WHEN reason = ${REASON_CODE[reason]} THEN ${text}`).join(" ");
}
