import { stdout } from "node:process";
import { InputError, type Issue } from "../../basics/issues.js";
import { loadAll } from "../../disk/load.js";
import { drawScenario } from "../../plan/drawScenario.js";
import { crowdIssues } from "../../plan/limits.js";
import { seedWords } from "../../random/seed.js";
import { counted, printable } from "../../report/words.js";
import { inOrder } from "../../scenario/located.js";
import { rangesOf } from "../../scenario/ranges.js";
import type { LoadedScenario } from "../../scenario/resolve.js";
import type { ProgramOf, Quantity, Scenario } from "../../scenario/scenario.js";
import { DEFAULT_SEED, sampleSize } from "../../study/runOptions.js";
import { EXIT } from "../exitCode.js";
import { printJson } from "../failure.js";
import { notesOf } from "../notes.js";
import { located } from "../refuse.js";

/**
 * `tenure check`: reads scenario files and says that they are right; issues are thrown, all at once.
 *
 * @param paths scenario files and folders of them
 * @param isJson print JSON instead of words
 * @returns exit code
 */
export async function runCheck(paths: readonly string[], isJson: boolean): Promise<number> {
  const loaded = await loadAll(paths);
  const issues = located(loaded.flatMap(simulationIssues), loaded);
  if (issues.length > 0) throw new InputError(inOrder(issues));
  if (isJson) {
    printJson({
      scenarios: loaded.map(({ file, scenario, notes }) => ({ file, name: scenario.name, notes })),
      issues: [],
    });
    return EXIT.ok;
  }
  const width = loaded.reduce((widest, { file }) => Math.max(widest, file.length), 0);
  for (const { file, scenario } of loaded) {
    stdout.write(`${printable(file).padEnd(width)}  ${printable(scenario.name)}: ${inBrief(scenario)}\n`);
  }
  for (const note of notesOf(loaded)) stdout.write(`${note}\n`);
  stdout.write(`${counted(loaded.length, "scenario")}, no issues.\n`);
  return EXIT.ok;
}

/** What a run would refuse in a scenario that is right by itself, with every range drawn once. */
function simulationIssues({ scenario, file }: LoadedScenario): readonly Issue[] {
  try {
    drawScenario(scenario, seedWords(DEFAULT_SEED), 0, file);
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  return crowdIssues(scenario, sampleSize(scenario.customerBase.size, undefined), file);
}

function inBrief({ program, ...rest }: Scenario): string {
  const ranges = rangesOf({ program, ...rest }).length;
  return [
    program === null ? "no program" : programInBrief(program),
    ranges === 0
      ? "inputs taken as exact"
      : `${counted(ranges, "input")} given as ${ranges === 1 ? "a range" : "ranges"}`,
  ].join(", ");
}

function programInBrief(program: ProgramOf<Quantity>): string {
  if (program.kind === "stampCard") return `a card of ${counted(program.card.stamps, "stamp")}`;
  const rewards = counted(program.rewards.length, "reward");
  return program.tiers === null ? rewards : `${rewards} and ${counted(program.tiers.levels.length, "tier")}`;
}
