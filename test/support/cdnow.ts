import { readFileSync } from "node:fs";

/** A day on which a customer bought. */
interface PurchaseDay {
  /** Days since 1996-12-31: 1997-01-01 is 1. */
  readonly day: number;
  readonly dollars: number;
}

/** A customer's purchase days, first to last. */
type History = readonly PurchaseDay[];

/** 1997-09-30, the last day of calibration. */
export const CALIBRATION_END = 273;

/**
 * The CDNOW sample, read the slow and obvious way: one row a purchase, purchases of one customer on one day merged.
 *
 * @param path of the raw file: master id, sample id, yyyymmdd, CDs, dollars
 * @returns every customer's history
 */
export function readCdnow(path: string): History[] {
  const customers = new Map<string, Map<number, number>>();
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const [, customer, date, , dollars] = line.trim().split(/\s+/);
    if (dollars === undefined) continue;
    const [year, month, dayOfMonth] = [date.slice(0, 4), date.slice(4, 6), date.slice(6, 8)].map(Number);
    const day = (Date.UTC(year, month - 1, dayOfMonth) - Date.UTC(1996, 11, 31)) / 86_400_000;
    const days = customers.get(customer) ?? new Map<number, number>();
    days.set(day, (days.get(day) ?? 0) + Number(dollars));
    customers.set(customer, days);
  }
  return [...customers.values()].map((days) =>
    [...days].map(([day, dollars]) => ({ day, dollars })).sort((x, y) => x.day - y.day),
  );
}

/** A history up to the end of calibration, as the models take it: counts, weeks, and the mean of the repeat purchases. */
export function calibration(history: History): { x: number; tx: number; T: number; meanSpend: number } {
  const seen = history.filter(({ day }) => day <= CALIBRATION_END);
  const [first, ...repeats] = seen;
  const last = seen[seen.length - 1];
  return {
    x: repeats.length,
    tx: (last.day - first.day) / 7,
    T: (CALIBRATION_END - first.day) / 7,
    meanSpend: repeats.reduce((sum, { dollars }) => sum + dollars, 0) / repeats.length,
  };
}
