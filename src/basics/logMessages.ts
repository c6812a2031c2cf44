import type { Words } from "./messages.js";
import { cut, listed, orElse, show } from "./show.js";

/** Sentences about what cannot be read as a transaction log. */
export const logMessages = {
  fileMissing: (nearest: string | null): Words => ({
    expected: "a transaction log (.csv, .csv.gz or .parquet)",
    got: "no such file",
    cure: orElse(nearest, "check the path"),
  }),
  notAFile: (got: string): Words => ({
    expected: "a transaction log (.csv, .csv.gz or .parquet)",
    got,
    cure: "name one file",
  }),
  unreadable: (reason: string): Words => ({
    expected: "a file that can be read",
    got: cut(reason),
    cure: "check that it is whole and that you may read it",
  }),
  empty: (): Words => ({
    expected: "a header and rows",
    got: "an empty file",
    cure: "export the log again",
  }),
  noRows: (): Words => ({
    expected: "a row or more below the header",
    got: "none",
    cure: "export the log again",
  }),
  wrongType: (got: string, cure: string): Words => ({
    expected: "text with separated columns, gzip of it, or Parquet",
    got,
    cure,
  }),
  columnMissing: (columns: readonly string[], got: string, nearest: string | null): Words => ({
    expected: `a column of the log: ${listed(columns.slice(0, 30))}`,
    got: show(got),
    cure: orElse(nearest, "name one of them"),
  }),
  columnTwice: (name: string): Words => ({
    expected: "a name of its own for each column that is used",
    got: `${show(name)} twice`,
    cure: "rename one of the two, or name another column",
  }),
  quoteOpen: (): Words => ({
    expected: "every quote closed",
    got: "one that opens in this row and is never closed",
    cure: "close it, or double it where it is part of a text",
  }),
  quotes: (byLines: number, byRows: number): Words => ({
    expected: "quotes that pair up",
    got: `${byLines} rows by counting lines, ${byRows} by reading them`,
    cure: "look for a quote that is never closed",
  }),
  datesAmbiguous: (example: string): Words => ({
    expected: "dates that can be read in one way only",
    got: show(example),
    cure: "state `--date-format dd/mm/yyyy` or `--date-format mm/dd/yyyy`, as they are meant",
  }),
  datesUnreadable: (formats: readonly string[], example: string): Words => ({
    expected: `dates written as ${formats.join(", ")}, with or without a time of day`,
    got: show(example),
    cure: "name the column of dates, or export them in one of these formats",
  }),
  decimalsAmbiguous: (example: string): Words => ({
    expected: "amounts that can be read in one way only",
    got: show(example),
    cure: "state `--decimal point` or `--decimal comma`, as they are meant",
  }),
  amountsUnreadable: (example: string): Words => ({
    expected: "amounts as plain numbers",
    got: show(example),
    cure: "name the column of amounts, or export them without words and symbols",
  }),
  severalCurrencies: (got: string): Words => ({
    expected: "amounts in one currency, or one chosen",
    got,
    cure: "state `--in CODE` for one of them, and `--rate CODE=WORTH` for each of the others that is to count",
  }),
  currencyUnknown: (codes: readonly string[], got: string): Words => ({
    expected: `a currency of the log: ${listed(codes)}`,
    got: show(got),
    cure: "name one of them",
  }),
  statusUnstated: (got: string): Words => ({
    expected: "the statuses that count",
    got,
    cure: "state `--accept STATUS` for each of them",
  }),
  zoneUnknown: (got: string): Words => ({
    expected: "a time zone, as `Europe/Berlin` or `UTC`",
    got: show(got),
    cure: "write its name as the tz database has it",
  }),
  notMonths: (most: number, got: string): Words => ({
    expected: `whole months from 1 to ${most}`,
    got: show(got),
    cure: "write for example 6, or leave it out where points live for ever",
  }),
  rewardAlone: (): Words => ({
    expected: "a column of points redeemed beside that of rewards",
    got: "none",
    cure: "name it with `--points-redeemed COLUMN`",
  }),
  notAChoice: (choices: readonly string[], got: unknown): Words => ({
    expected: `one of ${choices.join(", ")}`,
    got: show(got),
    cure: "leave it out to have it detected, or its default",
  }),
  noColumn: (got: unknown): Words => ({
    expected: "the name of a column",
    got: show(got),
    cure: "name one of the log's header",
  }),
  notARate: (got: unknown): Words => ({
    expected: "a number above 0",
    got: show(got),
    cure: "write what one unit of that currency is worth",
  }),
  dayTooDear: (customer: string, day: string): Words => ({
    expected: "purchases of a customer on a day that add up to less than 100 trillion",
    got: `more by ${show(customer)} on ${day}`,
    cure: "state amounts in a larger unit, or set that customer aside",
  }),
  notYet: (today: string, got: string): Words => ({
    expected: `a day up to today, ${today}: nobody has observed later ones`,
    got: show(got),
    cure: "write the last day the log covers",
  }),
  columnOfTwo: (name: string, other: string): Words => ({
    expected: "a column of its own for each of customer, date and amount",
    got: `${show(name)}, which is the column of ${other} too`,
    cure: "name the right column",
  }),
  notADay: (got: string): Words => ({
    expected: "a day as YYYY-MM-DD",
    got: show(got),
    cure: "write for example 2025-12-31",
  }),
  holdoutOutside: (first: string, until: string, got: string): Words => ({
    expected: `a day after ${first}, the first of the log, and before ${until}, the last observed`,
    got: show(got),
    cure: "hold out the last third or so of the log",
  }),
  oneDay: (got: string): Words => ({
    expected: "purchases on two days or more",
    got: `${got} alone`,
    cure: "export a longer log, or state `--until` the last day observed",
  }),
  nothingLeft: (got: string): Words => ({
    expected: "rows that can be used",
    got,
    cure: "check which columns are named and how dates and amounts are written",
  }),
} as const;
