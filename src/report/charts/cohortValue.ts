import type { CohortRow, Estimate, GroupFindings } from "../../study/findings.js";
import { percentOf } from "../facts.js";
import { decimalsFor, formatInterval, formatNumber } from "../format.js";
import { printable, shorten } from "../words.js";
import { amountAxis, monthAxis } from "./axes.js";
import { wordsInstead } from "./empty.js";
import { band } from "./lines.js";
import { type ChartSpec, chart, type JsonObject, NAME_LENGTH, WIDTH } from "./spec.js";
import { colorBy, looksOf, type WorldLook } from "./worlds.js";

const WHAT = "CLV in the first 12 months";
/** Cohorts a course needs to be one, beside day one. */
const FEWEST_COHORTS = 2;

/**
 * What cohorts are worth at equal tenure: CLV of their first twelve months by month of joining, a line a world.
 *
 * @param group worlds that share a world 0
 * @returns null when nobody joins after day one
 */
export function cohortValueChart(group: GroupFindings): ChartSpec | null {
  const all = looksOf(group).filter(({ world }) => world.cohorts.length > 1);
  if (all.length === 0) return null;
  const looks = all.filter((look) => laterOf(look).length >= FEWEST_COHORTS);
  if (looks.length === 0)
    return wordsInstead(WHAT, "No course to draw: fewer than two cohorts of newcomers are seen for twelve months.");
  const values = looks.flatMap((look) => dataOf(look, group));
  const months = values.map(({ month }) => month);
  const [first, last] = [Math.min(...months), Math.max(...months)];
  const color = colorBy(looks, "stroke");
  const level = percentOf(group.provenance.level);
  const most = Math.max(
    ...values.map(({ value, low, high }) => Math.max(Math.abs(low ?? value), Math.abs(high ?? value))),
  );
  const axis = amountAxis(`${WHAT} per newcomer`, group.currency, most);
  const subtitle = `By month of joining, discounted to it, points outstanding charged for. Line: estimate; band: ${level} Monte Carlo interval`;
  return chart(title(looks, group), subtitle, {
    width: WIDTH,
    height: 220,
    data: { values },
    encoding: {
      x: { ...monthAxis(first, last), title: "Month of joining" },
      y: { field: "value", type: "quantitative", title: axis.title, scale: { zero: false, nice: true }, axis },
    },
    layer: [
      band("low", "high", 0.22, color),
      { mark: { type: "line", strokeWidth: 2 }, encoding: { color } },
      {
        mark: { type: "point", filled: true, size: 140, opacity: 0 },
        encoding: {
          color,
          tooltip: [
            { field: "name", title: "World" },
            { field: "cohort", title: "Joined" },
            { field: "text", title: WHAT },
            { field: "interval", title: `${level} interval` },
          ],
        },
      },
    ],
  });
}

/** Cohorts of newcomers that are seen for long enough. */
function laterOf({ world }: WorldLook): (CohortRow & { readonly level: Estimate & { readonly value: number } })[] {
  return world.cohorts.flatMap((row) => {
    const level = row.clvAtTenure?.level;
    if (row.joinMonth === 0 || level === undefined || level.value === null) return [];
    return [{ ...row, level: { ...level, value: level.value } }];
  });
}

function dataOf(
  look: WorldLook,
  group: GroupFindings,
): (JsonObject & {
  readonly month: number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
})[] {
  return laterOf(look).map(({ joinMonth, cohort, level: { value, low, high } }) => {
    const decimals = decimalsFor("money", group.currency, [value, low, high]);
    return {
      ...{ world: look.label, name: printable(look.world.name), cohort, month: joinMonth, value, low, high },
      text: formatNumber(value, "money", group.currency, decimals),
      interval: formatInterval(low, high, "money", decimals) ?? "",
    };
  });
}

function title(looks: readonly WorldLook[], group: GroupFindings): string {
  const later = ({ world }: WorldLook): number | null => world.findings.newcomersClv12?.level.value ?? null;
  const ranked = looks
    .filter((look) => later(look) !== null)
    .sort((left, right) => (later(right) ?? 0) - (later(left) ?? 0));
  const [best, worst] = [ranked[0], ranked.at(-1)];
  if (best === undefined || worst === undefined) return "What cohorts are worth at equal tenure";
  const say = (look: WorldLook): string =>
    `${formatNumber(later(look), "money", group.currency)} in ${shorten(printable(look.world.name), NAME_LENGTH)}`;
  const and = best === worst ? "" : `, ${say(worst)}`;
  return `A newcomer is worth in 12 months: ${say(best)}${and}`;
}
