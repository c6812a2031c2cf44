import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { KERNEL, KERNEL_NAME } from "./places.js";

/**
 * Writes the kernel's description into a virtual environment, with full paths: programs started from there, such as VS Code or the
 * classic notebook, find the kernel without being told where the project is.
 *
 * @param environment folder of the virtual environment
 */
export function writeKernelspec(environment: string): void {
  const spec: { argv: string[] } = JSON.parse(readFileSync(join(KERNEL, "kernel.json"), "utf8"));
  const [, , ...rest] = spec.argv;
  const folder = join(environment, "share", "jupyter", "kernels", KERNEL_NAME);
  mkdirSync(folder, { recursive: true });
  const absolute = { ...spec, argv: [process.execPath, join(KERNEL, "launch.cjs"), ...rest] };
  writeFileSync(join(folder, "kernel.json"), `${JSON.stringify(absolute, null, 2)}\n`);
  copyFileSync(join(KERNEL, "logo-svg.svg"), join(folder, "logo-svg.svg"));
}
