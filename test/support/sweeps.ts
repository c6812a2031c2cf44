import type { Estimate } from "#tenure/study/findings.js";
import type { LeverValue } from "#tenure/study/lever.js";
import type { Sweep, SweptDesign, SweptFinding } from "#tenure/study/sweepFindings.js";
import type { Tornado, TornadoRow } from "#tenure/study/tornadoFindings.js";
import { estimate, group, STARS } from "./findings.ts";
import { MEASURES } from "./measures.ts";

const { worlds: _, ...ABOUT } = group("Coffee", [STARS]);
const measure = (key: string) => {
  const found = MEASURES.find((one) => one.key === key);
  if (found === undefined) throw new Error(`no measure ${key}`);
  return found;
};

function finding(level: Estimate): SweptFinding {
  return {
    level,
    difference: null,
    probabilityBetter: 0.5,
    differenceAsWritten: level,
    probabilityBetterAsWritten: 0.5,
  };
}

/** How a made-up sweep is laid out. */
interface Layout {
  /** As written, by lever; null where there is none. */
  readonly written?: readonly (LeverValue | null)[];
  readonly keys?: readonly string[];
  /** Half the width of intervals. */
  readonly spread?: number;
}

/** A made-up sweep: net value by the values of one or two levers. */
export function sweepOf(
  levers: Readonly<Record<string, readonly LeverValue[]>>,
  netValue: (...at: readonly number[]) => number | null,
  { written = [], keys = ["netValue"], spread = 1000 }: Layout = {},
): Sweep {
  const lists = Object.entries(levers);
  const cells = lists.reduce<number[][]>(
    (rows, [, values]) => rows.flatMap((row) => values.map((_value, at) => [...row, at])),
    [[]],
  );
  const stands = lists.map((_lever, at) => written[at] ?? null);
  const design = (values: readonly (LeverValue | null)[], value: number | null, isAsWritten: boolean): SweptDesign => ({
    values,
    name: values.join(", "),
    fingerprint: "f".repeat(32),
    isAsWritten,
    findings: Object.fromEntries(
      keys.map((key) => [key, finding(estimate(key === "roi" && value !== null ? value / 1e6 : value, spread))]),
    ),
    bestShare: 1 / cells.length,
  });
  const designs = cells.map((cell) => {
    const values = cell.map((at, lever) => lists[lever][1][at]);
    return design(
      values,
      netValue(...cell),
      values.every((value, lever) => value === stands[lever]),
    );
  });
  const values = designs.map(({ findings }) => findings.netValue.level.value ?? Number.NEGATIVE_INFINITY);
  const at = values.indexOf(Math.max(...values));
  return {
    ...ABOUT,
    name: "Coffee",
    file: null,
    about: "made up",
    measures: keys.map(measure),
    levers: lists.map(([path, all], lever) => ({ path, values: all, written: stands[lever] })),
    asWritten: { ...design(stands, 0, true), bestShare: null },
    designs,
    best: { design: at, share: 1 / cells.length, isFlattered: cells.length > 1, atEdgeOf: [] },
  };
}

/** A made-up tornado: by path, the differences at the low and at the high value. */
export function tornadoOf(
  inputs: Readonly<Record<string, readonly [number | null, number | null]>>,
  { spread = 100, central = 5000 as number | null, key = "netValue" } = {},
): Tornado {
  const end = (value: number, difference: number | null): TornadoRow["low"] => ({
    value,
    estimate: estimate(difference === null ? null : (central ?? 0) + difference, spread),
    difference: estimate(difference, difference === 0 ? 0 : spread),
  });
  return {
    ...ABOUT,
    name: "Coffee",
    file: null,
    about: "made up",
    measure: measure(key),
    central: estimate(central, spread),
    rows: Object.entries(inputs).map(([path, [low, high]]) => ({
      path,
      ...{ unit: "share", description: "what it is", range: "0.1 to 0.5", median: 0.25 },
      low: end(0.1, low),
      high: end(0.5, high),
      swing: low === null && high === null ? null : Math.max(Math.abs(low ?? 0), Math.abs(high ?? 0)),
    })),
    note: Object.keys(inputs).length === 0 ? "No input of the scenario is a range: there is nothing to vary" : "note",
  };
}
