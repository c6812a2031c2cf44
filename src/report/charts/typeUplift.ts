import type { GroupFindings, MeasureLabel, TypeRow } from "../../study/findings.js";
import { compact } from "../compact.js";
import { percentOf } from "../facts.js";
import { printable, quoted, shorten } from "../words.js";
import { amountAxis } from "./axes.js";
import { dotPanel, reachOf } from "./dots.js";
import { firstOf, TYPE_COLORS } from "./partLooks.js";
import { type ChartSpec, chart, NAME_LENGTH } from "./spec.js";
import { looksOf, type WorldLook } from "./worlds.js";

const KEY = "typeClvUplift";
const ROW_HEIGHT = 20;
const PANEL_WIDTH = 390;
const MOST_DESIGNS = 3;

/**
 * Which loyalty types a design pays with: CLV uplift per customer, a panel a design.
 *
 * @param group worlds that share a world 0
 * @param measures whose label and unit are shown
 * @returns null where customers are of one kind, or there is no design
 */
export function typeUpliftChart(group: GroupFindings, measures: readonly MeasureLabel[]): ChartSpec | null {
  const measure = measures.find(({ key }) => key === KEY);
  const designs = looksOf(group).filter(({ world }) => world.types.some(({ findings }) => findings[KEY] !== undefined));
  if (measure === undefined || designs.length === 0) return null;
  const { looks, note } = firstOf(designs, MOST_DESIGNS, "types.csv");
  const domain = reachOf(looks.flatMap(({ world }) => world.types.map(({ findings }) => findings[KEY])));
  const level = percentOf(group.provenance.level);
  const subtitle = `Dot: estimate; thick: ${level} Monte Carlo interval; thin: outcome range, 5–95 %${note}`;
  const axis = amountAxis(
    "CLV uplift per customer, before fixed cost",
    group.currency,
    Math.max(...domain.map(Math.abs)),
  );
  const panels = looks.map(({ world, label }, at) =>
    dotPanel({
      measure,
      currency: group.currency,
      heading: label,
      rows: world.types.map(({ type, findings }) => ({
        label: type,
        color: TYPE_COLORS[type],
        finding: findings[KEY],
      })),
      width: PANEL_WIDTH,
      rowHeight: ROW_HEIGHT,
      named: true,
      domain,
      said: true,
      axisTitle: at < looks.length - 1 ? null : axis.title,
    }),
  );
  return chart(title(looks, group), subtitle, { spacing: 20, vconcat: panels });
}

function title(looks: readonly WorldLook[], group: GroupFindings): string {
  const rows = looks
    .flatMap(({ world }) => world.types.map((row) => ({ world, row })))
    .filter(({ row }) => uplift(row) !== null)
    .sort((left, right) => (uplift(right.row) ?? 0) - (uplift(left.row) ?? 0));
  const [best, worst] = [rows[0], rows.at(-1)];
  if (best === undefined || worst === undefined) return "CLV uplift by loyalty type";
  const say = ({ row }: typeof best): string =>
    `${quoted(row.type)} ${compact(uplift(row), "money", group.currency, "always")}`;
  const of = looks.length === 1 ? "" : ` (${shorten(printable(best.world.name), NAME_LENGTH)})`;
  const reach = (end: "low" | "high"): number[] =>
    rows.map(({ row }) => row.findings[KEY]?.level[end] ?? uplift(row) ?? 0);
  if (reach("low").every((low) => low <= 0)) {
    const pays = reach("high").every((high) => high <= 0) ? "pays" : "surely pays";
    return `No loyalty type ${pays}; nearest is ${say(best)} per customer${of}`;
  }
  const and = (uplift(worst.row) ?? 0) < 0 ? `; ${say(worst)} costs most` : "";
  return `CLV rises most with ${say(best)} per customer${of}${and}`;
}

function uplift({ findings }: TypeRow): number | null {
  return findings[KEY]?.level.value ?? null;
}
