import type { GroupFindings, Rate, RewardFindings, RewardWindow } from "../../study/findings.js";
import { percentOf } from "../facts.js";
import { decimalsFor, digits, formatInterval, formatNumber, NOT_AVAILABLE } from "../format.js";
import { printable, shorten } from "../words.js";
import { wordsInstead } from "./empty.js";
import { band, hoverPoints } from "./lines.js";
import { firstOf } from "./partLooks.js";
import { type ChartSpec, chart, type JsonObject, NAME_LENGTH, WIDTH } from "./spec.js";
import { colorBy, looksOf, type WorldLook } from "./worlds.js";

const MOST_DESIGNS = 3;
const TITLE = "Purchases around a reward";
/** Rewards in the sample below which days say little. */
const FEW_REWARDS = 1000;
const PER_DAY_DECIMALS = 4;
/** Days either side that are drawn. */
const DAYS = 60;

/**
 * Purchases a member and day around a reward, with the program and without it, a panel a design. Without is the same person on the
 * same days: what of the rise is there anyway.
 *
 * @param group worlds that share a world 0
 * @returns null where no design has members
 */
export function goalGradientChart(group: GroupFindings): ChartSpec | null {
  const designs = looksOf(group).filter(({ world }) => world.members !== null);
  if (designs.length === 0) return null;
  const rewarding = designs.filter(({ world }) => (world.members?.rewards?.days.length ?? 0) > 1);
  if (rewarding.length === 0) return wordsInstead(TITLE, "No member of this group's designs gets a reward.");
  const { looks, note } = firstOf(rewarding, MOST_DESIGNS, "--json");
  const level = percentOf(group.provenance.level);
  const subtitle = `Line: with the program; grey: the same people on the same days without it; bands: ${level} Monte Carlo intervals, wider than that of the difference. Per member, on each day around a reward; the purchase that takes it is left out of both${note}`;
  return chart(title(looks, group), subtitle, {
    spacing: 22,
    vconcat: looks.map((look, at) => panel(look, group, level, looks.length === 1, at === looks.length - 1)),
    resolve: { scale: { color: "independent" } },
  });
}

function panel(look: WorldLook, group: GroupFindings, level: string, isAlone: boolean, isLast: boolean): JsonObject {
  const twin = { ...look, label: "Without the program", color: "#767676" };
  const rewards = look.world.members?.rewards;
  if (rewards === undefined || rewards === null) return {};
  const color = colorBy([look, twin], "stroke");
  const about = aboutRewards(rewards, group);
  const heading = isAlone ? { text: about, fontWeight: 400 } : { text: look.label, subtitle: about, fontWeight: 600 };
  return {
    width: WIDTH,
    height: isAlone ? 230 : 150,
    title: { ...heading, fontSize: 12, anchor: "start", offset: 6 },
    layer: [lines(rowsOf(rewards, look, twin, group), color, level, isAlone, isLast), REWARD],
  };
}

/** Where the reward is. */
const REWARD: JsonObject = {
  data: { values: [{}] },
  mark: { type: "rule", color: "#222222", strokeDash: [3, 3] },
  encoding: { x: { datum: 0, type: "quantitative" }, y: { value: 0 }, y2: { value: "height" } },
};

/** With the program and without it, before and after the reward apart: nothing is drawn across it. */
function lines(
  values: readonly JsonObject[],
  color: JsonObject,
  level: string,
  isAlone: boolean,
  isLast: boolean,
): JsonObject {
  return {
    data: { values },
    encoding: {
      x: {
        field: "day",
        type: "quantitative",
        title: isLast ? "Days from the reward" : null,
        scale: { domain: [-DAYS, DAYS], nice: false },
        axis: {
          values: [-60, -45, -30, -15, 0, 15, 30, 45, 60],
          grid: false,
          labelExpr: "datum.value === 0 ? 'reward' : format(datum.value, '+d')",
        },
      },
      y: {
        field: "value",
        type: "quantitative",
        title: "Purchases per day",
        scale: { zero: false },
        axis: { tickCount: isAlone ? 6 : 4, format: "~g" },
      },
      detail: { field: "side", type: "nominal" },
    },
    layer: [
      band("low", "high", 0.22, color),
      { mark: { type: "line", strokeWidth: 1.8 }, encoding: { color } },
      hoverPoints(
        [
          { field: "name", title: "World" },
          { field: "when", title: "Day" },
          { field: "text", title: "Purchases per member and day" },
          { field: "interval", title: `${level} interval` },
          { field: "difference", title: "With less without" },
          { field: "seen", title: "Rewards of which the day is seen" },
        ],
        color,
      ),
    ],
  };
}

function rowsOf(rewards: RewardFindings, look: WorldLook, twin: WorldLook, group: GroupFindings): JsonObject[] {
  const shown = rewards.days.filter(({ day }) => day !== 0);
  return [look, twin].flatMap(({ label }) =>
    shown.map(({ day, rewards: seen, world, twin: without, difference }) => {
      const rate = label === twin.label ? without : world;
      return {
        ...{ world: label, name: label === twin.label ? label : printable(look.world.name), day },
        ...{ side: `${label} ${day < 0 ? "before" : "after"}` },
        ...{ value: rate.value, low: rate.low ?? rate.value, high: rate.high ?? rate.value },
        when: `${Math.abs(day)} ${day < 0 ? "before" : "after"}`,
        text: digits(rate.value, PER_DAY_DECIMALS),
        interval: formatInterval(rate.low, rate.high, "count", PER_DAY_DECIMALS) ?? NOT_AVAILABLE,
        difference: `${digits(difference.value, PER_DAY_DECIMALS, "always")}${interval(difference)}`,
        seen: formatNumber(seen, "count", group.currency, 0),
      };
    }),
  );
}

function interval({ low, high }: Rate): string {
  const said = formatInterval(low, high, "count", PER_DAY_DECIMALS, "always");
  return said === null ? "" : ` ${said}`;
}

/** How many rewards there are, and what the twin does on the day of one. */
function aboutRewards({ rewards, sampled, days }: RewardFindings, group: GroupFindings): string {
  const count = formatNumber(rewards, "count", group.currency, 0);
  const few = sampled < FEW_REWARDS ? ` (only ${digits(sampled, 0)} in the sample: days say little)` : "";
  const anyway = days.find(({ day }) => day === 0)?.twin.value ?? null;
  const said = formatNumber(anyway, "share", group.currency);
  return `${count} rewards${few}; ${said} of the purchases that take one are made anyway`;
}

function title(looks: readonly WorldLook[], group: GroupFindings): string {
  const [look] = looks;
  const rewards = look?.world.members?.rewards ?? null;
  if (look === undefined || rewards === null || looks.length > 1) return TITLE;
  const name = shorten(printable(look.world.name), NAME_LENGTH);
  const [before, after] = [rise(rewards.before, group), rise(rewards.after, group)];
  if (before === null || after === null) return `${name}: purchases around a reward`;
  return `${name}: members buy ${before} than without it in the two weeks before a reward, ${after} in the two after`;
}

/** "3.2 % more", or what cannot be told. */
function rise({ rise: { value, low, high } }: RewardWindow, { currency }: GroupFindings): string | null {
  if (value === null) return null;
  const decimals = decimalsFor("share", currency, [value]);
  const size = formatNumber(Math.abs(value), "share", currency, decimals);
  if (value === 0) return "no more";
  if (low !== null && high !== null && low <= 0 && high >= 0) {
    return `not surely more or less (${value < 0 ? "−" : "+"}${size})`;
  }
  return `${size} ${value < 0 ? "less" : "more"}`;
}
