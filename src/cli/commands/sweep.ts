import { stderr, stdout } from "node:process";
import { InputError, type Issue } from "../../basics/issues.js";
import { leverMessages } from "../../basics/leverMessages.js";
import { load } from "../../disk/load.js";
import { sweepCsv } from "../../report/csv/sweep.js";
import { sweepNotes } from "../../report/sweepNotes.js";
import { sweepTable } from "../../report/sweepTable.js";
import { wrap } from "../../report/words.js";
import type { Lever } from "../../study/lever.js";
import { refuseSweep, sweep } from "../../study/sweep.js";
import { EXIT } from "../exitCode.js";
import { printJson, reportFailure } from "../failure.js";
import { optionIssue } from "../messages.js";
import type { RunFlags } from "../options.js";
import { compareOptions } from "../options.js";
import { alsoIssues, folderIssues, outIssues } from "../refuse.js";
import { screenStyle, screenWidth } from "../screen.js";
import { simulated, written } from "../simulated.js";

/** Options of `tenure sweep`, as typed. */
export interface SweepFlags extends RunFlags {
  readonly lever: readonly string[];
  readonly measure?: readonly string[];
}

/** What a sweep writes. */
const SWEEP_FILES = ["sweep.csv"];

/**
 * `tenure sweep`: tries values of one or two terms of a program.
 *
 * @param file scenario file
 * @param flags options
 * @returns exit code
 */
export async function runSweep(file: string, flags: SweepFlags): Promise<number> {
  const issues: Issue[] = await folderIssues(file);
  const options = {
    ...compareOptions(flags, issues),
    ...(flags.measure === undefined ? {} : { measures: flags.measure }),
  };
  const levers = flags.lever.flatMap((text) => leverOf(text, issues));
  const isFile = issues.every((issue) => issue.file !== file);
  const loaded = isFile ? await alsoIssues(issues, () => load(file)) : undefined;
  const areRead = levers.length === flags.lever.length;
  if (loaded !== undefined && areRead)
    await alsoIssues(issues, async () => refuseSweep(loaded.scenario, levers, options));
  if (flags.out !== undefined) issues.push(...(await outIssues(flags.out, SWEEP_FILES)));
  if (loaded === undefined || issues.length > 0) throw new InputError(issues);

  const { found, interrupted } = await simulated([loaded], (run) => sweep(loaded, levers, { ...options, ...run }));
  const writing = await written(flags.out, async () => (found === null ? [] : [sweepCsv(found)]));
  if (flags.json === true) printJson(found ?? { designs: [] });
  else if (found !== null) {
    stdout.write(sweepTable(found, { width: screenWidth(), style: screenStyle() }));
    for (const note of sweepNotes(found)) stdout.write(`\n${wrap(note, screenWidth()).join("\n")}\n`);
  }
  if (interrupted !== null) stderr.write(`${interruption(found?.provenance ?? null)}\n`);
  if (writing instanceof Error) return reportFailure(writing, false);
  if (writing.length > 0 && flags.json !== true) stdout.write(`\nWrote ${writing.join(", ")}\n`);
  return interrupted ?? EXIT.ok;
}

function leverOf(text: string, issues: Issue[]): Lever[] {
  const [, path, values] = /^([^=]+)=([\s\S]*)$/.exec(text) ?? [];
  if (path !== undefined) return [{ path: path.trim(), values }];
  issues.push(optionIssue("--lever", leverMessages.leverWithoutValues(text)));
  return [];
}

function interruption(provenance: { readonly replicates: number; readonly replicatesAsked: number } | null): string {
  return provenance === null
    ? "Interrupted before two replicates were finished: nothing to print, nothing written."
    : `Interrupted: stands on ${provenance.replicates} of ${provenance.replicatesAsked} replicates.`;
}
