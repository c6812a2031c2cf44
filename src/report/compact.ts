import type { Currency } from "../scenario/scenario.js";
import { decimalsFor, formatDifference, formatNumber, type Unit } from "./format.js";

/** A step of counting large numbers: axis values are divided by `divisor` and named by `word`. */
interface Scale {
  readonly divisor: number;
  readonly word: "" | "thousand" | "million" | "billion";
  readonly letter: "" | "k" | "M" | "B";
}

const SCALES: readonly Scale[] = [
  { divisor: 1e9, word: "billion", letter: "B" },
  { divisor: 1e6, word: "million", letter: "M" },
  { divisor: 1e3, word: "thousand", letter: "k" },
];
/** Cents matter below this size. */
const CENTS_BELOW = 1000;
const ONES: Scale = { divisor: 1, word: "", letter: "" };

/**
 * The step in which the largest of some numbers is said best.
 *
 * @param most the largest size on an axis, or the number itself
 * @returns thousands from 10,000, millions from a million, billions from a thousand million
 * @example scaleOf(2_500_000).word; // "million"
 */
export function scaleOf(most: number): Scale {
  const size = Math.abs(most);
  if (size < 10_000) return ONES;
  return SCALES.find((scale) => size >= scale.divisor) ?? ONES;
}

/**
 * A number short enough for a chart or a sentence: three digits that count.
 *
 * @param value in the measure's unit; null is undefined
 * @param sign `always` writes a plus before what is above zero
 * @returns "$1.23M", "−$45.6k", "+$0.42", "312k"
 * @example compact(1_234_567, "money", { code: "USD", decimals: 2 }); // "$1.23M"
 */
export function compact(
  value: number | null,
  unit: Unit,
  currency: Currency,
  sign: "negative" | "always" = "negative",
): string {
  const format = sign === "always" ? formatDifference : formatNumber;
  if (value === null || unit === "share" || unit === "months") return format(value, unit, currency);
  const scale = scaleOf(value);
  if (scale.divisor === 1) {
    const decimals = Math.abs(value) >= CENTS_BELOW ? 0 : decimalsFor(unit, currency, [value]);
    return format(value, unit, currency, decimals);
  }
  const scaled = value / scale.divisor;
  const size = Math.abs(scaled);
  return format(scaled, unit, currency, size >= 100 ? 0 : size >= 10 ? 1 : 2) + scale.letter;
}

/** Digits of the largest of amounts that are to be added up. */
const ADDED_DIGITS = 4;

/**
 * How to say amounts of money that a reader may add up: all in the same step, with the same decimals.
 *
 * @param amounts that stand together
 * @param currency of them
 * @returns says one of them: "$387.1k", "−$6.5k"
 * @example evenly([387_112, -6_480], { code: "USD", decimals: 2 })(-6480); // "−$6.5k"
 */
export function evenly(amounts: readonly number[], currency: Currency): (amount: number) => string {
  const most = Math.max(0, ...amounts.map(Math.abs));
  const { divisor, letter } = scaleOf(most);
  const whole = Math.floor(most / divisor).toFixed(0).length;
  const decimals = divisor === 1 ? decimalsFor("money", currency, amounts) : Math.max(0, ADDED_DIGITS - whole);
  return (amount) => formatNumber(amount / divisor, "money", currency, decimals) + letter;
}
