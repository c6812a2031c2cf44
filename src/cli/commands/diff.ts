import { stdout } from "node:process";
import { InputError } from "../../basics/issues.js";
import { loadAll } from "../../disk/load.js";
import { diffScenarios } from "../../scenario/diff.js";
import type { LoadedScenario } from "../../scenario/resolve.js";
import { differencesInWords, type ScenarioHead } from "../differences.js";
import { EXIT } from "../exitCode.js";
import { printJson } from "../failure.js";
import { folderIssues } from "../refuse.js";
import { screenStyle, screenWidth } from "../screen.js";

/**
 * `tenure diff`: what differs between two scenarios, with the origin of every value.
 *
 * @param paths the two files
 * @param isJson print JSON instead of words
 * @returns exit code: whether they differ
 */
export async function runDiff(paths: readonly [string, string], isJson: boolean): Promise<number> {
  const issues = (await Promise.all(paths.map(folderIssues))).flat();
  if (issues.length > 0) throw new InputError(issues);
  const loaded = await loadAll(paths);
  // A file named twice is read once.
  const [a, b = a] = loaded;
  if (a === undefined || b === undefined) throw new Error(`no scenarios came out of ${paths.join(" and ")}`);
  const differences = diffScenarios(a, b);
  const [headA, headB] = [headOf(a), headOf(b)];
  if (isJson) printJson({ a: headA, b: headB, differences });
  else stdout.write(differencesInWords(headA, headB, differences, screenWidth(), screenStyle()));
  return differences.length === 0 ? EXIT.ok : EXIT.differ;
}

function headOf({ file, scenario }: LoadedScenario): ScenarioHead {
  return { file, name: scenario.name };
}
