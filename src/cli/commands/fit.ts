import { basename } from "node:path";
import { stderr, stdout } from "node:process";
import { InputError, type Issue } from "../../basics/issues.js";
import { writeFiles } from "../../disk/write.js";
import { customerBaseFile } from "../../fit/customerBaseFile.js";
import { type BaseModel, fitCustomerBase } from "../../fit/fitCustomerBase.js";
import { readTransactions } from "../../fit/read.js";
import { optionIssues } from "../../fit/readLog.js";
import { printable } from "../../report/words.js";
import { EXIT } from "../exitCode.js";
import { printJson } from "../failure.js";
import { fitInWords } from "../fitInWords.js";
import { type FitFlags, readLogOptions } from "../fitOptions.js";
import { alsoIssues, outIssues } from "../refuse.js";
import { screenWidth } from "../screen.js";

/** What a fit writes. */
const BASE_FILE = "customer-base.yaml";
const EFFECTS_FILE = "program-effects.json";

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
  issues.push(...optionIssues(options));
  const model = flags.model as BaseModel | undefined;
  if (flags.out !== undefined) issues.push(...(await outIssues(flags.out, [BASE_FILE, EFFECTS_FILE])));
  const log = issues.length > 0 ? undefined : await alsoIssues(issues, () => readTransactions(file, options));
  if (log === undefined) throw new InputError(issues.map(optionNamed));
  const report = fitCustomerBase(log, { seed: flags.seed, ...(model === undefined ? {} : { model }) });
  const name = flags.name ?? `Customer base of ${basename(file)}`;
  if (flags.json === true) printJson(plainReport(report));
  else stdout.write(fitInWords(report, screenWidth()));
  if (flags.out !== undefined && report.isSound) {
    const [path] = await writeFiles(flags.out, [{ name: BASE_FILE, text: customerBaseFile(report, name) }]);
    if (flags.json !== true)
      stdout.write(`\nWrote ${path}. A scenario that extends it states economics.grossMargin, which no log says.\n`);
  }
  if (flags.out !== undefined && (log.program !== null || log.loyaltyTypes !== null)) {
    const text = `${JSON.stringify({ program: log.program, loyaltyTypes: log.loyaltyTypes }, null, 2)}\n`;
    const [path] = await writeFiles(flags.out, [{ name: EFFECTS_FILE, text }]);
    if (flags.json !== true) stdout.write(`Wrote ${path}.\n`);
  }
  if (report.isSound) return EXIT.ok;
  if (flags.out !== undefined)
    stderr.write(`${printable(file)}: ${BASE_FILE} was not written, since the fit does not hold.\n`);
  return EXIT.failed;
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
