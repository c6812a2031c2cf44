import { messages } from "../basics/messages.js";
import type { Field, HistoryType } from "./field.js";
import {
  type CustomerHistory,
  customersIn,
  HISTORY_COLUMNS,
  type HistoryColumn,
  historyInWords,
  isHistory,
  MOST_ROWS,
} from "./history.js";
import { HistoryRows, type RowCells } from "./historyRows.js";
import { nearest } from "./nearest.js";
import { type Reading, type Refusal, refused } from "./reading.js";

const EXPECTED = "a CSV file, or a list of rows with `purchases`, `lastPurchase` and `observed`";
const EXAMPLE = "`history: customers.csv`";

/** Most that is said about one history. */
const MOST_REFUSALS = 20;

/** Reads rows written inline, or by column as a complete scenario holds them; a file's name must have been replaced by its rows. */
export function readHistory(_field: Field<HistoryType>, value: unknown): Reading<CustomerHistory | null> {
  if (value === null) return { value: null };
  if (typeof value === "string") return { words: messages.historyNotRead(value) };
  if (isHistory(value)) return byColumn(value);
  if (!Array.isArray(value)) return { words: messages.wrongValue(EXPECTED, value, EXAMPLE) };
  const items: readonly unknown[] = Array.from(value);
  if (items.length === 0 || items.length > MOST_ROWS) return { words: messages.listLength(1, MOST_ROWS, items.length) };
  const rows = new HistoryRows();
  const [first, ...more] = items.flatMap((item, at) => rowRefusals(rows, item, at)).slice(0, MOST_REFUSALS);
  return first === undefined ? { value: rows.all() } : { ...first, more };
}

/**
 * How many customers a history as written is about.
 *
 * @param value of the field
 * @returns null when it is no history, or a wrong one
 */
export function customersWritten(
  field: Field<HistoryType>,
  value: unknown,
): { readonly customers: number; readonly spend: boolean } | null {
  const reading = readHistory(field, value);
  if (refused(reading) || reading.value === null) return null;
  return { customers: customersIn(reading.value), spend: reading.value.meanSpend.some((mean) => mean > 0) };
}

function byColumn(history: CustomerHistory): Reading<CustomerHistory> {
  const rows = new HistoryRows();
  const count = history.customers.length;
  const isEven = HISTORY_COLUMNS.every(({ name }) => history[name].length === count);
  if (!isEven || count === 0 || count > MOST_ROWS) {
    return {
      words: messages.wrongValue("columns of one length, as `load` makes them", historyInWords(history), EXAMPLE),
    };
  }
  const refusals: Refusal[] = [];
  for (let at = 0; at < count && refusals.length < MOST_REFUSALS; at++) {
    const known = history.meanSpend[at] !== 0;
    const cells: RowCells = {
      purchases: history.purchases[at],
      lastPurchase: history.lastPurchase[at],
      observed: history.observed[at],
      customers: history.customers[at],
      ...(known ? { meanSpend: history.meanSpend[at], spendPurchases: history.spendPurchases[at] } : {}),
    };
    for (const { column, words } of rows.add(cells)) refusals.push({ words, at: [column, at] });
  }
  const [first, ...more] = refusals;
  return first === undefined ? { value: history } : { ...first, more };
}

function rowRefusals(rows: HistoryRows, item: unknown, at: number): Refusal[] {
  if (typeof item !== "object" || item === null || Array.isArray(item)) {
    return [
      {
        words: messages.wrongValue("a row, as `{ purchases: 3, lastPurchase: 30.4, observed: 38.9 }`", item, "a map"),
        at: [at],
      },
    ];
  }
  const names = HISTORY_COLUMNS.map(({ name }) => name);
  const unknown = Object.keys(item).filter((key) => !names.includes(key as HistoryColumn));
  return [
    ...unknown.map((key) => ({ words: messages.unknownKey(key, names, nearest(key, names), []), at: [at, key] })),
    ...rows.add(item).map(({ column, words }) => ({ words, at: [at, column] })),
  ];
}
