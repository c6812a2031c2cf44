import { DAYS_PER_UNIT } from "../basics/calendar.js";
import { InputError, type Issue } from "../basics/issues.js";
import { logMessages } from "../basics/logMessages.js";
import { mixOfLog } from "./behaviour.js";
import { dayName, dayNumber } from "./calendarDays.js";
import { clean } from "./clean.js";
import type { Database } from "./database.js";
import { keepBook } from "./keepBook.js";
import type { LogFile } from "./logFile.js";
import { observe, observeDays } from "./observe.js";
import { prepare } from "./prepare.js";
import { programHistory } from "./programHistory.js";
import { rowsSql } from "./rowsSql.js";
import {
  DATE_FORMATS,
  DECIMAL_MARKS,
  type LogColumns,
  type ReadLogOptions,
  SEPARATORS,
  TREATMENTS,
  type TransactionLog,
} from "./transactionLog.js";

/**
 * Reads and cleans a log with a database.
 *
 * @param database empty
 * @param file the log
 * @param options how it is read
 * @returns plain data
 * @throws InputError
 */
export async function readLog(database: Database, file: LogFile, options: ReadLogOptions): Promise<TransactionLog> {
  const issues = optionIssues(options);
  if (issues.length > 0) throw new InputError(issues);
  const { reading, columns, header, detected, currency } = await prepare(database, file, options);
  await database.run(rowsSql(reading));
  const [[timed, offsets]] = await database.rows(
    "SELECT (count(*) FILTER (hasTime))::DOUBLE, (count(*) FILTER (hasOffset AND reason = 0))::DOUBLE FROM rows",
  );
  const holdout = options.holdout === undefined ? null : dayNumber(options.holdout);
  const isTimed = Number(timed) > 0;
  const cleaned = await clean(database, {
    dropsDuplicates: (options.duplicates ?? (isTimed ? "drop" : "keep")) === "drop",
    dropsOutliers: options.outliers === "drop",
    holdout,
  });
  const [[first, last, purchaseDays]] = await database.rows("SELECT min(day), max(day), count(*)::DOUBLE FROM days");
  const program =
    first === null || !tellsOfProgram(columns)
      ? null
      : await programHistory(database, {
          from: Number(first),
          until: Math.max(Number(first), reading.until ?? Number(last)),
          hasMembers: columns.member !== undefined,
          hasRewards: columns.reward !== undefined,
          expiry: options.pointsExpire ?? null,
        });
  const book = await keepBook(database, file, {
    ...{ columns, header, detected, cleaned, offsets: Number(offsets) },
    program: reading.program === null ? null : (program ?? { excess: [], withoutMember: [], isNegative: false }),
  });
  if (first === null) {
    const got = book.setAside.map(({ reason, rows }) => `${rows} × ${reason}`).join(", ");
    throw new InputError([{ ...NOWHERE, file: file.path, ...logMessages.nothingLeft(got === "" ? "none" : got) }]);
  }
  const until = reading.until ?? Number(last);
  if (until <= Number(first))
    throw new InputError([{ ...NOWHERE, file: file.path, ...logMessages.oneDay(dayName(until)) }]);
  const { timeUnit = "week", spendOf = "repeat" } = options;
  if (holdout !== null && (holdout <= Number(first) || holdout >= until)) {
    const words = logMessages.holdoutOutside(dayName(Number(first)), dayName(until), options.holdout ?? "");
    throw new InputError([{ ...NOWHERE, path: "holdout", ...words }]);
  }
  const [[customers]] = await database.rows("SELECT count(*)::DOUBLE FROM people");
  return {
    file: file.path,
    book,
    timeUnit,
    currency,
    customers: Number(customers),
    purchaseDays: Number(purchaseDays),
    spendOf,
    whole: await observe(database, until, false, timeUnit, spendOf),
    calibration: holdout === null ? null : await observe(database, holdout, true, timeUnit, spendOf),
    daily: await observeDays(database, Number(first), until),
    program: program?.effects ?? null,
    loyaltyTypes: asksForTypes(options) ? await mixOfLog(database, until, reading.program !== null) : null,
  };
}

