import type { GroupFindings } from "../../study/findings.js";
import { referenceOf } from "../facts.js";
import { formatDifference, formatNumber } from "../format.js";
import { printable, shorten } from "../words.js";
import { monthAxis, PERCENT_LABELS, POINT_LABELS } from "./axes.js";
import { type CohortYear, cohortYears } from "./cohortYears.js";
import { wordsInstead } from "./empty.js";
import { firstOf } from "./partLooks.js";
import { type ChartSpec, chart, type JsonObject, NAME_LENGTH, WIDTH } from "./spec.js";
import { looksOf, type WorldLook } from "./worlds.js";

const WHAT = "Retention by tenure";
const MOST_DESIGNS = 2;
/** Most years that lines of one hue can be told apart of, beside day one. */
const MOST_YEARS = 5;
const DAY_ONE = "#222222";
/** Lightness of the first year's line and of the last one's, in percent. */
const [DARKEST, PALEST] = [28, 72];
const AT = 12;

/**
 * Retention by months since joining, a line each for day one and for the newcomers of each year: its level in the reference world,
 * and what each design adds.
 *
 * @param group worlds that share a world 0
 * @returns null when nobody joins after day one
 */
export function cohortCurvesChart(group: GroupFindings): ChartSpec | null {
  const all = looksOf(group).filter(({ world }) => world.cohorts.length > 1);
  const reference = all.find(({ world }) => world === referenceOf(group)) ?? all[0];
  if (reference === undefined) return null;
  const years = cohortYears(reference.world);
  const step = Math.ceil((years.length - 1) / MOST_YEARS) || 1;
  const shown = years.filter((_, at) => at === 0 || (at - 1) % step === 0);
  if (shown.length < 2)
    return wordsInstead(WHAT, "No course to draw: no year of newcomers is seen for two months of retention.");
  const others = all.filter((look) => look !== reference);
  const { looks, note } = firstOf(others, MOST_DESIGNS, "cohorts.csv");
  const thinned = step === 1 ? "" : `. Of so many years, one in ${step} is shown`;
  const subtitle = `Replicates together, without intervals: cohorts.csv. Newcomers of a calendar year, as far as all of them are seen; they join within their month, day one with it${thinned}${note}`;
  const names = shown.map(({ cohort }) => cohort);
  return chart(title(reference, shown, group), subtitle, {
    spacing: 20,
    vconcat: [
      panel(
        `${reference.label}: share retained`,
        shown.flatMap((year) => levels(year, group)),
        { names, isAdded: false, isLast: looks.length === 0 },
      ),
      ...looks.map((look, at) =>
        panel(
          `${look.label}: added to that`,
          cohortYears(look.world)
            .filter(({ cohort }) => names.includes(cohort))
            .flatMap((year) => added(year, shown, group)),
          { names, isAdded: true, isLast: at === looks.length - 1 },
        ),
      ),
    ],
    resolve: { scale: { color: "shared", x: "shared" } },
  });
}

interface Row extends JsonObject {
  readonly cohort: string;
  readonly month: number;
  readonly value: number;
}

function levels({ cohort, points }: CohortYear, { currency }: GroupFindings): Row[] {
  return points.map(({ tenure, retention }) => ({
    ...{ cohort, month: tenure, value: retention, text: formatNumber(retention, "share", currency) },
  }));
}

function added({ cohort, points }: CohortYear, reference: readonly CohortYear[], { currency }: GroupFindings): Row[] {
  const before = new Map(
    reference.find((year) => year.cohort === cohort)?.points.map(({ tenure, retention }) => [tenure, retention]),
  );
  return points.flatMap(({ tenure, retention }): Row[] => {
    const other = before.get(tenure);
    if (other === undefined) return [];
    const value = retention - other;
    return [{ cohort, month: tenure, value, text: formatDifference(value, "share", currency) }];
  });
}

interface Looks {
  readonly names: readonly string[];
  readonly isAdded: boolean;
  readonly isLast: boolean;
}

function panel(heading: string, values: readonly Row[], { names, isAdded, isLast }: Looks): JsonObject {
  const months = values.map(({ month }) => month);
  const x = monthAxis(Math.min(...months), Math.max(...months));
  return {
    width: WIDTH,
    height: isAdded ? 120 : 170,
    title: { text: heading, fontSize: 12, fontWeight: 600, anchor: "start", frame: "group", offset: 6 },
    data: { values },
    encoding: {
      x: { ...x, title: isLast ? "Month since joining, that of joining being 1" : null },
      y: {
        field: "value",
        type: "quantitative",
        title: isAdded ? "Added (pp)" : "Share retained",
        scale: { zero: isAdded, nice: true },
        axis: { labelExpr: isAdded ? POINT_LABELS : PERCENT_LABELS, tickCount: 4 },
      },
      color: {
        field: "cohort",
        type: "nominal",
        scale: { domain: [...names], range: names.map((_, at) => colorAt(at, names.length)) },
        legend: { title: null, orient: "bottom", symbolType: "stroke", symbolSize: 300, symbolOpacity: 1, columns: 6 },
      },
    },
    layer: [
      ...(isAdded
        ? [
            {
              data: { values: x.scale.domain.map((month) => ({ month, value: 0 })) },
              mark: { type: "line", strokeWidth: 1 },
              encoding: { color: { value: "#222222" } },
            },
          ]
        : []),
      { mark: { type: "line", strokeWidth: 2 } },
      {
        mark: { type: "point", filled: true, size: 140, opacity: 0 },
        encoding: {
          tooltip: [
            { field: "cohort", title: "Joined" },
            { field: "month", title: "Month since joining" },
            { field: "text", title: isAdded ? "Added to the reference" : "Retained" },
          ],
        },
      },
    ],
  };
}

/** Day one dark, then years from dark to pale. */
function colorAt(at: number, names: number): string {
  const step = (PALEST - DARKEST) / Math.max(1, names - 2);
  return at === 0 ? DAY_ONE : `hsl(285, 60%, ${Math.round(DARKEST + (at - 1) * step)}%)`;
}

function title(look: WorldLook, years: readonly CohortYear[], group: GroupFindings): string {
  const name = shorten(printable(look.world.name), NAME_LENGTH);
  const said = years.flatMap(({ cohort, points }) => {
    const at = points.find(({ tenure }) => tenure === AT);
    return at === undefined ? [] : [`${cohort} ${formatNumber(at.retention, "share", group.currency)}`];
  });
  return said.length < 2 ? `${WHAT} in ${name}` : `Retained in ${name} at ${AT} months: ${said.join(", ")}`;
}
