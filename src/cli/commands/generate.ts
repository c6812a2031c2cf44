import { basename, dirname } from "node:path";
import { stdout } from "node:process";
import { InputError, type Issue } from "../../basics/issues.js";
import { load } from "../../disk/load.js";
import { isSameFile } from "../../disk/sameFile.js";
import { writeParts } from "../../disk/write.js";
import { counted, printable } from "../../report/words.js";
import { override } from "../../scenario/override.js";
import { generateLog } from "../../study/generateLog.js";
import { endCleanly } from "../endCleanly.js";
import { EXIT } from "../exitCode.js";
import { cliMessages, optionIssue } from "../messages.js";
import { sampleOptions, wholeMonths } from "../options.js";
import { alsoIssues, folderIssues, outIssues, withPlaces } from "../refuse.js";

/** Options of `tenure generate`, as typed. */
export interface GenerateFlags {
  readonly out: string;
  readonly seed: string;
  readonly customers?: string;
  readonly months?: string;
}

/**
 * `tenure generate`: the transaction log that the customers of a scenario would leave behind.
 *
 * @param file scenario file
 * @param flags options
 * @returns exit code
 */
export async function runGenerate(file: string, flags: GenerateFlags): Promise<number> {
  const issues: Issue[] = await folderIssues(file);
  const sample = sampleOptions(flags, issues);
  const months = wholeMonths(flags.months, issues);
  issues.push(...(await outIssues(dirname(flags.out), [basename(flags.out)])));
  const loaded = await alsoIssues(issues, () => load(file));
  if (/\.(parquet|xlsx?|zip)$/i.test(flags.out)) issues.push(optionIssue("--out", cliMessages.notPacked(flags.out)));
  for (const source of loaded?.files ?? [file]) {
    if (await isSameFile(source, flags.out)) issues.push(optionIssue("--out", cliMessages.overwritesInput(source)));
  }
  if (loaded === undefined || issues.length > 0) throw new InputError(issues);
  const scenario = months === null ? loaded.scenario : override(loaded.scenario, { horizon: { months } });
  await endCleanly(() =>
    withPlaces([loaded], () =>
      writeParts(flags.out, generateLog(scenario, { seed: flags.seed, ...sample, file: loaded.file })),
    ),
  );
  const { size } = scenario.customerBase;
  const beyond = sample.customers !== undefined && sample.customers > size;
  if (beyond) stdout.write(`Mind: the customer base has ${counted(size, "customer")}, and no more were generated.\n`);
  stdout.write(`Wrote ${printable(flags.out)}\n`);
  return EXIT.ok;
}
