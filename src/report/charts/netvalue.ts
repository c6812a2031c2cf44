import type { GroupFindings } from "../../study/findings.js";
import { percentOf } from "../facts.js";
import { formatNumber } from "../format.js";
import { counted, printable, shorten } from "../words.js";
import { amountAxis, monthAxis } from "./axes.js";
import { wordsInstead } from "./empty.js";
import { band, hoverPoints, seriesRows, seriesTooltip, withCourse } from "./lines.js";
import { firstOf, MOST_LINES } from "./partLooks.js";
import { type ChartSpec, chart, NAME_LENGTH, WIDTH } from "./spec.js";
import { colorBy, looksOf, type WorldLook } from "./worlds.js";

const WHAT = "Cumulative discounted net value";
/** From this many designs on, fans lie over each other: they are drawn fainter. */
const CROWDED = 4;

/**
 * Cumulative discounted net value by month, with the range one launch may see; above the zero line a design has paid back.
 *
 * @param group worlds that share a world 0
 */
export function netValueChart(group: GroupFindings): ChartSpec {
  const { looks, note } = firstOf(withCourse(looksOf(group), "cumulativeNetValue"), MOST_LINES, "series.csv");
  if (looks.length === 0)
    return wordsInstead(WHAT, "No course to draw: no design of this group has two months of net value.");
  const points = looks.flatMap(({ world }) => world.series.cumulativeNetValue ?? []);
  const months = points.map(({ month }) => month);
  const [first, last] = [Math.min(...months), Math.max(...months)];
  const color = colorBy(looks, "stroke");
  const most = Math.max(
    ...points.map(({ value, outcomeLow, outcomeHigh }) => Math.max(-(outcomeLow ?? value), outcomeHigh ?? value)),
  );
  const level = percentOf(group.provenance.level);
  const axis = amountAxis(WHAT, group.currency, most);
  const subtitle = `Line: estimate; dark band: ${level} Monte Carlo interval; fan: outcome range, 5–95 %. The last month takes the charge for outstanding points${note}`;
  const crowded = looks.length >= CROWDED;
  return chart(title(looks, group), subtitle, {
    width: WIDTH,
    height: 300,
    data: { values: seriesRows(looks, "cumulativeNetValue", "money", group.currency) },
    encoding: {
      x: monthAxis(first, last),
      y: { field: "value", type: "quantitative", title: axis.title ?? null, scale: { zero: true, nice: true }, axis },
    },
    layer: [
      band("outcomeLow", "outcomeHigh", crowded ? 0.07 : 0.14, color),
      band("low", "high", crowded ? 0.2 : 0.35, color),
      {
        data: { values: [first, last].map((month) => ({ month, value: 0 })) },
        mark: { type: "line", strokeWidth: 1, color: "#222222" },
      },
      { mark: { type: "line", strokeWidth: 2 }, encoding: { color } },
      hoverPoints(seriesTooltip(WHAT, level), color),
    ],
  });
}

function title(looks: readonly WorldLook[], group: GroupFindings): string {
  const payback = ({ world }: WorldLook): number | null => world.findings.payback?.level.value ?? null;
  const paid = looks
    .flatMap((look) => {
      const month = payback(look);
      return month === null ? [] : [{ look, month }];
    })
    .sort((left, right) => left.month - right.month);
  const [first] = paid;
  if (first === undefined) {
    const who = looks.length === 1 ? "The design does not pay" : "No design pays";
    return `${who} back within ${counted(group.months, "month")}`;
  }
  const name = shorten(printable(first.look.world.name), NAME_LENGTH);
  const lead = looks.length === 1 ? "pays" : paid.length === 1 ? "alone pays" : "is first to pay";
  return `${name} ${lead} back, in ${formatNumber(first.month, "months", group.currency)}`;
}
