import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PageAssets } from "#tenure/report/page/shell.js";

const build = (module: string, path: string): string =>
  readFileSync(fileURLToPath(new URL(path, import.meta.resolve(module))), "utf8");

/** The builds for a plain script element: beside the module each package resolves to. */
export function pageAssets(): PageAssets {
  return {
    vega: build("vega", "./vega.min.js"),
    vegaLite: build("vega-lite", "./vega-lite.min.js"),
    vegaEmbed: build("vega-embed", "./vega-embed.min.js"),
  };
}
