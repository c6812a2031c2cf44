import { leverMessages } from "../basics/leverMessages.js";
import type { Words } from "../basics/messages.js";
import { NUMBER } from "../scenario/numberText.js";
import type { LeverReading, LeverValue } from "./lever.js";

const PLAIN = new RegExp(`^${NUMBER}$`);
const STEPS = new RegExp(`^(${NUMBER})\\s*\\.\\.\\s*(${NUMBER})\\s*(by|in)\\s+(${NUMBER})$`);

/** Digits that count in a step: beyond them there is the noise of adding binary fractions, or of dividing. */
const DIGITS = { by: 12, in: 6 };

/**
 * Values of a lever written in words.
 *
 * @param text a list with commas, of numbers, words, ranges, `from..to by step` and `from..to in count`
 * @param most values a lever may have
 * @returns the values in the order written
 * @example leverValues("0.5..2 by 0.5, 4", 100); // { value: [0.5, 1, 1.5, 2, 4] }
 * @example leverValues("100..400 in 4", 100); // { value: [100, 200, 300, 400] }
 * @example leverValues("3, 6, never", 100); // { value: [3, 6, "never"] }
 */
export function leverValues(text: string, most: number): LeverReading<LeverValue[]> {
  const values: LeverValue[] = [];
  for (const part of partsOf(text)) {
    const read = part.includes("..") ? steps(part, most) : { value: [plainValue(part)] };
    if ("words" in read) return read;
    values.push(...read.value);
  }
  return values.length === 0 ? { words: leverMessages.noValues() } : { value: values };
}

/** A value as it would stand in a file: a number where it is one. */
function plainValue(text: string): LeverValue {
  return PLAIN.test(text) ? Number(text) : text;
}

/** Parts between commas; those inside brackets belong to a range. */
function partsOf(text: string): string[] {
  return text
    .split(/,(?![^(]*\))/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function steps(text: string, most: number): LeverReading<number[]> {
  const [, low, high, word, size] = STEPS.exec(text) ?? [];
  if (size === undefined) return { words: leverMessages.malformedSteps(text) };
  const [from, to, number] = [Number(low), Number(high), Number(size)];
  const refusal = refuse(text, from, to, word, number, most);
  if (refusal !== null) return { words: refusal };
  const [count, step] = word === "in" ? [number, (to - from) / (number - 1)] : [countOf(from, to, number), number];
  const digits = word === "in" ? DIGITS.in : DIGITS.by;
  return { value: Array.from({ length: count }, (_, at) => Number((from + at * step).toPrecision(digits))) };
}

function refuse(text: string, from: number, to: number, word: string, number: number, most: number): Words | null {
  if (from >= to) return leverMessages.reversedSteps(text, `\`${to}..${from} ${word} ${number}\``);
  const isUseful = word === "in" ? Number.isInteger(number) && number >= 2 : number > 0;
  if (!isUseful) return leverMessages.uselessSteps(text);
  const count = word === "in" ? number : countOf(from, to, number);
  return count > most ? leverMessages.tooManyDesigns(most, count) : null;
}

/** Steps that fit, the last one too where only rounding keeps it out. */
function countOf(from: number, to: number, step: number): number {
  return Math.floor((to - from) / step + 1e-9) + 1;
}
