import { discounted } from "../valuation/worldValue.js";
import type { Measure, WorldReplicate } from "./measure.js";
import { hasTiers } from "./scenarioHas.js";

const MANNER = { unit: "money", good: "down", worlds: "program", kind: "mean" } as const;

const present = ({ value, terms }: WorldReplicate, kind: MonthlyCost): number => discounted(value[kind], terms.factor);

type MonthlyCost = "rewardCost" | "perkCost" | "discountCost" | "communicationCost" | "runningCost";

/** What a program costs, by kind, each month discounted to day one: together they are the program cost that net value counts. */
export const DISCOUNTED_COST_MEASURES: readonly Measure[] = [
  {
    key: "rewardCostDiscounted",
    label: "Reward cost (discounted)",
    formula: "cost of rewards handed out over the horizon, discounted to day one",
    ...MANNER,
    of: (world) => present(world, "rewardCost"),
  },
  {
    key: "perkCostDiscounted",
    label: "Perk cost (discounted)",
    formula: "members of each tier at month ends × the tier's perk cost per month, discounted to day one",
    ...MANNER,
    appliesTo: hasTiers,
    of: (world) => present(world, "perkCost"),
  },
  {
    key: "discountCostDiscounted",
    label: "Cost of tier discounts (discounted)",
    formula: "what tiers' discounts took off the shelf price of purchases over the horizon, discounted to day one",
    ...MANNER,
    appliesTo: hasTiers,
    of: (world) => present(world, "discountCost"),
  },
  {
    key: "communicationCostDiscounted",
    label: "Communication cost (discounted)",
    formula: "members at month ends × cost per member-month, discounted to day one",
    ...MANNER,
    of: (world) => present(world, "communicationCost"),
  },
  {
    key: "runningCostDiscounted",
    label: "Running cost (discounted)",
    formula: "cost per month from the launch on, discounted to day one",
    ...MANNER,
    of: (world) => present(world, "runningCost"),
  },
  {
    key: "oneOffCostDiscounted",
    label: "One-off cost (discounted)",
    formula: "cost of launching the program, discounted from the launch to day one",
    ...MANNER,
    of: ({ value }) => value.oneOffDiscounted,
  },
];
