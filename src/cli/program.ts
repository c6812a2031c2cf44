import { stdout } from "node:process";
import { Command } from "commander";
import { VERSION } from "../basics/version.js";
import type { GenerateFlags } from "./commands/generate.js";
import type { SweepFlags } from "./commands/sweep.js";
import type { VerifyFlags } from "./commands/verify.js";
import { EXIT, EXIT_CODES_IN_WORDS } from "./exitCode.js";
import { reportFailure } from "./failure.js";
import type { FitFlags } from "./fitOptions.js";
import type { RunFlags } from "./options.js";
import { withRunFlags } from "./options.js";

const FILES = "scenario files (.yaml, .yml, .json) or folders of them; names beginning with _ are skipped in folders";

const EXAMPLES = `
Examples:
  tenure check scenarios/coffee                     is everything right?
  tenure explain scenarios/coffee/stars.yaml        what does it assume, and who says so?
  tenure diff scenarios/cdnow/one-percent-back.yaml scenarios/cdnow/five-percent-back.yaml
  tenure compare scenarios/coffee --out out         what does each design earn and cost?
  tenure compare a.yaml b.yaml --against a.yaml     how does b differ from a?
  tenure sweep a.yaml --lever "program.earn.pointsPerUnit=0.5..3 by 0.5"
                                                    which earn rate is best, and how sure is that?`;

const SCHEMA_USE = `
Example:
  tenure schema > scenario.schema.json
and in the first line of a scenario file beside it, for editors with a YAML language server:
  # yaml-language-server: $schema=scenario.schema.json`;

const MANNERS = `
Results go to stdout; issues, progress and a word about an interruption to stderr. With --json stdout holds one
JSON value, also when something was refused: { "error": in words, "issues": [{ file, line, column, path, expected,
got, cure }] }.

${EXIT_CODES_IN_WORDS}`;

/**
 * The command line: reads arguments, runs a command, says what went wrong in words. A command's modules are loaded when it is asked
 * for: loading all of them takes longer than most commands do.
 *
 * @param args what follows the program's name
 * @returns exit code, as documented in `--help`
 */
export async function runProgram(args: readonly string[]): Promise<number> {
  let code: number = EXIT.ok;
  const done = (ended: number): void => {
    code = ended;
  };
  const program = new Command("tenure")
    .description("Simulate a loyalty program before launching it.")
    .version(VERSION)
    .exitOverride()
    .configureOutput({ getOutHelpWidth: () => (stdout.isTTY ? stdout.columns : 110), getErrHelpWidth: () => 110 })
    .addHelpText("after", EXAMPLES)
    .addHelpText("afterAll", MANNERS)
    .showHelpAfterError("(--help lists what there is)");
  program
    .command("check")
    .description("read scenario files and name everything wrong with them")
    .argument("<files...>", FILES)
    .option("--json", "print JSON")
    .action(async (files: string[], flags: { json?: boolean }) => {
      const { runCheck } = await import("./commands/check.js");
      done(await runCheck(files, flags.json === true));
    });
  program
    .command("explain")
    .description("everything a scenario assumes: value, unit, meaning, origin, source")
    .argument("<files...>", FILES)
    .option("--json", "print JSON")
    .action(async (files: string[], flags: { json?: boolean }) => {
      const { runExplain } = await import("./commands/explain.js");
      done(await runExplain(files, flags.json === true));
    });
  program
    .command("diff")
    .description("what differs between two scenarios, with the origin of every value")
    .argument("<a>", "scenario file")
    .argument("<b>", "scenario file it is compared with")
    .option("--json", "print JSON")
    .action(async (a: string, b: string, flags: { json?: boolean }) => {
      const { runDiff } = await import("./commands/diff.js");
      done(await runDiff([a, b], flags.json === true));
    });
  program
    .command("schema")
    .description("the format of scenario files as a JSON Schema, with which editors complete and check them")
    .addHelpText("after", SCHEMA_USE)
    .action(async () => {
      const { runSchema } = await import("./commands/schema.js");
      done(runSchema());
    });
  withRunFlags(program.command("run").description("simulate one scenario, against no program"))
    .argument("<file>", "scenario file")
    .action(async (file: string, flags: RunFlags) => {
      const { runOne } = await import("./commands/compare.js");
      done(await runOne(file, flags));
    });
  withRunFlags(program.command("compare").description("compare designs, each against no program on the same luck"))
    .argument("<files...>", FILES)
    .option("--against <name>", "name or file of the scenario that differences are against (default: no program)")
    .action(async (files: string[], flags: RunFlags) => {
      const { runCompare } = await import("./commands/compare.js");
      done(await runCompare(files, flags));
    });
  withRunFlags(
    program.command("sweep").description("try values of one or two terms of a program, all on the same luck"),
    "sweep.csv",
  )
    .argument("<file>", "scenario file")
    .requiredOption(
      "--lever <path=values>",
      "a path inside program and its values: `0.5, 1, 2`, `0.5..2 by 0.5` or `100..400 in 4`; once or twice",
      listed,
    )
    .option("--measure <key>", "a measure to show beside net value; as often as wanted", listed)
    .action(async (file: string, flags: SweepFlags) => {
      const { runSweep } = await import("./commands/sweep.js");
      done(await runSweep(file, flags));
    });
  const fit = program
    .command("fit")
    .description("read a transaction log, clean it, and fit a customer base that scenarios extend")
    .argument("<log>", "transaction log (.csv, .csv.gz, .parquet)")
    .action(async (log: string, flags: FitFlags) => {
      const { runFit } = await import("./commands/fit.js");
      done(await runFit(log, flags));
    });
  program
    .command("generate")
    .description("write the transaction log that the customers of a scenario would leave behind")
    .argument("<file>", "scenario file")
    .requiredOption("--out <file>", "CSV file to write, packed where its name ends in .gz")
    .option("--customers <count>", "customers of day one (default: as many as a run simulates)")
    .option("--months <count>", "months of the log (default: the scenario's horizon)")
    .option("--seed <text>", "any text or number; the same seed gives the same bytes", "1")
    .action(async (file: string, flags: GenerateFlags) => {
      const { runGenerate } = await import("./commands/generate.js");
      done(await runGenerate(file, flags));
    });
  program
    .command("verify")
    .description("hold scenarios against every invariant of a simulation")
    .argument("<files...>", FILES)
    .option("--seed <text>", "any text or number", "1")
    .option("--customers <count>", "customers whose every event is looked at (default: 2000)")
    .option("--workers <count>", "threads of the run that must give the same bytes (default: 2)")
    .option("--json", "print JSON")
    .action(async (files: string[], flags: VerifyFlags) => {
      const { runVerify } = await import("./commands/verify.js");
      done(await runVerify(files, flags));
    });
  if (args.includes("fit")) (await import("./fitOptions.js")).withFitFlags(fit, listed);
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    return reportFailure(error, args.includes("--json"));
  }
}

/** Values of an option that may be given several times, in order. */
function listed(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
