import { exampleOf } from "./expected.js";
import type { Domain, Field, FieldType } from "./field.js";
import { REQUIRED_COLUMNS } from "./history.js";
import { RANGE_PATTERN } from "./readRange.js";

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const MONTHS = 12;
const RANGE = `^\\s*(?:${RANGE_PATTERN})\\s*$`;

/**
 * The JSON Schema of a field: what it takes, what it means, its unit, its default and where that comes from.
 *
 * @param key the last part of its path
 * @param field a leaf of the table
 * @example leafSchema("months", fieldAt("horizon.months")).default; // 36
 */
export function leafSchema(key: string, field: Field): JsonSchema {
  const { unit } = field;
  const hasDefault = field.default !== null;
  return {
    title: unit === "" ? key : `${key} (${unit})`,
    description: descriptionOf(field),
    ...(hasDefault ? { default: field.default } : {}),
    ...withExamples(field),
    ...(hasDefault ? orNull(valueSchema(field.type)) : valueSchema(field.type)),
  };
}

/** A schema that also takes null, which returns to the default. */
export function orNull(schema: JsonSchema): JsonSchema {
  if (Array.isArray(schema.anyOf)) return { ...schema, anyOf: [...schema.anyOf, { type: "null" }] };
  if (Array.isArray(schema.enum)) return { ...schema, enum: [...schema.enum, null] };
  const { type } = schema;
  return { ...schema, type: [...(Array.isArray(type) ? type : [type]), "null"] };
}

function descriptionOf(field: Field): string {
  const unit = field.unit === "" ? "" : ` Unit: ${field.unit}.`;
  const source = field.default === null ? field.source : `default ${String(field.default) || "empty"}: ${field.source}`;
  return `${field.description}${unit} ${source.charAt(0).toUpperCase()}${source.slice(1)}.`;
}

function valueSchema(type: FieldType): JsonSchema {
  switch (type.kind) {
    case "quantity": {
      const names = Object.keys(type.names);
      return names.length === 0 ? quantity(type.domain) : { anyOf: [{ enum: names }, quantity(type.domain)] };
    }
    case "quantityOrNever":
      return { anyOf: [{ enum: ["never"] }, quantity(type.domain)] };
    case "whole":
    case "exact":
      return number(type.domain);
    case "season":
      return twelve(type.domain);
    case "wholeByMonth":
      return { anyOf: [number(type.domain), twelve(type.domain)] };
    case "text":
      return {
        type: "string",
        minLength: type.minLength,
        maxLength: type.maxLength,
        ...(type.minLength > 0 ? { pattern: "\\S" } : {}),
      };
    case "choice":
      return { enum: [...type.choices] };
    case "expiry": {
      const rolling = {
        title: "rolling (months)",
        description: "Whole months points live after the month they were earned in.",
      };
      return {
        anyOf: [
          { enum: ["never"] },
          {
            type: "object",
            properties: { rolling: { ...rolling, ...number(type.domain) } },
            required: ["rolling"],
            additionalProperties: false,
          },
        ],
      };
    }
    case "history":
      return {
        anyOf: [
          { type: "string", minLength: 1 },
          { type: "array", minItems: 1, items: historyRow() },
          { type: "null" },
        ],
      };
    case "paths":
      return {
        type: "array",
        items: { type: "string", minLength: 1 },
        minItems: type.fewest,
        maxItems: type.most,
        uniqueItems: true,
      };
    case "correlation": {
      const row = { type: "array", items: { type: "number", exclusiveMinimum: -1, maximum: 1 } };
      return {
        anyOf: [
          { type: "number", exclusiveMinimum: -1, exclusiveMaximum: 1 },
          { type: "array", items: row },
        ],
      };
    }
    case "version":
      return { enum: [1] };
    case "month":
      return { type: "string", pattern: "^(19[7-9]\\d|20\\d\\d|21\\d\\d)-(0[1-9]|1[0-2])$" };
    case "currency":
      return { type: "string", pattern: "^[A-Z]{3}$" };
  }
}

function historyRow(): JsonSchema {
  const number = { type: "number", minimum: 0 };
  const count = { type: "integer", minimum: 1 };
  const titled = (title: string, schema: JsonSchema): JsonSchema => ({ title, ...schema });
  return {
    type: "object",
    properties: {
      purchases: titled("Repeat purchases so far.", { type: "integer", minimum: 0 }),
      lastPurchase: titled("Time from the first purchase to the last one, in time units.", number),
      observed: titled("Time from the first purchase to day one, in time units.", number),
      meanSpend: titled("Mean spend a purchase, in currency units.", { type: "number", exclusiveMinimum: 0 }),
      spendPurchases: titled("How many purchases that is the mean of; the repeat purchases where not said.", count),
      customers: titled("How many customers share the row; 1 where not said.", count),
    },
    required: [...REQUIRED_COLUMNS],
    additionalProperties: false,
  };
}

/** A number or the words of a range. Each bound and the pattern look only at values of their own type. */
function quantity(domain: Domain): JsonSchema {
  return { ...number(domain), type: ["number", "string"], pattern: RANGE };
}

function number({ min, max, minIncluded, decimals }: Domain): JsonSchema {
  return {
    type: decimals === 0 ? "integer" : "number",
    ...(minIncluded ? { minimum: min } : { exclusiveMinimum: min }),
    maximum: max,
  };
}

function twelve(domain: Domain): JsonSchema {
  return { type: "array", items: number(domain), minItems: MONTHS, maxItems: MONTHS };
}

/** Something a file could state, and a range where one is taken. */
function withExamples(field: Field): JsonSchema {
  const { type } = field;
  if (type.kind === "choice" || type.kind === "version") return {};
  if (type.kind === "expiry") return { examples: ["never", { rolling: 12 }] };
  if (type.kind === "history") {
    const row = { purchases: 3, lastPurchase: 30.43, observed: 38.86, meanSpend: 35.1, customers: 2357 };
    return { examples: ["customers.csv", [row]] };
  }
  if (type.kind === "paths") return { examples: [["customerBase.growth.purchaseRate", "economics.grossMargin"]] };
  if (type.kind === "correlation") {
    const matrix = [
      [1, 0.6],
      [0.6, 1],
    ];
    return { examples: [0.6, matrix] };
  }
  if (type.kind === "season") return { examples: [[0.9, 0.9, 1, 1, 1, 1, 0.9, 0.9, 1, 1, 1.1, 1.3]] };
  if (!("domain" in type)) return { examples: [exampleOf(field)] };
  const example = Number(exampleOf(field));
  if (type.kind === "wholeByMonth") return { examples: [example, Array(MONTHS).fill(example)] };
  if (type.kind === "whole" || type.kind === "exact") return { examples: [example] };
  return { examples: Number.isNaN(example) ? [exampleOf(field)] : [example, ...rangeAround(example, type.domain)] };
}

function rangeAround(example: number, { min, max }: Domain): readonly string[] {
  const [low, high] = [0.8, 1.2].map((factor) => Number((example * factor).toPrecision(2)));
  return low !== undefined && high !== undefined && low > min && low < high && high < max ? [`${low} to ${high}`] : [];
}
