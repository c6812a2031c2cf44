const MILLISECONDS_IN_DAY = 86_400_000;

/**
 * Number of a day.
 *
 * @param text "YYYY-MM-DD"
 * @returns days since 1970-01-01; null when the text is no day of the calendar
 * @example dayNumber("1970-02-01"); // 31
 */
export function dayNumber(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(instant) || dayName(instant / MILLISECONDS_IN_DAY) !== text
    ? null
    : instant / MILLISECONDS_IN_DAY;
}

/**
 * Name of a day.
 *
 * @param number days since 1970-01-01
 * @returns "YYYY-MM-DD"
 * @example dayName(31); // "1970-02-01"
 */
export function dayName(number: number): string {
  return new Date(number * MILLISECONDS_IN_DAY).toISOString().slice(0, 10);
}
