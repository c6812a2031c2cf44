import type { ChartSpec, Json, JsonObject } from "./charts/spec.js";
import type { Font } from "./font.js";

/** What vega knows of a text whose width it asks for. */
interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
  /** Most pixels, beyond which the text is cut. */
  readonly limit?: number;
}

/** Where vega lets its measuring of text be replaced; its own types leave it out. */
interface Measuring {
  readonly textMetrics: { width: (item: TextItem, text: unknown) => number };
}

/** Weight from which a text is drawn bold, and vega's size where none is stated. */
const BOLD = 600;
const DEFAULT_SIZE = 11;

/**
 * A chart as a picture. One typeface draws its text and measures it, so that labels have the room they take; from the first
 * picture on, vega measures with it wherever this process draws without a browser.
 *
 * @param spec a vega-lite chart
 * @param font what text is drawn and measured with
 * @returns SVG that names the typeface
 */
export async function pictureSvg(spec: ChartSpec, font: Font): Promise<string> {
  // Loaded where they are needed: vega has a top-level await, with which a notebook could not require this module.
  const [vega, { compile }] = await Promise.all([import("vega"), import("vega-lite")]);
  (vega as unknown as Measuring).textMetrics.width = (item, text) => widthOf(item, text, font);
  const { spec: compiled } = compile(inFont(spec, font) as unknown as Parameters<typeof compile>[0]);
  const view = new vega.View(vega.parse(compiled), { renderer: "none" });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

/** A copy of the chart that names the typeface of pictures instead of a reader's own. */
function inFont(spec: ChartSpec, { family }: Font): ChartSpec {
  const copy = structuredClone(spec);
  return { ...copy, config: { ...(isObject(copy.config) ? copy.config : {}), font: family } };
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function widthOf({ fontSize = DEFAULT_SIZE, fontWeight, limit = 0 }: TextItem, text: unknown, font: Font): number {
  const isBold = fontWeight === "bold" || Number(fontWeight) >= BOLD;
  const width = font.widthOf(String(text ?? "").trim(), fontSize, isBold);
  return limit > 0 ? Math.min(limit, width) : width;
}
