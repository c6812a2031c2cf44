import { messages, type Words } from "../basics/messages.js";
import { MOST_MONEY } from "./field.js";
import { type CustomerHistory, HISTORY_COLUMNS, type HistoryColumn, REQUIRED_COLUMNS } from "./history.js";

/** Most purchases of one customer: more are a business, or a test account. */
const MOST_PURCHASES = 10_000;
const MOST_TIME = 1e6;
const MOST_CUSTOMERS = 1e8;

/** What a row says in each column; undefined: nothing. */
export type RowCells = Readonly<Partial<Record<HistoryColumn, unknown>>>;

/** What is wrong in a row, and in which column. */
export interface RowFault {
  readonly column: HistoryColumn;
  readonly words: Words;
}

/** Rows as they come in, one after the other. */
export class HistoryRows {
  private readonly columns: Record<HistoryColumn, number[]> = {
    purchases: [],
    lastPurchase: [],
    observed: [],
    meanSpend: [],
    spendPurchases: [],
    customers: [],
  };

  /**
   * Takes a row in, if nothing is wrong with it.
   *
   * @param cells as written
   * @returns everything wrong with it
   */
  add(cells: RowCells): RowFault[] {
    const faults: RowFault[] = [];
    const read = (column: HistoryColumn, otherwise: number): number => {
      const value = cells[column];
      if (value === undefined && !REQUIRED_COLUMNS.includes(column)) return otherwise;
      const { expected, fits, example } = CELLS[column];
      if (typeof value === "number" && fits(value)) return value;
      faults.push({ column, words: messages.wrongValue(expected, value, example) });
      return Number.NaN;
    };
    const purchases = read("purchases", 0);
    const lastPurchase = read("lastPurchase", 0);
    const observed = read("observed", 0);
    const meanSpend = read("meanSpend", 0);
    const spendPurchases = read("spendPurchases", meanSpend === 0 ? 0 : purchases);
    const customers = read("customers", 1);
    if (lastPurchase > observed) {
      faults.push({ column: "lastPurchase", words: messages.historyAfterEnd(observed, lastPurchase) });
    } else if (purchases === 0 ? lastPurchase > 0 : purchases > 0 && lastPurchase === 0) {
      faults.push({ column: "lastPurchase", words: messages.historyLastPurchase(purchases, lastPurchase) });
    }
    if (cells.meanSpend === undefined ? cells.spendPurchases !== undefined : meanSpend > 0 && spendPurchases === 0) {
      faults.push({ column: "spendPurchases", words: messages.historySpend(cells.meanSpend === undefined) });
    }
    if (faults.length === 0) {
      const row = { purchases, lastPurchase, observed, meanSpend, spendPurchases, customers };
      for (const { name } of HISTORY_COLUMNS) this.columns[name].push(row[name]);
    }
    return faults;
  }

  /** The rows taken in, by column. */
  all(): CustomerHistory {
    return this.columns;
  }
}

interface Cell {
  readonly expected: string;
  readonly fits: (value: number) => boolean;
  readonly example: string;
}

const CELLS: Readonly<Record<HistoryColumn, Cell>> = {
  purchases: {
    expected: "repeat purchases so far, a whole number from 0 to 10,000",
    fits: (value) => Number.isInteger(value) && value >= 0 && value <= MOST_PURCHASES,
    example: "3",
  },
  lastPurchase: {
    expected: "time from the first purchase to the last one, 0 without a repeat purchase",
    fits: isTime,
    example: "30.43",
  },
  observed: { expected: "time from the first purchase to day one, 0 to 1,000,000", fits: isTime, example: "38.86" },
  meanSpend: {
    expected: "mean spend a purchase, above 0, or nothing where it is not known",
    fits: (value) => value > 0 && value <= MOST_MONEY,
    example: "35.10",
  },
  spendPurchases: {
    expected: "how many purchases `meanSpend` is the mean of, a whole number from 1 to 10,001",
    fits: (value) => Number.isInteger(value) && value >= 1 && value <= MOST_PURCHASES + 1,
    example: "3",
  },
  customers: {
    expected: "customers who share the row, a whole number from 1 on",
    fits: (value) => Number.isInteger(value) && value >= 1 && value <= MOST_CUSTOMERS,
    example: "1",
  },
};

function isTime(value: number): boolean {
  return value >= 0 && value <= MOST_TIME;
}
