import { messages } from "../basics/messages.js";
import { exampleOf, expectedOf } from "./expected.js";
import type { ChoiceType, ExpiryType, Field, PlainType, TextType } from "./field.js";
import { nearest } from "./nearest.js";
import { type Reading, refused } from "./reading.js";
import { readExact } from "./readNumber.js";
import type { ProgramOf, Quantity } from "./scenario.js";

export function readText(field: Field<TextType>, value: unknown): Reading<string> {
  const { minLength, maxLength } = field.type;
  if (typeof value !== "string") {
    return { words: messages.wrongText(expectedOf(field), value, "write words, in quotes if they look like a number") };
  }
  return value.trim().length < minLength || value.length > maxLength
    ? { words: messages.wrongText(expectedOf(field), value, minLength > 0 ? "write a few words" : "write less") }
    : { value };
}

export function readChoice<C extends string>(field: Field<ChoiceType<C>>, value: unknown): Reading<C> {
  const chosen = field.type.choices.find((choice) => choice === value);
  if (chosen !== undefined) return { value: chosen };
  const near = typeof value === "string" ? nearest(value, field.type.choices) : null;
  return { words: messages.unknownChoice(field.type.choices, value, near) };
}

export function readVersion(_field: Field<PlainType<"version">>, value: unknown): Reading<1> {
  return value === 1 ? { value } : { words: messages.wrongSchema(value) };
}

export function readMonth(field: Field<PlainType<"month">>, value: unknown): Reading<string> {
  return typeof value === "string" && /^(19[7-9]\d|20\d\d|21\d\d)-(0[1-9]|1[0-2])$/.test(value)
    ? { value }
    : { words: messages.wrongText(expectedOf(field), value, `write for example ${exampleOf(field)}`) };
}

export function readCurrency(field: Field<PlainType<"currency">>, value: unknown): Reading<string> {
  return typeof value === "string" && /^[A-Z]{3}$/.test(value)
    ? { value }
    : { words: messages.wrongText(expectedOf(field), value, "write the code of ISO 4217, as EUR") };
}

export function readExpiry(field: Field<ExpiryType>, value: unknown): Reading<ProgramOf<Quantity>["expiry"]> {
  if (value === "never") return { value: { kind: "never" } };
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  if (keys.length !== 1 || keys[0] !== "rolling") return { words: messages.wrongExpiry(value) };
  const months = readExact(field, field.type.domain, (value as { readonly rolling: unknown }).rolling);
  return refused(months) ? { ...months, at: ["rolling"] } : { value: { kind: "rolling", months: months.value } };
}
