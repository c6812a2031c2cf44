import type { GroupFindings, MeasureLabel } from "../../study/findings.js";
import { cellOf } from "../cell.js";
import { percentOf } from "../facts.js";
import { counted, printable, shorten, spoken } from "../words.js";
import { amountAxis } from "./axes.js";
import { wordsInstead } from "./empty.js";
import { type Frontier, frontierOf } from "./frontier.js";
import { COST, isDifference, MARGIN, NET, type Place, placesOf, reach } from "./places.js";
import { type ChartSpec, chart, type JsonObject, WIDTH } from "./spec.js";
import { colorBy } from "./worlds.js";

const HEIGHT = 300;
/** Designs named in a row, and characters of each name. */
const MOST_NAMES = 4;
const SHORT_NAME = 30;

/**
 * Program cost against the margin it brings; on the diagonal a design earns back exactly what it costs. Designs that no other beats
 * are joined.
 *
 * @param group worlds that share a world 0
 * @param measures whose labels are shown
 */
export function costChart(group: GroupFindings, measures: readonly MeasureLabel[]): ChartSpec {
  const label = (key: string): MeasureLabel | undefined => measures.find((measure) => measure.key === key);
  const [cost, margin, net] = [label(COST), label(MARGIN), label(NET)];
  const places = placesOf(group);
  if (cost === undefined || margin === undefined || places.length === 0)
    return wordsInstead(
      "Cost against margin",
      "No design in this group has both a program cost and an incremental margin.",
    );
  const [bottom, top] = reach(places);
  const level = percentOf(group.provenance.level);
  const slope = 360 - (Math.atan((HEIGHT * top) / (top - bottom) / WIDTH) * 180) / Math.PI;
  const exact = places.every(isDifference);
  const frontier = frontierOf(places);
  const subtitle =
    `Dot: estimate; thick: ${level} Monte Carlo interval; thin: outcome range, 5–95 %${frontierSaid(frontier)}` +
    (exact ? "" : ". Net value counts more than these two: read it in the tooltip");
  const color = colorBy(
    places.map(({ look }) => look),
    "circle",
  );
  const axis = (measure: MeasureLabel): JsonObject => amountAxis(measure.label, group.currency, Math.max(top, -bottom));
  const both = { x: { field: "cost", type: "quantitative" }, y: { field: "margin", type: "quantitative" } };
  return chart(title(places), subtitle, {
    width: WIDTH,
    height: HEIGHT,
    data: { values: places.map((place) => data(place, frontier, group, cost, margin, net)) },
    encoding: {
      x: {
        field: "cost",
        type: "quantitative",
        title: axis(cost).title ?? null,
        scale: { domain: [0, top], nice: false },
        axis: axis(cost),
      },
      y: {
        field: "margin",
        type: "quantitative",
        title: axis(margin).title ?? null,
        scale: { domain: [bottom, top], nice: false },
        axis: axis(margin),
      },
    },
    layer: [
      diagonal(top),
      note("brings more than it costs", top * 0.015, top * 0.95, "left"),
      note("costs more than it brings", top * 0.985, bottom + (top - bottom) * 0.05, "right"),
      note(exact ? "break-even: net value 0" : "margin = cost", top * 0.97, top * 0.97, "right", slope),
      frontierLine(frontier),
      cross("x", "cost", "Outcome", 1.2, color),
      cross("y", "margin", "Outcome", 1.2, color),
      cross("x", "cost", "", 4, color),
      cross("y", "margin", "", 4, color),
      {
        transform: [{ filter: "datum.beaten === ''" }],
        mark: { type: "point", filled: true, size: 90, opacity: 1, stroke: "white", strokeWidth: 1 },
        encoding: { ...both, fill: color, tooltip: tooltip(cost, margin, net) },
      },
      {
        transform: [{ filter: "datum.beaten !== ''" }],
        mark: { type: "point", filled: true, fill: "white", size: 70, opacity: 1, strokeWidth: 2 },
        encoding: { ...both, stroke: color, tooltip: tooltip(cost, margin, net) },
      },
    ],
  });
}