/** Columns any of which tells of a program. */
function tellsOfProgram({ member, pointsEarned, pointsRedeemed, tier }: LogColumns): boolean {
  return [member, pointsEarned, pointsRedeemed, tier].some((name) => name !== undefined);
}

function asksForTypes({ columns, loyaltyTypes }: ReadLogOptions): boolean {
  return loyaltyTypes ?? (columns.promoted !== undefined || columns.survey !== undefined);
}

/** Most months that points may live. */
export const MOST_EXPIRY_MONTHS = 240;

const NOWHERE = { file: null, line: null, column: null, path: "" };

/**
 * What is wrong with options, whatever the log.
 *
 * @param options how a log is to be read
 * @returns issues, whose path is the option
 * @example optionIssues({ columns: { customer: "id", date: "date", amount: "total" }, until: "today" }).length; // 1
 */
export function optionIssues(options: ReadLogOptions): Issue[] {
  const { until, holdout, today, zone, pointsExpire, columns } = options;
  const issues: Issue[] = wordIssues(options);
  for (const [path, day] of Object.entries({ until, holdout, today })) {
    if (day !== undefined && dayNumber(day) === null) issues.push({ ...NOWHERE, path, ...logMessages.notADay(day) });
  }
  const now = today ?? new Date().toISOString().slice(0, 10);
  if (until !== undefined && (dayNumber(until) ?? 0) > (dayNumber(now) ?? Infinity))
    issues.push({ ...NOWHERE, path: "until", ...logMessages.notYet(now, until) });
  if (
    pointsExpire !== undefined &&
    !(Number.isInteger(pointsExpire) && pointsExpire >= 1 && pointsExpire <= MOST_EXPIRY_MONTHS)
  )
    issues.push({ ...NOWHERE, path: "pointsExpire", ...logMessages.notMonths(MOST_EXPIRY_MONTHS, `${pointsExpire}`) });
  if (columns.reward !== undefined && columns.pointsRedeemed === undefined)
    issues.push({ ...NOWHERE, path: "reward", ...logMessages.rewardAlone() });
  if (zone !== undefined && !isZone(zone)) issues.push({ ...NOWHERE, path: "zone", ...logMessages.zoneUnknown(zone) });
  return issues;
}

/** Words that TypeScript holds to their choices, from where it does not reach. */
const CHOICES = {
  separator: SEPARATORS,
  decimal: DECIMAL_MARKS,
  dateFormat: DATE_FORMATS,
  timeUnit: Object.keys(DAYS_PER_UNIT),
  duplicates: TREATMENTS,
  zeroPrices: TREATMENTS,
  outliers: TREATMENTS,
  spendOf: ["repeat", "all"],
} as const;

function wordIssues(options: ReadLogOptions): Issue[] {
  const words = Object.entries(CHOICES).flatMap(([path, choices]: [string, readonly string[]]): Issue[] => {
    const given: unknown = options[path as keyof typeof CHOICES];
    return given === undefined || choices.some((one) => one === given)
      ? []
      : [{ ...NOWHERE, path, ...logMessages.notAChoice(choices, given) }];
  });
  const columns = (["customer", "date", "amount"] as const).flatMap((path): Issue[] => {
    const given: unknown = options.columns?.[path];
    return typeof given === "string" ? [] : [{ ...NOWHERE, path, ...logMessages.noColumn(given) }];
  });
  const rates = Object.entries(options.rates ?? {}).flatMap(([code, rate]): Issue[] =>
    rate > 0 && rate < Infinity ? [] : [{ ...NOWHERE, path: `rates.${code}`, ...logMessages.notARate(rate) }],
  );
  return [...words, ...columns, ...rates];
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).format(0) !== "" && !/^[+-]/.test(zone);
  } catch {
    return false;
  }
}
