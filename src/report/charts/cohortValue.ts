import type { CohortRow, GroupFindings } from "../../study/findings.js";
import { percentOf } from "../facts.js";
import { decimalsFor, formatDifference, formatInterval, formatNumber } from "../format.js";
import { printable, shorten } from "../words.js";
import { amountAxis, monthAxis } from "./axes.js";
import { wordsInstead } from "./empty.js";
import { band } from "./lines.js";
import { firstOf, MOST_LINES } from "./partLooks.js";
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
  const reference = looks.find(({ world }) => world.isReference) ?? looks[0];
  const { looks: others, note } = firstOf(
    looks.filter((look) => look !== reference),
    MOST_LINES,
    "cohorts.csv",
  );
  const level = percentOf(group.provenance.level);
  const subtitle =
    `By month of joining, discounted to it, points outstanding charged for. Line: estimate; band: ${level} Monte Carlo interval` +
    (others.length === 0 ? "" : ". Below: paired differences, the same people on the same luck") +
    note;
  return chart(title(looks, group), subtitle, {
    spacing: 20,
    vconcat: [
      ...(reference === undefined ? [] : [panel([reference], "level", others.length === 0, group, level)]),
      ...(others.length === 0 ? [] : [panel(others, "difference", true, group, level)]),
    ],
    resolve: { scale: { color: "independent" } },
  });
}

/** Lines of some worlds: their level, or what they add to the reference. */
function panel(
  looks: readonly WorldLook[],
  what: "level" | "difference",
  isLast: boolean,
  group: GroupFindings,
  level: string,
): JsonObject {
  const values = looks.flatMap((look) => dataOf(look, what, group));
  const months = values.map(({ month }) => month);
  const ends = values.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value].map(Math.abs));
  const axis = amountAxis(what === "level" ? "CLV" : "Added", group.currency, Math.max(0, ...ends));
  const x = monthAxis(Math.min(...months), Math.max(...months));
  const color = colorBy(looks, "stroke");
  const isAdded = what === "difference";
  return {
    width: WIDTH,
    height: isAdded ? 130 : 150,
    title: {
      text: isAdded ? "Added to that" : `${looks[0]?.label ?? ""}: ${WHAT} per newcomer`,
      ...{ fontSize: 12, fontWeight: 600, anchor: "start", frame: "group", offset: 6 },
    },
    data: { values },
    encoding: {
      x: { ...x, title: isLast ? "Month of joining" : null },
      y: {
        field: "value",
        type: "quantitative",
        title: axis.title,
        scale: { zero: isAdded, nice: true },
        axis: { ...axis, tickCount: 4 },
      },
    },
    layer: [
      ...(isAdded
        ? [
            {
              data: { values: months.map((month) => ({ month, value: 0 })) },
              mark: { type: "line", strokeWidth: 1, color: "#222222" },
            },
          ]
        : []),
      band("low", "high", 0.22, isAdded ? color : { value: looks[0]?.color ?? "" }),
      {
        mark: { type: "line", strokeWidth: 2 },
        encoding: { color: isAdded ? color : { value: looks[0]?.color ?? "" } },
      },
      {
        mark: { type: "point", filled: true, size: 140, opacity: 0 },
        encoding: {
          detail: { field: "world", type: "nominal" },
          tooltip: [
            { field: "name", title: "World" },
            { field: "cohort", title: "Joined" },
            { field: "text", title: isAdded ? `Added to ${WHAT}` : WHAT },
            { field: "interval", title: `${level} interval` },
          ],
        },
      },
    ],
  };
}

/** A month of joining on a line. */
interface Point extends JsonObject {
  readonly month: number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Cohorts of newcomers that are seen for long enough. */
function laterOf({ world }: WorldLook): CohortRow[] {
  return world.cohorts.filter(
    ({ joinMonth, clvAtTenure }) => joinMonth > 0 && (clvAtTenure?.level.value ?? null) !== null,
  );
}

function dataOf(look: WorldLook, what: "level" | "difference", { currency }: GroupFindings): Point[] {
  return laterOf(look).flatMap(({ joinMonth, cohort, clvAtTenure }): Point[] => {
    const estimate = clvAtTenure?.[what] ?? null;
    if (estimate === null || estimate.value === null) return [];
    const { value, low, high } = estimate;
    const decimals = decimalsFor("money", currency, [value, low, high]);
    const say = what === "level" ? formatNumber : formatDifference;
    return [
      {
        ...{ world: look.label, name: printable(look.world.name), cohort, month: joinMonth, value, low, high },
        text: say(value, "money", currency, decimals),
        interval: formatInterval(low, high, "money", decimals, what === "level" ? "negative" : "always") ?? "",
      },
    ];
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
