import { stdout } from "node:process";
import { loadAll } from "../../disk/load.js";
import { readPageAssets } from "../../disk/pageAssets.js";
import { writeFiles } from "../../disk/write.js";
import { csvFiles } from "../../report/csv.js";
import { page } from "../../report/page.js";
import { groupTable } from "../../report/table.js";
import { compare } from "../../study/compare.js";
import type { Comparison } from "../../study/findings.js";
import { EXIT } from "../exitCode.js";
import type { RunFlags } from "../options.js";
import { compareOptions } from "../options.js";
import { ProgressLine, screenStyle, screenWidth } from "../screen.js";

/**
 * `tenure compare`, and `tenure run` for one file: simulates scenarios, prints what was found and writes the report.
 *
 * @param paths scenario files and folders of them
 * @param flags options
 * @param signal ends the run early; what was finished is printed and written
 * @returns exit code
 */
export async function runCompare(paths: readonly string[], flags: RunFlags, signal: AbortSignal): Promise<number> {
  const candidates = await loadAll(paths);
  const progress = new ProgressLine();
  let comparison: Comparison;
  try {
    comparison = await compare(candidates, {
      ...compareOptions(flags),
      signal,
      onProgress: (at) => progress.update(at),
    });
  } finally {
    progress.stop();
  }
  if (flags.json === true) {
    stdout.write(`${JSON.stringify(comparison, null, 2)}\n`);
  } else {
    const style = screenStyle();
    for (const group of comparison.groups) {
      const options = { width: screenWidth(), detail: flags.detail === true, style };
      stdout.write(`${groupTable(group, comparison.measures, options)}\n`);
    }
  }
  if (flags.out !== undefined && comparison.groups.length > 0) {
    const files = [{ name: "report.html", text: page(comparison, await readPageAssets()) }, ...csvFiles(comparison)];
    const written = await writeFiles(flags.out, files);
    if (flags.json !== true) stdout.write(`Wrote ${written.join(", ")}\n`);
  }
  return signal.aborted ? EXIT.interrupted : EXIT.ok;
}
