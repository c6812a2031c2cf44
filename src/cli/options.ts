import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import type { CompareOptions } from "../study/compare.js";
import { DEFAULT_CUSTOMERS, DEFAULT_REPLICATES, DEFAULT_SEED, FEWEST_REPLICATES } from "../study/compare.js";

/** Options of the commands that simulate. */
export interface RunFlags {
  readonly seed: string;
  readonly replicates: number;
  readonly customers?: number;
  readonly workers?: number;
  readonly against?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly detail?: boolean;
}

/**
 * Adds the options of a simulation to a command.
 *
 * @param command receives them
 * @returns the command
 */
export function withRunFlags(command: Command): Command {
  return command
    .option("--seed <text>", "any text or number; the same seed gives the same bytes", String(DEFAULT_SEED))
    .option(
      "--replicates <count>",
      `replicates, ${FEWEST_REPLICATES} or more; more narrow the intervals`,
      wholeFrom(FEWEST_REPLICATES),
      DEFAULT_REPLICATES,
    )
    .option(
      "--customers <count>",
      `day-one customers simulated in each replicate (default: ${DEFAULT_CUSTOMERS}, or all of a smaller base)`,
      wholeFrom(1),
    )
    .option("--workers <count>", "worker threads; changes nothing but the time (default: one a core)", wholeFrom(1))
    .option("--out <folder>", "write report.html and CSV files into this folder")
    .option("--json", "print everything found as JSON instead of tables")
    .option("--detail", "print all measures, and outcome ranges too");
}

/**
 * A reader of whole numbers for commander.
 *
 * @param least smallest accepted
 * @returns a function that reads text, or refuses it in words
 */
export function wholeFrom(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least) {
      throw new InvalidArgumentError(`Expected a whole number from ${least}.`);
    }
    return value;
  };
}

/**
 * The options of a comparison that flags stand for.
 *
 * @param flags as given
 * @returns options; what was not given keeps its default
 */
export function compareOptions(flags: RunFlags): CompareOptions {
  const { seed, replicates, customers, workers, against } = flags;
  return {
    seed,
    replicates,
    ...(customers === undefined ? {} : { customers }),
    ...(workers === undefined ? {} : { workers }),
    ...(against === undefined ? {} : { against }),
  };
}
