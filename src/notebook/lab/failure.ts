import { stderr } from "node:process";
import { formatIssue, InputError } from "../../basics/issues.js";
import { printable } from "../../report/words.js";

/**
 * Says on stderr why a command about notebooks ended.
 *
 * @param error whatever was thrown
 * @returns exit code: 2 when something outside is missing or wrong, 1 when the command itself failed
 */
export function reportLabFailure(error: unknown): number {
  if (error instanceof InputError) {
    for (const issue of error.issues) stderr.write(`${printable(formatIssue(issue))}\n`);
    return 2;
  }
  stderr.write(`tenure failed: ${printable(error instanceof Error ? error.message : String(error))}\n`);
  return 1;
}

/** Prints a sentence before what takes long. */
export function say(sentence: string): void {
  stderr.write(`${sentence}\n`);
}
