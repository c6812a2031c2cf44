import { z } from "zod";
import { keysUnder, kindsAt } from "./fields.js";
import { nearest } from "./nearest.js";

/**
 * A map that is checked as what its `kind` says, or nearly says. When it says nothing the map is taken for the kind that most of its
 * keys belong to, so that the rest of it is still looked at.
 *
 * @param path of the map
 * @param schemas by kind
 * @returns a schema
 */
export function byKind<T>(path: string, schemas: Readonly<Record<string, z.ZodType<T>>>): z.ZodType<T> {
  return z.unknown().transform((value, context): T => {
    const kind = meantKind(path, value) ?? likeliestKind(path, value);
    const result = schemas[kind]?.safeParse(value);
    if (result?.success) return result.data;
    for (const issue of result?.error.issues ?? [])
      context.issues.push({ ...issue, input: value } as z.core.$ZodRawIssue);
    return z.NEVER;
  });
}

/** The kind a map says it is of, a misspelt one too; null when it says none, or none there is. */
export function meantKind(path: string, value: unknown): string | null {
  const kind = isMap(value) ? value.kind : undefined;
  return typeof kind === "string" ? nearest(kind, kindsAt(path)) : null;
}

function likeliestKind(path: string, value: unknown): string {
  const keys = isMap(value) ? Object.keys(value) : [];
  let best = "";
  let most = -1;
  for (const kind of kindsAt(path)) {
    const known = keysUnder(path, kind);
    const count = keys.filter((key) => known.includes(key)).length;
    if (count > most) [best, most] = [kind, count];
  }
  return best;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
