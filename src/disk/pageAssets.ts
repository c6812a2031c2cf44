import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/**
 * Texts of the scripts the report page draws with, from the installed packages.
 *
 * @returns builds for a plain script element
 * @throws the system's error when a package is not installed
 * @example Object.keys(await readPageAssets()); // ["vega", "vegaLite", "vegaEmbed"]
 */
export async function readPageAssets(): Promise<{ vega: string; vegaLite: string; vegaEmbed: string }> {
  const [vega, vegaLite, vegaEmbed] = await Promise.all([
    readBeside(import.meta.resolve("vega"), "vega.min.js"),
    readBeside(import.meta.resolve("vega-lite"), "vega-lite.min.js"),
    readBeside(import.meta.resolve("vega-embed"), "vega-embed.min.js"),
  ]);
  return { vega, vegaLite, vegaEmbed };
}

function readBeside(module: string, file: string): Promise<string> {
  return readFile(fileURLToPath(new URL(file, module)), "utf8");
}
