import type { Currency } from "../scenario/scenario.js";
import type { MeasureLabel } from "../study/findings.js";

export type Unit = MeasureLabel["unit"];

/** What stands where a number is undefined. */
export const NOT_AVAILABLE = "n/a";

const MINUS = "−";
const WHOLE_FROM = 10_000;
const SYMBOLS: Readonly<Record<string, string>> = { USD: "$", EUR: "€", GBP: "£", JPY: "¥", INR: "₹", KRW: "₩" };

/**
 * A number with thousands separators and a fixed count of decimals, the same on every machine.
 *
 * @param value any finite number
 * @param decimals decimal places, 0 to 20
 * @param sign `always` writes a plus before what is above zero
 * @returns digits with commas; the minus is U+2212; what rounds to zero has no sign
 * @throws RangeError when `value` is not finite: an undefined number is null, never NaN
 * @example digits(-1234.5, 2); // "−1,234.50"
 */
export function digits(value: number, decimals: number, sign: "negative" | "always" = "negative"): string {
  const { mark, text } = signed(value, decimals);
  return (sign === "negative" && mark === "+" ? "" : mark) + text;
}

/** A share below this has two decimal places as a percentage. */
const FINE_BELOW = 0.001;

/**
 * Decimal places that suit numbers printed side by side.
 *
 * @param unit what the numbers are
 * @param currency of money
 * @param values the numbers; null is passed over
 * @returns decimal places: money to its smallest unit, whole units from 10,000 and one place more where fewer than two digits
 * would be left; shares (as percent) one, two below a tenth of a percent; counts by size
 * @example decimalsFor("money", { code: "USD", decimals: 2 }, [12.3, 15]); // 2
 */
export function decimalsFor(unit: Unit, currency: Currency, values: readonly (number | null)[]): number {
  const most = Math.max(0, ...values.filter((value) => value !== null).map(Math.abs));
  const whole = values.every((value) => value === null || Number.isInteger(value));
  switch (unit) {
    case "money":
      if (most >= WHOLE_FROM || most === 0) return most === 0 ? currency.decimals : 0;
      return most < 10 ** (1 - currency.decimals) ? currency.decimals + 1 : currency.decimals;
    case "share":
      return most > 0 && most < FINE_BELOW ? 2 : 1;
    case "ratio":
      return 2;
    case "months":
      return whole ? 0 : 1;
    default:
      return whole || most >= 1000 ? 0 : most >= 100 ? 1 : 2;
  }
}

/**
 * A number for people.
 *
 * @param value in the measure's unit: money in currency units, a share from 0 to 1; null is undefined
 * @param decimals decimal places; those of {@link decimalsFor} unless given
 * @returns "$12.30", "CHF 1,234,567", "31.2 %", "month 7", "0.35", "n/a"; a payback that is undefined is "never"
 * @example formatNumber(0.312, "share", { code: "USD", decimals: 2 }); // "31.2 %"
 */
export function formatNumber(
  value: number | null,
  unit: Unit,
  currency: Currency,
  decimals: number = decimalsFor(unit, currency, [value]),
): string {
  if (value === null) return unit === "months" ? "never" : NOT_AVAILABLE;
  if (unit === "months") return `month ${digits(value, decimals)}`;
  return dressed(value, unit, currency, decimals, "negative");
}

/**
 * A difference for people: the sign is always written, shares differ by percentage points.
 *
 * @returns "+$12.30", "−1.9 pp", "+2 months", "n/a"
 * @example formatDifference(0.019, "share", { code: "USD", decimals: 2 }); // "+1.9 pp"
 */
export function formatDifference(
  value: number | null,
  unit: Unit,
  currency: Currency,
  decimals: number = decimalsFor(unit, currency, [value]),
): string {
  if (value === null) return NOT_AVAILABLE;
  if (unit === "share") return `${digits(value * 100, decimals, "always")} pp`;
  if (unit === "months") return `${digits(value, decimals, "always")} months`;
  return dressed(value, unit, currency, decimals, "always");
}

/**
 * The two ends of an interval, without unit: they stand behind a number that has one.
 *
 * @param sign `always` for the interval of a difference
 * @returns "[11.90, 12.70]"; null when an end is undefined
 * @example formatInterval(0.119, 0.127, "share", 1); // "[11.9, 12.7]"
 */
export function formatInterval(
  low: number | null,
  high: number | null,
  unit: Unit,
  decimals: number,
  sign: "negative" | "always" = "negative",
): string | null {
  if (low === null || high === null) return null;
  const scale = unit === "share" ? 100 : 1;
  return `[${digits(low * scale, decimals, sign)}, ${digits(high * scale, decimals, sign)}]`;
}

/**
 * A share as a whole percent where that is enough: 1 and 0 are said only of exactly all and none.
 *
 * @param probability 0 to 1; null is undefined
 * @returns "97 %", "99.6 %", "> 99.9 %", "100 %", "n/a"
 * @example formatProbability(0.9996); // "> 99.9 %"
 */
export function formatProbability(probability: number | null): string {
  if (probability === null) return NOT_AVAILABLE;
  if (probability === 0 || probability === 1) return `${probability * 100} %`;
  if (probability > 0.999) return "> 99.9 %";
  if (probability < 0.001) return "< 0.1 %";
  return `${digits(probability * 100, probability >= 0.99 || probability < 0.01 ? 1 : 0)} %`;
}

function dressed(value: number, unit: Unit, currency: Currency, decimals: number, sign: "negative" | "always"): string {
  if (unit === "share") return `${digits(value * 100, decimals, sign)} %`;
  if (unit !== "money") return digits(value, decimals, sign);
  const { mark, text } = signed(value, decimals);
  return (sign === "negative" && mark === "+" ? "" : mark) + currencyMark(currency) + text;
}

/** "$" for a common currency, else its code and a space. */
function currencyMark(currency: Currency): string {
  return SYMBOLS[currency.code] ?? `${currency.code} `;
}

function signed(value: number, decimals: number): { mark: "+" | "" | typeof MINUS; text: string } {
  if (!Number.isFinite(value)) throw new RangeError(`expected a finite number, got ${value}`);
  const fixed = Math.abs(value).toFixed(decimals);
  const [whole = "0", fraction] = fixed.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const mark = Number(fixed) === 0 ? "" : value < 0 ? MINUS : "+";
  return { mark, text: fraction === undefined ? grouped : `${grouped}.${fraction}` };
}
