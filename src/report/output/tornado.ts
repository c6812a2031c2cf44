import type { Tornado, TornadoEnd } from "../../study/tornadoFindings.js";
import { decimalsFor, formatDifference, formatInterval, formatNumber, NOT_AVAILABLE } from "../format.js";
import { inputValue } from "../inputWords.js";
import { type Output, tableOutput } from "./output.js";

/**
 * A tornado as a notebook shows it: a row an input, with what its low and its high value do to the measure.
 *
 * @param tornado of one scenario
 */
export function tornadoOutput(tornado: Tornado): Output {
  const { measure, central, currency, rows, name, note } = tornado;
  const said = central.value === null ? NOT_AVAILABLE : formatNumber(central.value, measure.unit, currency);
  return tableOutput(
    {
      caption: `${measure.label} of ${name}: ${said} with every input at its median`,
      head: ["input", "range", "unit", "at low", "at high"],
      rows: rows.map((row) => [row.path, row.range, row.unit, endText(row.low, tornado), endText(row.high, tornado)]),
      isOfWords: false,
    },
    [note],
  );
}

function endText({ value, difference }: TornadoEnd, { measure: { unit }, currency }: Tornado): string {
  const decimals = decimalsFor(unit, currency, [difference.value, difference.low, difference.high]);
  const moved = formatDifference(difference.value, unit, currency, decimals);
  const interval =
    difference.value === 0 ? null : formatInterval(difference.low, difference.high, unit, decimals, "always");
  return `${inputValue(value)}: ${[moved, interval].filter((part) => part !== null).join(" ")}`;
}
