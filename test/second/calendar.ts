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
export function calendarOf(scenario: DrawnScenario): Calendar {
  const [year, month] = scenario.horizon.start.split("-").map(Number);
  const starts = [0];
  for (let m = 0; m < scenario.horizon.months; m++) {
    const monthsOn = month - 1 + m;
    starts.push(starts[m] + daysIn(year + Math.floor(monthsOn / 12), monthsOn % 12));
  }
  return {
    months: scenario.horizon.months,
    starts,
    horizonEnd: starts[scenario.horizon.months],
    firstMonth: (year - 1970) * 12 + (month - 1),
  };
}

/** The month an instant lies in: the start of a month belongs to it. */
export function monthAt(calendar: Calendar, time: number): number {
  let month = 0;
  while (month + 1 < calendar.months && calendar.starts[month + 1] <= time) month++;
  return month;
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month];
}
