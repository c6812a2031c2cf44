import type { GroupFindings } from "../../study/findings.js";
import { compact } from "../compact.js";
import { percentOf } from "../facts.js";
import { printable, shorten } from "../words.js";
import { amountAxis, monthAxis } from "./axes.js";
import { wordsInstead } from "./empty.js";
import { band, hoverPoints, seriesRows, seriesTooltip, withCourse } from "./lines.js";
import { type ChartSpec, chart, type JsonObject, NAME_LENGTH } from "./spec.js";
import { looksOf, type WorldLook } from "./worlds.js";

const PANEL = { width: 218, height: 110 };
const FLOWS = {
  issued: "pointsIssued",
  redeemed: "pointsRedeemed",
  expired: "pointsExpired",
  forfeited: "pointsForfeited",
} as const;
const FLOW_NAMES = Object.keys(FLOWS) as (keyof typeof FLOWS)[];

/** How each flow is dashed. */
const DASHES: Readonly<Record<keyof typeof FLOWS, readonly number[]>> = {
  issued: [1, 0],
  redeemed: [6, 3],
  expired: [2, 2],
  forfeited: [8, 2, 2, 2],
};

const dashOf = (names: readonly (keyof typeof FLOWS)[]): JsonObject => ({
  field: "flow",
  type: "nominal",
  scale: { domain: names, range: names.map((name) => DASHES[name]) },
  legend: {
    title: null,
    orient: "bottom",
    symbolType: "stroke",
    symbolSize: 500,
    symbolStrokeWidth: 2,
    symbolStrokeColor: "#222222",
  },
});

/**
 * Points over time, a row of two panels for each design: what flows in a month, and what is outstanding.
 *
 * @param group worlds that share a world 0
 */
export function pointsChart(group: GroupFindings): ChartSpec {
  const looks = withCourse(looksOf(group), "pointsOutstanding");
  if (looks.length === 0)
    return wordsInstead("Points over time", "No course to draw: no design of this group has two months of points.");
  const level = percentOf(group.provenance.level);
  const names = FLOW_NAMES.filter(
    (name) => name !== "forfeited" || looks.some(({ world }) => FLOWS[name] in world.series),
  );
  const flowKeys = names.map((name) => FLOWS[name]);
  const kinds = [...new Set(looks.map(({ world }) => world.collects))].join(" or ");
  const subtitle = `Left: ${kinds} of each month; right: ${kinds} outstanding at its end. Line: estimate; band: ${level} Monte Carlo interval`;
  return chart(title(looks, group), subtitle, {
    spacing: 26,
    vconcat: looks.map((look, i) => {
      // Points share their axes, and stamps theirs.
      const alike = looks.filter(({ world }) => world.collects === look.world.collects);
      const row = { look, group, level, names, last: i === looks.length - 1 };
      return {
        title: { text: look.label, fontSize: 12, fontWeight: 600, anchor: "start", offset: 6 },
        spacing: 30,
        hconcat: [flows(row, largest(alike, flowKeys)), outstanding(row, largest(alike, ["pointsOutstanding"]))],
      };
    }),
  });
}

/** What the two panels of a row have in common. */
interface Row {
  readonly look: WorldLook;
  readonly group: GroupFindings;
  readonly level: string;
  /** Flows of the chart: forfeited points where there are any. */
  readonly names: readonly (keyof typeof FLOWS)[];
  /** Whether it is the last row: only that one names its months. */
  readonly last: boolean;
}

function flows(row: Row, most: number): JsonObject {
  const { look, group, level, names } = row;
  const color = { value: look.color };
  const values = names.flatMap((flow) =>
    seriesRows([look], FLOWS[flow], "points", group.currency).map((point) => ({ ...point, flow })),
  );
  const tooltip = [{ field: "flow", title: "Flow" }, ...seriesTooltip(capitalised(look.world.collects), level)];
  return panel(row, values, amountAxis(`${capitalised(look.world.collects)} a month`, "", most), most, [
    band("low", "high", 0.25, color),
    { mark: { type: "line", strokeWidth: 1.8 }, encoding: { strokeDash: dashOf(names), color } },
    hoverPoints(tooltip, color),
  ]);
}

function outstanding(row: Row, most: number): JsonObject {
  const { look, group, level } = row;
  const color = { value: look.color };
  const values = seriesRows([look], "pointsOutstanding", "points", group.currency);
  return panel(row, values, amountAxis("Outstanding", "", most), most, [
    band("low", "high", 0.25, color),
    { mark: { type: "line", strokeWidth: 1.8 }, encoding: { color } },
    hoverPoints(seriesTooltip(`${capitalised(look.world.collects)} outstanding`, level), color),
  ]);
}

function panel(
  { group, last }: Row,
  values: readonly JsonObject[],
  axis: JsonObject,
  most: number,
  layer: readonly JsonObject[],
): JsonObject {
  const x = monthAxis(1, group.months, true);
  return {
    ...PANEL,
    data: { values },
    encoding: {
      x: { ...x, title: last ? (x.title ?? null) : null },
      y: {
        field: "value",
        type: "quantitative",
        title: axis.title ?? null,
        scale: { domain: [0, most === 0 ? 1 : most * 1.05], nice: false },
        axis: { ...axis, tickCount: 4 },
      },
      ...("flow" in (values[0] ?? {}) ? { detail: { field: "flow", type: "nominal" } } : {}),
    },
    layer,
  };
}

function largest(looks: readonly WorldLook[], keys: readonly (keyof WorldLook["world"]["series"])[]): number {
  return Math.max(
    0,
    ...looks.flatMap(({ world }) =>
      keys.flatMap((key) => (world.series[key] ?? []).map(({ value, high }) => high ?? value)),
    ),
  );
}

function title(looks: readonly WorldLook[], group: GroupFindings): string {
  const end = ({ world }: WorldLook): number => world.series.pointsOutstanding?.at(-1)?.value ?? 0;
  const most = [...looks].sort((left, right) => end(right) - end(left))[0];
  if (most === undefined) return "Points over time";
  const name = shorten(printable(most.world.name), NAME_LENGTH);
  const points = `${compact(end(most), "points", group.currency)} ${most.world.collects}`;
  const when = `at month ${group.months}`;
  const isComparable = looks.length > 1 && looks.every(({ world }) => world.collects === most.world.collects);
  return isComparable
    ? `${name} leaves the most outstanding: ${points} ${when}`
    : `${name} leaves ${points} outstanding ${when}`;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
