import type { DrawnScenario } from "#tenure/scenario/scenario.js";

/** The calendar months of a horizon, in days from its start. */
export interface Calendar {
  readonly months: number;
  /** Entry m is where month m begins; the last entry is where the horizon ends. */
  readonly starts: readonly number[];
  readonly horizonEnd: number;
  /** Months from January 1970 to the first month. */
  readonly firstMonth: number;
}

/** The calendar of a scenario, by counting. */
export function calendarOf(scenario: Pick<DrawnScenario, "horizon">): Calendar {
  const [year, month] = scenario.horizon.start.split("-").map(Number);
  const firstMonth = (year - 1970) * 12 + (month - 1);
  const starts = [0];
  for (let m = 0; m < scenario.horizon.months; m++) starts.push(starts[m] + daysIn(firstMonth + m));
  return { months: scenario.horizon.months, starts, horizonEnd: starts[scenario.horizon.months], firstMonth };
}

/** The month an instant lies in: the start of a month belongs to it. */
export function monthAt(calendar: Calendar, time: number): number {
  let month = 0;
  while (month + 1 < calendar.months && calendar.starts[month + 1] <= time) month++;
  return month;
}

/** Which month of the year a month of the horizon is: January 0. */
export function monthOfYear(calendar: Calendar, month: number): number {
  return (((calendar.firstMonth + month) % 12) + 12) % 12;
}

/** Days on which the calendar year around a month of the horizon begins and ends, inside the horizon or not. */
export function yearAround(calendar: Calendar, month: number): { readonly start: number; readonly end: number } {
  const january = month - monthOfYear(calendar, month);
  return { start: dayOf(calendar, january), end: dayOf(calendar, january + 12) };
}

/** Days from the start of the horizon to a month before, in or after it. */
function dayOf(calendar: Calendar, month: number): number {
  let day = 0;
  for (let m = 0; m < month; m++) day += daysIn(calendar.firstMonth + m);
  for (let m = -1; m >= month; m--) day -= daysIn(calendar.firstMonth + m);
  return day;
}

/** Days of a month, counted from January 1970. */
function daysIn(monthNumber: number): number {
  const year = 1970 + Math.floor(monthNumber / 12);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][((monthNumber % 12) + 12) % 12];
}
