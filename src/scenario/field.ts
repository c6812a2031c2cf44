/** Longest name of a scenario, a reward or a tier. */
export const LONGEST_NAME = 120;

/** Largest amount of money a field takes, in currency units: keeps sums of smallest units exact. */
export const MOST_MONEY = 1e9;

/** Numbers a field may take. */
export interface Domain {
  readonly min: number;
  /** Above 1 a safeguard against slips of the pen and overflow; up to 1 a natural bound. */
  readonly max: number;
  /** False when the value must lie above `min`. */
  readonly minIncluded: boolean;
  /** Decimal places a number may have; null when any. */
  readonly decimals: number | null;
}

export interface QuantityType {
  readonly kind: "quantity";
  readonly domain: Domain;
  /** Words that stand for a number. */
  readonly names: Readonly<Record<string, number>>;
}
export interface QuantityOrNeverType {
  readonly kind: "quantityOrNever";
  readonly domain: Domain;
}
export interface WholeType {
  readonly kind: "whole";
  readonly domain: Domain;
}
/** A number that takes no range. */
export interface ExactType {
  readonly kind: "exact";
  readonly domain: Domain;
}
/** Twelve numbers, January first, that average 1. */
export interface SeasonType {
  readonly kind: "season";
  /** Of each of them. */
  readonly domain: Domain;
}
/** A whole number for every calendar month, or twelve, January first. */
export interface WholeByMonthType {
  readonly kind: "wholeByMonth";
  readonly domain: Domain;
}
export interface TextType {
  readonly kind: "text";
  readonly minLength: number;
  readonly maxLength: number;
}
export interface ChoiceType<C extends string = string> {
  readonly kind: "choice";
  readonly choices: readonly [C, ...C[]];
}
export interface ExpiryType {
  readonly kind: "expiry";
  /** Months of a rolling expiry. */
  readonly domain: Domain;
}
/** Paths of inputs, so many of them. */
export interface PathsType {
  readonly kind: "paths";
  readonly fewest: number;
  readonly most: number;
}
/** What customers did before day one. */
export interface HistoryType {
  readonly kind: "history";
}
/** A number between −1 and 1, or a matrix of them. */
export interface CorrelationType {
  readonly kind: "correlation";
}
/** The version of the format, a calendar month, or the three letters of a currency. */
export interface PlainType<K extends "version" | "month" | "currency"> {
  readonly kind: K;
}

/** What a field takes. */
export type FieldType =
  | QuantityType
  | QuantityOrNeverType
  | WholeType
  | ExactType
  | SeasonType
  | WholeByMonthType
  | TextType
  | ChoiceType
  | ExpiryType
  | HistoryType
  | PathsType
  | CorrelationType
  | PlainType<"version">
  | PlainType<"month">
  | PlainType<"currency">;

/** One leaf of a scenario: everything anybody needs to know about it. */
export interface Field<T extends FieldType = FieldType> {
  readonly type: T;
  /** As a file would state it; null when the author must. */
  readonly default: number | string | readonly number[] | null;
  /** Unit in words; empty for texts and choices. */
  readonly unit: string;
  readonly description: string;
  /** Where the default comes from: a paper with its year, "assumption: why", or "convention". */
  readonly source: string;
  /** Kinds, of the map around it that has a `kind`, in which there is such a field; all of them when not said. */
  readonly kinds?: readonly string[];
}

/** A number that may be uncertain, from `min` to `max`. */
export function quantity(min: number, max: number, names: Readonly<Record<string, number>> = {}): QuantityType {
  return { kind: "quantity", domain: { min, max, minIncluded: true, decimals: null }, names };
}

/** A number that may be uncertain, above `min`. */
export function quantityAbove(min: number, max: number): QuantityType {
  return { kind: "quantity", domain: { min, max, minIncluded: false, decimals: null }, names: {} };
}

/** A number that may be uncertain, written with so many decimals at most. */
export function quantityWithDecimals(min: number, max: number, decimals: number): QuantityType {
  return { kind: "quantity", domain: { min, max, minIncluded: true, decimals }, names: {} };
}

/** A number above `min` that may be uncertain, or the word never. */
export function quantityOrNever(min: number, max: number): QuantityOrNeverType {
  return { kind: "quantityOrNever", domain: { min, max, minIncluded: false, decimals: null } };
}

/** A whole number, exact. */
export function whole(min: number, max: number): WholeType {
  return { kind: "whole", domain: { min, max, minIncluded: true, decimals: 0 } };
}

/** A number from `min` on, exact. */
export function exact(min: number, max: number): ExactType {
  return { kind: "exact", domain: { min, max, minIncluded: true, decimals: null } };
}

/** A number above `min`, exact. */
export function exactAbove(min: number, max: number): ExactType {
  return { kind: "exact", domain: { min, max, minIncluded: false, decimals: null } };
}

/** Twelve factors that average 1. */
export function season(): SeasonType {
  return { kind: "season", domain: exact(0, 12).domain };
}

/** A whole number, or one for each calendar month. */
export function wholeByMonth(min: number, max: number): WholeByMonthType {
  return { kind: "wholeByMonth", domain: whole(min, max).domain };
}

export function text(minLength: number, maxLength: number): TextType {
  return { kind: "text", minLength, maxLength };
}

export function choice<C extends string>(...choices: [C, ...C[]]): ChoiceType<C> {
  return { kind: "choice", choices };
}

export function expiry(min: number, max: number): ExpiryType {
  return { kind: "expiry", domain: whole(min, max).domain };
}

export function history(): HistoryType {
  return { kind: "history" };
}

export function paths(fewest: number, most: number): PathsType {
  return { kind: "paths", fewest, most };
}

export function correlation(): CorrelationType {
  return { kind: "correlation" };
}

export function plain<K extends "version" | "month" | "currency">(kind: K): PlainType<K> {
  return { kind };
}
