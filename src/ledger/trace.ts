/** What a line of a trace says happened. */
export const TRACE_KINDS = [
  /** amount 0 */
  "join",
  /** amount: basket, value: margin, in minor units */
  "purchase",
  /** A displaced purchase of the twin, cause forgone or lost; amount and value as for a purchase. */
  "displaced",
  "enrol",
  /** amount: points, lot: month they were issued in */
  "issue",
  /** amount: points of the reward, value: its cost in minor units, lot: which reward of the catalogue */
  "redeem",
  /** Part of the redemption before it: amount: points of one cause taken from one lot */
  "take",
  /** Part of the redemption before it: value: reward cost borne by one cause */
  "bear",
  /** amount: points of one cause that expired from one lot */
  "expire",
  "leave",
  /** Month end of a member; lot: the month, amount: points outstanding as counted from the lots, value: tier held */
  "close",
  /** Part of the purchase before it: amount taken off the shelf price, in minor units */
  "discount",
  /** amount: tier entered, value: tier left; lot: 1 at a review, 0 at a purchase */
  "tier",
  /** amount: points of one cause forfeited from one lot as the contract ends */
  "forfeit",
] as const;

export type TraceKind = (typeof TRACE_KINDS)[number];

/** Position of each kind. */
export const TRACE_KIND = Object.fromEntries(TRACE_KINDS.map((kind, at) => [kind, at])) as Readonly<
  Record<TraceKind, number>
>;

/** Numbers in a trace line, in order. Cause is a position in CAUSES, or −1. */
export const TRACE_FIELDS = [
  "cohort",
  "ordinal",
  "world",
  "time",
  "kind",
  "cause",
  "amount",
  "value",
  "lot",
  "balance",
] as const;

/** A buffer the kernel writes lines into; it grows, as tracing is for a few customers. */
export interface Trace {
  rows: Float64Array;
  length: number;
}

/** One line of a trace, readable. */
export interface TraceLine {
  readonly cohort: number;
  readonly ordinal: number;
  readonly world: number;
  /** Days since the start of the horizon. */
  readonly time: number;
  readonly kind: TraceKind;
  readonly cause: number;
  readonly amount: number;
  readonly value: number;
  readonly lot: number;
  /** Points outstanding after the event. */
  readonly balance: number;
}

/**
 * An empty trace.
 *
 * @returns a buffer for the kernel to write into
 * @example openTrace().length; // 0
 */
export function openTrace(): Trace {
  return { rows: new Float64Array(TRACE_FIELDS.length * 1024), length: 0 };
}

/**
 * The lines of a trace.
 *
 * @param trace what a kernel wrote
 * @returns one object a line, in the order written
 * @example readTrace(openTrace()); // []
 */
export function readTrace(trace: Trace): TraceLine[] {
  const { rows, length } = trace;
  const lines: TraceLine[] = [];
  // Traces have millions of lines: fields are read one by one, in the order of TRACE_FIELDS.
  for (let at = 0; at < length; at += TRACE_FIELDS.length) {
    lines.push({
      cohort: rows[at],
      ordinal: rows[at + 1],
      world: rows[at + 2],
      time: rows[at + 3],
      kind: TRACE_KINDS[rows[at + 4]],
      cause: rows[at + 5],
      amount: rows[at + 6],
      value: rows[at + 7],
      lot: rows[at + 8],
      balance: rows[at + 9],
    });
  }
  return lines;
}
