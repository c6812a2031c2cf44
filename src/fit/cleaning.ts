/** Why a row is not used, in the order in which reasons are looked for. */
export const REASONS = [
  "ragged",
  "noCustomer",
  "unreadableDate",
  "unreadableAmount",
  "tooEarly",
  "future",
  "afterUntil",
  "otherCurrency",
  "otherStatus",
  "zeroPrice",
  "duplicate",
  "outlier",
  "unmatchedReturn",
] as const;
export type Reason = (typeof REASONS)[number];

/** Position of each reason, from 1: 0 is a row that is used. */
export const REASON_CODE = Object.fromEntries(REASONS.map((reason, at) => [reason, at + 1])) as Readonly<
  Record<Reason, number>
>;

/** A row shown as an example. */
export interface DirtExample {
  /** Line of a text file on which the row begins, from 1; number of the row in a Parquet file. */
  readonly line: number;
  /** Column of the file it is about; null when it is about the row. */
  readonly column: string | null;
  readonly got: string;
}

/** Rows set aside for one reason. */
export interface SetAside {
  readonly reason: Reason;
  readonly rule: string;
  readonly rows: number;
  /** The first few. */
  readonly examples: readonly DirtExample[];
}

/** What is counted among the rows that are used. */
export const NOTED = [
  "duplicate",
  "zeroPrice",
  "return",
  "excessReturn",
  "returnedDay",
  "offset",
  "oneRow",
  "outlier",
  "unreadablePoints",
  "pointsTakenBack",
  "negativeRedeemed",
  "pointsWithoutMember",
  "redeemedTooMuch",
  "unreadablePromoted",
  "unreadableScore",
] as const;
export type NotedKey = (typeof NOTED)[number];

/** Something counted among the rows that are used. */
export interface Noted {
  readonly key: NotedKey;
  readonly rule: string;
  readonly count: number;
  /** What is counted, as "rows" or "customers". */
  readonly of: "rows" | "customers" | "purchase days";
  readonly examples: readonly DirtExample[];
}

/** What was taken for what in a file. */
export interface Detected {
  /** How: stated by an option, or seen in the file. */
  readonly what: string;
  readonly value: string;
}

/** What became of every row: read = used + set aside. */
export interface CleaningBook {
  readonly rowsRead: number;
  readonly rowsUsed: number;
  readonly setAside: readonly SetAside[];
  readonly noted: readonly Noted[];
  readonly detected: readonly Detected[];
}

/** Most examples listed of each kind. */
export const MOST_EXAMPLES = 5;

/** The rule by which rows of each kind are set aside. */
export const RULES: Readonly<Record<Reason, string>> = {
  ragged: "a row with more or fewer columns than the header, a quote that does not close, or bytes that are no UTF-8",
  noCustomer: "no customer: empty, or a word for nothing (null, na, n/a, nan, none, undefined)",
  unreadableDate: "a date that is none in the log's date format",
  unreadableAmount: "an amount that is no number, or one of 100 trillion and more",
  tooEarly: "dated 1970-01-01 or before, which clocks write that know no date",
  future: "dated after today",
  afterUntil: "dated after the last day observed",
  otherCurrency: "in another currency, without a rate",
  otherStatus: "of a status that was not accepted",
  zeroPrice: "at a price of 0, left out as asked",
  duplicate: "equal to an earlier row in every column",
  outlier: "of a customer with at least 1,000 rows and a hundred times the mean of those with fewer, left out as asked",
  unmatchedReturn: "a return of which no earlier purchase of the customer is in the log",
};

/** The rule by which what is counted among the rows used is handled. */
export const NOTES: Readonly<Record<Noted["key"], string>> = {
  duplicate:
    "equal to an earlier row in every column, and kept: without times of day they may be two purchases; they merge by day, and their amounts add",
  return:
    "a negative amount: taken off the latest purchase day up to it that came to just that amount, else off the latest ones, one after the other",
  returnedDay: "returned in full: no purchase",
  excessReturn: "a return of more than what the customer had bought until then: the rest is left out",
  zeroPrice: "at a price of 0: counted as a purchase, with a spend of 0",
  oneRow: "with one row only",
  outlier:
    "with at least 1,000 rows and a hundred times the mean of those with fewer: kept, unless outliers are dropped",
  unreadablePoints: "points earned or redeemed that are no number: taken as none; the purchase counts",
  pointsTakenBack: "negative points earned: taken back from the points earned last, as far as there are any",
  negativeRedeemed:
    "negative points redeemed in a log that also has positive ones: taken as none; where all are negative they are read as positive",
  pointsWithoutMember: "points of a customer who was not marked as a member by then: left out; the purchase counts",
  redeemedTooMuch:
    "more points redeemed than were earned since the log began and have not lapsed: what is beyond them is in no month of issue; the reward counts",
  unreadablePromoted: "a promoted share below 0 or above 1: taken as not known; the purchase counts",
  unreadableScore: "a survey score that is no number from 0 on: taken as none; the purchase counts",
  offset: "an instant with an offset: dated in the zone stated, else in UTC",
};
