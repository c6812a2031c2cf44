import type { Estimate } from "../../study/findings.js";
import type { Columns } from "./columns.js";

/** Cells of an estimate. */
export interface EstimateCells {
  readonly value: number | null;
  readonly standard_error: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly outcome_low: number | null;
  readonly outcome_high: number | null;
  readonly luck_share: number | null;
  readonly undefined_share: number | null;
}

/** Cells of a paired difference. */
export interface DifferenceCells extends Prefixed<"difference", Omit<EstimateCells, "value">> {
  readonly difference: number | null;
}

/** The same cells under longer names, in a table that has them twice. */
export type Prefixed<Prefix extends string, Cells> = {
  readonly [Column in keyof Cells as `${Prefix}_${Column & string}`]: Cells[Column];
};

/**
 * Columns of an estimate.
 *
 * @param of the estimate of a line; null leaves them empty
 */
export function estimateColumns<Line>(of: (line: Line) => Partial<Estimate> | null): Columns<Line, EstimateCells> {
  const column = (key: keyof Estimate) => (line: Line) => of(line)?.[key] ?? null;
  return {
    value: column("value"),
    standard_error: column("standardError"),
    low: column("low"),
    high: column("high"),
    outcome_low: column("outcomeLow"),
    outcome_high: column("outcomeHigh"),
    luck_share: column("luckShare"),
    undefined_share: column("undefinedShare"),
  };
}

/**
 * Columns of a paired difference.
 *
 * @param of the difference of a line; null leaves them empty
 */
export function differenceColumns<Line>(of: (line: Line) => Estimate | null): Columns<Line, DifferenceCells> {
  const { value, ...uncertainties } = estimateColumns(of);
  return { difference: value, ...prefixed("difference", uncertainties) };
}

/**
 * Columns under longer names.
 *
 * @param prefix stands before each name
 * @param columns with their names
 * @example Object.keys(prefixed("written", { value: () => 1 })); // ["written_value"]
 */
export function prefixed<Prefix extends string, Of extends object>(prefix: Prefix, columns: Of): Prefixed<Prefix, Of> {
  const longer = Object.entries(columns).map(([name, of]) => [`${prefix}_${name}`, of]);
  return Object.fromEntries(longer) as Prefixed<Prefix, Of>;
}
