import { stderr, stdout } from "node:process";
import { CommanderError } from "commander";
import type { Issue } from "../basics/issues.js";
import { formatIssue, InputError } from "../basics/issues.js";
import { counted, printable } from "../report/words.js";
import { EXIT } from "./exitCode.js";

/**
 * Says what went wrong: in words on stderr, and as JSON on stdout where results would have been JSON.
 *
 * @param error whatever was thrown
 * @param isJson results would have been JSON
 * @returns exit code
 */
export function reportFailure(error: unknown, isJson: boolean): number {
  if (error instanceof CommanderError) {
    // Help and version end like this too; commander has printed its own words.
    if (error.exitCode === 0) return EXIT.ok;
    if (isJson) printFailure(error.message.replace(/^error: /, ""), []);
    return EXIT.badInput;
  }
  if (error instanceof InputError) {
    const { issues } = error;
    const total = `${counted(issues.length, "issue")}.`;
    stderr.write(`${[...issues.map((issue) => printable(formatIssue(issue))), total].join("\n")}\n`);
    if (isJson) printFailure(total, issues);
    return EXIT.badInput;
  }
  const words = printable(error instanceof Error ? error.message : String(error));
  stderr.write(`tenure failed: ${words}\n`);
  if (isJson) printFailure(words, []);
  return EXIT.failed;
}

/** What `--json` prints when there are no results. */
function printFailure(error: string, issues: readonly Issue[]): void {
  printJson({ error, issues });
}

/**
 * Prints a value as JSON.
 *
 * @param value anything JSON can hold
 */
export function printJson(value: object): void {
  stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
