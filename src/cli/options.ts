import type { Command } from "commander";
import type { Issue } from "../basics/issues.js";
import type { CompareOptions } from "../study/compare.js";
import { DEFAULT_CUSTOMERS, DEFAULT_REPLICATES, DEFAULT_SEED, FEWEST_REPLICATES } from "../study/runOptions.js";
import { cliMessages, optionIssue } from "./messages.js";

/** Options of the commands that simulate, as typed. */
export interface RunFlags {
  readonly seed: string;
  readonly replicates: string;
  readonly customers?: string;
  readonly workers?: string;
  readonly against?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly detail?: boolean;
}

const MOST_REPLICATES = 1_000_000;
const MOST_CUSTOMERS = 100_000_000;
const MOST_WORKERS = 256;
const MOST_MONTHS = 600;

/**
 * Adds the options of a simulation to a command.
 *
 * @param command receives them
 * @param files what it writes into the folder of `--out`, in words
 * @returns the command
 */
export function withRunFlags(command: Command, files = "report.html and CSV files"): Command {
  return command
    .option("--seed <text>", "any text or number; the same seed gives the same bytes", String(DEFAULT_SEED))
    .option(
      "--replicates <count>",
      `replicates, ${FEWEST_REPLICATES} or more; more narrow the intervals`,
      String(DEFAULT_REPLICATES),
    )
    .option(
      "--customers <count>",
      `day-one customers simulated in each replicate (default: ${DEFAULT_CUSTOMERS}, or all of a smaller base)`,
    )
    .option("--workers <count>", "worker threads; changes nothing but the time (default: one a core)")
    .option("--out <folder>", `write ${files} into this folder, all or none`)
    .option("--detail", "print all measures, and outcome ranges even on narrow screens")
    .option("--json", "print everything found as JSON instead of tables");
}

/**
 * The options of a comparison that flags stand for.
 *
 * @param flags as typed
 * @param issues receives what is wrong with them
 * @returns options; what was not given, or is wrong, keeps its default
 */
export function compareOptions(flags: RunFlags, issues: Issue[]): CompareOptions {
  return {
    seed: flags.seed,
    ...count("replicates", flags.replicates, FEWEST_REPLICATES, MOST_REPLICATES, DEFAULT_REPLICATES, issues),
    ...sampleOptions(flags, issues),
  };
}

/**
 * Sample and threads, which every command that simulates takes.
 *
 * @param flags as typed
 * @param issues receives what is wrong with them
 * @returns those that were given
 */
export function sampleOptions(
  flags: { readonly customers?: string; readonly workers?: string },
  issues: Issue[],
): { customers?: number; workers?: number } {
  return {
    ...count("customers", flags.customers, 1, MOST_CUSTOMERS, 1000, issues),
    ...count("workers", flags.workers, 1, MOST_WORKERS, 2, issues),
  };
}

/**
 * The months a horizon is to have instead of its own.
 *
 * @param text as typed
 * @param issues receives what is wrong with it
 * @returns a whole number; null when none was given
 */
export function wholeMonths(text: string | undefined, issues: Issue[]): number | null {
  return count("months", text, 1, MOST_MONTHS, 24, issues).months ?? null;
}

function count<Name extends string>(
  name: Name,
  text: string | undefined,
  least: number,
  most: number,
  example: number,
  issues: Issue[],
): { [name in Name]?: number } {
  if (text === undefined) return {};
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return { [name]: value } as { [name in Name]: number };
  issues.push(optionIssue(`--${name}`, cliMessages.count(least, most, text, String(example))));
  return {};
}
