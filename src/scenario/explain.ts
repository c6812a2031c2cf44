import type { Field } from "./field.js";
import { FIELD_PATHS, FIELDS, type FieldPath } from "./fields.js";
import { isRange } from "./range.js";
import type { LoadedScenario } from "./resolve.js";
import type { Scenario } from "./scenario.js";
import { stepsOf } from "./tree.js";

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
 * Everything a scenario assumes, field by field in the order of the file format, every reward by itself.
 *
 * @param loaded a scenario and its places
 * @returns one row a leaf; none of a program when there is none
 * @example
 * const rows = explainScenario(await load("scenarios/cdnow/five-percent-back.yaml"));
 * const replaces = rows.find(({ path }) => path === "program.rewards[0].replaces");
 * [replaces.value, replaces.unit, replaces.origin]; // ["0.3 to 0.7", "share of rewards", /five-percent-back.yaml:[0-9]+$/]
 * const halfLife = rows.find(({ path }) => path === "program.response.rewardedBehaviourHalfLifeDays");
 * [halfLife.value, halfLife.origin]; // ["28", "default"]
 */
export function explainScenario(loaded: LoadedScenario): Explained[] {
  return ordered(loaded.scenario).map(([path, key]) => {
    const field = FIELDS[key];
    const origin = loaded.origins(path);
    return {
      path,
      value: written(valueAt(loaded.scenario, path), field),
      unit: field.unit,
      description: field.description,
      source: field.source,
      origin: origin === "default" ? origin : `${origin.file}:${origin.line}`,
    };
  });
}

/** Every leaf of a scenario with its field: the table's order, but one reward after the other. */
function ordered(scenario: Scenario): [path: string, key: FieldPath][] {
  const rewards = FIELD_PATHS.filter((key) => key.includes("[]"));
  return FIELD_PATHS.flatMap((key): [string, FieldPath][] => {
    if (key.startsWith("program.") && scenario.program === null) return [];
    if (!rewards.includes(key)) return [[key, key]];
    if (key !== rewards[0]) return [];
    const count = scenario.program?.rewards.length ?? 0;
    return Array.from({ length: count }, (_, index) =>
      rewards.map((reward): [string, FieldPath] => [reward.replace("[]", `[${index}]`), reward]),
    ).flat();
  });
}

function written(value: unknown, field: Field): string {
  if (isRange(value)) return value.text;
  if (typeof value === "object" && value !== null) {
    return "months" in value ? `{ rolling: ${String(value.months)} }` : "never";
  }
  const names = field.type.kind === "quantity" ? Object.entries(field.type.names) : [];
  const name = names.find(([, number]) => number === value)?.[0];
  return name === undefined ? String(value) : `${String(value)} (${name})`;
}

function valueAt(scenario: Scenario, path: string): unknown {
  return stepsOf(path).reduce<unknown>(
    (here, step) =>
      typeof here === "object" && here !== null
        ? (here as Readonly<Record<string | number, unknown>>)[step]
        : undefined,
    scenario,
  );
}
