import type { ChartSpec } from "../report/charts/spec.js";
import type { Bundle } from "./kernel.js";
import { chartPng } from "./png.js";

/** What JupyterLab and VS Code draw; our charts say the same in both versions of the language. */
const VEGA_LITE = "application/vnd.vegalite.v5+json";
const SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json";

const EMBED = {
  renderer: "svg",
  actions: { export: { svg: true, png: true }, source: false, compiled: false, editor: false },
} as const;

/**
 * A chart as an output: interactive, as a picture for viewers that run nothing, and in words.
 *
 * @param spec a vega-lite chart
 */
export async function chartBundle(spec: ChartSpec): Promise<Bundle> {
  const { png, width, height } = await chartPng(spec);
  return {
    data: {
      [VEGA_LITE]: { ...spec, $schema: SCHEMA },
      "image/png": Buffer.from(png).toString("base64"),
      "text/plain": spec.description,
    },
    metadata: { [VEGA_LITE]: { embed_options: EMBED }, "image/png": { width, height } },
  };
}
