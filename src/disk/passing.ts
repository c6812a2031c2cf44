import { rmSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";

/** Folders that are to pass, and what stands in them. */
const passing = new Set<string>();

/**
 * Runs work with a folder of its own, which is gone afterwards.
 *
 * @param parent in which it is made
 * @param name with which its name begins; the process's number and letters follow
 * @param work receives the folder
 * @returns what the work returns
 */
export async function withPassingFolder<Value>(
  parent: string,
  name: string,
  work: (folder: string) => Promise<Value>,
): Promise<Value> {
  await removeOrphans(parent, name);
  const folder = await mkdtemp(join(parent, `${name}-${process.pid}-`));
  passing.add(folder);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
    passing.delete(folder);
  }
}

/** Removes every folder that is to pass, at once: for a process that is about to end. */
export function removePassingFolders(): void {
  for (const folder of passing) rmSync(folder, { recursive: true, force: true });
}

/** Removes folders of processes that were ended before they could. */
async function removeOrphans(parent: string, name: string): Promise<void> {
  for (const entry of await readdir(parent).catch(() => [])) {
    if (!entry.startsWith(`${name}-`)) continue;
    const owner = /^(\d+)-/.exec(entry.slice(name.length + 1))?.[1];
    if (owner !== undefined && !isRunning(Number(owner)))
      await rm(join(parent, entry), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
