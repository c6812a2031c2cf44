import type { Field } from "./field.js";
import { FIELD_PATHS, FIELDS, type FieldPath } from "./fields.js";
import { mixPath } from "./loyaltyTypeFields.js";
import { TIER_RESPONSES } from "./responseFields.js";
import { LOYALTY_TYPES, type Scenario } from "./scenario.js";
import { stepsOf } from "./tree.js";

/** A leaf of a scenario: where it stands, what it is and what it holds. */
export interface Leaf {
  readonly path: string;
  /** Its path in the table of fields. */
  readonly key: FieldPath;
  readonly field: Field;
  readonly value: unknown;
  /** Assumes nothing: a loyalty type there are none of, or what tiers do where there are none. */
  readonly isIdle: boolean;
}

/**
 * Every leaf of a scenario, in the order of the file format, the entries of a list one after the other.
 *
 * @param scenario complete
 * @returns none of a program, tiers or loyalty types when there are none
 * @example leavesOf(scenario).find(({ path }) => path === "program.rewards[0].points")?.value; // 100
 */
export function leavesOf(scenario: Scenario): Leaf[] {
  return pathsIn(scenario).flatMap(([path, key]) => {
    const value = valueAt(scenario, path);
    return value === undefined ? [] : [{ path, key, field: FIELDS[key], value, isIdle: isIdle(path, scenario) }];
  });
}

function pathsIn(scenario: Scenario): [path: string, key: FieldPath][] {
  return FIELD_PATHS.flatMap((key): [string, FieldPath][] => {
    const list = key.split("[]")[0] ?? key;
    if (list === key) return [[key, key]];
    const inList = FIELD_PATHS.filter((other) => other.startsWith(`${list}[]`));
    if (key !== inList[0]) return [];
    const entries = valueAt(scenario, list);
    return (Array.isArray(entries) ? entries : []).flatMap((_, index) =>
      inList.map((one): [string, FieldPath] => [one.replace("[]", `[${index}]`), one]),
    );
  });
}

function isIdle(path: string, { customerBase, program }: Scenario): boolean {
  const type = LOYALTY_TYPES.find((name) => path === mixPath(name) || path.includes(`.traits.${name}.`));
  if (type !== undefined) return customerBase.loyaltyTypes?.mix[type] === 0;
  const hasTiers = program?.kind === "points" && program.tiers !== null;
  return !hasTiers && TIER_RESPONSES.some((key) => path === `program.response.${key}`);
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
