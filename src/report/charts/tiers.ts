import type { GroupFindings, MeasureLabel, TierFindings, TierRow } from "../../study/findings.js";
import { compact, scaleOf } from "../compact.js";
import { percentOf } from "../facts.js";
import { formatNumber } from "../format.js";
import { printable, shorten } from "../words.js";
import { amountAxis } from "./axes.js";
import { dotPanel, reachOf } from "./dots.js";
import { firstOf, type TierLook, tierLooks } from "./partLooks.js";
import { type ChartSpec, chart, type JsonObject, NAME_LENGTH } from "./spec.js";
import { pairs } from "./types.js";
import { looksOf, type WorldLook } from "./worlds.js";

const PANEL_WIDTH = 190;
const ROW_HEIGHT = 26;
const MOST_DESIGNS = 3;
const DOTS = [
  { key: "tierShare", said: "Share of members at the end" },
  { key: "tierPurchases", said: "Purchases a year" },
  { key: "tierSpend", said: "Spend a year" },
] as const;
const COSTS = [
  { key: "tierRewardCost", said: "rewards", color: "#0072b2" },
  { key: "tierPerkCost", said: "perks", color: "#009e73" },
  { key: "tierDiscountCost", said: "discounts", color: "#e69f00" },
] as const;
type CostKind = (typeof COSTS)[number];

/**
 * What members of each tier do and cost: share of members, purchases, spend, and rewards, perks and discounts a member-year.
 *
 * @param group worlds that share a world 0
 * @param measures whose units are shown
 * @returns null where no design has tiers
 */
export function tiersChart(group: GroupFindings, measures: readonly MeasureLabel[]): ChartSpec | null {
  const designs = looksOf(group).filter(({ world }) => world.tiers !== null);
  if (designs.length === 0) return null;
  const { looks, note } = firstOf(designs, MOST_DESIGNS, "tiers.csv");
  const rows = looks.flatMap(({ world }) => world.tiers?.rows ?? []);
  const kinds = COSTS.filter(({ key }) => rows.some(({ findings }) => (findings[key]?.level.value ?? 0) > 0));
  const level = percentOf(group.provenance.level);
  const subtitle =
    `Per member who holds the tier. Members of different tiers are different people: who buys much gets there. ` +
    `Dot: estimate; thick: ${level} Monte Carlo interval; thin: outcome range, 5–95 %${note}`;
  return chart(title(looks, group), subtitle, {
    spacing: 30,
    vconcat: looks.map((look) => ({
      ...(looks.length === 1
        ? {}
        : { title: { text: look.label, fontSize: 13, fontWeight: 600, anchor: "start", offset: 10 } }),
      ...pairs(panelsOf(look, rows, kinds, group, measures)),
    })),
  });
}

/** Panels of one design; their axes reach as far as those of all designs, so that they can be held against each other. */
function panelsOf(
  { world }: WorldLook,
  all: readonly TierRow[],
  kinds: readonly CostKind[],
  group: GroupFindings,
  measures: readonly MeasureLabel[],
): JsonObject[] {
  const { tiers } = world;
  if (tiers === null) return [];
  const tierOf = tierLooks(world);
  const dots = DOTS.flatMap(({ key, said }, at) => {
    const measure = measures.find((one) => one.key === key);
    if (measure === undefined) return [];
    const domain = reachOf(all.map(({ findings }) => findings[key]));
    return [
      dotPanel({
        measure,
        currency: group.currency,
        heading: measure.unit === "money" ? `${said} (${unitOf(group, domain[1])})` : said,
        rows: tiers.rows.map(({ findings }, tier) => ({
          label: tierOf[tier]?.label ?? "",
          // Pale tiers need a darker dot than area.
          color: tier === 0 ? "#7f9fbf" : (tierOf[tier]?.color ?? ""),
          finding: findings[key],
        })),
        width: PANEL_WIDTH,
        rowHeight: ROW_HEIGHT,
        named: at % 2 === 0,
        domain,
        said: false,
        axisTitle: null,
      }),
    ];
  });
  return [...dots, costPanel(tiers, all, tierOf, kinds, group)];
}

/** Rewards, perks and discounts stacked, a bar a tier. */
function costPanel(
  { rows }: TierFindings,
  all: readonly TierRow[],
  tierOf: readonly TierLook[],
  kinds: readonly CostKind[],
  group: GroupFindings,
): JsonObject {
  const amount = (row: TierRow, key: string): number => row.findings[key]?.level.value ?? 0;
  const most = Math.max(0, ...all.map((row) => COSTS.reduce((sum, { key }) => sum + amount(row, key), 0)));
  const values = rows.flatMap((row, tier) =>
    kinds.map(({ key, said }, order) => ({
      ...{ row: tierOf[tier]?.label ?? "", kind: said, order, value: amount(row, key) },
      text: formatNumber(amount(row, key), "money", group.currency),
    })),
  );
  const labels = tierOf.map(({ label }) => label);
  return {
    width: PANEL_WIDTH,
    height: rows.length * ROW_HEIGHT,
    title: {
      text: `Cost a year (${unitOf(group, most)})`,
      ...{ fontSize: 12, fontWeight: 600, anchor: "start", offset: 6 },
    },
    data: { values },
    mark: { type: "bar", height: 14, stroke: "white", strokeWidth: 0.6 },
    encoding: {
      x: {
        field: "value",
        type: "quantitative",
        stack: "zero",
        title: null,
        scale: { domain: [0, most === 0 ? 1 : most * 1.05], nice: false },
        axis: { tickCount: 4, labelExpr: amountAxis("", null, most).labelExpr ?? "" },
      },
      y: {
        field: "row",
        type: "ordinal",
        sort: labels,
        title: null,
        scale: { domain: labels, padding: 0.2 },
        axis: { domain: false, ticks: false, labels: false },
      },
      order: { field: "order", type: "quantitative" },
      color: {
        field: "kind",
        type: "nominal",
        scale: { domain: kinds.map(({ said }) => said), range: kinds.map(({ color }) => color) },
        legend: { title: null, orient: "bottom", symbolType: "square", symbolStrokeWidth: 0, symbolSize: 120 },
      },
      tooltip: [
        { field: "row", title: "Tier" },
        { field: "kind", title: "Kind of cost" },
        { field: "text", title: "Per member and year" },
      ],
    },
  };
}

function unitOf({ currency }: GroupFindings, most: number): string {
  return [currency.code, scaleOf(most).word].filter((part) => part !== "").join(" ");
}

function title(looks: readonly WorldLook[], group: GroupFindings): string {
  const [look] = looks;
  const rows = look?.world.tiers?.rows ?? [];
  const cost = (row: (typeof rows)[number]): number =>
    COSTS.reduce((sum, { key }) => sum + (row.findings[key]?.level.value ?? 0), 0);
  const dearest = [...rows].sort((left, right) => cost(right) - cost(left))[0];
  if (look === undefined || dearest === undefined || cost(dearest) === 0)
    return "What members of each tier do and cost";
  const of = looks.length === 1 ? "" : ` in ${shorten(printable(look.world.name), NAME_LENGTH)}`;
  const spend = compact(dearest.findings.tierSpend?.level.value ?? null, "money", group.currency);
  const tier = shorten(printable(dearest.tier), NAME_LENGTH);
  return `A ${tier} member${of} costs ${compact(cost(dearest), "money", group.currency)} a year and spends ${spend}`;
}
