import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A file to be written. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Writes files into a folder, all or none: each under a passing name first, renamed once all are there.
 *
 * @param folder made when missing
 * @param files names without folders
 * @returns paths written, in the order given
 * @throws the system's error when the folder cannot be written to; nothing passing is left behind
 * @example
 * import { tmpdir } from "node:os";
 * await writeFiles(`${tmpdir()}/tenure-out`, [{ name: "measures.csv", text: "…" }]); // [/measures.csv$/]
 */
export async function writeFiles(folder: string, files: readonly TextFile[]): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const passing = (name: string): string => join(folder, `.${name}.part`);
  try {
    for (const { name, text } of files) await writeFile(passing(name), text);
  } catch (error) {
    await Promise.all(files.map(({ name }) => rm(passing(name), { force: true })));
    throw error;
  }
  for (const { name } of files) await rename(passing(name), join(folder, name));
  return files.map(({ name }) => join(folder, name));
}
