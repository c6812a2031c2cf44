import type { CohortRow, GroupFindings } from "../../study/findings.js";
import { referenceOf } from "../facts.js";
import { digits, formatDifference, formatNumber } from "../format.js";
import { counted, printable, shorten } from "../words.js";
import { PERCENT_LABELS, POINT_LABELS } from "./axes.js";
import { wordsInstead } from "./empty.js";
import { firstOf } from "./partLooks.js";
import { type ChartSpec, chart, type JsonObject, NAME_LENGTH } from "./spec.js";
import { looksOf, type WorldLook } from "./worlds.js";

const PLOT = { width: 440, height: 230, tallestRow: 22 };
/** Most cohorts, and months, that a cell each can be told apart of. */
const MOST_STEPS = 40;
const MOST_DESIGNS = 2;
const LABELS = 12;
/** Span of the colours where all cohorts retain alike. */
const LEAST_SPREAD = 0.01;

/** One cell: a cohort at a month of its tenure. */
interface CohortCell {
  readonly row: CohortRow;
  readonly age: number;
  readonly retention: number;
}

interface AddedCell extends CohortCell {
  readonly data: JsonObject & { readonly value: number };
}

/**
 * Retention of every cohort by month of its tenure: its level in the reference world, and what each design adds.
 *
 * @param group worlds that share a world 0
 * @returns null when nobody joins after day one
 */
export function cohortsChart(group: GroupFindings): ChartSpec | null {
  const all = looksOf(group).filter(({ world }) => world.cohorts.length > 1);
  const reference = all.find(({ world }) => world === referenceOf(group)) ?? all[0];
  if (reference === undefined) return null;
  const others = all.filter((look) => look !== reference);
  const { looks, note } = firstOf(others, MOST_DESIGNS, "cohorts.csv");
  const step = Math.ceil(group.months / MOST_STEPS);
  const cells = cellsOf(reference, step);
  if (cells.length === 0)
    return wordsInstead("Retention by cohort", "No cohort is seen for long enough to say who is retained.");
  const added = looks.map((look) => addedTo(look, reference, step, group));
  const most = Math.max(0.001, ...added.flat().map(({ data }) => Math.abs(data.value)));
  const thinned = step === 1 ? "" : `. Of so many, one in ${step} cohorts and months is shown`;
  const kept =
    group.retentionWindow === null
      ? "under contract at the end of the month"
      : `with a repeat purchase in the ${counted(group.retentionWindow, "month")} up to its end`;
  const subtitle = `A row for each month of joining, a column for each month since then. Retained: ${kept}. Small cohorts are noisy${thinned}${note}`;
  return chart(title(cells, group), subtitle, {
    spacing: 28,
    vconcat: [
      levelPanel(reference, cells, group, looks.length === 0),
      ...looks.map((look, at) => addedPanel(look, added[at] ?? [], most, at === looks.length - 1)),
    ],
    resolve: { scale: { color: "independent" } },
  });
}

function levelPanel(look: WorldLook, cells: readonly CohortCell[], group: GroupFindings, isLast: boolean): JsonObject {
  const values = cells.map((cell) => ({ ...dataOf(cell, group), value: cell.retention }));
  const shares = cells.map(({ retention }) => retention);
  const [low, high] = [Math.min(...shares), Math.max(...shares)];
  const scale = { scheme: "blues", domain: [low, high === low ? low + LEAST_SPREAD : high], nice: false };
  const legend = { title: "retained", labelExpr: PERCENT_LABELS };
  return heatMap(`${look.label}: share retained`, cells, values, { scale, legend }, isLast);
}

/** What a world adds to each cell of the reference. */
function addedTo(look: WorldLook, reference: WorldLook, step: number, group: GroupFindings): AddedCell[] {
  const before = new Map(reference.world.cohorts.map((row) => [row.joinMonth, row.retention]));
  return cellsOf(look, step).flatMap((cell) => {
    const other = before.get(cell.row.joinMonth)?.[cell.age] ?? null;
    if (other === null) return [];
    const value = cell.retention - other;
    return [
      { ...cell, data: { ...dataOf(cell, group), value, added: formatDifference(value, "share", group.currency) } },
    ];
  });
}

