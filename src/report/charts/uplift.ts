import type { Estimate, GroupFindings, MeasureLabel } from "../../study/findings.js";
import { cellOf } from "../cell.js";
import { compact } from "../compact.js";
import { percentOf, referenceOf } from "../facts.js";
import { printable, shorten } from "../words.js";
import { amountAxis } from "./axes.js";
import { wordsInstead } from "./empty.js";
import { type ChartSpec, chart, type JsonObject, NAME_LENGTH, WIDTH } from "./spec.js";
import { colorBy, looksOf, type WorldLook } from "./worlds.js";

const KEY = "clvUplift";
const ROW_HEIGHT = 46;

/** A world whose uplift has a value. */
interface Row {
  readonly look: WorldLook;
  readonly level: Estimate;
  readonly value: number;
}

/**
 * CLV uplift of each design: dot for the estimate, thick for its Monte Carlo interval, thin for the outcome range.
 *
 * @param group worlds that share a world 0
 * @param measures whose label and definition of the uplift are shown
 */
export function upliftChart(group: GroupFindings, measures: readonly MeasureLabel[]): ChartSpec {
  const measure = measures.find(({ key }) => key === KEY);
  const rows = looksOf(group).flatMap((look): Row[] => {
    const level = look.world.findings[KEY]?.level;
    return level === undefined || level.value === null ? [] : [{ look, level, value: level.value }];
  });
  if (measure === undefined || rows.length === 0)
    return wordsInstead("CLV uplift", "No design in this group has a CLV uplift to show.");
  const values = rows.map((row) => data(row, measure, group));
  const ends = rows.flatMap(({ level, value }) => [value, level.outcomeLow ?? 0, level.outcomeHigh ?? 0]);
  const level = percentOf(group.provenance.level);
  const reference = referenceOf(group);
  const subtitle =
    `Dot: estimate; thick: ${level} Monte Carlo interval; thin: outcome range, 5–95 %` +
    (reference?.role === "program"
      ? `. Against no program; the reference is ${shorten(printable(reference.name), NAME_LENGTH)}`
      : "");
  return chart(title(rows, measure, group), subtitle, {
    width: WIDTH,
    height: rows.length * ROW_HEIGHT,
    data: { values },
    encoding: {
      y: {
        field: "row",
        type: "ordinal",
        axis: null,
        sort: rows.map(({ look }) => look.label),
        scale: { paddingInner: 0, paddingOuter: 0 },
      },
    },
    layer: [
      // Zero is marked beside each dot, not under the words above it.
      {
        mark: { type: "tick", orient: "vertical", size: 24, thickness: 1, yOffset: 9, color: "#222222", opacity: 1 },
        encoding: { x: { datum: 0 } },
      },
      text("world", "left", 0, HALO),
      text("world", "left", 0),
      text("said", "right", WIDTH, HALO),
      text("said", "right", WIDTH),
      range(
        "outcomeLow",
        "outcomeHigh",
        1.5,
        rows,
        amountAxis(measure.label, group.currency, Math.max(...ends.map(Math.abs))),
      ),
      range("low", "high", 6, rows, null),
      {
        mark: { type: "point", filled: true, size: 70, yOffset: 9, opacity: 1, stroke: "white", strokeWidth: 1 },
        encoding: {
          x: { field: "value", type: "quantitative" },
          fill: colorOf(rows),
          tooltip: tooltip(measure, level),
        },
      },
    ],
  });
}

function data({ look, level }: Row, measure: MeasureLabel, group: GroupFindings): JsonObject {
  const cell = cellOf(look.world.findings[KEY], measure, group.currency);
  const better = cell.better === null ? null : `P(better) ${cell.better}`;
  // Where designs are held against another one, P is about the difference to that, and so must be the number it stands by.
  const toReference = cell.difference === null ? null : `${cell.difference} to the reference`;
  const said =
    toReference === null ? [`${cell.value} ${cell.interval ?? ""}`.trim(), better] : [cell.value, toReference, better];
  const { value, low, high, outcomeLow, outcomeHigh } = level;
  return {
    row: look.label,
    ...{ world: look.label, name: printable(look.world.name), value, low, high, outcomeLow, outcomeHigh },
    said: said.filter((part) => part !== null).join(" · "),
    text: cell.value,
    interval: cell.interval ?? "",
    outcome: cell.outcome ?? "",
    difference: [cell.difference, cell.differenceInterval].filter((part) => part !== null).join(" "),
    better: cell.better ?? "",
  };
}

function tooltip(measure: MeasureLabel, level: string): JsonObject[] {
  return [
    { field: "name", title: "World" },
    { field: "text", title: measure.label },
    { field: "interval", title: `${level} interval` },
    { field: "outcome", title: "Outcome range, 5–95 %" },
    { field: "difference", title: "Difference to the reference" },
    { field: "better", title: "P(better)" },
  ];
}

/** Keeps words readable where the zero line runs behind them. */
const HALO: JsonObject = { stroke: "white", strokeWidth: 5, strokeJoin: "round" };

function text(field: string, align: "left" | "right", x: number, halo: JsonObject = {}): JsonObject {
  return {
    mark: { type: "text", align, baseline: "middle", yOffset: -10, fontSize: 11.5, color: "#222222", ...halo },
    encoding: { text: { field, type: "nominal" }, x: { value: x } },
  };
}

function range(
  low: string,
  high: string,
  strokeWidth: number,
  rows: readonly Row[],
  axis: JsonObject | null,
): JsonObject {
  const x = { field: low, type: "quantitative", scale: { zero: true, nice: true, padding: 12 } };
  return {
    mark: { type: "rule", strokeWidth, yOffset: 9, opacity: strokeWidth > 2 ? 0.55 : 1 },
    encoding: { x: axis === null ? x : { ...x, title: axis.title, axis }, x2: { field: high }, color: colorOf(rows) },
  };
}

function colorOf(rows: readonly Row[]): JsonObject {
  return colorBy(
    rows.map(({ look }) => look),
    "none",
  );
}

function title(rows: readonly Row[], measure: MeasureLabel, group: GroupFindings): string {
  const best = [...rows].sort((left, right) => right.value - left.value)[0];
  if (best === undefined) return "CLV uplift";
  const isAlone = rows.length === 1;
  if (rows.every(({ level, value }) => value <= 0 && (level.high ?? value) <= 0))
    return isAlone ? "The design does not lift CLV" : "No design lifts CLV";
  const name = shorten(printable(best.look.world.name), NAME_LENGTH);
  if ((best.level.low ?? best.value) <= 0) {
    const { text, interval } = data(best, measure, group);
    const said = `${text} ${interval} per customer`;
    return isAlone
      ? `Whether the design lifts CLV cannot be told: ${said}`
      : `No design surely lifts CLV; nearest is ${name}, ${said}`;
  }
  const most = rows.length === 1 ? "" : " most";
  return `Before fixed cost, ${name} lifts CLV${most}: ${compact(best.value, "money", group.currency, "always")} per customer`;
}
