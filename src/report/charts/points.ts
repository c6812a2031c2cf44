import type { GroupFindings, SeriesKey } from "../../study/findings.js";
import { compact } from "../compact.js";
import { percentOf } from "../facts.js";
import { printable, shorten } from "../words.js";
import { amountAxis, monthAxis } from "./axes.js";
import { wordsInstead } from "./empty.js";
import { band, hoverPoints, seriesRows, seriesTooltip, withCourse } from "./lines.js";
import { firstOf, MOST_LINES } from "./partLooks.js";
import { type ChartSpec, chart, type JsonObject, NAME_LENGTH } from "./spec.js";
import { colorBy, looksOf, type WorldLook } from "./worlds.js";

const PANEL = { width: 215, height: 120 };
/** From this many designs on, fans lie over each other: they are drawn fainter. */
const CROWDED = 4;
/** What flows in a month has one axis, so that issued and redeemed can be held against each other. */
const FLOWS: readonly Part[] = [
  { key: "pointsIssued", said: "issued" },
  { key: "pointsRedeemed", said: "redeemed" },
  { key: "pointsExpired", said: "expired" },
  { key: "pointsForfeited", said: "forfeited" },
];
const STOCK: Part = { key: "pointsOutstanding", said: "outstanding" };

interface Part {
  readonly key: SeriesKey;
  readonly said: string;
}

/**
 * Points over time: a panel each for those issued, redeemed, expired and outstanding, a line a design with its fan of outcomes.
 *
 * @param group worlds that share a world 0
 */
export function pointsChart(group: GroupFindings): ChartSpec {
  const { looks, note } = firstOf(withCourse(looksOf(group), STOCK.key), MOST_LINES, "series.csv");
  if (looks.length === 0)
    return wordsInstead("Points over time", "No course to draw: no design of this group has two months of points.");
  const level = percentOf(group.provenance.level);
  const subtitle = `Flows of each month, and what is outstanding at its end. Line: estimate; dark band: ${level} Monte Carlo interval; fan: outcome range, 5–95 %${note}`;
  // Stamps are not to be held against points: each kind has panels and axes of its own.
  const kinds = [...new Set(looks.map(({ world }) => world.collects))];
  return chart(title(looks, group), subtitle, {
    spacing: 28,
    vconcat: kinds.map((kind) => {
      const alike = looks.filter(({ world }) => world.collects === kind);
      return {
        spacing: 22,
        columns: 2,
        concat: panelsOf(alike, kind, group, level),
        resolve: { scale: { color: "shared" } },
      };
    }),
    resolve: { scale: { color: "independent" } },
  });
}

function panelsOf(looks: readonly WorldLook[], kind: string, group: GroupFindings, level: string): JsonObject[] {
  const flows = FLOWS.filter(({ key }) => looks.some(({ world }) => (world.series[key] ?? []).some(isSeen)));
  const parts = [...flows, STOCK];
  const mostFlow = largest(looks, flows);
  return parts.map((part, at) =>
    panel({
      ...{ looks, part, kind, group, level },
      most: part === STOCK ? largest(looks, [STOCK]) : mostFlow,
      isLast: at >= parts.length - 2,
    }),
  );
}

/** A panel of one flow, or of what is outstanding. */
interface Panel {
  readonly looks: readonly WorldLook[];
  readonly part: Part;
  readonly kind: string;
  readonly group: GroupFindings;
  readonly level: string;
  /** Upper end of its axis. */
  readonly most: number;
  /** Whether it stands in the last row: only that one names its months. */
  readonly isLast: boolean;
}

function panel({ looks, part: { key, said }, kind, group, level, most, isLast }: Panel): JsonObject {
  const what = `${capitalised(kind)} ${said}`;
  const color = colorBy(looks, "stroke");
  const x = monthAxis(1, group.months, true);
  const axis = amountAxis(what, "", most);
  const crowded = looks.length >= CROWDED;
  return {
    ...PANEL,
    title: { text: axis.title, fontSize: 12, fontWeight: 600, anchor: "start", frame: "group", offset: 6 },
    data: { values: seriesRows(looks, key, "points", group.currency) },
    encoding: {
      x: { ...x, title: isLast ? x.title : null },
      y: {
        field: "value",
        type: "quantitative",
        title: null,
        scale: { domain: [0, most === 0 ? 1 : most * 1.05], nice: false },
        axis: { ...axis, title: null, tickCount: 4 },
      },
    },
    layer: [
      band("outcomeLow", "outcomeHigh", crowded ? 0.07 : 0.14, color),
      band("low", "high", crowded ? 0.2 : 0.35, color),
      { mark: { type: "line", strokeWidth: 1.8 }, encoding: { color } },
      hoverPoints(seriesTooltip(what, level), color),
    ],
  };
}

function isSeen({ value, outcomeHigh }: { readonly value: number; readonly outcomeHigh: number | null }): boolean {
  return value > 0 || (outcomeHigh ?? 0) > 0;
}

function largest(looks: readonly WorldLook[], parts: readonly Part[]): number {
  const points = looks.flatMap(({ world }) => parts.flatMap(({ key }) => world.series[key] ?? []));
  return points.reduce((most, { value, outcomeHigh }) => Math.max(most, value, outcomeHigh ?? value), 0);
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
