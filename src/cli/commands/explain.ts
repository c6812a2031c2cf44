import { stdout } from "node:process";
import { loadAll } from "../../disk/load.js";
import { inNumbers } from "../../plan/inNumbers.js";
import { plainWords } from "../../plan/plainWords.js";
import { pairsIn } from "../../scenario/correlation.js";
import { explainScenario } from "../../scenario/explain.js";
import { rangesOf } from "../../scenario/ranges.js";
import { EXIT } from "../exitCode.js";
import { explanation } from "../explanation.js";
import { printJson } from "../failure.js";
import { screenStyle, screenWidth } from "../screen.js";

/**
 * `tenure explain`: everything a scenario assumes, with unit, meaning, origin and source.
 *
 * @param paths scenario files and folders of them
 * @param isJson print JSON instead of words
 * @returns exit code
 */
export async function runExplain(paths: readonly string[], isJson: boolean): Promise<number> {
  const explained = (await loadAll(paths)).map((loaded) => {
    const ranges = rangesOf(loaded.scenario).map(({ path }) => path);
    return {
      file: loaded.file,
      name: loaded.scenario.name,
      inPlainWords: plainWords(loaded.scenario),
      inNumbers: inNumbers(loaded.scenario),
      ranges,
      correlations: pairsIn(loaded.scenario.correlations, (path) => ranges.includes(path)),
      fields: explainScenario(loaded),
      notes: loaded.notes,
    };
  });
  if (isJson) printJson(explained);
  else stdout.write(explained.map((one) => explanation(one, screenWidth(), screenStyle())).join("\n"));
  return EXIT.ok;
}
