import { dayNumber } from "./calendarDays.js";
import type { Daily } from "./transactionLog.js";

const MILLISECONDS_IN_DAY = 86_400_000;
const MONTHS = 12;
/** Two years: below, a season cannot be told from what happened once. */
const LEAST_DAYS = 730;
const DECIMALS = 1000;

/** Season factors, and how they came about. */
export interface Season {
  /** By calendar month, January first; they average 1. */
  readonly factors: readonly number[];
  /** Were they estimated, or left at 1? */
  readonly estimated: boolean;
  readonly why: string;
}

/**
 * Season factors: repeat purchases in each calendar month over those expected without a season from the customers there then, drawn
 * towards 1 by as much as chance alone would move them.
 *
 * @param daily what happened
 * @param expected repeat purchases by day, without a season
 * @returns factors that average 1 to a thousandth; all 1 when the log is shorter than two years
 */
export function estimateSeason(daily: Daily, expected: Float64Array): Season {
  const length = expected.length;
  if (length < LEAST_DAYS) return none(`the log spans ${length} days, fewer than two years`);
  const actual = new Float64Array(MONTHS);
  const model = new Float64Array(MONTHS);
  const start = dayNumber(daily.start) ?? 0;
  for (let day = 0; day < length; day++) {
    const month = new Date((start + day) * MILLISECONDS_IN_DAY).getUTCMonth();
    actual[month] += daily.repeats[day];
    model[month] += expected[day];
  }
  if (model.some((value) => value < 1) || actual.every((value) => value === 0))
    return none("too few repeat purchases to tell months apart");
  const ratios = Array.from(actual, (value, month) => value / model[month]);
  const mean = ratios.reduce((sum, one) => sum + one, 0) / MONTHS;
  const raw = ratios.map((one) => one / mean);
  const chance = Array.from(model, (value) => 1 / (value * mean));
  const spread = raw.reduce((sum, one) => sum + (one - 1) ** 2, 0) / (MONTHS - 1);
  const between = Math.max(0, spread - chance.reduce((sum, one) => sum + one, 0) / MONTHS);
  if (between === 0) return none("no month differs from another by more than chance");
  const shrunk = raw.map((one, month) => 1 + (between / (between + chance[month])) * (one - 1));
  return {
    factors: averagingOne(shrunk),
    estimated: true,
    why: "repeat purchases over those expected of the customers there, drawn towards 1 by what chance alone would do",
  };
}

/** Every month like any other. */
function none(why: string): Season {
  return { factors: Array.from({ length: MONTHS }, () => 1), estimated: false, why: `${why}: every month at 1` };
}

/** Factors in whole thousandths that average 1: what rounding leaves over goes to the largest. */
function averagingOne(factors: readonly number[]): number[] {
  const mean = factors.reduce((sum, one) => sum + one, 0) / MONTHS;
  const thousandths = factors.map((one) => Math.round((one / mean) * DECIMALS));
  const left = MONTHS * DECIMALS - thousandths.reduce((sum, one) => sum + one, 0);
  thousandths[thousandths.indexOf(Math.max(...thousandths))] += left;
  return thousandths.map((one) => one / DECIMALS);
}
