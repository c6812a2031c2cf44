import { stdout } from "node:process";
import { loadAll } from "../../disk/load.js";
import { rangesOf } from "../../scenario/ranges.js";
import { EXIT } from "../exitCode.js";

/**
 * `tenure check`: reads scenario files and says that they are right; issues are thrown, all at once.
 *
 * @param paths scenario files and folders of them
 * @param isJson print JSON instead of words
 * @returns exit code
 */
export async function runCheck(paths: readonly string[], isJson: boolean): Promise<number> {
  const loaded = await loadAll(paths);
  if (isJson) {
    stdout.write(
      `${JSON.stringify(
        loaded.map(({ file, scenario }) => ({ file, name: scenario.name })),
        null,
        2,
      )}\n`,
    );
    return EXIT.ok;
  }
  for (const { file, scenario } of loaded) {
    const ranges = rangesOf(scenario).length;
    const words = [
      scenario.program === null ? "no program" : `${scenario.program.rewards.length} rewards`,
      ranges === 0 ? "inputs taken as exact" : `${ranges} inputs given as ranges`,
    ];
    stdout.write(`${file}: right. ${scenario.name} (${words.join(", ")})\n`);
  }
  return EXIT.ok;
}
