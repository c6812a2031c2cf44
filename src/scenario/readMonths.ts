import { messages } from "../basics/messages.js";
import type { Domain, Field, SeasonType, WholeByMonthType } from "./field.js";
import { type Reading, type Refusal, refused } from "./reading.js";
import { readExact } from "./readNumber.js";

const MONTHS = 12;

/** How far the average of a season may be from 1. */
const TOLERANCE = 1e-6;

/** A cure prints factors with four decimals. */
const SCALE = 10_000;

/** Reads twelve factors that average 1. */
export function readSeason(field: Field<SeasonType>, value: unknown): Reading<readonly number[]> {
  const reading = readTwelve(field, value, "1.2");
  if (refused(reading)) return reading;
  const average = mean(reading.value);
  return Math.abs(average - 1) <= TOLERANCE
    ? reading
    : { words: messages.seasonAverage(short(average), average > 0 ? scaled(reading.value) : null) };
}

/** Reads a whole number for all calendar months, or twelve. */
export function readWholeByMonth(field: Field<WholeByMonthType>, value: unknown): Reading<number | readonly number[]> {
  return Array.isArray(value) ? readTwelve(field, value, "100") : readExact(field, field.type.domain, value);
}

function readTwelve(
  field: Field<SeasonType | WholeByMonthType>,
  value: unknown,
  example: string,
): Reading<readonly number[]> {
  if (!Array.isArray(value)) return { words: messages.notMonths(value) };
  const entry: Field = {
    ...field,
    type: { kind: "exact", domain: field.type.domain satisfies Domain },
    default: Number(example),
  };
  const refusals: Refusal[] = value.length === MONTHS ? [] : [{ words: messages.notMonths(value) }];
  const numbers: number[] = [];
  for (const [index, item] of value.entries()) {
    const reading = readExact(entry, field.type.domain, item);
    if (refused(reading)) refusals.push({ words: reading.words, at: [index] });
    else numbers.push(reading.value);
  }
  const [first, ...more] = refusals;
  return first === undefined ? { value: numbers } : { ...first, more };
}

/** The factors divided by their average, as a file would write them; the largest takes what rounding leaves. */
function scaled(factors: readonly number[]): string {
  const total = factors.reduce((sum, factor) => sum + factor, 0);
  const rounded = factors.map((factor) => Math.round((factor / total) * MONTHS * SCALE));
  const left = MONTHS * SCALE - rounded.reduce((sum, part) => sum + part, 0);
  const largest = rounded.indexOf(Math.max(...rounded));
  return `[${rounded.map((part, index) => (index === largest ? part + left : part) / SCALE).join(", ")}]`;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}
