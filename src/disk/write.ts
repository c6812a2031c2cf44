import { createWriteStream } from "node:fs";
import { mkdir, rename, rmdir, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { withPassingFolder } from "./passing.js";

/** A file to be written: its text, or the parts of it in order. */
export interface TextFile {
  readonly name: string;
  readonly text: string | AsyncIterable<string>;
}

/**
 * Writes files into a folder, all or none: first into a passing folder inside it, from which they are moved once all are there.
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
  await withFolder(folder, async (passing) => {
    for (const { name, text } of files) await writeFile(join(passing, name), text);
    for (const { name } of files) await rename(join(passing, name), join(folder, name));
  });
  return files.map(({ name }) => join(folder, name));
}

/**
 * Writes a file part by part, or not at all: first into a passing folder beside it, from which it is moved once it is whole. A file
 * whose name ends in `.gz` is packed.
 *
 * @param path of the file; its folder is made when missing
 * @param parts of its text, in order
 * @throws the system's error, or what yields the parts; nothing passing is left behind
 */
export async function writeParts(path: string, parts: AsyncIterable<string>): Promise<void> {
  await withFolder(dirname(path), async (passing) => {
    const file = createWriteStream(join(passing, basename(path)));
    const texts = Readable.from(parts);
    await (path.endsWith(".gz") ? pipeline(texts, createGzip(), file) : pipeline(texts, file));
    await rename(join(passing, basename(path)), path);
  });
}

/**
 * Finds out whether files could be written into a folder, and leaves everything as it was.
 *
 * @param folder may be missing
 * @param names of the files
 * @returns why not, in the system's words; null when they could
 */
export async function reasonNotToWrite(folder: string, names: readonly string[]): Promise<string | null> {
  if (folder.trim() === "") return "no name";
  try {
    for (const name of names) {
      const status = await stat(join(folder, name)).catch(() => null);
      if (status?.isDirectory() === true) return `a folder of the name ${name} in it`;
      if (status !== null && !status.isFile()) return `a device, or a pipe, of the name ${name} in it`;
    }
    await removeEmpty(await withFolder(folder, async () => undefined));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Runs work with a folder inside a folder; returns the folders that had to be made for it, the innermost first. */
async function withFolder(folder: string, work: (passing: string) => Promise<void>): Promise<readonly string[]> {
  const made: string[] = [];
  try {
    await makeFolder(resolve(folder), made);
    await withPassingFolder(folder, ".part", work);
  } catch (error) {
    await removeEmpty(made);
    throw error;
  }
  return made;
}

/** Makes a folder and those around it, one by one: left to the system, it never ends where nothing can be made (`/proc/x`). */
async function makeFolder(folder: string, made: string[]): Promise<void> {
  const status = await stat(folder).catch(() => null);
  if (status?.isDirectory() === true) return;
  if (status !== null) throw new Error(`a file of this name, ${folder}`);
  if (dirname(folder) !== folder) await makeFolder(dirname(folder), made);
  await mkdir(folder);
  made.unshift(folder);
}

/** Removes folders, the innermost first, unless somebody has put something into them. */
async function removeEmpty(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    const isGone = await rmdir(folder).then(
      () => true,
      () => false,
    );
    if (!isGone) return;
  }
}
