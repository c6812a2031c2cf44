import { scenarioJsonSchema } from "../../scenario/jsonSchema.js";
import { EXIT } from "../exitCode.js";
import { printJson } from "../failure.js";

/**
 * `tenure schema`: the format of scenario files as a JSON Schema, for editors.
 *
 * @returns exit code
 */
export function runSchema(): number {
  printJson(scenarioJsonSchema());
  return EXIT.ok;
}
