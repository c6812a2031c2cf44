import { monthNumber } from "../basics/calendar.js";
import { dayName } from "./calendarDays.js";

/** The calendar months that a log touches, numbered from 0. */
export interface MonthsOfLog {
  /** Months since 1970-01 of the first. */
  readonly first: number;
  readonly count: number;
  /** Month of a day, since 1970. */
  readonly monthOf: (day: number) => number;
  /** Months that are observed to their last day, from the first on. */
  readonly whole: number;
}

/**
 * The months of a log.
 *
 * @param from first day, since 1970
 * @param until last day observed
 * @returns the months both ends lie in, and those between
 * @example
 * const months = monthsOfLog(0, 40);
 * [months.count, months.whole, months.monthOf(31)]; // [2, 1, 1]
 */
export function monthsOfLog(from: number, until: number): MonthsOfLog {
  const numberOf = (day: number): number => monthNumber(dayName(day).slice(0, 7));
  const first = numberOf(from);
  const months = Array.from({ length: until - from + 2 }, (_, at) => numberOf(from + at) - first);
  return {
    first,
    count: months[until - from] + 1,
    whole: months[until - from + 1],
    monthOf: (day) => months[day - from],
  };
}
