import { CAUSES, POINT_CAUSES } from "../ledger/cause.js";
import { byVintageCause } from "../ledger/read.js";
import type { Measure, WorldReplicate } from "./measure.js";
import { closesVintages, hasContracts } from "./scenarioHas.js";
import { overAll, total } from "./sums.js";

/** Points and what becomes of them. */
export const POINT_MEASURES: readonly Measure[] = [
  {
    key: "pointsIssued",
    label: "Points issued",
    unit: "points",
    good: "neither",
    formula: "points, or stamps, issued over the horizon",
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
    key: "pointsForfeited",
    label: "Points forfeited",
    unit: "points",
    good: "neither",
    formula: "points taken over the horizon from members who did not renew their contract",
    worlds: "program",
    appliesTo: hasContracts,
    kind: "mean",
    of: (world) => pointsOf(world, "forfeited"),
  },
  {
    key: "pointsOutstanding",
    label: "Points outstanding at the horizon",
    unit: "points",
    good: "neither",
    formula: "points neither redeemed nor expired nor forfeited, counted from the lots at the end of the last month",
    worlds: "program",
    kind: "mean",
    of: ({ value, terms }) => value.outstanding.points * terms.scale,
  },
  {
    key: "expectedRedemption",
    label: "Expected redemption of outstanding points",
    unit: "share",
    good: "neither",
    formula:
      "share of the outstanding points expected to be redeemed, from redemption by age in the last six months, in full at ages no month of issue has reached; of points that never expire all that customers who have not left hold: both high rather than low",
    worlds: "program",
    kind: "ratio",
    of: ({ value }) => [value.outstanding.expectedRedeemed, value.outstanding.points],
  },
  {
    key: "redemptionRate",
    label: "Redemption rate",
    unit: "share",
    good: "neither",
    formula:
      "points redeemed / points issued, both over the horizon: low while points issued late are still outstanding",
    worlds: "program",
    kind: "ratio",
    of: (world) => [pointsOf(world, "redeemed"), pointsOf(world, "issued")],
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
      "points redeemed / points issued, of months of issue whose points have all been redeemed, forfeited or expired by rule",
    worlds: "program",
    appliesTo: closesVintages,
    kind: "ratio",
    of: closedVintages,
  },
  {
    key: "breakage",
    label: "Breakage of closed vintages",
    unit: "share",
    good: "neither",
    formula: "1 − ultimate redemption rate: points expired or forfeited / points issued, of the same months of issue",
    worlds: "program",
    appliesTo: closesVintages,
    kind: "ratio",
    of: (world) => {
      const [redeemed, issued] = closedVintages(world);
      return [issued - redeemed, issued];
    },
  },
];

function pointsOf({ ledger, terms }: WorldReplicate, account: "issued" | "redeemed" | "expired" | "forfeited"): number {
  return overAll(ledger, account) * terms.scale;
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
