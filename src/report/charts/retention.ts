import type { GroupFindings } from "../../study/findings.js";
import { percentOf, referenceOf } from "../facts.js";
import { formatNumber } from "../format.js";
import { printable, shorten } from "../words.js";
import { monthAxis, PERCENT_LABELS } from "./axes.js";
import { wordsInstead } from "./empty.js";
import { band, hoverPoints, seriesRows, seriesTooltip, withCourse } from "./lines.js";
import { type ChartSpec, chart, NAME_LENGTH, WIDTH } from "./spec.js";
import { colorBy, looksOf, type WorldLook } from "./worlds.js";

/**
 * Retention by month, a line for each world with its Monte Carlo interval.
 *
 * @param group worlds that share a world 0
 */
export function retentionChart(group: GroupFindings): ChartSpec {
  const looks = withCourse(looksOf(group), "retention");
  const months = looks.flatMap(({ world }) => (world.series.retention ?? []).map(({ month }) => month));
  if (looks.length === 0) {
    return wordsInstead(
      "Retention by month",
      "No course to draw: the horizon is too short for two months of retention.",
    );
  }
  const color = colorBy(looks, "stroke");
  const level = percentOf(group.provenance.level);
  const [first, last] = [Math.min(...months), Math.max(...months)];
  return chart(title(looks, group), `Line: estimate; band: ${level} Monte Carlo interval`, {
    width: WIDTH,
    height: 260,
    data: { values: seriesRows(looks, "retention", "share", group.currency) },
    encoding: {
      x: monthAxis(first, last),
      y: {
        field: "value",
        type: "quantitative",
        title: group.retentionWindow === null ? "Share of customers under contract" : "Retention (share of customers)",
        scale: { zero: false, nice: true },
        axis: { labelExpr: PERCENT_LABELS, tickCount: 6 },
      },
    },
    layer: [
      band("low", "high", 0.25, color),
      { mark: { type: "line", strokeWidth: 2 }, encoding: { color } },
      hoverPoints(seriesTooltip("Retention", level), color),
    ],
  });
}

/** The best program beside the reference, at the end. */
function title(looks: readonly WorldLook[], group: GroupFindings): string {
  const end = ({ world }: WorldLook): number => world.series.retention?.at(-1)?.value ?? 0;
  const reference = looks.find(({ world }) => world === referenceOf(group));
  const best = looks.filter((look) => look !== reference).sort((left, right) => end(right) - end(left))[0];
  const say = (look: WorldLook): string => formatNumber(end(look), "share", group.currency);
  const name = (look: WorldLook): string => shorten(printable(look.world.name), NAME_LENGTH);
  const first = best ?? reference;
  if (first === undefined) return "Retention by month";
  const month = first.world.series.retention?.at(-1)?.month ?? group.months;
  const against = best === undefined || reference === undefined ? "" : `, ${name(reference)} ${say(reference)}`;
  return `${name(first)} retains ${say(first)} of customers at month ${month}${against}`;
}
