import type { Currency } from "../../scenario/scenario.js";
import type { GroupFindings, ValueBin, ValueFindings } from "../../study/findings.js";
import { formatDifference, formatInterval, formatNumber } from "../format.js";
import { printable, shorten } from "../words.js";
import { PERCENT_LABELS } from "./axes.js";
import { firstOf } from "./partLooks.js";
import { type ChartSpec, chart, type JsonObject, NAME_LENGTH, WIDTH } from "./spec.js";
import { looksOf, type WorldLook } from "./worlds.js";

const MOST_DESIGNS = 4;
/** Orange for losses, violet for gains, as in the chart of causes. */
const COLORS = { falls: "#b35806", alike: "#9a9a9a", rises: "#8073ac" } as const;
/** Share of members beyond which an outer bar is drawn by itself. */
const RARE = 0.002;
/** Bars a label has room for on either side. */
const LABELLED_BARS = 5;

/** A bar: members whose value changes by amounts between two sizes; 0 steps from the middle is hardly any change. */
interface Bar {
  readonly step: number;
  readonly share: number;
  readonly members: number;
  readonly said: string;
}

/**
 * What each design does to the value of a member: members by change of value, a panel a design.
 *
 * @param group worlds that share a world 0
 * @returns null where no design has members
 */
export function distributionChart(group: GroupFindings): ChartSpec | null {
  const designs = looksOf(group).filter(({ world }) => world.members !== null);
  if (designs.length === 0) return null;
  const { looks, note } = firstOf(designs, MOST_DESIGNS, "--json");
  const subtitle = `Day-one members by their margin over ${group.months} months less what they were given, over the same person's without a program; not discounted, before fixed cost. Bars grow wider outwards: each ends at 2 to 2.5 times where it begins${note}`;
  const panels = looks.map((look, at) => panel(look, group, looks.length === 1, at === looks.length - 1));
  return chart(title(looks, group), subtitle, {
    spacing: 22,
    vconcat: panels,
    resolve: { scale: { y: "shared" } },
  });
}

function panel({ world, label }: WorldLook, group: GroupFindings, isAlone: boolean, isLast: boolean): JsonObject {
  const value = world.members?.value;
  if (value === undefined) return {};
  const bars = barsOf(value, group.currency);
  const reach = Math.max(1, ...bars.map(({ step }) => Math.abs(step)));
  const heading = isAlone ? {} : { title: { text: `${label}: ${sharesOf(value, group)}`, ...PANEL_TITLE } };
  return {
    width: WIDTH,
    height: isAlone ? 220 : 120,
    ...heading,
    layer: [
      {
        data: { values: bars.map((bar) => ({ ...bar, ...looksOfBar(bar, group.currency) })) },
        mark: { type: "bar", stroke: "white", strokeWidth: 0.8 },
        encoding: {
          x: {
            field: "left",
            type: "quantitative",
            title: isLast ? "Change of a member's value over the horizon" : null,
            scale: { domain: [-reach - 0.5, reach + 0.5], nice: false },
            axis: { ...amountsAt(reach, value.smallChange, group.currency), grid: false },
          },
          x2: { field: "right" },
          y: {
            field: "share",
            type: "quantitative",
            title: "Share of members",
            axis: { labelExpr: PERCENT_LABELS, tickCount: isAlone ? 6 : 4 },
          },
          y2: { datum: 0 },
          color: { field: "color", type: "nominal", scale: null },
          tooltip: [
            { field: "said", title: "Change" },
            { field: "text", title: "Share of members" },
            { field: "count", title: "Members" },
          ],
        },
      },
      {
        data: { values: [{}] },
        mark: { type: "rule", color: "#222222", strokeDash: [3, 3] },
        encoding: { x: { datum: 0, type: "quantitative" } },
      },
    ],
  };
}

const PANEL_TITLE: JsonObject = { fontSize: 12, fontWeight: 600, anchor: "start", offset: 6 };

function looksOfBar({ step, share, members }: Bar, currency: Currency): JsonObject {
  return {
    left: step - 0.5,
    right: step + 0.5,
    color: step < 0 ? COLORS.falls : step > 0 ? COLORS.rises : COLORS.alike,
    text: formatNumber(share, "share", currency),
    count: formatNumber(members, "count", currency, 0),
  };
}

