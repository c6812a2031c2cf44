import { stdout } from "node:process";
import { bundleOf, type Showable } from "./bundleOf.js";
import { cellDisplay } from "./kernel.js";

/**
 * Shows something below the cell: a chart to be explored and as a picture, results as tables with units and intervals, rows as a
 * table, text as it is. Outside a notebook it prints the same in words.
 *
 * @param thing a chart; what `compare`, `sweep`, `verify`, `readTransactions`, `fitCustomerBase`, `explainScenario` or `diffScenarios`
 * returned, or one group of a comparison; a scenario; rows, as a list of plain objects or a table of `table()`; text, or `markdown()`
 * @returns once it is shown
 * @throws TypeError for anything else
 * @throws RangeError when a number to be shown is not finite
 * @example
 * await show(markdown("**5 %** back"));
 * await show(compare([])); // throws TypeError /got a promise: write `await` before it/
 */
export async function show(thing: Showable): Promise<void> {
  const display = cellDisplay();
  const bundle = await bundleOf(thing);
  if (display !== null) display.write(bundle, null);
  else stdout.write(`${String(bundle.data["text/plain"])}\n`);
}
