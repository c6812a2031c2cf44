import type { Ledger, TierAccount } from "../ledger/books.js";
import { byTier } from "../ledger/read.js";
import { MEMBERS_COUNTED, type PartMeasure } from "./measure.js";
import { hasTiers } from "./scenarioHas.js";

const MONTHS_PER_YEAR = 12;
const TIERED = { worlds: "program", appliesTo: hasTiers } as const;
const OF_TIER = `of members while they hold the tier (${MEMBERS_COUNTED})`;

/** Measures of the members of one tier, in the order they are read. Members of different tiers are different people. */
export const TIER_MEASURES: readonly PartMeasure[] = [
  {
    key: "tierShare",
    label: "Share of members",
    unit: "share",
    good: "neither",
    formula: `members who hold the tier / members, at the end of the horizon; members are ${MEMBERS_COUNTED}`,
    ...TIERED,
    of: ({ ledger }, tier) => {
      const last = ledger.layout.months - 1;
      return [byTier(ledger, last, tier, "members"), overTiers(ledger, (one) => byTier(ledger, last, one, "members"))];
    },
  },
  {
    key: "tierPurchases",
    label: "Purchases per member and year, by tier",
    unit: "count",
    good: "up",
    formula: `purchases over the horizon / member-years, ${OF_TIER}; the purchase a member enrols with counts for the entry tier`,
    ...TIERED,
    of: perYear("purchases"),
  },
  {
    key: "tierSpend",
    label: "Spend per member and year, by tier",
    unit: "money",
    good: "up",
    formula: `spend at shelf price over the horizon / member-years, ${OF_TIER}`,
    ...TIERED,
    of: perYear("spend"),
  },
  {
    key: "tierMargin",
    label: "Margin per member and year, by tier",
    unit: "money",
    good: "up",
    formula: `margin at shelf price over the horizon, before the cost of the tier / member-years, ${OF_TIER}`,
    ...TIERED,
    of: perYear("margin"),
  },
  {
    key: "tierRewardCost",
    label: "Reward cost per member and year, by tier",
    unit: "money",
    good: "down",
    formula: `cost of rewards over the horizon / member-years, ${OF_TIER}`,
    ...TIERED,
    of: perYear("rewardCost"),
  },
  {
    key: "tierPerkCost",
    label: "Perk cost per member and year, by tier",
    unit: "money",
    good: "down",
    formula: `cost of perks over the horizon / member-years, ${OF_TIER}`,
    ...TIERED,
    of: perYear("perkCost"),
  },
  {
    key: "tierDiscountCost",
    label: "Discounts per member and year, by tier",
    unit: "money",
    good: "down",
    formula: `what was taken off the price over the horizon / member-years, ${OF_TIER}`,
    ...TIERED,
    of: perYear("discount"),
  },
  {
    key: "tierCostShare",
    label: "Share of rewards, perks and discounts",
    unit: "share",
    good: "neither",
    formula: "rewards, perks and discounts of the tier / those of all tiers, over the horizon",
    ...TIERED,
    of: ({ ledger }, tier) => [cost(ledger, tier), overTiers(ledger, (one) => cost(ledger, one))],
  },
];

function perYear(account: TierAccount): PartMeasure["of"] {
  return ({ ledger }, tier) => [over(ledger, tier, account), over(ledger, tier, "members") / MONTHS_PER_YEAR];
}

function cost(ledger: Ledger, tier: number): number {
  return over(ledger, tier, "rewardCost") + over(ledger, tier, "perkCost") + over(ledger, tier, "discount");
}

function over(ledger: Ledger, tier: number, account: TierAccount): number {
  let sum = 0;
  for (let month = 0; month < ledger.layout.months; month++) sum += byTier(ledger, month, tier, account);
  return sum;
}

function overTiers(ledger: Ledger, of: (tier: number) => number): number {
  let sum = 0;
  for (let tier = 0; tier < ledger.layout.tiers; tier++) sum += of(tier);
  return sum;
}
