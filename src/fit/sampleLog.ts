import type { MeanSpends, Observed, ObservedHistories, TransactionLog } from "./transactionLog.js";

/** Customers a model is fitted to where their histories are more: their errors are far below 1 % then. */
const MOST_CUSTOMERS = 100_000;

/** A log of which part of the customers are left. */
export interface SampledLog {
  readonly log: TransactionLog;
  /** How many customers are left of the whole log; null where all are. */
  readonly customers: number | null;
}

/**
 * Part of the customers of a log whose histories are too many to fit: every so-many-th in order of their histories, so that
 * all kinds of customers are in it as they are in the log.
 *
 * @param log as read
 * @param most rows of different histories, or mean spends, up to which all stay, and customers left of more
 * @returns the log itself where it has no more
 */
export function sampleLog(log: TransactionLog, most: number = MOST_CUSTOMERS): SampledLog {
  const sampled = (observed: Observed): Observed => ({
    ...observed,
    histories: sampleHistories(observed.histories, most),
    spends: sampleSpends(observed.spends, most),
  });
  const isAll = log.whole.histories.x.length <= most;
  const whole = sampled(log.whole);
  return {
    log: { ...log, whole, calibration: log.calibration === null ? null : sampled(log.calibration) },
    customers: isAll ? null : whole.histories.customers.reduce((sum, one) => sum + one, 0),
  };
}

function sampleHistories(histories: ObservedHistories, most: number): ObservedHistories {
  if (histories.x.length <= most) return histories;
  const { of, customers } = every(histories.customers, most);
  const { x, tx, T, later } = histories;
  return { x: of(x), tx: of(tx), T: of(T), later: of(later), customers };
}

function sampleSpends({ x, meanSpend, customers: all }: MeanSpends, most: number): MeanSpends {
  if (x.length <= most) return { x, meanSpend, customers: all };
  const { of, customers } = every(all, most);
  return { x: of(x), meanSpend: of(meanSpend), customers };
}

/** Rows of every so-many-th customer: how many of them each has, and the same rows of any other column. */
interface Chosen {
  readonly customers: Float64Array;
  readonly of: (column: Float64Array) => Float64Array;
}

function every(customers: Float64Array, most: number): Chosen {
  const step = customers.reduce((sum, one) => sum + one, 0) / most;
  const taken = (before: number): number => Math.floor(before / step + 0.5);
  const rows: number[] = [];
  const counts: number[] = [];
  let before = 0;
  for (let row = 0; row < customers.length; row++) {
    const count = taken(before + customers[row]) - taken(before);
    before += customers[row];
    if (count === 0) continue;
    rows.push(row);
    counts.push(count);
  }
  return { customers: Float64Array.from(counts), of: (column) => Float64Array.from(rows, (row) => column[row]) };
}
