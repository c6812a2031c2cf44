import fc from "fast-check";
import { parse } from "yaml";
import { BASELINE, CARD, GOLD, LINKED, STARS } from "./samples.ts";

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    "",
    "off",
    "never",
    "0 to 1",
    "5%",
    "1,000",
    "choice(1)",
    -0,
    1e-320,
    1e308,
    2 ** 53,
  ),
  fc.constantFrom<unknown>(
    {},
    [],
    [[]],
    { kind: "x" },
    { rolling: {} },
    { toString: 1 },
    "__proto__",
    "a".repeat(9999),
  ),
  fc.double(),
  fc.string(),
  fc.jsonValue({ maxDepth: 3 }),
);

/** One change to a document. */
export type Edit = {
  readonly at: number;
  readonly how: "delete" | "replace" | "rename" | "nest";
  readonly value: unknown;
};
/** A few changes. */
export const edits = fc.array(
  fc.record({
    at: fc.nat({ max: 400 }),
    how: fc.constantFrom<Edit["how"]>("delete", "replace", "rename", "nest"),
    value: odd,
  }),
  { minLength: 1, maxLength: 4 },
);

/** A document with one of its entries changed. */
export function edited(document: unknown, { at, how, value }: Edit): unknown {
  const places: [Record<string, unknown>, string][] = [];
  const walk = (part: unknown): void => {
    if (typeof part !== "object" || part === null || ArrayBuffer.isView(part)) return;
    for (const key of Object.keys(part)) {
      places.push([part as Record<string, unknown>, key]);
      walk((part as Record<string, unknown>)[key]);
    }
  };
  walk(document);
  const [map, key] = places[at % Math.max(1, places.length)] ?? [{}, ""];
  if (how === "replace") map[key] = value;
  else if (how === "nest") map[key] = { [key]: map[key] };
  else {
    if (how === "rename") map[`${key}x`] = map[key];
    delete map[key];
  }
  return document;
}

/** The samples, each a whole document with a different kind of everything. */
export const SAMPLES = [STARS, GOLD, CARD, LINKED];
/** Which sample. */
export const sampleIndex = fc.nat({ max: SAMPLES.length - 1 });

/** A sample as one document that extends nothing. */
export function wholeSample(index: number): unknown {
  const [base, own] = [BASELINE, SAMPLES[index] ?? ""].map((text) => parse(text) as Record<string, object>);
  return { ...base, ...own, customerBase: { ...base?.customerBase, ...own?.customerBase }, extends: undefined };
}