function addedPanel(look: WorldLook, cells: readonly AddedCell[], most: number, isLast: boolean): JsonObject {
  const values = cells.map(({ data }) => data);
  const scale = { scheme: "purpleorange", reverse: true, domain: [-most, most], nice: false };
  const legend = { title: "added (pp)", labelExpr: POINT_LABELS };
  return heatMap(`${look.label}: added to that`, cells, values, { scale, legend }, isLast);
}

/** Cells of a triangle, coloured. */
function heatMap(
  heading: string,
  cells: readonly CohortCell[],
  values: readonly JsonObject[],
  color: { readonly scale: JsonObject; readonly legend: JsonObject },
  isLast: boolean,
): JsonObject {
  const rows = [...new Map(cells.map(({ row }) => [row.joinMonth, row.cohort])).values()];
  const tenures = [...new Set(cells.map(({ age }) => age + 1))].sort((left, right) => left - right);
  const thin = <Value>(all: readonly Value[]): Value[] =>
    all.filter((_, at) => at % Math.ceil(all.length / LABELS) === 0);
  return {
    width: PLOT.width,
    height: Math.min(PLOT.height, rows.length * PLOT.tallestRow),
    title: { text: heading, fontSize: 12, fontWeight: 600, anchor: "start", offset: 6 },
    data: { values },
    mark: { type: "rect" },
    encoding: {
      x: {
        field: "tenure",
        type: "ordinal",
        title: isLast ? "Month since joining, that of joining being 1" : null,
        scale: { domain: tenures },
        axis: { values: thin(tenures), labelAngle: 0, ticks: false, domain: false },
      },
      y: {
        field: "cohort",
        type: "ordinal",
        title: null,
        scale: { domain: rows },
        axis: { values: thin(rows), ticks: false, domain: false },
      },
      color: {
        field: "value",
        type: "quantitative",
        scale: color.scale,
        legend: {
          ...color.legend,
          ...{ orient: "right", gradientLength: 110, gradientThickness: 10, tickCount: 4, titleFontWeight: "normal" },
        },
      },
      tooltip: [
        { field: "cohort", title: "Joined" },
        { field: "tenure", title: "Month since joining" },
        { field: "customers", title: "Customers" },
        { field: "text", title: "Retained" },
        ...(values[0]?.added === undefined ? [] : [{ field: "added", title: "Added to the reference" }]),
      ],
    },
  };
}

function cellsOf({ world }: WorldLook, step: number): CohortCell[] {
  return world.cohorts
    .filter(({ joinMonth }) => joinMonth % step === 0)
    .flatMap((row) =>
      row.retention.flatMap((retention, age): CohortCell[] =>
        retention === null || (age + 1) % step !== 0 ? [] : [{ row, age, retention }],
      ),
    );
}

function dataOf({ row, age, retention }: CohortCell, group: GroupFindings): JsonObject {
  return {
    ...{ cohort: row.cohort, tenure: age + 1, customers: digits(row.customers, 0) },
    text: formatNumber(retention, "share", group.currency),
  };
}

function title(cells: readonly CohortCell[], group: GroupFindings): string {
  const months = 12;
  const seen = cells.filter(({ age }) => age === months - 1).map(({ retention }) => retention);
  const world = shorten(printable((referenceOf(group) ?? group.worlds[0])?.name ?? ""), NAME_LENGTH);
  if (seen.length < 2) return `Retention by cohort in ${world}`;
  const say = (share: number): string => formatNumber(share, "share", group.currency);
  return `In ${world}, cohorts retain ${say(Math.min(...seen))} to ${say(Math.max(...seen))} at ${months} months`;
}
