import { stat } from "node:fs/promises";

/**
 * Whether two paths lead to one file.
 *
 * @param one path
 * @param other path
 * @returns false where one of them leads nowhere
 */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => stat(path).catch(() => null)));
  return a !== null && b !== null && a.dev === b.dev && a.ino === b.ino;
}
