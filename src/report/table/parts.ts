import type { Finding, GroupFindings, MeasureLabel, WorldFindings } from "../../study/findings.js";
import { type Cell, cellOf } from "../cell.js";
import { printable, shorten } from "../words.js";

/** Heads of the columns by loyalty type and by tier, in their order: the measures' labels without what the table says already. */
const TYPE_HEADS: Readonly<Record<string, string>> = {
  typeShare: "customers",
  typeRetention12: "retention 12",
  typeContractRetention12: "under contract 12",
  typePurchases: "purchases",
  typeSpend: "spend",
  typeClv: "CLV",
  typeClvUplift: "CLV uplift",
  typeMemberShare: "members",
  typeRewardCost: "reward cost",
};
const TIER_HEADS: Readonly<Record<string, string>> = {
  tierShare: "members",
  tierPurchases: "purchases",
  tierSpend: "spend",
  tierMargin: "margin",
  tierRewardCost: "rewards",
  tierPerkCost: "perks",
  tierDiscountCost: "discounts",
  tierCostShare: "share of cost",
};
const TIER_NAME_LENGTH = 22;
/** The same in every world, so that no difference is worth a line. */
const SAME_PEOPLE: ReadonlySet<string> = new Set(["typeShare"]);
const NO_DIFFERENCE = { difference: null, differenceInterval: null };

/** A table with a row a type or tier, its cells not yet put into lines of a screen or a page; outcome ranges are left to files. */
export interface PartTable {
  /** Heads, that of the first column included. */
  readonly head: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly Cell[] }[];
}

/**
 * A world by loyalty type: numbers per day-one customer.
 *
 * @param world with types
 * @param group the group it belongs to
 * @param measures their units
 */
export function typeTable(world: WorldFindings, group: GroupFindings, measures: readonly MeasureLabel[]): PartTable {
  const rows = world.types.map(({ type, findings }) => ({ name: type, findings }));
  return partTable("loyalty type", rows, TYPE_HEADS, group, measures);
}

/**
 * A design by tier, the highest last: numbers per member-year.
 *
 * @param world with tiers
 * @param group the group it belongs to
 * @param measures their units
 */
export function tierTable(world: WorldFindings, group: GroupFindings, measures: readonly MeasureLabel[]): PartTable {
  const rows = (world.tiers?.rows ?? []).map(({ tier, findings }) => ({
    name: shorten(printable(tier), TIER_NAME_LENGTH),
    findings,
  }));
  return partTable("tier", rows, TIER_HEADS, group, measures);
}

function partTable(
  first: string,
  rows: readonly { readonly name: string; readonly findings: Readonly<Record<string, Finding>> }[],
  heads: Readonly<Record<string, string>>,
  group: GroupFindings,
  measures: readonly MeasureLabel[],
): PartTable {
  const shown = Object.entries(heads).flatMap(([key, head]) => {
    const measure = measures.find((one) => one.key === key);
    return measure === undefined || rows.every(({ findings }) => findings[key] === undefined)
      ? []
      : [{ measure, head }];
  });
  return {
    head: [first, ...shown.map(({ head }) => head)],
    rows: rows.map(({ name, findings }) => ({
      name,
      cells: shown.map(({ measure }) => {
        const cell = cellOf(findings[measure.key], measure, group.currency);
        return { ...cell, outcome: null, ...(SAME_PEOPLE.has(measure.key) ? NO_DIFFERENCE : {}) };
      }),
    })),
  };
}
