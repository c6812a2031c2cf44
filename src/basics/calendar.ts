const MONTHS_IN_YEAR = 12;
const MILLISECONDS_IN_DAY = 86_400_000;

/** Days a customer base's time unit stands for. */
export const DAYS_PER_UNIT = { day: 1, week: 7, month: 365.25 / 12, year: 365.25 } as const;

/** Days of an average month: what a duration in months means when no calendar month is named. */
export const DAYS_PER_MONTH = DAYS_PER_UNIT.month;

/**
 * Months since January 1970 of a calendar month.
 *
 * @param month "YYYY-MM"
 * @returns whole months; 0 for 1970-01, negative before
 * @throws RangeError when the text is no month
 * @example monthNumber("1997-01"); // 324
 */
export function monthNumber(month: string): number {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month);
  if (match === null) throw new RangeError(`expected a month as YYYY-MM, got ${JSON.stringify(month)}`);
  return (Number(match[1]) - 1970) * MONTHS_IN_YEAR + Number(match[2]) - 1;
}

/**
 * Name of a calendar month.
 *
 * @param number months since January 1970
 * @returns "YYYY-MM"
 * @example monthName(324); // "1997-01"
 */
export function monthName(number: number): string {
  const year = 1970 + Math.floor(number / MONTHS_IN_YEAR);
  return `${year}-${String((((number % MONTHS_IN_YEAR) + MONTHS_IN_YEAR) % MONTHS_IN_YEAR) + 1).padStart(2, "0")}`;
}

/**
 * Days from the start of the first month to the start of each month, leap years included.
 *
 * @param start first month, "YYYY-MM"
 * @param months how many months follow
 * @returns months + 1 whole numbers of days: entry m is where month m begins, the last is where the horizon ends
 * @throws RangeError when `start` is no month
 * @example monthStarts("2024-01", 3); // [0, 31, 60, 91]
 */
export function monthStarts(start: string, months: number): number[] {
  const first = monthNumber(start);
  const dayOf = (number: number): number =>
    Date.UTC(1970 + Math.floor(number / MONTHS_IN_YEAR), ((number % MONTHS_IN_YEAR) + 12) % 12, 1) /
    MILLISECONDS_IN_DAY;
  return Array.from({ length: months + 1 }, (_, m) => dayOf(first + m) - dayOf(first));
}

/**
 * Which month of the year a month of a horizon is.
 *
 * @param start first month, "YYYY-MM"
 * @param month months since then
 * @returns 0 for January to 11 for December
 * @throws RangeError when `start` is no month
 * @example monthOfYear("1997-11", 3); // 1: a February
 */
export function monthOfYear(start: string, month: number): number {
  return (((monthNumber(start) + month) % MONTHS_IN_YEAR) + MONTHS_IN_YEAR) % MONTHS_IN_YEAR;
}

/**
 * Growth that compounds month by month to a yearly share.
 *
 * @param yearly growth in a year, as a share, above −1
 * @param months how many
 * @returns by month, how many times as much there is as in the first
 * @example compound(0.44, 13)[6].toFixed(12); // "1.200000000000"
 */
export function compound(yearly: number, months: number): number[] {
  return Array.from({ length: months }, (_, month) => (1 + yearly) ** (month / MONTHS_IN_YEAR));
}
