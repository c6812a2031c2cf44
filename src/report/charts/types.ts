import type { GroupFindings, MeasureLabel, TypeRow, WorldFindings } from "../../study/findings.js";
import { scaleOf } from "../compact.js";
import { percentOf, referenceOf } from "../facts.js";
import { formatNumber } from "../format.js";
import { printable, quoted, shorten } from "../words.js";
import { dotPanel, reachOf } from "./dots.js";
import { TYPE_COLORS } from "./partLooks.js";
import { type ChartSpec, chart, type JsonObject, NAME_LENGTH } from "./spec.js";

const PANEL_WIDTH = 205;
const ROW_HEIGHT = 20;
const KEYS = ["typeRetention12", "typeContractRetention12", "typePurchases", "typeSpend", "typeClv"] as const;
const HEADINGS: Readonly<Record<(typeof KEYS)[number], string>> = {
  typeRetention12: "Retention at 12 months",
  typeContractRetention12: "Under contract at 12 months",
  typePurchases: "Repeat purchases per customer",
  typeSpend: "Spend per customer",
  typeClv: "CLV per customer",
};

/**
 * What customers of each loyalty type are like in the reference world: retention, purchases, spend and CLV side by side.
 *
 * @param group worlds that share a world 0
 * @param measures whose units are shown
 * @returns null where customers are of one kind
 */
export function typesChart(group: GroupFindings, measures: readonly MeasureLabel[]): ChartSpec | null {
  const world = referenceOf(group) ?? group.worlds[0];
  if (world === undefined || world.types.length === 0) return null;
  const shown = KEYS.flatMap((key) => {
    const measure = measures.find((one) => one.key === key);
    return measure !== undefined && world.types.some(({ findings }) => findings[key] !== undefined) ? [measure] : [];
  });
  const panels = shown.map((measure, at) => {
    const domain = reachOf(world.types.map(({ findings }) => findings[measure.key]));
    return dotPanel({
      measure,
      currency: group.currency,
      heading: heading(measure, group, domain[1]),
      rows: world.types.map(({ type, findings }) => ({
        label: type,
        color: TYPE_COLORS[type],
        finding: findings[measure.key],
      })),
      width: PANEL_WIDTH,
      rowHeight: ROW_HEIGHT,
      named: at % 2 === 0,
      domain,
      said: false,
      axisTitle: null,
    });
  });
  const level = percentOf(group.provenance.level);
  const subtitle = `Day-one customers of ${shorten(printable(world.name), NAME_LENGTH)}. Dot: estimate; thick: ${level} Monte Carlo interval; thin: outcome range, 5–95 %`;
  return chart(title(world, group), subtitle, pairs(panels));
}

/** Panels two by two. */
export function pairs(panels: readonly JsonObject[]): JsonObject {
  return { concat: panels, columns: 2, spacing: 24 };
}

function heading({ key, unit }: MeasureLabel, { currency }: GroupFindings, most: number): string {
  const { word } = scaleOf(most);
  const said = HEADINGS[key as (typeof KEYS)[number]];
  if (unit !== "money") return said;
  return `${said} (${[currency.code, word].filter((part) => part !== "").join(" ")})`;
}

function title({ types }: WorldFindings, group: GroupFindings): string {
  const clv = ({ findings }: TypeRow): number => findings.typeClv?.level.value ?? Number.NEGATIVE_INFINITY;
  const ranked = [...types].sort((left, right) => clv(right) - clv(left));
  const [first, last] = [ranked[0], ranked.at(-1)];
  if (first === undefined || last === undefined || first === last)
    return "What customers of each loyalty type are like";
  const say = (row: TypeRow): string =>
    `${quoted(row.type)} ${formatNumber(row.findings.typeClv?.level.value ?? null, "money", group.currency)}`;
  return `CLV is highest of ${say(first)}, lowest of ${say(last)}`;
}
