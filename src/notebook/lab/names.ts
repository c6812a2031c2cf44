import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { InputError } from "../../basics/issues.js";
import { labIssue, labMessages } from "./messages.js";

/**
 * Notebooks of a folder, in the order of their numbers.
 *
 * @param folder where they are
 * @param wanted names, with or without their ending or folder, or their numbers; none means all
 * @returns paths
 * @throws InputError naming every name that no notebook has
 */
export function notebookFiles(folder: string, wanted: readonly string[]): string[] {
  const names = readdirSync(folder)
    .filter((name) => /^[^.].*\.ipynb$/.test(name))
    .sort();
  const matches = (name: string, one: string): boolean =>
    [one, one.padStart(2, "0")].some((begin) => name === `${begin}.ipynb` || name.startsWith(`${begin}-`));
  const chosen = wanted.map((given) => {
    const one = basename(given, ".ipynb");
    return { given, name: names.find((name) => matches(name, one)) };
  });
  const unknown = chosen.filter(({ name }) => name === undefined);
  if (unknown.length > 0) {
    const bare = names.map((name) => basename(name, ".ipynb"));
    throw new InputError(
      unknown.map(({ given }) => labIssue(null, "notebook", labMessages.unknownNotebook(given, bare))),
    );
  }
  return (wanted.length === 0 ? names : names.filter((name) => chosen.some((one) => one.name === name))).map((name) =>
    join(folder, name),
  );
}
