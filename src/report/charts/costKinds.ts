/** Kinds of program cost, in the same colours in every chart; `discounted` is the measure of what net value counts. */
export const COST_KINDS = [
  { key: "rewardCost", discounted: "rewardCostDiscounted", said: "rewards", color: "#0072b2", ink: "white" },
  { key: "perkCost", discounted: "perkCostDiscounted", said: "perks", color: "#009e73", ink: "white" },
  { key: "discountCost", discounted: "discountCostDiscounted", said: "discounts", color: "#e69f00", ink: "#222222" },
  {
    ...{ key: "communicationCost", discounted: "communicationCostDiscounted", said: "communication" },
    ...{ color: "#cc79a7", ink: "#222222" },
  },
  { key: "runningCost", discounted: "runningCostDiscounted", said: "running", color: "#56b4e9", ink: "#222222" },
  { key: "oneOffCost", discounted: "oneOffCostDiscounted", said: "one-off", color: "#595959", ink: "white" },
] as const;
