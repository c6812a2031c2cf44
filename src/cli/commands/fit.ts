import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { stderr, stdout } from "node:process";
import { InputError, type Issue } from "../../basics/issues.js";
import { readPageAssets } from "../../disk/pageAssets.js";
import { isSameFile } from "../../disk/sameFile.js";
import { writeFiles } from "../../disk/write.js";
import { BASE_MODELS, fitCustomerBase } from "../../fit/fitCustomerBase.js";
import { daysUnwatched, gapInWords } from "../../fit/presentCustomersFile.js";
import { withTransactions } from "../../fit/read.js";
import { optionIssues } from "../../fit/readLog.js";
import type { TransactionLog } from "../../fit/transactionLog.js";
import { fitPage } from "../../report/fitPage.js";
import { printable, wrap } from "../../report/words.js";
import { LONGEST_NAME } from "../../scenario/field.js";
import { customerFiles, FIT_FILES } from "../customerFiles.js";
import { type AtOnce, endCleanly } from "../endCleanly.js";
import { EXIT } from "../exitCode.js";
import { printJson } from "../failure.js";
import { fitInWords } from "../fitInWords.js";
import { type FitFlags, predictOptions, readLogOptions } from "../fitOptions.js";
import { cliMessages, optionIssue } from "../messages.js";
import { alsoIssues, outIssues } from "../refuse.js";
import { screenWidth } from "../screen.js";

/** What is written beside the files of a customer base. */
const PAGE_FILE = "fit.html";
const EFFECTS_FILE = "program-effects.json";
/** What each file is for. */
const USES: Readonly<Record<string, string>> = {
  [PAGE_FILE]: "what was found, with charts",
  [EFFECTS_FILE]: "what the log says about a program, and a mix of loyalty types: estimates, not effects",
  [FIT_FILES.base]: "all customers new on day one: extend it to try a program on a company that begins",
  [FIT_FILES.present]: "the same customers as they are at the end of the log: extend it to try a program on them",
  [FIT_FILES.histories]: "their histories, which it reads",
  [FIT_FILES.predictions]: "a line for each customer: what is expected of them",
};

/**
 * `tenure fit`: from a transaction log to a customer base.
 *
 * @param file the log
 * @param flags options
 * @returns exit code: 1 when the fit does not hold
 */
export async function runFit(file: string, flags: FitFlags): Promise<number> {
  const issues: Issue[] = [];
  const options = readLogOptions(flags, issues);
  const predict = predictOptions(flags, issues);
  issues.push(...optionIssues(options));
  if (flags.out !== undefined)
    issues.push(...(await outIssues(flags.out, Object.keys(USES))), ...(await overwritten(file, flags.out)));
  if (flags.name !== undefined && !(flags.name.trim().length >= 1 && flags.name.length <= LONGEST_NAME))
    issues.push(optionIssue("--name", cliMessages.nameLength(LONGEST_NAME, flags.name.length)));
  const run = (atOnce: AtOnce): Promise<number> =>
    withTransactions(file, options, async (log, customers) => {
      const before = flags.out === undefined ? [] : await fitFilesIn(flags.out);
      const model = BASE_MODELS.find((one) => one === flags.model);
      const report = atOnce(() =>
        fitCustomerBase(log, { seed: flags.seed, ...(model === undefined ? {} : { model }) }),
      );
      const name = flags.name ?? `Customer base of ${basename(file)}`;
      if (flags.json === true) printJson(plainReport(report));
      else stdout.write(fitInWords(report, screenWidth()));
      if (flags.out === undefined) return report.isSound ? EXIT.ok : EXIT.failed;
      const found = [{ name: PAGE_FILE, text: fitPage(report, name, await readPageAssets()) }, ...effectsFile(log)];
      if (!report.isSound) return unsound(file, await writeFiles(flags.out, found), before, flags);
      const ready = await customerFiles(report, customers, { name, exact: flags.exact === true, predict });
      const paths = await writeFiles(flags.out, [...found, ...ready]);
      if (flags.json !== true) stdout.write(written(paths, before, log, screenWidth()));
      return EXIT.ok;
    });
  const code = issues.length > 0 ? undefined : await alsoIssues(issues, () => endCleanly(run));
  if (code === undefined) throw new InputError(issues.map(optionNamed));
  return code;
}

/** The log itself, where it would be one of the files written. */
async function overwritten(log: string, folder: string): Promise<Issue[]> {
  for (const name of Object.keys(USES)) {
    if (await isSameFile(log, join(folder, name))) return [optionIssue("--out", cliMessages.overwritesInput(name))];
  }
  return [];
}

/** What a log says about a program and about loyalty types, where columns of them are named. */
function effectsFile({ program, loyaltyTypes }: TransactionLog): { name: string; text: string }[] {
  if (program === null && loyaltyTypes === null) return [];
  return [{ name: EFFECTS_FILE, text: `${JSON.stringify({ program, loyaltyTypes }, null, 2)}\n` }];
}

/** The customer base is not written of a fit that does not hold: the page says why. */
function unsound(file: string, paths: readonly string[], before: readonly string[], flags: FitFlags): number {
  if (flags.json !== true) stdout.write(`\nWrote ${paths.map(printable).join(" and ")}: what was found.\n`);
  stderr.write(`${printable(file)}: ${FIT_FILES.base} was not written, since the fit does not hold.\n`);
  for (const line of leftOver(paths, before)) stderr.write(`${line}\n`);
  return EXIT.failed;
}

/** What was written, and what to do with it. */
function written(paths: readonly string[], before: readonly string[], log: TransactionLog, width: number): string {
  const lines = paths.map((path) => `Wrote ${path}: ${USES[basename(path)]}.`);
  const gap = daysUnwatched(log) === 0 ? [] : [`Mind: ${gapInWords(log)}`];
  const last = "A scenario that extends one of the two states economics.grossMargin, which no log says.";
  return `\n${[...lines, ...leftOver(paths, before), ...gap, last].flatMap((text) => wrap(printable(text), width)).join("\n")}\n`;
}

/** Files of a fit that stand in a folder. */
async function fitFilesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return Object.keys(USES).filter((name) => names.includes(name));
}

/** Files that an earlier fit left and this one did not write anew. */
function leftOver(paths: readonly string[], before: readonly string[]): string[] {
  const written = paths.map((path) => basename(path));
  const left = before.filter((name) => !written.includes(name));
  return left.length === 0
    ? []
    : [`Mind: ${left.join(", ")} in the same folder ${left.length === 1 ? "is" : "are"} of an earlier fit.`];
}

/** Columns of numbers as lists, so that JSON shows them as such. */
function plainReport(report: object): object {
  return JSON.parse(
    JSON.stringify(report, (_key, value: unknown) => (value instanceof Float64Array ? Array.from(value) : value)),
  );
}

/** Where an issue is about an option, its path is the option. */
function optionNamed(issue: Issue): Issue {
  const option = OPTIONS.find((one) => one === issue.path);
  if (option === undefined) return issue;
  return { ...issue, path: `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}` };
}

const OPTIONS = [
  ...["customer", "date", "amount", "currency", "status", "until", "holdout", "zone", "today"],
  ...["member", "pointsEarned", "pointsRedeemed", "pointsExpire", "reward", "tier", "promoted", "survey"],
];
