import { stderr } from "node:process";
import { Command, CommanderError } from "commander";
import { formatIssue, InputError } from "../basics/issues.js";
import { VERSION } from "../basics/version.js";
import { runCheck } from "./commands/check.js";
import { runCompare } from "./commands/compare.js";
import { runExplain } from "./commands/explain.js";
import type { VerifyFlags } from "./commands/verify.js";
import { runVerify } from "./commands/verify.js";
import { EXIT } from "./exitCode.js";
import type { RunFlags } from "./options.js";
import { wholeFrom, withRunFlags } from "./options.js";

const FILES = "scenario files (.yaml, .yml, .json) or folders of them";

/**
 * The command line: reads arguments, runs a command, says what went wrong in words.
 *
 * @param args what follows the program's name
 * @param signal ends a run early
 * @returns exit code, as documented in `--help`
 */
export async function runProgram(args: readonly string[], signal: AbortSignal): Promise<number> {
  let code: number = EXIT.ok;
  const program = new Command("tenure")
    .description("Simulate a loyalty program before launching it.")
    .version(VERSION)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 a rule of verify does not hold or tenure itself failed, 2 input refused, 130 interrupted.",
    );
  withRunFlags(program.command("compare").description("compare designs, each against no program on the same luck"))
    .argument("<files...>", FILES)
    .option("--against <name>", "name or file of the scenario that differences are against (default: no program)")
    .action(async (files: string[], flags: RunFlags) => {
      code = await runCompare(files, flags, signal);
    });
  withRunFlags(program.command("run").description("simulate one scenario, against no program"))
    .argument("<file>", "scenario file")
    .action(async (file: string, flags: RunFlags) => {
      code = await runCompare([file], flags, signal);
    });
  program
    .command("check")
    .description("read scenario files and name everything wrong with them")
    .argument("<files...>", FILES)
    .option("--json", "print JSON")
    .action(async (files: string[], flags: { json?: boolean }) => {
      code = await runCheck(files, flags.json === true);
    });
  program
    .command("explain")
    .description("everything a scenario assumes: value, unit, meaning, origin, source")
    .argument("<files...>", FILES)
    .option("--json", "print JSON")
    .action(async (files: string[], flags: { json?: boolean }) => {
      code = await runExplain(files, flags.json === true);
    });
  program
    .command("verify")
    .description("hold scenarios against every invariant of a simulation")
    .argument("<files...>", FILES)
    .option("--seed <text>", "any text or number", "1")
    .option("--customers <count>", "customers whose every event is looked at (default: 2000)", wholeFrom(1))
    .option("--workers <count>", "threads of the run that must give the same bytes (default: 2)", wholeFrom(1))
    .option("--json", "print JSON")
    .action(async (files: string[], flags: VerifyFlags) => {
      code = await runVerify(files, flags, signal);
    });
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    return explainFailure(error);
  }
}

function explainFailure(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.badInput;
  if (error instanceof InputError) {
    const count = error.issues.length;
    stderr.write(`${error.issues.map(formatIssue).join("\n")}\n${count} ${count === 1 ? "issue" : "issues"}.\n`);
    return EXIT.badInput;
  }
  if (error instanceof RangeError) {
    stderr.write(`${error.message}\n`);
    return EXIT.badInput;
  }
  stderr.write(`tenure failed: ${error instanceof Error ? error.message : String(error)}\n`);
  return EXIT.failed;
}
