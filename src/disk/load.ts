import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, normalize } from "node:path";
import { InputError, type Issue } from "../basics/issues.js";
import { messages, type Words } from "../basics/messages.js";
import { type FileSource, readChain } from "../scenario/chain.js";
import { inOrder, issueAt } from "../scenario/located.js";
import { type LoadedScenario, resolveChain } from "../scenario/resolve.js";

/**
 * Reads one scenario file and all it extends.
 *
 * @param path of a .yaml, .yml or .json file
 * @returns the complete, frozen scenario with the place of everything it says
 * @throws InputError with everything wrong in the file and those it extends
 * @example
 * const { scenario, origins } = await load("scenarios/cdnow/five-percent-back.yaml");
 * scenario.name; // "CDNOW, 5 % back"
 * origins("program.expiry").file; // /five-percent-back.yaml$/
 * origins("customerBase.size").file; // /no-program.yaml$/: the file it extends
 * await load("scenarios/nowhere.yaml"); // throws InputError /no such file/
 */
export async function load(path: string): Promise<LoadedScenario> {
  const [loaded] = await loadFiles([normalize(path)], []);
  if (loaded === undefined) throw new Error(`no scenario came out of ${path}`);
  return loaded;
}

/**
 * Reads scenario files. A folder stands for the .yaml, .yml and .json files in it, by name; those whose name begins with an
 * underscore are there to be extended and are skipped.
 *
 * @param paths of files and folders
 * @returns the scenarios in the order named, each file once
 * @throws InputError with everything wrong in all of them
 * @example
 * const designs = await loadAll(["scenarios/cdnow/one-percent-back.yaml", "scenarios/cdnow"]);
 * designs[0].scenario.name; // "CDNOW, 1 % back"
 * designs.filter(({ file }) => file === designs[0].file).length; // 1: named twice, read once
 * await loadAll(["src"]); // throws InputError /expected a folder with scenario files/
 */
export async function loadAll(paths: readonly string[]): Promise<LoadedScenario[]> {
  const issues: Issue[] = [];
  const files = new Set<string>();
  for (const path of paths) {
    const inside = await filesIn(normalize(path));
    if (inside?.length === 0) issues.push(issueAt(normalize(path), null, [], messages.folderEmpty()));
    for (const file of inside ?? [normalize(path)]) files.add(file);
  }
  return loadFiles([...files], issues);
}

async function loadFiles(files: readonly string[], issues: Issue[]): Promise<LoadedScenario[]> {
  const scenarios: LoadedScenario[] = [];
  for (const file of files) {
    const resolved = resolveChain(await readChain(file, disk));
    if ("issues" in resolved) issues.push(...resolved.issues);
    else scenarios.push(resolved.loaded);
  }
  if (issues.length > 0) throw new InputError(inOrder(issues));
  return scenarios;
}

/** The scenario files in a folder; null when the path is no folder. */
async function filesIn(path: string): Promise<string[] | null> {
  const status = await stat(path).catch(() => null);
  if (status === null || !status.isDirectory()) return null;
  const names = await readdir(path);
  return names
    .filter((name) => /\.(ya?ml|json)$/.test(name) && !name.startsWith("_"))
    .sort()
    .map((name) => join(path, name));
}

const disk: FileSource = {
  async read(file: string): Promise<string | null | Words> {
    try {
      const status = await stat(file);
      if (!status.isFile() && !status.isDirectory())
        return messages.fileUnreadable("a device, or a pipe, without an end");
      return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(file));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const code = "code" in error ? error.code : undefined;
      if (code === "ENOENT" || code === "ENOTDIR") return null;
      return code === "ERR_ENCODING_INVALID_ENCODED_DATA"
        ? messages.fileNotText()
        : messages.fileUnreadable(error.message);
    }
  },
  resolve: (from, name) => normalize(isAbsolute(name) ? name : join(dirname(from), name)),
  beside: async (file) => {
    const names = await readdir(dirname(file)).catch(() => []);
    return names.filter((name) => name !== basename(file));
  },
};
