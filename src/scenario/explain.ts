import type { Field } from "./field.js";
import { FIELD_PATHS, FIELDS, type FieldPath } from "./fields.js";
import { mixPath } from "./loyaltyTypeFields.js";
import { isRange } from "./range.js";
import type { LoadedScenario } from "./resolve.js";
import { TIER_RESPONSES } from "./responseFields.js";
import { LOYALTY_TYPES, type Scenario } from "./scenario.js";
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
 * Everything a scenario assumes, field by field in the order of the file format, every reward, tier and loyalty type by itself.
 *
 * @param loaded a scenario and its places
 * @returns one row a leaf; none of a program, tiers or loyalty types when there are none
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

/** Every leaf a scenario has, with its field: the table's order, but the entries of a list one after the other. */
function ordered(scenario: Scenario): [path: string, key: FieldPath][] {
  return FIELD_PATHS.flatMap((key): [string, FieldPath][] => {
    const list = key.split("[]")[0] ?? key;
    if (list === key) return [[key, key]];
    const inList = FIELD_PATHS.filter((other) => other.startsWith(`${list}[]`));
    if (key !== inList[0]) return [];
    const entries = valueAt(scenario, list);
    return (Array.isArray(entries) ? entries : []).flatMap((_, index) =>
      inList.map((one): [string, FieldPath] => [one.replace("[]", `[${index}]`), one]),
    );
  }).filter(([path]) => valueAt(scenario, path) !== undefined && matters(path, scenario));
}

/** Whether a leaf assumes anything: not a type there are none of, nor what tiers do where there are none. */
function matters(path: string, { customerBase, program }: Scenario): boolean {
  const type = LOYALTY_TYPES.find((name) => path === mixPath(name) || path.includes(`.traits.${name}.`));
  if (type !== undefined) return customerBase.loyaltyTypes?.mix[type] !== 0;
  const hasTiers = program?.kind === "points" && program.tiers !== null;
  return hasTiers || !TIER_RESPONSES.some((key) => path === `program.response.${key}`);
}

function written(value: unknown, field: Field): string {
  if (isRange(value)) return value.text;
  if (Array.isArray(value)) return `[${value.join(", ")}]`;
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
