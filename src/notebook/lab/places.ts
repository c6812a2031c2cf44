import { delimiter, dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** Folder of the project. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** Where notebooks are, and where cells run. */
export const NOTEBOOKS = join(ROOT, "notebooks");

/** Folder of the kernel's launcher. */
export const KERNEL = join(NOTEBOOKS, "kernels", "tslab");

/** Name by which Jupyter knows the kernel. */
export const KERNEL_NAME = "tslab";

/** Exact versions of what is needed from Python. */
export const REQUIREMENTS = join(NOTEBOOKS, "requirements.txt");

/**
 * Environment in which Jupyter finds the kernel, and the kernel the Node that runs this.
 *
 * @returns a copy of this process's, with both in front
 */
export function jupyterEnvironment(): NodeJS.ProcessEnv {
  const { JUPYTER_PATH, PATH } = process.env;
  const before = (first: string, others: string | undefined): string =>
    others === undefined || others === "" ? first : `${first}${delimiter}${others}`;
  return {
    ...process.env,
    JUPYTER_PATH: before(NOTEBOOKS, JUPYTER_PATH),
    PATH: before(dirname(process.execPath), PATH),
  };
}
