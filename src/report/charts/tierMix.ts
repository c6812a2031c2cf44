import type { GroupFindings, TierMonth } from "../../study/findings.js";
import { digits, formatNumber } from "../format.js";
import { monthsShare } from "../partSentences.js";
import { printable, shorten } from "../words.js";
import { monthAxis, PERCENT_LABELS } from "./axes.js";
import { wordsInstead } from "./empty.js";
import { firstOf, tierLooks } from "./partLooks.js";
import { type ChartSpec, chart, type JsonObject, NAME_LENGTH, WIDTH } from "./spec.js";
import { looksOf, type WorldLook } from "./worlds.js";

const MOST_DESIGNS = 4;
const FEWEST_MONTHS = 2;

/**
 * Share of members by tier over time, a panel a design, the highest tier on top.
 *
 * @param group worlds that share a world 0
 * @returns null where no design has tiers
 */
export function tierMixChart(group: GroupFindings): ChartSpec | null {
  const designs = looksOf(group).filter(({ world }) => world.tiers !== null);
  if (designs.length === 0) return null;
  if (designs.every(({ world }) => (world.tiers?.rows.length ?? 0) < 2))
    return wordsInstead("Tiers over time", "There is a single tier, which every member holds.");
  const courses = designs.filter(({ world }) => withMembers(world.tiers?.mix ?? []).length >= FEWEST_MONTHS);
  if (courses.length === 0)
    return wordsInstead("Tiers over time", "No course to draw: fewer than two months have members.");
  const { looks, note } = firstOf(courses, MOST_DESIGNS, "tiers.csv");
  const subtitle = `Members at the end of each month by the tier they hold; the darker, the higher${note}`;
  return chart(title(looks, group), subtitle, {
    spacing: 24,
    vconcat: looks.map((look, at) => panel(look, group, looks.length === 1, at === looks.length - 1)),
    resolve: { scale: { color: "independent" } },
  });
}

function panel({ world, label }: WorldLook, group: GroupFindings, isAlone: boolean, isLast: boolean): JsonObject {
  const tiers = tierLooks(world);
  const mix = withMembers(world.tiers?.mix ?? []);
  const values = mix.flatMap(({ month, label: when, members }) => {
    const all = sum(members);
    return tiers.map(({ label: tier }, rank) => {
      const share = (members[rank] ?? 0) / all;
      return {
        ...{ month, tier, rank, share, when: `${month} (${when})` },
        text: formatNumber(share, "share", group.currency),
        members: digits(members[rank] ?? 0, 0),
      };
    });
  });
  const x = monthAxis(mix[0]?.month ?? 1, mix.at(-1)?.month ?? group.months);
  return {
    width: WIDTH,
    height: isAlone ? 240 : 130,
    ...(isAlone ? {} : { title: { text: label, fontSize: 12, fontWeight: 600, anchor: "start", offset: 6 } }),
    data: { values },
    mark: { type: "area", stroke: "white", strokeWidth: 0.6 },
    encoding: {
      x: { ...x, title: isLast ? (x.title ?? null) : null },
      y: {
        field: "share",
        type: "quantitative",
        stack: "zero",
        title: "Share of members",
        scale: { domain: [0, 1], nice: false },
        axis: { labelExpr: PERCENT_LABELS, tickCount: 4 },
      },
      order: { field: "rank", type: "quantitative" },
      color: {
        field: "tier",
        type: "nominal",
        scale: { domain: tiers.map((tier) => tier.label), range: tiers.map(({ color }) => color) },
        legend: {
          ...{ title: null, orient: "bottom", symbolType: "square", symbolStrokeWidth: 0, symbolSize: 120 },
          columns: tiers.some((tier) => tier.label.length > 12) ? 3 : 6,
        },
      },
      tooltip: [
        { field: "when", title: "Month" },
        { field: "tier", title: "Tier" },
        { field: "text", title: "Share of members" },
        { field: "members", title: "Members" },
      ],
    },
  };
}

function withMembers(mix: readonly TierMonth[]): TierMonth[] {
  return mix.filter(({ members }) => sum(members) > 0);
}

function sum(members: readonly number[]): number {
  return members.reduce((all, one) => all + one, 0);
}

function title(looks: readonly WorldLook[], group: GroupFindings): string {
  const [look] = looks;
  const rows = look?.world.tiers?.rows ?? [];
  const above = monthsShare(look?.world.tiers?.mix ?? [], 1, rows.length - 1);
  if (look === undefined || above === null) return "Tiers over time";
  const name = shorten(printable(look.world.name), NAME_LENGTH);
  const entry = shorten(printable(rows[0]?.tier ?? ""), NAME_LENGTH);
  return `${name}: ${formatNumber(above, "share", group.currency)} of member-months are above ${entry}`;
}
