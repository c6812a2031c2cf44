import type { Command } from "commander";
import { Option } from "commander";
import { DAYS_PER_UNIT } from "../basics/calendar.js";
import type { Issue } from "../basics/issues.js";
import { logMessages } from "../basics/logMessages.js";
import { BASE_MODELS } from "../fit/fitCustomerBase.js";
import type { PredictOptions } from "../fit/predict.js";
import { MOST_EXPIRY_MONTHS } from "../fit/readLog.js";
import {
  DATE_FORMATS,
  type DateFormat,
  DECIMAL_MARKS,
  type DecimalMark,
  type ReadLogOptions,
  SEPARATORS,
  type Separator,
  TREATMENTS,
  type Treatment,
} from "../fit/transactionLog.js";
import type { TimeUnit } from "../scenario/scenario.js";
import { cliMessages, optionIssue } from "./messages.js";

/** Options of `tenure fit`, as typed. */
export interface FitFlags {
  readonly customer: string;
  readonly date: string;
  readonly amount: string;
  readonly currency?: string;
  readonly in?: string;
  readonly rate?: readonly string[];
  readonly status?: string;
  readonly accept?: readonly string[];
  readonly member?: string;
  readonly pointsEarned?: string;
  readonly pointsRedeemed?: string;
  readonly pointsExpire?: string;
  readonly reward?: string;
  readonly tier?: string;
  readonly promoted?: string;
  readonly survey?: string;
  readonly loyaltyTypes?: boolean;
  readonly separator?: Separator;
  readonly decimal?: DecimalMark;
  readonly dateFormat?: DateFormat;
  readonly zone?: string;
  readonly until?: string;
  readonly holdout?: string;
  readonly unit: TimeUnit;
  readonly duplicates?: Treatment;
  readonly zeroPrices?: Treatment;
  readonly outliers?: Treatment;
  readonly spend: "repeat" | "all";
  readonly model?: string;
  readonly seed: string;
  readonly name?: string;
  readonly out?: string;
  readonly exact?: boolean;
  readonly predict?: string;
  readonly discount?: string;
  readonly json?: boolean;
}

/**
 * Adds the options of a fit to a command.
 *
 * @param command receives them
 * @param listed collects values of an option that may be given several times
 * @returns the command
 */
export function withFitFlags(
  command: Command,
  listed: (value: string, before?: readonly string[]) => readonly string[],
): Command {
  const oneOf = (flags: string, text: string, choices: readonly string[]): Option =>
    new Option(flags, text).choices(choices);
  return command
    .requiredOption("--customer <column>", "column that says who bought")
    .requiredOption("--date <column>", "column that says when; a time of day may follow the date")
    .requiredOption("--amount <column>", "column that says for how much; returns are negative")
    .option("--currency <column>", "column that says in which currency")
    .option("--in <code>", "currency of the customer base, where the log has several")
    .option("--rate <code=worth>", "worth of one unit of another currency in that one; as often as wanted", listed)
    .option("--status <column>", "column that says what became of an order")
    .option("--accept <status>", "a status that counts; as often as wanted", listed)
    .option("--member <column>", "column that says whether a member bought: a card number, yes or 1")
    .option("--points-earned <column>", "column of points earned with the purchase")
    .option("--points-redeemed <column>", "column of points redeemed at the purchase")
    .option(
      "--points-expire <months>",
      "whole months points live after the one they were earned in (default: for ever)",
    )
    .option("--reward <column>", "column that names the reward taken")
    .option("--tier <column>", "column that says which tier the member holds after the purchase")
    .option("--promoted <column>", "column that says which share of the purchase was promoted, or whether it was")
    .option("--survey <column>", "column of a survey's scores")
    .option("--loyalty-types", "estimate a mix of loyalty types, also without promotions and scores")
    .addOption(oneOf("--separator <name>", "separator of columns (default: detected)", SEPARATORS))
    .addOption(oneOf("--decimal <mark>", "how decimals are written (default: detected)", DECIMAL_MARKS))
    .addOption(oneOf("--date-format <format>", "how dates are written (default: detected)", DATE_FORMATS))
    .option("--zone <name>", "zone in whose days instants with an offset are dated (default: UTC)")
    .option("--until <date>", "last day observed, YYYY-MM-DD (default: the last in the log)")
    .option("--holdout <date>", "last day of calibration; what comes later is forecast and compared")
    .addOption(oneOf("--unit <unit>", "unit of time", Object.keys(DAYS_PER_UNIT)).default("week"))
    .addOption(
      oneOf(
        "--duplicates <what>",
        "rows equal in every column (default: drop with times of day, else keep)",
        TREATMENTS,
      ),
    )
    .addOption(oneOf("--zero-prices <what>", "purchases at 0 (default: keep, as visits)", TREATMENTS))
    .addOption(oneOf("--outliers <what>", "customers who buy as no person does (default: keep)", TREATMENTS))
    .addOption(oneOf("--spend <which>", "purchases whose spend is fitted", ["repeat", "all"]).default("repeat"))
    .addOption(oneOf("--model <name>", "model of purchases (default: chosen)", BASE_MODELS))
    .option("--seed <text>", "any text or number; the same seed gives the same bytes", "1")
    .option("--name <text>", "name of the customer base")
    .option(
      "--out <folder>",
      "write fit.html into this folder, and customer-base.yaml and present-customers.yaml when the fit holds",
    )
    .option("--exact", "write parameters as points, not as ranges of what the fit leaves open")
    .option(
      "--predict <time>",
      "write customers.csv too: what is expected of each in so much time, in the unit of time",
    )
    .option("--discount <rate>", "discount rate a year of what a customer will still spend (default: 0.1)")
    .option("--json", "print everything found as JSON");
}

