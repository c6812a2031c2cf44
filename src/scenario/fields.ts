import { BASE_FIELDS } from "./baseFields.js";
import { CORRELATION_FIELDS } from "./correlationFields.js";
import { CUSTOMER_BASE_FIELDS } from "./customerBaseFields.js";
import { ECONOMICS_FIELDS } from "./economicsFields.js";
import type { Domain, Field } from "./field.js";
import { LOYALTY_TYPE_FIELDS } from "./loyaltyTypeFields.js";
import { PROGRAM_FIELDS } from "./programFields.js";
import { RESPONSE_FIELDS } from "./responseFields.js";

/**
 * The one table of fields: every leaf of a scenario by its path, in the order of a file. The schema, the defaults, the messages and
 * `explain` all read it. `[]` stands for the entries of a list.
 */
export const FIELDS = {
  ...BASE_FIELDS,
  ...CUSTOMER_BASE_FIELDS,
  ...LOYALTY_TYPE_FIELDS,
  ...ECONOMICS_FIELDS,
  ...PROGRAM_FIELDS,
  ...RESPONSE_FIELDS,
  ...CORRELATION_FIELDS,
} as const;

/** Maps and lists that are not there when a file says nothing. */
export const NULLABLE_MAPS: readonly string[] = [
  "customerBase.history",
  "customerBase.loyaltyTypes",
  "program",
  "program.tiers",
  "correlations",
];

/** Fewest and most entries of each list of maps. */
export const LIST_LENGTHS = {
  "program.rewards": { fewest: 1, most: 32 },
  "program.tiers.levels": { fewest: 2, most: 6 },
  correlations: { fewest: 0, most: 16 },
} as const;

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

/**
 * Keys allowed in the map at a path, in the order of the table.
 *
 * @param path of a map
 * @param kind what its `kind` says; null for the keys of all kinds
 */
export function keysUnder(path: string, kind: string | null = null): string[] {
  return distinct(fieldsUnder(path).flatMap(([key, field]) => (kind === null || isOf(field, kind) ? [key] : [])));
}

/** Keys the author must write in the map at a path: leaves without a default, and maps that hold one. */
export function requiredUnder(path: string, kind: string | null = null): string[] {
  const here = generic(path);
  const hasKinds = Object.hasOwn(FIELDS, `${here}.kind`);
  return distinct(
    fieldsUnder(path).flatMap(([key, field, whole]) => {
      const isLeftOut = NULLABLE_MAPS.some((map) => map.length > here.length && isAtOrBelow(whole, map));
      const isAsked = !hasKinds || (kind === null ? field.kinds === undefined : isOf(field, kind));
      return field.default === null && isAsked && !isLeftOut ? [key] : [];
    }),
  );
}

/**
 * The kinds of a map that know a key.
 *
 * @param path of a map with a `kind`
 * @param key of one of its entries
 * @returns none when no kind knows it, or all do
 * @example kindsOf("program", "card"); // ["stampCard"]
 */
export function kindsOf(path: string, key: string): readonly string[] {
  return distinct(fieldsUnder(path).flatMap(([own, field]) => (own === key ? (field.kinds ?? []) : [])));
}

/** Every kind a map may be of; none when it has no `kind`. */
export function kindsAt(path: string): readonly string[] {
  const type = fieldAt(`${generic(path)}.kind`)?.type;
  return type?.kind === "choice" ? type.choices : [];
}

function fieldsUnder(path: string): [key: string, field: Field, path: string][] {
  const prefix = path === "" ? "" : `${generic(path)}.`;
  const under = FIELD_PATHS.filter((field) => field.startsWith(prefix) && field.length > prefix.length);
  return under.map((field) => [field.slice(prefix.length).split(/[.[]/)[0] ?? "", FIELDS[field], field]);
}

function isOf(field: Field, kind: string): boolean {
  return field.kinds === undefined || field.kinds.includes(kind);
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)];
}

function isAtOrBelow(field: string, path: string): boolean {
  return field === path || field.startsWith(`${path}.`) || field.startsWith(`${path}[`);
}

function generic(path: string): string {
  return path.replace(/\[\d+\]/g, "[]");
}
