import type { GroupFindings, TierMove } from "../../study/findings.js";
import { compact, scaleOf } from "../compact.js";
import { digits } from "../format.js";
import { counted, printable, shorten } from "../words.js";
import { amountAxis } from "./axes.js";
import { wordsInstead } from "./empty.js";
import { firstOf, tierLooks } from "./partLooks.js";
import { type ChartSpec, chart, type JsonObject, NAME_LENGTH, WIDTH } from "./spec.js";
import { looksOf, type WorldLook } from "./worlds.js";

const MOST_DESIGNS = 4;
/** Room above and below the longest bars. */
const AIR = 1.06;

/**
 * Moves between tiers by calendar year: promotions above the line, demotions below it, in the colour of the tier entered.
 *
 * @param group worlds that share a world 0
 * @returns null where no design has tiers
 */
export function tierMovesChart(group: GroupFindings): ChartSpec | null {
  const designs = looksOf(group).filter(({ world }) => world.tiers !== null);
  if (designs.length === 0) return null;
  const moving = designs.filter(({ world }) => (world.tiers?.moves ?? []).length > 0);
  if (moving.length === 0) return wordsInstead("Moves between tiers", "Nobody moves from one tier to another.");
  const { looks, note } = firstOf(moving, MOST_DESIGNS, "tiers.csv");
  const subtitle = `Members who reach a tier (above the line) or fall to one (below it) in a calendar year, by the tier entered${note}`;
  return chart(title(looks, group), subtitle, {
    spacing: 24,
    vconcat: looks.map((look) => panel(look, looks.length === 1)),
    resolve: { scale: { color: "independent" } },
  });
}

function panel({ world, label }: WorldLook, isAlone: boolean): JsonObject {
  const tiers = tierLooks(world);
  const names = (world.tiers?.rows ?? []).map(({ tier }) => tier);
  const moves = world.tiers?.moves ?? [];
  const values = moves.map(({ year, from, to, isPromotion, members }) => ({
    ...{ year: String(year), tier: tiers[names.indexOf(to)]?.label ?? "", rank: names.indexOf(to) },
    ...{ signed: isPromotion ? members : 0 - members, text: digits(members, 0) },
    move: `${tiers[names.indexOf(from)]?.label ?? ""} to ${tiers[names.indexOf(to)]?.label ?? ""}`,
  }));
  const years = [...new Set(values.map(({ year }) => year))].sort();
  const [up, down] = [true, false].map((isUp) => Math.max(0, ...years.map((year) => flow(moves, year, isUp))) * AIR);
  const most = Math.max(up ?? 0, down ?? 0);
  const axis = amountAxis("Members a year", "", most);
  return {
    width: WIDTH,
    height: isAlone ? 220 : 140,
    ...(isAlone ? {} : { title: { text: label, fontSize: 12, fontWeight: 600, anchor: "start", offset: 6 } }),
    data: { values },
    layer: [
      {
        mark: { type: "bar", width: { band: 0.55 }, stroke: "white", strokeWidth: 0.6 },
        encoding: {
          x: { field: "year", type: "ordinal", title: null, axis: { labelAngle: 0, ticks: false, domain: false } },
          y: {
            field: "signed",
            type: "quantitative",
            stack: "zero",
            title: axis.title,
            scale: { domain: [0 - (down ?? 0), up ?? 0], nice: false },
            axis: { ...axis, labelExpr: `format(abs(datum.value) / ${scaleOf(most).divisor}, ',~f')` },
          },
          color: {
            field: "tier",
            type: "nominal",
            scale: { domain: tiers.map((tier) => tier.label), range: tiers.map(({ color }) => color) },
            legend: {
              title: null,
              orient: "bottom",
              symbolType: "square",
              symbolStrokeWidth: 0,
              symbolSize: 120,
              columns: tiers.some((tier) => tier.label.length > 12) ? 3 : 6,
            },
          },
          order: { field: "rank", type: "quantitative" },
          tooltip: [
            { field: "year", title: "Year" },
            { field: "move", title: "Move" },
            { field: "text", title: "Members" },
          ],
        },
      },
      {
        data: { values: [{}] },
        mark: { type: "rule", color: "#222222", strokeWidth: 1 },
        encoding: { y: { datum: 0 }, x: { value: 0 }, x2: { value: WIDTH } },
      },
    ],
  };
}

function flow(moves: readonly TierMove[], year: string, isPromotion: boolean): number {
  return moves
    .filter((move) => String(move.year) === year && move.isPromotion === isPromotion)
    .reduce((sum, { members }) => sum + members, 0);
}

function title(looks: readonly WorldLook[], group: GroupFindings): string {
  const [look] = looks;
  const moves = look?.world.tiers?.moves ?? [];
  if (look === undefined) return "Moves between tiers";
  const total = (isPromotion: boolean): string =>
    compact(
      moves.filter((move) => move.isPromotion === isPromotion).reduce((sum, { members }) => sum + members, 0),
      "count",
      group.currency,
    );
  const name = shorten(printable(look.world.name), NAME_LENGTH);
  return `${name}: ${total(true)} promotions and ${total(false)} demotions in ${counted(group.months, "month")}`;
}