/**
 * How flags say that a log is to be read.
 *
 * @param flags as typed
 * @param issues receives what is wrong with them
 * @returns options
 */
export function readLogOptions(flags: FitFlags, issues: Issue[]): ReadLogOptions {
  const rates = Object.fromEntries((flags.rate ?? []).flatMap((text) => rateOf(text, issues)));
  return defined({
    columns: defined({
      customer: flags.customer,
      date: flags.date,
      amount: flags.amount,
      currency: flags.currency,
      status: flags.status,
      member: flags.member,
      pointsEarned: flags.pointsEarned,
      pointsRedeemed: flags.pointsRedeemed,
      reward: flags.reward,
      tier: flags.tier,
      promoted: flags.promoted,
      survey: flags.survey,
    }),
    pointsExpire: flags.pointsExpire === undefined ? undefined : monthsOf(flags.pointsExpire, issues),
    loyaltyTypes: flags.loyaltyTypes,
    separator: flags.separator,
    decimal: flags.decimal,
    dateFormat: flags.dateFormat,
    zone: flags.zone,
    until: flags.until,
    holdout: flags.holdout,
    timeUnit: flags.unit,
    currency: flags.in,
    rates,
    accept: flags.accept,
    duplicates: flags.duplicates,
    zeroPrices: flags.zeroPrices,
    outliers: flags.outliers,
    spendOf: flags.spend,
  });
}

/**
 * What flags say that is to be predicted.
 *
 * @param flags as typed
 * @param issues receives what is wrong with them
 * @returns null when nothing is
 */
export function predictOptions(
  { predict, discount, out, unit }: FitFlags,
  issues: Issue[],
): Pick<PredictOptions, "horizon" | "discountRate"> | null {
  const horizon = predict === undefined ? null : above0("--predict", predict, unit === "week" ? "52" : "12", issues);
  const discountRate = discount === undefined ? null : above0("--discount", discount, "0.1", issues);
  if (predict === undefined && discount !== undefined)
    issues.push(optionIssue("--discount", cliMessages.needs("--predict")));
  if (predict !== undefined && out === undefined) issues.push(optionIssue("--predict", cliMessages.needs("--out")));
  if (horizon === null) return null;
  return discountRate === null ? { horizon } : { horizon, discountRate };
}

function above0(option: string, text: string, example: string, issues: Issue[]): number | null {
  const value = Number(text);
  if (/^\s*\d*\.?\d+\s*$/.test(text) && value > 0 && value <= MOST) return value;
  issues.push(optionIssue(option, cliMessages.above0(MOST, text, example)));
  return null;
}

/** Times and rates above this are mistakes. */
const MOST = 100_000;

/** Whether so many there can be is checked with the other options of a log. */
function monthsOf(text: string, issues: Issue[]): number | undefined {
  if (/^\s*-?\d{1,6}\s*$/.test(text)) return Number(text);
  issues.push(optionIssue("--points-expire", logMessages.notMonths(MOST_EXPIRY_MONTHS, text)));
  return undefined;
}

function rateOf(text: string, issues: Issue[]): (readonly [string, number])[] {
  const [, code, worth] = /^\s*([A-Za-z]{3})\s*=\s*(\d+(?:\.\d+)?)\s*$/.exec(text) ?? [];
  if (code !== undefined && Number(worth) > 0) return [[code, Number(worth)]];
  issues.push(optionIssue("--rate", cliMessages.rate(text)));
  return [];
}

/** What is there of an object with holes. */
type Defined<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

function defined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Defined<Value>;
}
