import { CAUSE } from "../ledger/cause.js";
import type { Measure } from "./measure.js";
import { overMonths, total } from "./sums.js";

/** What a program costs, by kind, not discounted. */
export const COST_MEASURES: readonly Measure[] = [
  {
    key: "rewardCost",
    label: "Reward cost",
    unit: "money",
    good: "down",
    formula: "cost of rewards handed out over the horizon, not discounted",
    worlds: "program",
    kind: "mean",
    of: ({ value }) => total(value.rewardCost),
  },
  {
    key: "communicationCost",
    label: "Communication cost",
    unit: "money",
    good: "down",
    formula: "members at month ends × cost per member-month, not discounted",
    worlds: "program",
    kind: "mean",
    of: ({ value }) => total(value.communicationCost),
  },
  {
    key: "fixedCost",
    label: "Running and one-off cost",
    unit: "money",
    good: "down",
    formula: "one-off cost + cost per month from the launch on, not discounted",
    worlds: "program",
    kind: "mean",
    of: ({ value }) => value.oneOff + total(value.runningCost),
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
      total(value.programCost) + value.oneOff + value.charge,
      total(value.revenue) - total(twinValue.revenue),
    ],
  },
];
