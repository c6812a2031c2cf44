import { stdout } from "node:process";
import { loadAll } from "../../disk/load.js";
import { explainScenario } from "../../scenario/explain.js";
import { EXIT } from "../exitCode.js";
import { screenStyle } from "../screen.js";

/**
 * `tenure explain`: everything a scenario assumes, with unit, meaning, origin and source.
 *
 * @param paths scenario files and folders of them
 * @param isJson print JSON instead of words
 * @returns exit code
 */
export async function runExplain(paths: readonly string[], isJson: boolean): Promise<number> {
  const loaded = await loadAll(paths);
  const explained = loaded.map((one) => ({ file: one.file, name: one.scenario.name, fields: explainScenario(one) }));
  if (isJson) {
    stdout.write(`${JSON.stringify(explained, null, 2)}\n`);
    return EXIT.ok;
  }
  const { bold, dim } = screenStyle();
  for (const { file, name, fields } of explained) {
    stdout.write(`${bold(`${name} (${file})`)}\n`);
    for (const { path, value, unit, description, source, origin } of fields) {
      const from = origin === "default" ? `default; ${source}` : origin;
      stdout.write(`  ${path}: ${value}${unit === "" ? "" : ` ${unit}`}\n${dim(`      ${description} [${from}]`)}\n`);
    }
    stdout.write("\n");
  }
  return EXIT.ok;
}
