import type { Currency } from "../scenario/scenario.js";
import type { CauseRow, GroupFindings, TrialBalanceRow, WorldFindings } from "../study/findings.js";
import { compact } from "./compact.js";
import { referenceOf } from "./facts.js";
import { digits, formatNumber, formatProbability } from "./format.js";
import { counted, printable } from "./words.js";

/**
 * A design in one sentence: what it costs, what it brings, how sure that is.
 *
 * @param world a program world
 * @param group the group it belongs to
 * @returns as "Stars costs $1.2M and brings $1.5M of margin over 36 months; net value +$300k, better than No program in 97 % of
 * replicates." Parts whose numbers are undefined or not measured are left out.
 */
export function headline(world: WorldFindings, group: GroupFindings): string {
  const { currency } = group;
  const value = (key: string): number | null => world.findings[key]?.level.value ?? null;
  const [cost, charge] = [value("programCost"), value("outstandingCharge")];
  const [margin, net] = [value("incrementalMargin"), value("netValue")];
  const clauses: string[] = [];
  if (cost !== null) {
    const left =
      charge === null || charge === 0 ? "" : `, plus ${compact(charge, "money", currency)} for points still out,`;
    clauses.push(`costs ${compact(cost, "money", currency)}${left}`);
  }
  if (margin !== null) {
    const verb = margin < 0 ? "loses" : "brings";
    clauses.push(`${verb} ${compact(Math.abs(margin), "money", currency)} of margin`);
  }
  const body = clauses.length === 0 ? "has no money measures" : clauses.join(" and ");
  const horizon = `over ${counted(group.months, "month")}`;
  return `${printable(world.name)} ${body} ${horizon}${verdict(world, group, net)}.`;
}

function verdict(world: WorldFindings, group: GroupFindings, net: number | null): string {
  const reference = referenceOf(group);
  const better = world.findings.netValue?.probabilityBetter ?? null;
  const parts: string[] = [];
  if (net !== null) parts.push(`net value ${compact(net, "money", group.currency, "always")}`);
  if (better !== null && reference !== null && reference !== world) {
    parts.push(`better than ${printable(reference.name)} in ${formatProbability(better)} of outcomes`);
  }
  return parts.length === 0 ? "" : `; ${parts.join(", ")}`;
}

/**
 * How much of the reward cost is paid for nothing new, in plain words.
 *
 * @param world a program world
 * @param currency of money
 * @returns null where the share was not measured
 */
export function subsidySentence(world: WorldFindings, currency: Currency): string | null {
  const finding = world.findings.subsidyShare;
  if (finding === undefined) return null;
  const subsidised = finding.level.value;
  if (subsidised === null) return "No reward was paid, so nothing was subsidised.";
  const share = formatNumber(subsidised, "share", currency);
  const rest = formatNumber(1 - subsidised, "share", currency);
  const perks = world.findings.perkCost?.level.value ?? 0;
  const apart =
    perks > 0 ? ` Perks, ${compact(perks, "money", currency)}, are not reward cost: no purchase earns them.` : "";
  return (
    `${share} of the reward cost is subsidy: it rewards purchases made anyway (kept) and gifts. ` +
    `The other ${rest} rewards purchases the twin does not make, some of them only made sooner.${apart}`
  );
}

/**
 * How much of the tiers' discounts is given on purchases made anyway, in plain words.
 *
 * @param world a program world
 * @param currency of money
 * @returns null where nothing was taken off prices
 * @example
 * const row = (cause, discount) => ({ cause, discount });
 * const causes = [row("kept", 900), row("lifted", 100)];
 * discountSentence({ causes }, { code: "USD", decimals: 2 }); // /^90.0 % of the \$1,000 taken off prices/
 */
export function discountSentence(world: Pick<WorldFindings, "causes">, currency: Currency): string | null {
  const total = world.causes.reduce((sum, { discount }) => sum + discount, 0);
  if (total <= 0) return null;
  const kept = world.causes.find(({ cause }) => cause === "kept")?.discount ?? 0;
  const share = formatNumber(kept / total, "share", currency);
  return `${share} of the ${compact(total, "money", currency)} taken off prices by tiers went to purchases made anyway (kept).`;
}

/**
 * The trial balance as one equation in points.
 *
 * @param rows lines of one world, "total" among them
 * @returns null without a total
 * @example
 * const total = { cause: "total", opening: 0, issued: 10, redeemed: 6, expired: 1, forfeited: 0, closing: 3, difference: 0 };
 * balanceSentence([total]); // "0 opening + 10 issued = 6 redeemed + 1 expired + 3 closing; difference 0"
 */
export function balanceSentence(rows: readonly TrialBalanceRow[]): string | null {
  const total = rows.find((row) => row.cause === "total");
  if (total === undefined) return null;
  const say = (value: number, name: string): string => `${digits(value, 0)} ${name}`;
  const left = `${say(total.opening, "opening")} + ${say(total.issued, "issued")}`;
  const forfeited = total.forfeited === 0 ? [] : [say(total.forfeited, "forfeited")];
  const lost = [say(total.redeemed, "redeemed"), say(total.expired, "expired"), ...forfeited];
  const right = [...lost, say(total.closing, "closing")].join(" + ");
  const balanced = rows.every((row) => row.difference === 0);
  return balanced
    ? `${left} = ${right}; difference 0`
    : `${left} against ${right}; DIFFERENCE ${digits(total.difference, 0)}: DOES NOT BALANCE`;
}

/**
 * What the numbers of a trial balance count, for the head of its table.
 *
 * @param world a program world
 * @param group the group it belongs to
 * @returns as "points of the sample over all replicates; × 1,200 / 40,000 for the company in one"
 * @example
 * const group = { size: 1200, sample: 400, provenance: { replicates: 100 } };
 * balanceUnit({ collects: "points" }, group); // "points of the sample over all replicates; × 1,200 / 40,000 for the company in one"
 */
export function balanceUnit(
  { collects }: Pick<WorldFindings, "collects">,
  { size, sample, provenance: { replicates } }: BalanceOrigin,
): string {
  const lived = sample * replicates;
  const scaling = size === lived ? "" : `; × ${digits(size, 0)} / ${digits(lived, 0)} for the company in one`;
  return `${collects} of the sample over all replicates${scaling}`;
}

/** What a trial balance is a sum over. */
type BalanceOrigin = Pick<GroupFindings, "size" | "sample"> & {
  readonly provenance: Pick<GroupFindings["provenance"], "replicates">;
};

/**
 * Share of the reward cost one cause carries; null when nothing was paid.
 *
 * @param row the cause
 * @param rows all causes of the world
 */
export function costShare(row: CauseRow, rows: readonly CauseRow[]): number | null {
  const total = rows.reduce((sum, { rewardCost }) => sum + rewardCost, 0);
  return total === 0 ? null : row.rewardCost / total;
}
