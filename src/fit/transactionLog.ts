import type { TimeUnit } from "../scenario/scenario.js";
import type { CleaningBook } from "./cleaning.js";
import type { LoyaltyMix } from "./loyaltyMix.js";
import type { ProgramEffects } from "./programFindings.js";

/** Which column of a transaction log holds what. */
export interface LogColumns {
  readonly customer: string;
  readonly date: string;
  readonly amount: string;
  /** Currency of the amount. */
  readonly currency?: string;
  /** State of the order, as "shipped" or "cancelled". */
  readonly status?: string;
  /** Whether a member bought: a card number, yes or 1; nothing, 0, no and false say that none did. */
  readonly member?: string;
  readonly pointsEarned?: string;
  readonly pointsRedeemed?: string;
  /** Name of the reward taken. */
  readonly reward?: string;
  /** Tier held after the purchase. */
  readonly tier?: string;
  /** Share of the purchase that was promoted, 0 to 1, or whether it was. */
  readonly promoted?: string;
  /** Score the customer gave in a survey; empty where there is none. */
  readonly survey?: string;
}

/** How dates are written; a time of day may follow. */
export const DATE_FORMATS = [
  "yyyy-mm-dd",
  "yyyymmdd",
  "dd.mm.yyyy",
  "dd/mm/yyyy",
  "mm/dd/yyyy",
  "dd-mm-yyyy",
  "mm-dd-yyyy",
] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

/** How decimals are written. */
export const DECIMAL_MARKS = ["point", "comma"] as const;
export type DecimalMark = (typeof DECIMAL_MARKS)[number];

/** What separates the columns of a text file. */
export const SEPARATORS = ["comma", "semicolon", "tab", "bar"] as const;
export type Separator = (typeof SEPARATORS)[number];

/** What happens to rows that may be right or wrong. */
export const TREATMENTS = ["keep", "drop"] as const;
export type Treatment = (typeof TREATMENTS)[number];

/** How a transaction log is read. What is not stated is detected, or has the default said here. */
export interface ReadLogOptions {
  readonly columns: LogColumns;
  readonly separator?: Separator;
  readonly decimal?: DecimalMark;
  readonly dateFormat?: DateFormat;
  /** Zone in whose days instants with an offset are dated, as "Europe/Berlin"; default "UTC". */
  readonly zone?: string;
  /** Last day observed, "YYYY-MM-DD"; default: the last day of the log. */
  readonly until?: string;
  /** Last day of calibration; what comes after it is held out. Default: nothing is held out. */
  readonly holdout?: string;
  /** Unit of t_x and T; default "week". */
  readonly timeUnit?: TimeUnit;
  /** Currency of the customer base where the log has several; rows in others need a rate, or are set aside. */
  readonly currency?: string;
  /** Worth of one unit of other currencies in that one. */
  readonly rates?: Readonly<Record<string, number>>;
  /** States of orders that count, where a column of states is named. */
  readonly accept?: readonly string[];
  /** Rows equal in every column; default: dropped where the log has times of day, else kept. */
  readonly duplicates?: Treatment;
  /** Purchases at 0; default: kept, as visits. */
  readonly zeroPrices?: Treatment;
  /** Customers who buy as no person does; default: kept. */
  readonly outliers?: Treatment;
  /** Purchases a customer's mean spend is of: the repeat purchases (default) or all. */
  readonly spendOf?: "repeat" | "all";
  /** Whole months that points live after the month they were earned in; default: the log does not say, none expire. */
  readonly pointsExpire?: number;
  /** Whether loyalty types are estimated although no column tells of promotions or a survey; default: no. */
  readonly loyaltyTypes?: boolean;
  /** Days after this one lie in the future, "YYYY-MM-DD"; default: the day the program runs. */
  readonly today?: string;
}

/**
 * Histories up to a day, equal ones counted together: x repeat purchase days, t_x from the first to the last of them, T from the
 * first purchase to the day itself, in time units; in order of x, then t_x, then T.
 */
export interface ObservedHistories {
  readonly x: Float64Array;
  readonly tx: Float64Array;
  readonly T: Float64Array;
  /** Purchase days after it, to the end of the log. */
  readonly later: Float64Array;
  readonly customers: Float64Array;
}

/** Mean spend of the purchases of a customer that count for it, equal ones together. */
export interface MeanSpends {
  /** How many purchases. */
  readonly x: Float64Array;
  /** Currency units. */
  readonly meanSpend: Float64Array;
  readonly customers: Float64Array;
}

/** What customers did up to a day. */
export interface Observed {
  /** The day, "YYYY-MM-DD". */
  readonly until: string;
  readonly histories: ObservedHistories;
  readonly spends: MeanSpends;
  /** Customers whose purchases were all at 0: in no mean spend. */
  readonly withoutSpend: number;
}

/** What happened on each day, from the first to the last observed. */
export interface Daily {
  /** "YYYY-MM-DD" of the first entry. */
  readonly start: string;
  /** Customers who bought for the first time. */
  readonly newCustomers: Float64Array;
  /** Customers who bought again. */
  readonly repeats: Float64Array;
  /** Currency units, returns taken off. */
  readonly spend: Float64Array;
}

/** A transaction log, read and cleaned. */
export interface TransactionLog {
  readonly file: string;
  readonly book: CleaningBook;
  readonly timeUnit: TimeUnit;
  /** Currency of the amounts, where a column or an option says it. */
  readonly currency: string | null;
  readonly customers: number;
  readonly purchaseDays: number;
  readonly spendOf: "repeat" | "all";
  readonly whole: Observed;
  /** The same up to the holdout; null when nothing is held out. */
  readonly calibration: Observed | null;
  readonly daily: Daily;
  /** What the log says about a program; null when no column tells of one, or nobody in it is a member. */
  readonly program: ProgramEffects | null;
  /** Loyalty types by observed behaviour; null when they were not asked for. */
  readonly loyaltyTypes: LoyaltyMix | null;
}
