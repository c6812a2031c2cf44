import { BASE_FIELDS } from "./baseFields.js";
import type { Domain, Field } from "./field.js";
import { PROGRAM_FIELDS } from "./programFields.js";
import { RESPONSE_FIELDS } from "./responseFields.js";

/**
 * The one table of fields: every leaf of a scenario by its path, in the order of a file. The schema, the defaults, the messages and
 * `explain` all read it. `[]` stands for the entries of a list.
 */
export const FIELDS = { ...BASE_FIELDS, ...PROGRAM_FIELDS, ...RESPONSE_FIELDS } as const;

export type FieldPath = keyof typeof FIELDS;

/** Paths of the fields of one kind. */
export type PathOf<K> = { [P in FieldPath]: (typeof FIELDS)[P]["type"]["kind"] extends K ? P : never }[FieldPath];

/** Every path of the table, in its order. */
export const FIELD_PATHS = Object.keys(FIELDS) as readonly FieldPath[];

/**
 * The field a path leads to.
 *
 * @param path as `program.rewards[0].faceValue`
 * @returns null when the path leads to no leaf
 * @example fieldAt("horizon.months")?.default; // 36
 */
export function fieldAt(path: string): Field | null {
  const key = generic(path);
  return Object.hasOwn(FIELDS, key) ? FIELDS[key as FieldPath] : null;
}

/**
 * The numbers a path may hold: what a drawn value is checked against.
 *
 * @param path as `program.rewards[0].faceValue`
 * @returns null when the path leads to no number
 * @example domainOf("economics.grossMargin")?.max; // 1
 */
export function domainOf(path: string): Domain | null {
  const type = fieldAt(path)?.type;
  return type !== undefined && "domain" in type ? type.domain : null;
}

/** Keys allowed in the map at a path, in the order of the table. */
export function keysUnder(path: string): string[] {
  const prefix = path === "" ? "" : `${generic(path)}.`;
  const under = FIELD_PATHS.filter((field) => field.startsWith(prefix) && field.length > prefix.length);
  return [...new Set(under.map((field) => field.slice(prefix.length).split(/[.[]/)[0] ?? ""))];
}

/** Keys the author must write in the map at a path: leaves without a default, and maps that hold one. */
export function requiredUnder(path: string): string[] {
  const prefix = path === "" ? "" : `${generic(path)}.`;
  return keysUnder(path).filter((key) =>
    FIELD_PATHS.some((field) => isAtOrBelow(field, prefix + key) && FIELDS[field].default === null),
  );
}

function isAtOrBelow(field: string, path: string): boolean {
  return field === path || field.startsWith(`${path}.`) || field.startsWith(`${path}[`);
}

function generic(path: string): string {
  return path.replace(/\[\d+\]/g, "[]");
}
