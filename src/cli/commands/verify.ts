import { stdout } from "node:process";
import { InputError, type Issue } from "../../basics/issues.js";
import { loadAll } from "../../disk/load.js";
import { counted, printable } from "../../report/words.js";
import type { Verdict } from "../../study/verify.js";
import { verify } from "../../study/verify.js";
import { EXIT } from "../exitCode.js";
import { printJson } from "../failure.js";
import { sampleOptions } from "../options.js";
import { alsoIssues, withPlaces } from "../refuse.js";

/** Options of `tenure verify`, as typed. */
export interface VerifyFlags {
  readonly seed: string;
  readonly customers?: string;
  readonly workers?: string;
  readonly json?: boolean;
}

/**
 * `tenure verify`: holds scenarios against every invariant.
 *
 * @param paths scenario files and folders of them
 * @param flags options
 * @returns exit code: 1 when anything does not hold
 */
export async function runVerify(paths: readonly string[], flags: VerifyFlags): Promise<number> {
  const issues: Issue[] = [];
  const options = { seed: flags.seed, ...sampleOptions(flags, issues) };
  const candidates = (await alsoIssues(issues, () => loadAll(paths))) ?? [];
  if (issues.length > 0) throw new InputError(issues);
  const found = [];
  for (const candidate of candidates) {
    const verdicts = await withPlaces(candidates, () => verify(candidate, options));
    found.push({ file: candidate.file, name: candidate.scenario.name, verdicts });
    if (flags.json !== true) stdout.write(inWords(candidate.scenario.name, candidate.file, verdicts));
  }
  const verdicts = found.flatMap((one) => one.verdicts);
  const [holding, failing, idle] = (["holds", "fails", "notApplicable"] as const).map(
    (state) => verdicts.filter((verdict) => verdict.state === state).length,
  );
  if (flags.json === true) printJson(found);
  else {
    const notApplicable = idle === 0 ? "" : `, ${idle} not applicable`;
    stdout.write(
      `${counted(holding, "rule")} ${holding === 1 ? "holds" : "hold"}, ${failing} ${failing === 1 ? "fails" : "fail"}${notApplicable}.\n`,
    );
  }
  return failing === 0 ? EXIT.ok : EXIT.failed;
}

/** What is said of a rule, as wide as the widest. */
const STATE_IN_WORDS: Readonly<Record<Verdict["state"], string>> = {
  holds: "holds         ",
  fails: "FAILS         ",
  notApplicable: "not applicable",
};

function inWords(name: string, file: string, verdicts: readonly Verdict[]): string {
  const lines = verdicts.flatMap(({ rule, state, scope, violations }) => [
    `  ${STATE_IN_WORDS[state]}  ${rule} (${scope})`,
    ...violations.map((violation) => `                  ${printable(violation)}`),
  ]);
  return `${[`${printable(name)} (${printable(file)})`, ...lines].join("\n")}\n\n`;
}
