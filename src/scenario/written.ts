import type { Problem } from "./problem.js";
import type { Steps } from "./tree.js";

/** What a document as written holds where steps lead; undefined when they lead nowhere. */
export function valueAt(document: unknown, steps: Steps): unknown {
  let here: unknown = document;
  for (const step of steps) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Readonly<Record<string | number, unknown>>)[step];
  }
  return here;
}

/** A problem with a value that is there. */
export function problem(steps: Steps, words: Problem["words"]): Problem {
  return { steps, words, missing: false, atKey: false };
}

export function isPositive(value: unknown): value is number {
  return typeof value === "number" && value > 0 && Number.isFinite(value);
}

/** Whether a weight as written is 0, or a choice that holds 0. */
export function mayBeZero(weight: unknown): boolean {
  if (weight === 0) return true;
  const list = typeof weight === "string" ? /^\s*choice\s*\(([^()]*)\)\s*$/.exec(weight.slice(0, 2000)) : null;
  return list !== null && (list[1] ?? "").split(",").some((part) => part.trim() !== "" && Number(part) === 0);
}
