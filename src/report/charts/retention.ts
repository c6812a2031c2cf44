import type { GroupFindings, SeriesPoint } from "../../study/findings.js";
import { percentOf, referenceOf } from "../facts.js";
import { decimalsFor, formatDifference, formatInterval, formatNumber } from "../format.js";
import { printable, shorten } from "../words.js";
import { monthAxis, PERCENT_LABELS, POINT_LABELS } from "./axes.js";
import { wordsInstead } from "./empty.js";
import { band, hoverPoints, seriesRows, seriesTooltip, withCourse } from "./lines.js";
import { firstOf, MOST_LINES } from "./partLooks.js";
import { type ChartSpec, chart, type JsonObject, NAME_LENGTH, WIDTH } from "./spec.js";
import { colorBy, looksOf, type WorldLook } from "./worlds.js";

const ADDED = "retentionDifference";

/**
 * Retention by month: its level in the reference world, and what each other world adds to it, as paired differences.
 *
 * @param group worlds that share a world 0
 */
export function retentionChart(group: GroupFindings): ChartSpec {
  const all = withCourse(looksOf(group), "retention");
  const reference = all.find(({ world }) => world === referenceOf(group)) ?? all[0];
  if (reference === undefined) {
    return wordsInstead(
      "Retention by month",
      "No course to draw: the horizon is too short for two months of retention.",
    );
  }
  const others = withCourse(all, ADDED).filter((look) => look !== reference);
  const { looks, note } = firstOf(others, MOST_LINES, "series.csv");
  const level = percentOf(group.provenance.level);
  const subtitle =
    `Line: estimate; band: ${level} Monte Carlo interval` +
    (others.length === 0 ? "" : ". Below: paired differences, the same people on the same luck") +
    note;
  return chart(title(reference, others, group), subtitle, {
    spacing: 20,
    vconcat: [
      levelPanel(reference, group, level, others.length === 0),
      ...(others.length === 0 ? [] : [addedPanel(looks, group, level)]),
    ],
    resolve: { scale: { color: "independent" } },
  });
}

function levelPanel(look: WorldLook, group: GroupFindings, level: string, isAlone: boolean): JsonObject {
  const color = { value: look.color };
  const x = axisOf([look], "retention");
  return {
    ...{ width: WIDTH, height: isAlone ? 240 : 170, title: heading(look.label) },
    data: { values: seriesRows([look], "retention", "share", group.currency) },
    encoding: {
      x: { ...x, title: isAlone ? (x.title ?? null) : null },
      y: {
        field: "value",
        type: "quantitative",
        title: group.retentionWindow === null ? "Share of customers under contract" : "Retention (share of customers)",
        scale: { zero: false, nice: true },
        axis: { labelExpr: PERCENT_LABELS, tickCount: isAlone ? 6 : 4 },
      },
    },
    layer: [
      band("low", "high", 0.25, color),
      { mark: { type: "line", strokeWidth: 2 }, encoding: { color } },
      hoverPoints(seriesTooltip("Retention", level), color),
    ],
  };
}

function addedPanel(looks: readonly WorldLook[], group: GroupFindings, level: string): JsonObject {
  const color = colorBy(looks, "stroke");
  const x = axisOf(looks, ADDED);
  const values = looks.flatMap(({ world, label }) =>
    (world.series[ADDED] ?? []).map(addedRow(world.name, label, group)),
  );
  return {
    ...{ width: WIDTH, height: 150, title: heading("Added to that") },
    data: { values },
    encoding: {
      x,
      y: {
        field: "value",
        type: "quantitative",
        title: "Added (percentage points)",
        scale: { zero: true, nice: true },
        axis: { labelExpr: POINT_LABELS, tickCount: 4 },
      },
    },
    layer: [
      {
        data: { values: x.scale.domain.map((month) => ({ month, value: 0 })) },
        mark: { type: "line", strokeWidth: 1, color: "#222222" },
      },
      band("low", "high", 0.22, color),
      { mark: { type: "line", strokeWidth: 2 }, encoding: { color } },
      hoverPoints(seriesTooltip("Added retention", level), color),
    ],
  };
}

/** A month of a difference as a row of data. */
function addedRow(name: string, world: string, { currency }: GroupFindings): (point: SeriesPoint) => JsonObject {
  return ({ month, label, value, low, high, outcomeLow, outcomeHigh }) => {
    const decimals = decimalsFor("share", currency, [value, low, high]);
    return {
      ...{ world, name: printable(name), month, value, low, high, when: `${month} (${label})` },
      text: formatDifference(value, "share", currency, decimals),
      interval: formatInterval(low, high, "share", decimals, "always") ?? "",
      outcome: formatInterval(outcomeLow, outcomeHigh, "share", decimals, "always") ?? "",
    };
  };
}

function axisOf(looks: readonly WorldLook[], key: "retention" | typeof ADDED): ReturnType<typeof monthAxis> {
  const months = looks.flatMap(({ world }) => (world.series[key] ?? []).map(({ month }) => month));
  return monthAxis(Math.min(...months), Math.max(...months));
}

function heading(text: string): JsonObject {
  return { text, fontSize: 12, fontWeight: 600, anchor: "start", frame: "group", offset: 6 };
}

/** What the best world adds at the end, as far as its interval says so. */
function title(reference: WorldLook, others: readonly WorldLook[], group: GroupFindings): string {
  const name = ({ world }: WorldLook): string => shorten(printable(world.name), NAME_LENGTH);
  const last = reference.world.series.retention?.at(-1);
  if (last === undefined) return "Retention by month";
  const level = `${formatNumber(last.value, "share", group.currency)} of customers at month ${last.month}`;
  const ends = others.flatMap((look) => {
    const end = look.world.series[ADDED]?.at(-1);
    return end === undefined ? [] : [{ look, end }];
  });
  const [best] = ends.sort((left, right) => right.end.value - left.end.value);
  if (best === undefined) return `${name(reference)} retains ${level}`;
  const { look, end } = best;
  const decimals = decimalsFor("share", group.currency, [end.value, end.low, end.high]);
  const added = formatDifference(end.value, "share", group.currency, decimals);
  const than = `${name(reference)} retains ${level}`;
  if ((end.low ?? end.value) > 0) return `${than}; ${name(look)} adds ${added}`;
  if (ends.every(({ end: { value, high } }) => (high ?? value) <= 0))
    return `${than}; ${ends.length === 1 ? "the design adds" : "no design adds"} ${ends.length === 1 ? "nothing" : "to it"}`;
  const interval = formatInterval(end.low, end.high, "share", decimals, "always") ?? "";
  return `${than}; no design surely adds to it, nearest is ${name(look)}, ${added} ${interval}`.trimEnd();
}