/** Sizes at which bars begin, from the small change on: 1, 2 or 5 of a power of ten. */
function sizeAt(step: number, smallChange: number, currency: Currency): number {
  const units = 10 ** currency.decimals;
  let size = Math.round(smallChange * units);
  for (let at = 1; at < step; at++) size = String(size).startsWith("2") ? size * 2.5 : size * 2;
  return size / units;
}

/** Bars of members; those beyond the outermost that many are in are added to it. */
function barsOf(value: ValueFindings, currency: Currency): Bar[] {
  const counts = new Map<number, number>();
  for (const bin of value.bins) {
    const step = stepOf(bin, value.smallChange, currency);
    counts.set(step, (counts.get(step) ?? 0) + bin.difference);
  }
  const many = [...counts].filter(([, members]) => members >= RARE * value.members).map(([step]) => step);
  const [first, last] = [Math.min(0, ...many), Math.max(0, ...many)];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).map((step) => {
    const isLowest = step === first && step < 0;
    const isHighest = step === last && step > 0;
    const members = [...counts]
      .filter(([other]) => other === step || (isLowest && other < step) || (isHighest && other > step))
      .reduce((sum, [, count]) => sum + count, 0);
    const said = amounts(step, isLowest || isHighest, value.smallChange, currency);
    return { step, share: members / value.members, members, said };
  });
}

function stepOf({ from, to }: ValueBin, smallChange: number, currency: Currency): number {
  const isLoss = to !== null && to < 0;
  const size = isLoss ? 0 - to : (from ?? 0);
  let step = 0;
  while (sizeAt(step + 1, smallChange, currency) <= size) step++;
  return isLoss ? 0 - step : step;
}

function amounts(step: number, isOutermost: boolean, smallChange: number, currency: Currency): string {
  const say = (at: number): string => formatNumber(sizeAt(at, smallChange, currency), "money", currency);
  if (step === 0) return `less than ${say(1)} either way`;
  const size = Math.abs(step);
  const end = isOutermost ? "or more" : `to less than ${say(size + 1)}`;
  return `${step < 0 ? "lower" : "higher"} by ${say(size)} ${end}`;
}

/** Amounts where bars meet. */
function amountsAt(reach: number, smallChange: number, currency: Currency): JsonObject {
  const every = Math.ceil(reach / LABELLED_BARS);
  const steps = Array.from({ length: reach }, (_, at) => at + 1).filter((step) => (step - 1) % every === 0);
  const labels = Object.fromEntries(
    steps.flatMap((step) => {
      const size = sizeAt(step, smallChange, currency);
      return [
        [String(step - 0.5), formatDifference(size, "money", currency)],
        [String(0.5 - step), formatDifference(0 - size, "money", currency)],
      ];
    }),
  );
  return {
    values: Object.keys(labels)
      .map(Number)
      .sort((left, right) => left - right),
    labelExpr: `(${JSON.stringify(labels)})[datum.value]`,
  };
}

/** How many members' value changes by more than little. */
function sharesOf({ rising, falling, smallChange }: ValueFindings, group: GroupFindings): string {
  const say = (share: number | null): string => formatNumber(share, "share", group.currency);
  const by = formatNumber(smallChange, "money", group.currency);
  return `${say(rising.value)} rise by ${by} or more, ${say(falling.value)} fall by as much`;
}

function title(looks: readonly WorldLook[], group: GroupFindings): string {
  const [look] = looks;
  const value = look?.world.members?.value;
  if (look === undefined || value === undefined || looks.length > 1) return "What each design does to members' value";
  const { rising, falling, smallChange, median, mean } = value;
  const money = (amount: number | null): string => formatDifference(amount, "money", group.currency);
  const name = shorten(printable(look.world.name), NAME_LENGTH);
  const by = formatNumber(smallChange, "money", group.currency);
  const say = (share: number | null): string => formatNumber(share, "share", group.currency);
  const interval = formatInterval(mean.low, mean.high, "money", group.currency.decimals, "always");
  return `${name}: ${say(rising.value)} of members are worth at least ${by} more, ${say(falling.value)} at least ${by} less; median ${money(median)}, mean ${money(mean.value)}${interval === null ? "" : ` ${interval}`}`;
}
