import { CAUSE } from "../ledger/cause.js";
import type { Measure, WorldReplicate } from "./measure.js";
import { hasTiers } from "./scenarioHas.js";
import { overMonths, total } from "./sums.js";

/** What a program costs, by kind, not discounted. */
export const COST_MEASURES: readonly Measure[] = [
  {
    key: "rewardCost",
    label: "Reward cost (not discounted)",
    unit: "money",
    good: "down",
    formula: "cost of rewards handed out over the horizon, not discounted",
    worlds: "program",
    kind: "mean",
    of: ({ value }) => total(value.rewardCost),
  },
  {
    key: "perkCost",
    label: "Perk cost (not discounted)",
    unit: "money",
    good: "down",
    formula: "members of each tier at month ends × the tier's perk cost per month, not discounted",
    worlds: "program",
    appliesTo: hasTiers,
    kind: "mean",
    of: ({ value }) => total(value.perkCost),
  },
  {
    key: "discountCost",
    label: "Cost of tier discounts (not discounted)",
    unit: "money",
    good: "down",
    formula: "what tiers' discounts took off the shelf price of purchases over the horizon, not discounted to day one",
    worlds: "program",
    appliesTo: hasTiers,
    kind: "mean",
    of: ({ value }) => total(value.discountCost),
  },
  {
    key: "communicationCost",
    label: "Communication cost (not discounted)",
    unit: "money",
    good: "down",
    formula: "members at month ends × cost per member-month, not discounted",
    worlds: "program",
    kind: "mean",
    of: ({ value }) => total(value.communicationCost),
  },
  {
    key: "runningCost",
    label: "Running cost (not discounted)",
    unit: "money",
    good: "down",
    formula: "cost per month from the launch on, not discounted",
    worlds: "program",
    kind: "mean",
    of: ({ value }) => total(value.runningCost),
  },
  {
    key: "oneOffCost",
    label: "One-off cost (not discounted)",
    unit: "money",
    good: "down",
    formula: "cost of launching the program, not discounted",
    worlds: "program",
    kind: "mean",
    of: ({ value }) => value.oneOff,
  },
  {
    key: "grossCost",
    label: "Program cost (not discounted)",
    unit: "money",
    good: "down",
    formula:
      "rewards + perks + discounts + communication + running + one-off cost, gross, not discounted; the charge for outstanding points is not in it",
    worlds: "program",
    kind: "mean",
    of: grossCost,
  },
  {
    key: "subsidyShare",
    label: "Subsidy share of reward cost",
    unit: "share",
    good: "down",
    formula: "reward cost caused by kept purchases and gifts / reward cost",
    worlds: "program",
    kind: "ratio",
    of: ({ ledger }) => {
      const cost = overMonths(ledger, "rewardCost");
      return [cost[CAUSE.kept] + cost[CAUSE.gift], cost.reduce((sum, one) => sum + one, 0)];
    },
  },
  {
    key: "costPerIncrementalRevenue",
    label: "Cost per unit of incremental revenue",
    unit: "ratio",
    good: "down",
    formula: "(program cost + charge) / incremental revenue, neither discounted",
    worlds: "program",
    kind: "ratio",
    of: ({ value, twinValue }) => [
      grossCost({ value }) + value.charge,
      total(value.revenue) - total(twinValue.revenue),
    ],
  },
];

function grossCost({ value }: Pick<WorldReplicate, "value">): number {
  return total(value.programCost) + value.oneOff;
}
