import { CAUSES, POINT_CAUSES } from "../ledger/cause.js";
import { byVintageCause } from "../ledger/read.js";
import type { Measure, WorldReplicate } from "./measure.js";
import { dayOneCustomers, overAges, overMonths, total } from "./sums.js";

/** Members and their points. */
export const POINT_MEASURES: readonly Measure[] = [
  {
    key: "memberShare",
    label: "Members among day-one customers",
    unit: "share",
    good: "neither",
    formula: "day-one customers who enrolled within the horizon / day-one customers",
    worlds: "program",
    kind: "ratio",
    of: ({ ledger }) => [overAges(ledger, "enrolments"), dayOneCustomers(ledger)],
  },
  {
    key: "pointsIssued",
    label: "Points issued",
    unit: "points",
    good: "neither",
    formula: "points issued over the horizon",
    worlds: "program",
    kind: "mean",
    of: (world) => pointsOf(world, "issued"),
  },
  {
    key: "pointsRedeemed",
    label: "Points redeemed",
    unit: "points",
    good: "neither",
    formula: "points redeemed over the horizon",
    worlds: "program",
    kind: "mean",
    of: (world) => pointsOf(world, "redeemed"),
  },
  {
    key: "pointsExpired",
    label: "Points expired",
    unit: "points",
    good: "neither",
    formula: "points expired over the horizon",
    worlds: "program",
    kind: "mean",
    of: (world) => pointsOf(world, "expired"),
  },
  {
    key: "pointsOutstanding",
    label: "Points outstanding at the horizon",
    unit: "points",
    good: "neither",
    formula: "points neither redeemed nor expired, counted from the lots at the end of the last month",
    worlds: "program",
    kind: "mean",
    of: ({ value, terms }) => value.outstanding.points * terms.scale,
  },
  {
    key: "expectedRedemption",
    label: "Expected redemption of outstanding points",
    unit: "share",
    good: "neither",
    formula: "share of the outstanding points expected to be redeemed, from redemption by age in the last six months",
    worlds: "program",
    kind: "ratio",
    of: ({ value }) => [value.outstanding.expectedRedeemed, value.outstanding.points],
  },
  {
    key: "rewardCostPerPoint",
    label: "Reward cost per point",
    unit: "money",
    good: "down",
    formula: "reward cost / points redeemed, over the horizon",
    worlds: "program",
    kind: "ratio",
    of: (world) => [total(world.value.rewardCost), pointsOf(world, "redeemed")],
  },
  {
    key: "ultimateRedemptionRate",
    label: "Ultimate redemption rate of closed vintages",
    unit: "share",
    good: "neither",
    formula:
      "points redeemed / points issued, of months of issue whose points have all been redeemed or expired by rule",
    worlds: "program",
    kind: "ratio",
    of: closedVintages,
  },
];

function pointsOf({ ledger, terms }: WorldReplicate, account: "issued" | "redeemed" | "expired"): number {
  return overMonths(ledger, account).reduce((sum, points) => sum + points, 0) * terms.scale;
}

function closedVintages({ ledger, expiryMonths }: WorldReplicate): readonly [number, number] {
  let redeemed = 0;
  let issued = 0;
  for (let vintage = 0; expiryMonths !== null && vintage + expiryMonths < ledger.layout.months; vintage++) {
    for (let cause = 0; cause < POINT_CAUSES; cause++) {
      redeemed += byVintageCause(ledger, vintage, CAUSES[cause], "redeemed");
      issued += byVintageCause(ledger, vintage, CAUSES[cause], "issued");
    }
  }
  return [redeemed, issued];
}
