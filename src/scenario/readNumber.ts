import { messages, type Words } from "../basics/messages.js";
import { exampleOf, expectedOf } from "./expected.js";
import type { Domain, ExactType, Field, QuantityOrNeverType, QuantityType, WholeType } from "./field.js";
import { nearest } from "./nearest.js";
import { undecorated } from "./numberText.js";
import { type Reading, refused } from "./reading.js";
import { holds, readRange } from "./readRange.js";
import type { Quantity } from "./scenario.js";

/** Reads a number that may be uncertain, or a word that stands for one. */
export function readQuantity(field: Field<QuantityType>, value: unknown): Reading<Quantity> {
  const names = field.type.names;
  if (typeof value !== "string") return readNumber(field, field.type.domain, value);
  const named = Object.hasOwn(names, value) ? names[value] : undefined;
  if (named !== undefined) return { value: named };
  const reading = readUncertain(field, field.type.domain, value);
  const words = Object.keys(names);
  return refused(reading) && words.length > 0 && /^[a-z]+$/i.test(value)
    ? { words: messages.unknownChoice(words, value, nearest(value, words)) }
    : reading;
}

/** Reads a number that may be uncertain, or the word never. */
export function readQuantityOrNever(field: Field<QuantityOrNeverType>, value: unknown): Reading<Quantity | "never"> {
  if (value === "never") return { value };
  return typeof value === "string"
    ? readUncertain(field, field.type.domain, value)
    : readNumber(field, field.type.domain, value);
}

/** Reads a number that takes no range. */
export function readWhole(field: Field<WholeType | ExactType>, value: unknown): Reading<number> {
  return readExact(field, field.type.domain, value);
}

/** Reads an exact number of a domain, for a field or a part of one. */
export function readExact(field: Field, domain: Domain, value: unknown): Reading<number> {
  if (typeof value !== "string") return readNumber(field, domain, value);
  const range = readRange(value, { ...domain, min: -1e15, max: 1e15 }, "");
  return refused(range)
    ? (readDecorated(field, value) ?? { words: messages.wrongValue(expectedOf(field), value, exampleOf(field)) })
    : { words: messages.exactOnly(expectedOf(field), value) };
}

function readUncertain(field: Field, domain: Domain, text: string): Reading<Quantity> {
  return readDecorated(field, text) ?? readRange(text, domain, expectedOf(field));
}

function readDecorated(field: Field, text: string): { words: ReturnType<typeof messages.decoratedNumber> } | null {
  const plain = undecorated(text);
  if (plain === null) return null;
  const isTaken = "domain" in field.type ? holds(field.type.domain, Number(plain)) : true;
  const isWhole = "domain" in field.type && field.type.domain.decimals === 0;
  return isTaken && !(isWhole && !Number.isInteger(Number(plain)))
    ? { words: messages.decoratedNumber(expectedOf(field), text, plain) }
    : { words: messages.wrongValue(expectedOf(field), text, exampleOf(field)) };
}

/** Whether a domain is a share's: someone may have written percent. */
function isShare(domain: Domain): boolean {
  return domain.max <= 1 && domain.decimals === null;
}

function readNumber(field: Field, domain: Domain, value: unknown): Reading<number> {
  const isRight = typeof value === "number" && Number.isFinite(value) && holds(domain, value);
  if (!isRight) return { words: wrongNumber(field, domain, value) };
  const decimals = domain.decimals;
  if (decimals === 0 && !Number.isInteger(value)) {
    return { words: messages.wrongValue(expectedOf(field), value, String(Math.round(value))) };
  }
  if (decimals !== null && Number(value.toFixed(decimals)) !== value) {
    return { words: messages.tooManyDecimals(decimals, value, String(Number(value.toFixed(decimals)))) };
  }
  return { value: value === 0 ? 0 : value };
}

function wrongNumber(field: Field, domain: Domain, value: unknown): Words {
  const expected = expectedOf(field);
  if (typeof value !== "number") return messages.wrongValue(expected, value, exampleOf(field));
  if (!Number.isFinite(value)) return messages.notFinite(expected, value);
  const looksLikePercent = isShare(domain) && Math.abs(value) >= 2 && holds(domain, value / 100);
  if (!looksLikePercent) return messages.wrongValue(expected, value, exampleOf(field));
  return messages.looksLikePercent(expected, value, undecorated(`${value}%`) ?? exampleOf(field));
}
