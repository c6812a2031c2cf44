import type { GroupFindings, MeasureLabel } from "../../study/findings.js";
import { wrap } from "../words.js";

/** Anything JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** A vega-lite chart as plain data: for vega-embed, a notebook or a file. */
export interface ChartSpec {
  readonly $schema: string;
  /** What the chart shows, for those who cannot see it. */
  readonly description: string;
  readonly [key: string]: Json;
}

/**
 * Draws one chart of one group; what a design's numbers do not allow is said in words inside the chart. Null: the group has nothing
 * of the kind, as no tiers.
 */
export type Chart = (group: GroupFindings, measures: readonly MeasureLabel[]) => ChartSpec | null;

/** The typeface of charts and page: the machine's own, nothing is fetched. */
export const FONT = "system-ui, Segoe UI, Helvetica Neue, Arial, DejaVu Sans, sans-serif";
/** Characters a world's name may have inside a title. */
export const NAME_LENGTH = 40;
/** Width of every chart's plot, in pixels. */
export const WIDTH = 500;

const TITLE_WIDTH = 70;
const SUBTITLE_WIDTH = 86;
const INK = "#222222";
const QUIET = "#555555";

const CONFIG: JsonObject = {
  font: FONT,
  view: { stroke: null },
  title: {
    fontSize: 14,
    fontWeight: 600,
    color: INK,
    subtitleFontSize: 11.5,
    subtitleColor: QUIET,
    subtitlePadding: 5,
  },
  axis: {
    labelFontSize: 11,
    labelColor: QUIET,
    titleFontSize: 11.5,
    titleFontWeight: "normal",
    titleColor: INK,
    titlePadding: 8,
    gridColor: "#e8e8e8",
    domainColor: "#999999",
    tickColor: "#999999",
    labelFlush: false,
  },
  legend: {
    labelFontSize: 11.5,
    labelColor: INK,
    labelLimit: 480,
    titleFontSize: 11.5,
    symbolStrokeWidth: 3,
    rowPadding: 4,
  },
};

/**
 * A chart with the manners all charts share.
 *
 * @param title what is seen
 * @param subtitle what the marks mean; empty for none
 * @param body data, marks and encodings
 */
export function chart(title: string, subtitle: string, body: JsonObject): ChartSpec {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description: subtitle === "" ? title : `${title}. ${subtitle}.`,
    background: "white",
    padding: 8,
    title: {
      text: lines(title, TITLE_WIDTH),
      subtitle: lines(subtitle, SUBTITLE_WIDTH),
      anchor: "start",
      frame: "bounds",
      offset: 16,
    },
    ...body,
    config: CONFIG,
  };
}

/** Broken at spaces, but never between a number and its percent sign or month. */
function lines(text: string, width: number): string[] {
  return text === "" ? [] : wrap(text.replaceAll(" %", "\u00a0%").replace(/month (\d)/g, "month\u00a0$1"), width);
}
