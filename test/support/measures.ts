import type { MeasureLabel } from "#tenure/study/findings.js";
import { MEASURES as ALL, labelOf } from "#tenure/study/measures.js";
import { TIER_MEASURES } from "#tenure/study/tierMeasures.js";
import { TYPE_MEASURES } from "#tenure/study/typeMeasures.js";

/** Those whose labels are the real ones. */
const REAL: ReadonlySet<string> = new Set([
  "rewardCost",
  "perkCost",
  "discountCost",
  "communicationCost",
  "runningCost",
  "oneOffCost",
  "grossCost",
  "rewardCostDiscounted",
  "communicationCostDiscounted",
  "newcomersClv12",
]);

/** Measures that tables show on request only. */
const DETAILS: ReadonlySet<string> = new Set(["clvUpliftPerMember", "revenue", "subsidyShare"]);

const measure = (
  key: string,
  label: string,
  unit: MeasureLabel["unit"],
  good: MeasureLabel["good"],
  formula: string,
): MeasureLabel => ({ key, label, unit, good, formula, isHeadline: !DETAILS.has(key) });

/** Measures as a comparison lists them, in the order of its rows. */
export const MEASURES: readonly MeasureLabel[] = [
  measure(
    "retention12",
    "Retention at 12 months",
    "share",
    "up",
    "share of customers who bought in the 3 months that end at month 12",
  ),
  measure("clv", "CLV per customer", "money", "up", "discounted margin less variable program cost, per customer"),
  measure("clvUplift", "CLV uplift per customer", "money", "up", "paired difference of CLV to world 0, per customer"),
  measure("clvUpliftPerMember", "CLV uplift per member", "money", "up", "paired difference of CLV, per member"),
  measure("revenue", "Revenue", "money", "up", "spend of all customers"),
  measure("incrementalRevenue", "Incremental revenue", "money", "up", "revenue less that of world 0"),
  measure("incrementalMargin", "Incremental margin", "money", "up", "margin less that of world 0, before program cost"),
  measure("programCost", "Program cost", "money", "down", "rewards, perks, communication, running and one-off cost"),
  measure("netValue", "Net value", "money", "up", "incremental margin + program income − program cost"),
  measure("roi", "ROI", "ratio", "up", "net value / program cost"),
  measure("payback", "Payback", "months", "down", "first month from which cumulative net value stays at or above 0"),
  measure(
    "subsidyShare",
    "Subsidised share of reward cost",
    "share",
    "down",
    "reward cost of kept and gift / reward cost",
  ),
  measure("pointsOutstanding", "Points outstanding", "points", "neither", "points not redeemed or expired at the end"),
  measure(
    "ultimateRedemptionRate",
    "Ultimate redemption rate",
    "share",
    "neither",
    "redeemed / issued, closed vintages",
  ),
  measure("purchasesPerCustomer", "Purchases per customer", "count", "up", "repeat purchases per customer"),
  measure("memberShare", "Members", "share", "neither", "members / customers at the end"),
  ...ALL.filter(({ key }) => REAL.has(key)).map(labelOf),
  ...[...TYPE_MEASURES, ...TIER_MEASURES].map(labelOf),
];