function data(
  place: Place,
  frontier: Frontier,
  group: GroupFindings,
  cost: MeasureLabel,
  margin: MeasureLabel,
  net: MeasureLabel | undefined,
): JsonObject {
  const { look } = place;
  const { findings } = look.world;
  const say = (measure: MeasureLabel): string => {
    const cell = cellOf(findings[measure.key], measure, group.currency);
    return `${cell.value} ${cell.interval ?? ""}`.trim();
  };
  return {
    ...{ world: look.label, name: printable(look.world.name) },
    ...{ cost: place.cost.value, costLow: place.cost.low, costHigh: place.cost.high },
    ...{ costOutcomeLow: place.cost.outcomeLow, costOutcomeHigh: place.cost.outcomeHigh },
    ...{ margin: place.margin.value, marginLow: place.margin.low, marginHigh: place.margin.high },
    ...{ marginOutcomeLow: place.margin.outcomeLow, marginOutcomeHigh: place.margin.outcomeHigh },
    beaten: frontier.beaten.includes(place) ? "outdone: another costs no more and brings no less" : "",
    ...{ costSaid: say(cost), marginSaid: say(margin), netSaid: net === undefined ? "" : say(net) },
  };
}

function tooltip(cost: MeasureLabel, margin: MeasureLabel, net: MeasureLabel | undefined): JsonObject[] {
  return [
    { field: "name", title: "World" },
    { field: "costSaid", title: cost.label },
    { field: "marginSaid", title: margin.label },
    ...(net === undefined ? [] : [{ field: "netSaid", title: net.label }]),
    { field: "beaten", title: "By estimate" },
  ];
}

function diagonal(top: number): JsonObject {
  return {
    data: {
      values: [
        { cost: 0, margin: 0 },
        { cost: top, margin: top },
      ],
    },
    mark: { type: "line", color: "#222222", strokeWidth: 1, strokeDash: [5, 4] },
  };
}

/** From no program through the designs that no other beats. */
function frontierLine({ best }: Frontier): JsonObject {
  const corners = best.map(({ cost, margin }) => ({ cost: cost.value, margin: margin.value }));
  return {
    data: { values: [{ cost: 0, margin: 0 }, ...corners] },
    mark: { type: "line", color: "#999999", strokeWidth: 1.5 },
    encoding: { order: { field: "cost", type: "quantitative" } },
  };
}

function frontierSaid({ best, beaten }: Frontier): string {
  const line = best.length === 0 ? "" : ". Grey line: designs that, by estimate, no other beats at its cost or less";
  if (beaten.length === 0) return line;
  const names = beaten.map(({ look }) => shorten(look.label, SHORT_NAME));
  const more = names.length - MOST_NAMES;
  const said = spoken(more > 0 ? [...names.slice(0, MOST_NAMES), `${more} more`] : names);
  return `${line}. Ring: outdone by one that costs no more and brings no less: ${said}`;
}

/** Words at a place of the plot; with an angle, in degrees clockwise, they stand above a line of that slope. */
function note(words: string, cost: number, margin: number, align: "left" | "right", angle = 0): JsonObject {
  const look = { fontSize: 11, fontStyle: "italic", color: "#555555" };
  return {
    data: { values: [{ cost, margin, words }] },
    mark: { type: "text", align, baseline: "middle", angle, dy: angle === 0 ? 0 : -9, ...look },
    encoding: { text: { field: "words", type: "nominal" } },
  };
}

function cross(
  channel: "x" | "y",
  field: string,
  range: "" | "Outcome",
  strokeWidth: number,
  color: JsonObject,
): JsonObject {
  return {
    mark: { type: "rule", strokeWidth, opacity: strokeWidth > 2 ? 0.55 : 1 },
    encoding: {
      [channel]: { field: `${field}${range}Low`, type: "quantitative" },
      [`${channel}2`]: { field: `${field}${range}High` },
      color,
    },
  };
}

function title(places: readonly Place[]): string {
  const paying = places.filter(({ net, cost, margin }) => (net ?? margin.value - cost.value) > 0).length;
  if (places.length === 1)
    return paying === 1 ? "The design earns back what it costs" : "The design does not earn back what it costs";
  if (paying === 0) return `None of ${counted(places.length, "design")} earns back what it costs`;
  return `${paying} of ${counted(places.length, "design")} ${paying === 1 ? "earns" : "earn"} back what ${paying === 1 ? "it costs" : "they cost"}`;
}
