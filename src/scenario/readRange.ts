import { messages } from "../basics/messages.js";
import { inWords } from "./expected.js";
import type { Domain } from "./field.js";
import { LONGEST_NUMBER, NUMBER, withoutPercent } from "./numberText.js";
import type { Range, RangeForm } from "./range.js";
import { type Reading, refused } from "./reading.js";

const INTERVAL = new RegExp(`^(${NUMBER})\\s+to\\s+(${NUMBER})$`);
const CALL = /^([A-Za-z]+)\s*\(([^()]*)\)$/;
const ARGUMENT = new RegExp(`^${NUMBER}$`);
const MOST_CHOICES = 100;

/** Every way to write a range, as a pattern for editors: what its numbers may be is not in it. */
export const RANGE_PATTERN = String.raw`${NUMBER}\s+to\s+${NUMBER}|(?:triangular|normal|beta|uniform|lognormal|choice)\s*\([^()]*\)`;

type Call = Exclude<RangeForm, "interval">;

/** How each form is written, and what its numbers must be. */
const USAGE: Readonly<Record<Call, { readonly text: string; readonly fits: (args: readonly number[]) => boolean }>> = {
  triangular: {
    text: "triangular(low, most likely, high)",
    fits: ([low = NaN, mode = NaN, high = NaN, ...more]) =>
      low <= mode && mode <= high && low < high && more.length === 0,
  },
  normal: {
    text: "normal(mean, standard deviation above 0)",
    fits: ([mean = NaN, sd = NaN, ...more]) => !Number.isNaN(mean) && sd > 0 && more.length === 0,
  },
  beta: {
    text: "beta(a above 0, b above 0)",
    fits: ([a = NaN, b = NaN, ...more]) => a > 0 && b > 0 && more.length === 0,
  },
  uniform: {
    text: "uniform(low, high)",
    fits: ([low = NaN, high = NaN, ...more]) => low < high && more.length === 0,
  },
  lognormal: {
    text: "lognormal(mean above 0, coefficient of variation above 0)",
    fits: ([mean = NaN, cv = NaN, ...more]) => mean > 0 && cv > 0 && more.length === 0,
  },
  choice: { text: "choice(a, b, …)", fits: (args) => args.length >= 2 && args.length <= MOST_CHOICES },
};

/**
 * Reads a range as written in a file: `a to b`, `triangular(…)` and the others.
 *
 * @param text what stands in the file
 * @param domain numbers the field may take
 * @param expected what the field takes, in words
 * @returns the range, or what is wrong with it
 */
export function readRange(text: string, domain: Domain, expected: string): Reading<Range> {
  if (text.length > LONGEST_NUMBER) return { words: messages.malformedRange(expected, text) };
  const interval = INTERVAL.exec(text.trim());
  if (interval !== null) return readInterval(text.trim(), Number(interval[1]), Number(interval[2]), domain);
  const call = CALL.exec(text.trim());
  if (call !== null && isCall(call[1])) return readCall(text.trim(), call[1], call[2] ?? "", domain);
  const shares = withoutPercent(text);
  if (shares !== text && !refused(readRange(shares, domain, expected))) {
    return { words: messages.decoratedNumber(expected, text, shares) };
  }
  return { words: messages.malformedRange(expected, text) };
}

function readInterval(text: string, low: number, high: number, domain: Domain): Reading<Range> {
  if (low >= high) return { words: messages.reversedRange(text, low > high ? `${high} to ${low}` : `${low}`) };
  if (!holds(domain, low) || !holds(domain, high)) return { words: messages.rangeOutside(inWords(domain), text) };
  const bound = low === domain.min ? low : high === domain.max ? high : null;
  if (bound !== null) return { words: messages.intervalAtBound(bound, text, `uniform(${low}, ${high})`) };
  return { value: { form: "interval", args: [low, high], curve: curveOf(low, domain), text } };
}

/** A share keeps inside 0 and 1; what cannot be negative keeps above 0, unless it has a natural bound above. */
function curveOf(low: number, domain: Domain): Range["curve"] {
  if (domain.min >= 0 && domain.max <= 1) return "logitNormal";
  return low > 0 && domain.max > 1 ? "lognormal" : "normal";
}

function readCall(text: string, form: Call, list: string, domain: Domain): Reading<Range> {
  const parts = list.split(",").map((part) => part.trim());
  const args = parts.map(Number);
  const wellFormed = parts.every((part) => ARGUMENT.test(part)) && args.every(Number.isFinite);
  const [low = NaN, high = NaN] = args;
  if (wellFormed && form === "uniform" && args.length === 2 && low >= high) {
    return { words: messages.reversedRange(text, low > high ? `uniform(${high}, ${low})` : `${low}`) };
  }
  if (!wellFormed || !USAGE[form].fits(args)) return { words: messages.rangeArguments(USAGE[form].text, text) };
  const inside =
    form === "beta" ? domain.min <= 0 && domain.max >= 1 : ends(form, args).every((end) => holds(domain, end));
  if (!inside) {
    return { words: messages.rangeOutside(inWords(domain), text) };
  }
  return { value: { form, args, curve: null, text } };
}

/** The numbers of a range that must lie in the domain: its ends, or its mean where it has none. */
function ends(form: Exclude<Call, "beta">, args: readonly number[]): readonly number[] {
  return form === "normal" || form === "lognormal" ? args.slice(0, 1) : args;
}

/** Whether a number lies in a domain; the count of decimals is not looked at. */
export function holds(domain: Domain, value: number): boolean {
  return (domain.minIncluded ? value >= domain.min : value > domain.min) && value <= domain.max;
}

function isCall(word: string | undefined): word is Call {
  return word !== undefined && Object.hasOwn(USAGE, word);
}
