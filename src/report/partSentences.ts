import type { GroupFindings, TierFindings, WorldFindings } from "../study/findings.js";
import { compact } from "./compact.js";
import { referenceOf } from "./facts.js";
import { formatDifference, formatInterval, formatNumber } from "./format.js";
import { printable, quoted, spoken } from "./words.js";

/** Types named one by one; of more only the count is said. */
const MOST_NAMED = 3;

/**
 * Which loyalty types a design pays with, in one sentence.
 *
 * @param world a program world
 * @param group the group it belongs to
 * @returns null where customers are of one kind
 * @example
 * const uplift = (value) => ({ level: { value, low: value - 0.1, high: value + 0.1 } });
 * const types = [{ type: "price", findings: { typeClvUplift: uplift(-1) } }];
 * typeSentence({ name: "Stars", types }, { currency: { code: "USD", decimals: 2 } }); // /^By loyalty type, Stars loses on ‘price’/
 */
export function typeSentence(
  world: Pick<WorldFindings, "name" | "types">,
  group: Pick<GroupFindings, "currency">,
): string | null {
  const rows = world.types.flatMap((row) => {
    const level = row.findings.typeClvUplift?.level;
    return level === undefined || level.value === null ? [] : [{ row, level, value: level.value }];
  });
  if (rows.length === 0) return null;
  const gains = rows.filter(({ level }) => (level.low ?? 0) > 0).sort((left, right) => right.value - left.value);
  const losses = rows.filter(({ level }) => (level.high ?? 0) < 0).sort((left, right) => left.value - right.value);
  const name = printable(world.name);
  const say = (list: typeof rows, unit: string): string => {
    const isEvery = list.length === rows.length && list.length > 1;
    // Who counts "1 more" may as well name it.
    const most = isEvery ? 1 : list.length === MOST_NAMED + 1 ? list.length : MOST_NAMED;
    const named = list
      .slice(0, most)
      .map(
        ({ row, value }, at) =>
          `${quoted(row.type)} (${compact(value, "money", group.currency, "always")}${at === 0 ? unit : ""})`,
      );
    if (isEvery) return `every type, most ${(list[0]?.value ?? 0) > 0 ? "with" : "on"} ${named.join("")}`;
    const more = list.length - named.length;
    return spoken([...named, ...(more > 0 ? [`${more} more types`] : [])]);
  };
  if (gains.length === 0 && losses.length === 0)
    return `By loyalty type, no CLV uplift of ${name} can be told from 0 with these replicates.`;
  const clauses: string[] = [];
  const unit = " of CLV per customer";
  if (gains.length > 0) clauses.push(`gains with ${say(gains, unit)}`);
  if (losses.length > 0) clauses.push(`loses on ${say(losses, gains.length > 0 ? "" : unit)}`);
  const rest = rows.filter((row) => !gains.includes(row) && !losses.includes(row));
  const unsure = rest.length === 1 ? rest.map(({ row }) => quoted(row.type)).join("") : `${rest.length} more types`;
  const open = rest.length === 0 ? "" : `; of ${unsure} it cannot be told`;
  return `By loyalty type, ${name} ${clauses.join(" and ")}${open}.`;
}

/**
 * Which tier costs most, in two sentences.
 *
 * @param world a program world
 * @param group the group it belongs to
 * @returns null without tiers
 */
export function tierSentence(world: WorldFindings, group: GroupFindings): string | null {
  const rows = world.tiers?.rows ?? [];
  const level = (row: (typeof rows)[number], key: string): number | null => row.findings[key]?.level.value ?? null;
  const dearest = [...rows].sort(
    (left, right) => (level(right, "tierCostShare") ?? 0) - (level(left, "tierCostShare") ?? 0),
  )[0];
  if (dearest === undefined) return null;
  const held = monthsShare(world.tiers?.mix ?? [], rows.indexOf(dearest));
  const share = level(dearest, "tierCostShare");
  if (held === null || share === null) return `${printable(world.name)}: no tier has cost anything.`;
  const { currency } = group;
  const cost = ["tierRewardCost", "tierPerkCost", "tierDiscountCost"].reduce(
    (sum, key) => sum + (level(dearest, key) ?? 0),
    0,
  );
  const tier = printable(dearest.tier);
  return (
    `${printable(world.name)} spends most on ${tier}: ${formatNumber(held, "share", currency)} of member-months over the horizon, ` +
    `${formatNumber(share, "share", currency)} of rewards, perks and discounts; a member who holds it costs ` +
    `${compact(cost, "money", currency)} a year and brings ${compact(level(dearest, "tierMargin"), "money", currency)} of margin. ` +
    "Who buys much gets into a high tier: its margin is not what the tier causes."
  );
}

/**
 * Share of all member-months that were lived in one tier, or a run of tiers: what a share of cost over the horizon is read beside.
 * Members at the end of it would not do, as tiers fill up and lapse by the calendar.
 *
 * @param mix members by tier at the end of each month
 * @param from lowest tier counted; 0 is the entry tier
 * @param to highest tier counted
 * @returns 0 to 1; null where nobody is a member
 * @example monthsShare([{ members: [8, 2] }, { members: [6, 4] }], 1); // 0.3
 */
export function monthsShare(
  mix: readonly Pick<TierFindings["mix"][number], "members">[],
  from: number,
  to: number = from,
): number | null {
  const sum = (members: readonly number[]): number => members.reduce((all, one) => all + one, 0);
  const total = mix.reduce((all, { members }) => all + sum(members), 0);
  return total === 0 ? null : mix.reduce((all, { members }) => all + sum(members.slice(from, to + 1)), 0) / total;
}

/**
 * What newcomers are worth, in one sentence.
 *
 * @param world a program world
 * @param group the group it belongs to
 * @returns null when nobody joins after day one, or not for long enough
 */
export function cohortSentence(world: WorldFindings, group: GroupFindings): string | null {
  const finding = world.findings.newcomersClv12;
  if (finding === undefined || finding.level.value === null) return null;
  const { currency } = group;
  const value = formatNumber(finding.level.value, "money", currency);
  const reference = referenceOf(group);
  const { difference } = finding;
  const name = printable(world.name);
  if (difference === null || difference.value === null || reference === null)
    return `In ${name} a newcomer is worth ${value} in the first 12 months.`;
  const interval = formatInterval(difference.low, difference.high, "money", currency.decimals, "always") ?? "";
  const against = formatDifference(difference.value, "money", currency, currency.decimals);
  return `In ${name} a newcomer is worth ${value} in the first 12 months, ${`${against} ${interval}`.trim()} against ${printable(reference.name)}.`;
}
