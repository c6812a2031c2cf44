import { type JsonObject, WIDTH } from "./spec.js";
import type { WorldLook } from "./worlds.js";

const ROW_HEIGHT = 50;

/** A part narrower than this share of the plot has no room for its label. */
export const LABELLED_FROM = 0.075;

/** A bar for each design, split into parts that lie side by side. */
export interface SplitBars {
  readonly looks: readonly WorldLook[];
  /** What stands above the right end of a design's bar. */
  readonly total: (look: WorldLook) => string;
  /** A part by row, `from`, `to` and `middle`; `share` is written on it in `ink` where `labelled`. */
  readonly parts: readonly JsonObject[];
  /** Field of a part that says what it is, and what it may be, with its colour. */
  readonly field: string;
  readonly kinds: readonly { readonly said: string; readonly color: string }[];
  /** The axis of amounts: its title, its end, and how it looks. */
  readonly title: string;
  readonly end: number;
  readonly axis: JsonObject;
  readonly tooltip: readonly JsonObject[];
}

/**
 * Bars split into parts, each design's name and total above its own.
 *
 * @param bars what to draw
 * @returns the body of a chart
 */
export function splitBars({ looks, total, parts, field, kinds, title, end, axis, tooltip }: SplitBars): JsonObject {
  const y = { field: "row", type: "ordinal", axis: null, sort: looks.map(({ label }) => label) };
  const caption = (text: (look: WorldLook) => string, align: "left" | "right", x: number): JsonObject => ({
    data: { values: looks.map((look) => ({ row: look.label, text: text(look) })) },
    mark: { type: "text", align, baseline: "middle", yOffset: -13, fontSize: 11.5, color: "#222222" },
    encoding: { y, x: { value: x }, text: { field: "text", type: "nominal" } },
  });
  return {
    width: WIDTH,
    height: looks.length * ROW_HEIGHT,
    layer: [
      caption(({ label }) => label, "left", 0),
      caption(total, "right", WIDTH),
      {
        data: { values: parts },
        mark: { type: "bar", height: 22, yOffset: 8, stroke: "white", strokeWidth: 1 },
        encoding: {
          y,
          x: {
            field: "from",
            type: "quantitative",
            title,
            scale: { domain: [0, end], nice: false },
            axis: { ...axis, tickCount: 5, grid: false },
          },
          x2: { field: "to" },
          color: {
            field,
            type: "nominal",
            scale: { domain: kinds.map(({ said }) => said), range: kinds.map(({ color }) => color) },
            legend: {
              ...{ title: null, orient: "bottom", columns: 6 },
              ...{ symbolType: "square", symbolStrokeWidth: 0, symbolSize: 120 },
            },
          },
          tooltip,
        },
      },
      {
        data: { values: parts.filter(({ labelled }) => labelled === true) },
        mark: { type: "text", yOffset: 8, baseline: "middle", fontSize: 11 },
        encoding: {
          y,
          x: { field: "middle", type: "quantitative" },
          text: { field: "share", type: "nominal" },
          color: { field: "ink", type: "nominal", scale: null },
        },
      },
    ],
    resolve: { scale: { color: "independent" } },
  };
}
