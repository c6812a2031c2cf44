import type { Tornado, TornadoEnd, TornadoRow } from "../../study/tornadoFindings.js";
import { decimalsFor, formatDifference, formatInterval, formatNumber } from "../format.js";
import { inputValue } from "../inputWords.js";
import { printable } from "../words.js";
import type { JsonObject } from "./spec.js";

/** The ends of a range, and how they look. */
export const ENDS = [
  { key: "low", said: "input at its low value", color: "#e69f00" },
  { key: "high", said: "input at its high value", color: "#0072b2" },
] as const;

/**
 * What is drawn of one input: a bar an end, its interval and its number; an input that does nothing says so.
 *
 * @param row of the tornado
 * @param label of the row
 * @param tornado it belongs to
 */
export function rowData(row: TornadoRow, label: string, tornado: Tornado): JsonObject[] {
  const central = tornado.central.value ?? 0;
  const values = [row.low, row.high].map(({ difference }) => difference.value);
  const spoken = `${inputValue(row.low.value)} to ${inputValue(row.high.value)}`;
  const said = (words: string): JsonObject[] => [
    {
      row: label,
      value: central,
      central,
      idle: `${words} (${spoken})`,
      half: null,
      side: null,
      low: null,
      high: null,
    },
  ];
  if (values.every((value) => value === 0)) return said("no effect");
  if (values.every((value) => value === null)) return said("no value at either end");
  const isOneWay = values.every((value) => value !== null && value > 0) || values.every((value) => (value ?? 0) < 0);
  return ENDS.flatMap(({ key, said: end }, at): JsonObject[] => {
    const { difference } = row[key];
    if (difference.value === null) return [];
    const other = values[1 - at] ?? 0;
    const isRight = difference.value > 0 || (difference.value === 0 && other < 0);
    const ends = [difference.value, difference.low, difference.high].map((value) => central + (value ?? 0));
    const half = isOneWay ? (at === 0 ? -1 : 1) : 0;
    return [
      {
        ...{ row: label, central, end, idle: null, half },
        value: central + difference.value,
        ...{ low: difference.low === null ? null : ends[1], high: difference.high === null ? null : ends[2] },
        side: isOneWay ? null : isRight ? "right" : "left",
        tip: isRight ? Math.max(...ends) : Math.min(...ends),
        ...textsOf(row, row[key], tornado),
      },
      ...(isOneWay && at === 1 ? [together(label, row, central, isRight)] : []),
    ];
  });
}

/** Both numbers of bars that point the same way, behind the longer one. */
function together(label: string, { low, high }: TornadoRow, central: number, isRight: boolean): JsonObject {
  const ends = [low, high].flatMap(({ difference }) =>
    [difference.value, difference.low, difference.high].map((value) => central + (value ?? 0)),
  );
  return {
    ...{ row: label, value: central, central, idle: null, half: null, low: null, high: null },
    side: isRight ? "right" : "left",
    tip: isRight ? Math.max(...ends) : Math.min(...ends),
    input: `${inputValue(low.value)}, ${inputValue(high.value)}`,
  };
}

function textsOf(row: TornadoRow, { value, estimate, difference }: TornadoEnd, tornado: Tornado): JsonObject {
  const { measure, currency } = tornado;
  const decimals = decimalsFor(measure.unit, currency, [difference.value, difference.low, difference.high]);
  return {
    path: printable(row.path),
    description: row.description,
    range: printable(row.unit === "" ? row.range : `${row.range} (${row.unit})`),
    input: inputValue(value),
    text: formatNumber(estimate.value, measure.unit, currency),
    difference: formatDifference(difference.value, measure.unit, currency, decimals),
    interval: formatInterval(difference.low, difference.high, measure.unit, decimals, "always") ?? "",
  };
}
