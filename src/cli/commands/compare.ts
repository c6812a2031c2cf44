import { stderr, stdout } from "node:process";
import { InputError, type Issue } from "../../basics/issues.js";
import { loadAll } from "../../disk/load.js";
import { readPageAssets } from "../../disk/pageAssets.js";
import type { TextFile } from "../../disk/write.js";
import { csvFiles } from "../../report/csv.js";
import { page } from "../../report/page.js";
import { groupTable } from "../../report/table.js";
import { printable } from "../../report/words.js";
import { compare } from "../../study/compare.js";
import type { Comparison } from "../../study/findings.js";
import { type Group, groupByCounterfactual } from "../../study/group.js";
import { EXIT } from "../exitCode.js";
import { printJson, reportFailure } from "../failure.js";
import type { RunFlags } from "../options.js";
import { compareOptions } from "../options.js";
import { alsoIssues, folderIssues, nameIssues, outIssues, referenceOf } from "../refuse.js";
import { screenStyle, screenWidth } from "../screen.js";
import { simulated, written } from "../simulated.js";
import { interruptionInWords, repeatsInWords } from "../words.js";

/**
 * `tenure run`: the same as comparing one file.
 *
 * @param file scenario file
 * @param flags options
 * @returns exit code
 */
export async function runOne(file: string, flags: RunFlags): Promise<number> {
  const issues = await folderIssues(file);
  if (issues.length > 0) throw new InputError(issues);
  return await runCompare([file], flags);
}

/**
 * `tenure compare`: simulates scenarios, writes the report and prints what was found.
 *
 * ```
 *  files, options ─▶ refused, all issues at once
 *        └▶ simulate, until done or interrupted ─▶ write ─▶ print
 * ```
 *
 * Files come before the screen: a reader of the output who walks away (`| head`) takes no report along.
 *
 * @param paths scenario files and folders of them
 * @param flags options
 * @returns exit code
 */
export async function runCompare(paths: readonly string[], flags: RunFlags): Promise<number> {
  const issues: Issue[] = [];
  const options = compareOptions(flags, issues);
  const loaded = (await alsoIssues(issues, () => loadAll(paths))) ?? [];
  const groups = groupByCounterfactual(loaded);
  issues.push(...nameIssues(groups, loaded));
  const isLoaded = loaded.length > 0;
  const against =
    flags.against === undefined || !isLoaded ? {} : { against: referenceOf(groups, flags.against, issues) };
  if (flags.out !== undefined) issues.push(...(await outIssues(flags.out, REPORT_FILES)));
  if (issues.length > 0) throw new InputError(issues);

  const { found: comparison, interrupted } = await simulated(loaded, (run) =>
    compare(loaded, { ...options, ...against, ...run }),
  );
  const writing = await written(flags.out, () => reportOf(comparison));
  if (flags.json === true) printJson(comparison);
  else printTables(comparison, groups, flags.detail === true);
  if (interrupted !== null) stderr.write(`${interruptionInWords(groups, comparison)}\n`);
  if (writing instanceof Error) return reportFailure(writing, false);
  if (writing.length > 0 && flags.json !== true) stdout.write(`Wrote ${writing.join(", ")}\n`);
  return interrupted ?? EXIT.ok;
}

/** What the report of a comparison consists of. */
const REPORT_FILES = ["report.html", ...csvFiles({ measures: [], groups: [] }).map(({ name }) => name)];

async function reportOf(comparison: Comparison): Promise<readonly TextFile[]> {
  if (comparison.groups.length === 0) return [];
  return [{ name: "report.html", text: page(comparison, await readPageAssets()) }, ...csvFiles(comparison)];
}

function printTables(comparison: Comparison, groups: readonly Group[], isDetailed: boolean): void {
  const options = { width: screenWidth(), detail: isDetailed, style: screenStyle() };
  const repeats = repeatsInWords(groups).map(printable);
  if (repeats.length > 0) stdout.write(`${repeats.join("\n")}\n\n`);
  for (const group of comparison.groups) stdout.write(`${groupTable(group, comparison.measures, options)}\n`);
}
