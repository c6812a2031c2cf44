import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { ChartSpec } from "../report/charts/spec.js";
import { type Font, fontFrom } from "../report/font.js";
import { pictureSvg } from "../report/picture.js";
import { indexedPng } from "./indexedPng.js";

/** A picture, and how large it is meant to be seen. */
export interface Picture {
  readonly png: Uint8Array;
  /** Pixels of the page; the picture has more, for sharp screens. */
  readonly width: number;
  readonly height: number;
}

const FAMILY = "DejaVu Sans";
/** Pixels of the picture for one of the page. */
const SHARPNESS = 2;

let loaded: Promise<{ readonly font: Font; readonly fontFiles: string[] }> | null = null;

/**
 * A chart as a picture, with a typeface of its own: the same bytes on every machine.
 *
 * @param spec a vega-lite chart
 * @returns PNG and the size to show it at
 */
export async function chartPng(spec: ChartSpec): Promise<Picture> {
  loaded ??= load();
  const [{ Resvg }, { font, fontFiles }] = await Promise.all([import("@resvg/resvg-js"), loaded]);
  const picture = new Resvg(await pictureSvg(spec, font), {
    fitTo: { mode: "zoom", value: SHARPNESS },
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: FAMILY },
  });
  const { pixels, width } = picture.render();
  return { png: indexedPng(pixels, width), width: Math.round(picture.width), height: Math.round(picture.height) };
}

async function load(): Promise<{ font: Font; fontFiles: string[] }> {
  const fontFiles = [
    import.meta.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"),
    import.meta.resolve("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf"),
  ].map((url) => fileURLToPath(url));
  const [regular, bold] = await Promise.all(fontFiles.map((file) => readFile(file)));
  return { font: fontFrom(FAMILY, regular, bold), fontFiles };
}
