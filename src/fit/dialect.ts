import { InputError } from "../basics/issues.js";
import { logMessages } from "../basics/logMessages.js";
import type { Words } from "../basics/messages.js";
import { DATE_FORMATS, type DateFormat, type DecimalMark } from "./transactionLog.js";

/** A word or number that a log says nothing with. */
export const NOTHING = ["", "null", "na", "n/a", "nan", "none", "undefined"] as const;

const DATE_PATTERN: Readonly<Record<DateFormat, RegExp>> = {
  "yyyy-mm-dd": /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?=$|[ T])/,
  yyyymmdd: /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?=$|[ T])/,
  "dd.mm.yyyy": /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?=$|[ T])/,
  "dd/mm/yyyy": /^(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})(?=$|[ T])/,
  "mm/dd/yyyy": /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})(?=$|[ T])/,
  "dd-mm-yyyy": /^(?<day>\d{1,2})-(?<month>\d{1,2})-(?<year>\d{4})(?=$|[ T])/,
  "mm-dd-yyyy": /^(?<month>\d{1,2})-(?<day>\d{1,2})-(?<year>\d{4})(?=$|[ T])/,
};

/**
 * The format in which dates are written: the one that reads most of them.
 *
 * @param texts some of the dates, empty ones apart
 * @param column they stand in
 * @param file the log
 * @returns a format
 * @throws InputError when none reads half of them, or when day and month cannot be told apart
 * @example detectDateFormat(["03/04/2025", "25/04/2025"], "date", "log.csv"); // "dd/mm/yyyy"
 */
export function detectDateFormat(texts: readonly string[], column: string, file: string): DateFormat {
  const read = DATE_FORMATS.map((format) => ({
    format,
    count: texts.filter((text) => isDate(DATE_PATTERN[format].exec(text)?.groups)).length,
  })).sort((a, b) => b.count - a.count);
  const [best, second] = read;
  if (best.count * 2 < texts.length || best.count === 0)
    throw refusal(file, column, logMessages.datesUnreadable(DATE_FORMATS, texts[0] ?? ""));
  // Only day and month can change places: no other two formats read the same text.
  if (second.count === best.count) throw refusal(file, column, logMessages.datesAmbiguous(texts[0]));
  return best.format;
}

function isDate(groups: Readonly<Record<string, string>> | undefined): boolean {
  if (groups === undefined) return false;
  const [month, day] = [Number(groups.month), Number(groups.day)];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

const PLAIN = /^[+-]?\d+$/;
const BY_POINT = /^[+-]?(\d+|\d{1,3}(,\d{3})+)?(\.\d+)?$/;
const BY_COMMA = /^[+-]?(\d+|\d{1,3}(\.\d{3})+)?(,\d+)?$/;

/**
 * How decimals are written: as the amounts that can be read in one way only are.
 *
 * @param texts some of the amounts, empty ones apart
 * @param column they stand in
 * @param file the log
 * @returns point or comma
 * @throws InputError when half of them are no numbers, or when every one with a mark can be read both ways
 * @example detectDecimalMark(["1.234,50", "7"], "total", "log.csv"); // "comma"
 */
export function detectDecimalMark(texts: readonly string[], column: string, file: string): DecimalMark {
  const amounts = texts.map((text) => text.replace(/[ \u00a0\u202f]/g, ""));
  const byPoint = amounts.filter((text) => BY_POINT.test(text));
  const byComma = amounts.filter((text) => BY_COMMA.test(text));
  if (Math.max(byPoint.length, byComma.length) * 2 < texts.length || texts.length === 0)
    throw refusal(
      file,
      column,
      logMessages.amountsUnreadable(texts.find((_, at) => !BY_POINT.test(amounts[at])) ?? ""),
    );
  if (byPoint.length !== byComma.length) return byPoint.length > byComma.length ? "point" : "comma";
  const doubtful = byPoint.find((text) => !PLAIN.test(text));
  if (doubtful !== undefined) throw refusal(file, column, logMessages.decimalsAmbiguous(doubtful));
  return "point";
}

/** An issue about a column of the log as a whole. */
export function refusal(file: string, column: string, words: Words): InputError {
  return new InputError([{ file, line: null, column: null, path: column, ...words }]);
}
