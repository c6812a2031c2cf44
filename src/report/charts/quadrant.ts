import type { GroupFindings, SeriesKey } from "../../study/findings.js";
import { referenceOf } from "../facts.js";
import { formatNumber } from "../format.js";
import { printable, shorten } from "../words.js";
import { monthAxis, PERCENT_LABELS } from "./axes.js";
import { wordsInstead } from "./empty.js";
import { withCourse } from "./lines.js";
import { firstOf } from "./partLooks.js";
import { type ChartSpec, chart, type JsonObject, NAME_LENGTH } from "./spec.js";
import { pairs } from "./types.js";
import { looksOf, type WorldLook } from "./worlds.js";

const PANEL = { width: 218, height: 130 };
const MOST_WORLDS = 4;

/** From the bottom of the stack up. */
const QUADRANTS: readonly { key: SeriesKey; said: string; color: string }[] = [
  { key: "loyalShare", said: "loyal", color: "#117733" },
  { key: "latentShare", said: "latent", color: "#88ccee" },
  { key: "spuriousShare", said: "spurious", color: "#ddaa33" },
  { key: "disloyalShare", said: "none", color: "#d0d0d0" },
];

/**
 * Day-one customers by attitude and repeat patronage over time, a panel a world.
 *
 * @param group worlds that share a world 0
 * @returns null where customers are of one kind
 */
export function quadrantChart(group: GroupFindings): ChartSpec | null {
  const all = looksOf(group);
  if (all.every(({ world }) => world.types.length === 0)) return null;
  const courses = withCourse(all, "loyalShare");
  const name = "Loyalty by attitude and repeat patronage";
  if (courses.length === 0)
    return wordsInstead(name, "No course to draw: the horizon is too short for two months of it.");
  const { looks, note } = firstOf(courses, MOST_WORLDS, "series.csv");
  const bought =
    group.retentionWindow === null ? "under contract" : `bought in the last ${group.retentionWindow} months`;
  const subtitle =
    `Loyal: attached (attitude from 0.5) and ${bought}; latent: attached only; ` +
    `spurious: ${bought} only; none: neither. Day-one customers; intervals in series.csv${note}`;
  const panels = looks.map((look, at) => panel(look, group, at >= looks.length - 2, at % 2 === 0));
  return chart(title(looks, group), subtitle, pairs(panels));
}

function panel({ world, label }: WorldLook, group: GroupFindings, isLast: boolean, isLeft: boolean): JsonObject {
  const points = world.series.loyalShare ?? [];
  const values = QUADRANTS.flatMap(({ key, said }, order) =>
    (world.series[key] ?? []).map(({ month, value, label: when }) => ({
      ...{ month, value, quadrant: said, order, when: `${month} (${when})` },
      text: formatNumber(value, "share", group.currency),
    })),
  );
  const x = monthAxis(points[0]?.month ?? 1, points.at(-1)?.month ?? group.months, true);
  return {
    ...PANEL,
    title: { text: shorten(label, 30), fontSize: 12, fontWeight: 600, anchor: "start", offset: 6 },
    data: { values },
    mark: { type: "area", line: false, stroke: "white", strokeWidth: 0.6 },
    encoding: {
      x: { ...x, title: isLast ? (x.title ?? null) : null },
      y: {
        field: "value",
        type: "quantitative",
        stack: "zero",
        title: isLeft ? "Share of customers" : null,
        scale: { domain: [0, 1], nice: false },
        axis: { labelExpr: PERCENT_LABELS, tickCount: 4 },
      },
      order: { field: "order", type: "quantitative" },
      color: {
        field: "quadrant",
        type: "nominal",
        scale: { domain: QUADRANTS.map(({ said }) => said), range: QUADRANTS.map(({ color }) => color) },
        legend: { title: null, orient: "bottom", symbolType: "square", symbolStrokeWidth: 0, symbolSize: 120 },
      },
      tooltip: [
        { field: "when", title: "Month" },
        { field: "quadrant", title: "Quadrant" },
        { field: "text", title: "Share of customers" },
      ],
    },
  };
}

function title(looks: readonly WorldLook[], group: GroupFindings): string {
  const end = ({ world }: WorldLook): number => world.series.loyalShare?.at(-1)?.value ?? 0;
  const reference = looks.find(({ world }) => world === referenceOf(group));
  const best = looks.filter((look) => look !== reference).sort((left, right) => end(right) - end(left))[0] ?? reference;
  if (best === undefined) return "Loyal, latent, spurious and no loyalty";
  const share = (look: WorldLook): string => formatNumber(end(look), "share", group.currency);
  const name = (look: WorldLook): string => shorten(printable(look.world.name), NAME_LENGTH);
  const say = (look: WorldLook): string => `${share(look)} in ${name(look)}`;
  const isAlone = reference === undefined || best === reference;
  const against = isAlone
    ? ""
    : share(reference) === share(best)
      ? `, as in ${name(reference)}`
      : `, ${say(reference)}`;
  return `Loyal customers at month ${group.months}: ${say(best)}${against}`;
}
