import type { Field } from "./field.js";
import { historyInWords, isHistory } from "./history.js";
import { leavesOf } from "./leaves.js";
import { isRange } from "./range.js";
import type { LoadedScenario } from "./resolve.js";
import type { Origin } from "./tree.js";

/** One line of an explanation: what a field is, what it holds and who said so. */
export interface Explained {
  readonly path: string;
  /** As a file would write it. */
  readonly value: string;
  readonly unit: string;
  readonly description: string;
  /** Where the default comes from. */
  readonly source: string;
  /** "file:line" of the text that wrote the value, or "default". */
  readonly origin: string;
}

/**
 * Everything a scenario assumes, field by field in the order of the file format, every reward, tier and loyalty type by itself.
 *
 * @param loaded a scenario and its places
 * @returns one row a leaf; none of a program, tiers or loyalty types when there are none
 * @example
 * const rows = explainScenario(await load("scenarios/cdnow/five-percent-back.yaml"));
 * const replaces = rows.find(({ path }) => path === "program.rewards[0].replaces");
 * [replaces.value, replaces.unit, replaces.origin]; // ["0.6 to 0.9", "share of rewards", /five-percent-back.yaml:[0-9]+$/]
 * const halfLife = rows.find(({ path }) => path === "program.response.rewardedBehaviourHalfLifeDays");
 * [halfLife.value, halfLife.origin]; // ["28", "default"]
 */
export function explainScenario(loaded: LoadedScenario): Explained[] {
  const leaves = leavesOf(loaded.scenario).filter(({ isIdle }) => !isIdle);
  return leaves.map(({ path, field, value }) => {
    return {
      path,
      value: written(value, field),
      unit: field.unit,
      description: field.description,
      source: field.source,
      origin: originText(loaded.origins(path)),
    };
  });
}

/** A place as tables show it: "file:line" of the text that wrote a value, or "default". */
export function originText(origin: Origin | "default"): string {
  return origin === "default" ? origin : `${origin.file}:${origin.line}`;
}

/**
 * A value as a file would write it, with the word that stands for it.
 *
 * @param value of a complete scenario
 * @param field it belongs to
 * @example written(0.1, fieldAt("program.enrolment.selection")); // "0.1 (moderate)"
 */
export function written(value: unknown, field: Field): string {
  if (isRange(value)) return value.text;
  if (isHistory(value)) return historyInWords(value);
  if (value === null) return "none";
  if (Array.isArray(value)) return `[${value.map((item) => written(item, field)).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    return "months" in value ? `{ rolling: ${String(value.months)} }` : "never";
  }
  const names = field.type.kind === "quantity" ? Object.entries(field.type.names) : [];
  const name = names.find(([, number]) => number === value)?.[0];
  return name === undefined ? String(value) : `${String(value)} (${name})`;
}
