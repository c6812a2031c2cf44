import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Where a file of public data is that the repository does not carry: in the folder of the environment variable TENURE_DATA, or in
 * ../shared/data beside the repository.
 *
 * @param name file name
 * @returns its path, or null when it is not there: the test then skips itself by name
 */
export function dataFile(name: string): string | null {
  const folder = process.env.TENURE_DATA ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));
  const path = join(folder, name);
  return existsSync(path) ? path : null;
}
