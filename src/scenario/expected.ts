import type { Domain, Field, FieldType } from "./field.js";

/** One for all: making a formatter takes far longer than using it. */
const BOUND = new Intl.NumberFormat("en-US", { maximumFractionDigits: 9 });

/** The numbers of a domain, in words. */
export function inWords(domain: Domain): string {
  const noun = domain.decimals === 0 ? "a whole number" : "a number";
  const [min, max] = [domain.min, domain.max].map((bound) => BOUND.format(bound));
  return domain.minIncluded ? `${noun} from ${min} to ${max}` : `${noun} above ${min}, at most ${max}`;
}

/** What a field takes, in words: the `expected` of its messages. */
export function expectedOf(field: Field): string {
  const type: FieldType = field.type;
  switch (type.kind) {
    case "quantity":
      return [...Object.keys(type.names).map((name) => `\`${name}\``), inWords(type.domain), "a range `low to high`"]
        .join(", ")
        .replace(/, (?=a range)/, " or ");
    case "quantityOrNever":
      return `\`never\`, ${inWords(type.domain)} or a range \`low to high\``;
    case "whole":
    case "exact":
      return `${inWords(type.domain)}, exact`;
    case "season":
      return `twelve numbers, January first, each ${inWords(type.domain)}, that average 1`;
    case "wholeByMonth":
      return `${inWords(type.domain)}, exact, or a list of twelve, January first`;
    case "text":
      return type.minLength > 0 ? `a text of ${type.minLength} to ${type.maxLength} characters` : "a text";
    case "choice":
      return type.choices.map((choice) => `\`${choice}\``).join(" or ");
    case "expiry":
      return `\`never\` or \`{ rolling: months }\` with ${inWords(type.domain)}`;
    case "history":
      return "a CSV file, or a list of rows with `purchases`, `lastPurchase` and `observed`";
    case "paths":
      return `a list of ${type.fewest} to ${type.most} paths of inputs given as ranges`;
    case "correlation":
      return "a number above -1 and below 1, or a matrix of them";
    case "version":
      return "1";
    case "month":
      return "a calendar month as YYYY-MM, from 1970-01 to 2199-12";
    case "currency":
      return "three capital letters, as USD";
  }
}

/** A value the field would take, for cures: its default, or one inside its domain. */
export function exampleOf(field: Field): string {
  const type: FieldType = field.type;
  if (type.kind === "month") return "2026-01";
  if (Array.isArray(field.default)) return `[${field.default.join(", ")}]`;
  if (field.default !== null && field.default !== "") return String(field.default);
  if (type.kind === "version") return "1";
  if (type.kind === "correlation") return "0.6";
  if (type.kind === "history") return "customers.csv";
  if (type.kind === "paths") return "[customerBase.growth.purchaseRate, economics.grossMargin]";
  if (type.kind === "choice") return type.choices[0];
  if (!("domain" in type)) return "a few words";
  const { min, max, decimals } = type.domain;
  if (decimals === 0) return String(Math.min(max, Math.max(min, 100)));
  return max <= 1 ? "0.3" : String(Math.max(min, 1) + (min >= 1 ? 1 : 0));
}
