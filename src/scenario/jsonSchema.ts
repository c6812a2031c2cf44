import {
  FIELD_PATHS,
  FIELDS,
  fieldAt,
  keysUnder,
  kindsAt,
  kindsOf,
  LIST_LENGTHS,
  NULLABLE_MAPS,
  requiredUnder,
} from "./fields.js";
import { frozen } from "./frozen.js";
import { type JsonSchema, leafSchema, orNull } from "./leafSchema.js";
import { MAP_DESCRIPTIONS } from "./mapDescriptions.js";
import { shorthandAt } from "./shorthand.js";

/**
 * The format of scenario files as a JSON Schema (2020-12): with it an editor completes keys, shows units, defaults and their
 * sources, and underlines most of what `tenure check` refuses. What hangs on several fields at once is left to `tenure check`.
 *
 * A file that `extends` another may state as little as it likes; any other must state what has no default.
 *
 * @returns a frozen schema, made from the one table of fields
 * @example
 * const { properties, required } = scenarioJsonSchema();
 * required; // ["schema", "name"]
 * properties.horizon.properties.months.default; // 36
 * properties.horizon.properties.months.title; // "months (months)"
 */
export function scenarioJsonSchema(): JsonSchema {
  return frozen({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "tenure scenario",
    description: "A customer base, its economics and the design of one loyalty program.",
    ...mapSchema(""),
    required: ["schema", "name"],
    if: { required: ["extends"] },
    else: completeMap(""),
  });
}

/** A map as any file may state it: every key known, none asked for. */
function mapSchema(path: string): JsonSchema {
  const own = keysUnder(path).map((key): [string, JsonSchema] => [key, partSchema(below(path, key), key)]);
  const properties = Object.fromEntries(path === "" ? [["extends", EXTENDS], ...own] : own);
  const kinds = kindsAt(path);
  const rules = kinds.map((kind) => ifKind(kind, { properties: Object.fromEntries(foreignTo(path, kind)) }));
  return {
    type: "object",
    properties,
    additionalProperties: false,
    ...(rules.length === 0 ? {} : { allOf: rules }),
  };
}

function partSchema(path: string, key: string): JsonSchema {
  const field = fieldAt(path);
  if (field !== null) return leafSchema(key, field);
  const about = { title: key, description: MAP_DESCRIPTIONS[path] ?? key };
  const lengths = lengthsOf(path);
  if (lengths !== null) {
    const entry = `${path}[]`;
    const items = { ...mapSchema(entry), required: requiredUnder(entry) };
    const list = { type: "array", items, minItems: lengths.fewest, maxItems: lengths.most };
    return { ...about, ...(NULLABLE_MAPS.includes(path) ? orNull(list) : list) };
  }
  const map = mapSchema(path);
  const shorthand = shorthandAt(path);
  const isLeftOut = NULLABLE_MAPS.includes(path) || !isAsked(path);
  if (shorthand !== null) return { ...about, anyOf: [{ enum: [shorthand] }, map, { type: "null" }] };
  return { ...about, ...(isLeftOut ? orNull(map) : map) };
}

/** What a map must say in a file that extends no other. */
function completeMap(path: string): JsonSchema {
  const keys = requiredUnder(path);
  const maps = keysUnder(path).filter((key) => isMap(below(path, key)) && isComplete(below(path, key)));
  const properties = Object.fromEntries(maps.map((key) => [key, completeMap(below(path, key))]));
  const rules = kindsAt(path).map((kind) => ifKind(kind, { required: requiredUnder(path, kind) }));
  return {
    ...(keys.length === 0 ? {} : { required: keys }),
    ...(maps.length === 0 ? {} : { properties }),
    ...(rules.length === 0 ? {} : { allOf: rules }),
  };
}

/** What holds for a map that says it is of a kind. */
function ifKind(kind: string, then: JsonSchema): JsonSchema {
  return { if: { properties: { kind: { const: kind } }, required: ["kind"] }, then };
}

/** Keys that belong to other kinds, each with the schema that nothing meets. */
function foreignTo(path: string, kind: string): [string, false][] {
  return keysUnder(path).flatMap((key): [string, false][] => {
    const kinds = kindsOf(path, key);
    return kinds.length === 0 || kinds.includes(kind) ? [] : [[key, false]];
  });
}

/** Whether a part of a scenario holds anything an author must say. */
function isComplete(path: string): boolean {
  return FIELD_PATHS.some((field) => field.startsWith(`${path}.`) && FIELDS[field].default === null);
}

function isMap(path: string): boolean {
  return fieldAt(path) === null && lengthsOf(path) === null;
}

/** Whether a map must be there where its own map is. */
function isAsked(path: string): boolean {
  const at = path.lastIndexOf(".");
  const [map, key] = at < 0 ? ["", path] : [path.slice(0, at), path.slice(at + 1)];
  const kinds = kindsOf(map, key);
  return kinds.length === 0
    ? requiredUnder(map).includes(key)
    : kinds.some((kind) => requiredUnder(map, kind).includes(key));
}

function lengthsOf(path: string): { readonly fewest: number; readonly most: number } | null {
  return Object.hasOwn(LIST_LENGTHS, path) ? LIST_LENGTHS[path as keyof typeof LIST_LENGTHS] : null;
}

function below(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

const EXTENDS: JsonSchema = {
  title: "extends",
  description:
    "File this one takes everything from that it does not say itself. Maps merge by key, lists and values replace, null returns to the default.",
  type: ["string", "null"],
  examples: ["no-program.yaml"],
};
