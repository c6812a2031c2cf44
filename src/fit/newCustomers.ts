import { monthNumber } from "../basics/calendar.js";
import { dayName, dayNumber } from "./calendarDays.js";
import type { Daily } from "./transactionLog.js";

const MONTHS = 12;

/** Customers who bought for the first time, month by month. */
export interface Acquired {
  /** "YYYY-MM" of each calendar month of the log, the first and last perhaps in part. */
  readonly months: readonly string[];
  readonly customers: readonly number[];
  /** What a scenario takes: one number a month, or twelve by calendar month, January first. */
  readonly perMonth: number | readonly number[];
  readonly why: string;
}

/**
 * New customers by month, and what to expect of the months to come.
 *
 * @param daily what happened
 * @returns counts, and the last twelve whole months: by calendar month where a year came before them, else their mean
 */
export function acquired(daily: Daily): Acquired {
  const start = dayNumber(daily.start) ?? 0;
  const byMonth = new Map<string, { customers: number; days: number }>();
  daily.newCustomers.forEach((count, day) => {
    const month = dayName(start + day).slice(0, 7);
    const one = byMonth.get(month) ?? { customers: 0, days: 0 };
    byMonth.set(month, { customers: one.customers + count, days: one.days + 1 });
  });
  const months = [...byMonth.keys()];
  const whole = months.filter((month) => byMonth.get(month)?.days === daysIn(month)).slice(-MONTHS);
  const countOf = (month: string): number => byMonth.get(month)?.customers ?? 0;
  const customers = months.map(countOf);
  if (whole.length === 0)
    return { months, customers, perMonth: 0, why: "no whole calendar month in the log: none expected" };
  if (months.length > 2 * MONTHS && whole.length === MONTHS) {
    const perMonth = Array.from({ length: MONTHS }, (_, at) =>
      whole.reduce((sum, month) => sum + (monthNumber(month) % MONTHS === at ? countOf(month) : 0), 0),
    );
    return { months, customers, perMonth, why: `those of ${whole[0]} to ${whole.at(-1)}, by calendar month` };
  }
  const mean = Math.round(whole.reduce((sum, month) => sum + countOf(month), 0) / whole.length);
  const span = `${whole[0]} to ${whole.at(-1)}`;
  return {
    months,
    customers,
    perMonth: mean,
    why: `the mean of ${span}; customers from before a log begins look new in it`,
  };
}

function daysIn(month: string): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
}
