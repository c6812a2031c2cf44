import type { Ledger, MonthCauseAccount } from "../ledger/books.js";
import { CAUSE, CAUSES, POINT_CAUSES } from "../ledger/cause.js";
import { byCohort, byMonthCause, byVintageCause } from "../ledger/read.js";
import { RETENTION_WINDOW } from "../plan/compile.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Terms } from "../valuation/terms.js";
import type { WorldValue } from "../valuation/worldValue.js";
import { discounted } from "../valuation/worldValue.js";
import type { MeasureLabel } from "./findings.js";

/** One world in one replicate, beside world 0 of the same replicate. */
export interface WorldReplicate {
  readonly ledger: Ledger;
  readonly twin: Ledger;
  readonly value: WorldValue;
  readonly twinValue: WorldValue;
  readonly terms: Terms;
  /** Months that points live after the one they were issued in; null when they never expire. */
  readonly expiryMonths: number | null;
}

/**
 * A measure: its label, where it means something, and how a replicate yields it. A mean is averaged over replicates; a ratio is the
 * ratio of the replicates' totals; a date is the median over replicates, null for never. Money in minor units.
 */
export type Measure = Omit<MeasureLabel, "isHeadline"> & {
  /** Worlds it means something in; a program measure is 0 in world 0 wherever a difference is taken. */
  readonly worlds: "all" | "program";
} & (
    | { readonly kind: "mean"; readonly of: (world: WorldReplicate) => number }
    | { readonly kind: "ratio"; readonly of: (world: WorldReplicate) => readonly [number, number] }
    | { readonly kind: "date"; readonly of: (world: WorldReplicate) => number | null }
  );

const RETENTION_MONTHS = 12;

/** The measures of a comparison, in the order they are read. Horizons too short for a measure leave it out. */
export const MEASURES: readonly Measure[] = [
  {
    key: "retention12",
    label: `Retention at ${RETENTION_MONTHS} months (${RETENTION_WINDOW}-month window)`,
    unit: "share",
    good: "up",
    formula: `day-one customers with a repeat purchase in months ${RETENTION_MONTHS - RETENTION_WINDOW + 1} to ${RETENTION_MONTHS} / day-one customers`,
    worlds: "all",
    kind: "ratio",
    of: ({ ledger }) => [byCohort(ledger, 0, RETENTION_MONTHS - 1, "active"), dayOneCustomers(ledger)],
  },
  {
    key: "purchasesPerCustomer",
    label: "Repeat purchases per customer",
    unit: "count",
    good: "up",
    formula: "purchases of day-one customers after the acquisition purchase, over the horizon / day-one customers",
    worlds: "all",
    kind: "ratio",
    of: ({ ledger }) => [overAges(ledger, "purchases") - dayOneCustomers(ledger), dayOneCustomers(ledger)],
  },
  {
    key: "revenue",
    label: "Revenue",
    unit: "money",
    good: "up",
    formula:
      "spend of all customers at shelf price over the horizon, not discounted; paid items that rewards replace are in reward cost, not taken off here",
    worlds: "all",
    kind: "mean",
    of: ({ value }) => total(value.revenue),
  },
  {
    key: "margin",
    label: "Margin",
    unit: "money",
    good: "up",
    formula: "margin at shelf price after cost to serve, before rewards, over the horizon, not discounted",
    worlds: "all",
    kind: "mean",
    of: ({ value }) => total(value.margin),
  },
  {
    key: "clv",
    label: "CLV per customer over the horizon",
    unit: "money",
    good: "up",
    formula:
      "discounted margin − acquisition cost − rewards, communication and the charge for outstanding points, of day-one customers / day-one customers; running and one-off cost not included",
    worlds: "all",
    kind: "ratio",
    of: ({ ledger, value, terms }) => [value.dayOneValue / terms.scale, dayOneCustomers(ledger)],
  },
  {
    key: "clvUplift",
    label: "CLV uplift per customer, before fixed cost",
    unit: "money",
    good: "up",
    formula: "CLV per customer − CLV per customer of the same people without the program",
    worlds: "program",
    kind: "ratio",
    of: ({ ledger, value, twinValue, terms }) => [
      (value.dayOneValue - twinValue.dayOneValue) / terms.scale,
      dayOneCustomers(ledger),
    ],
  },
  {
    key: "clvUpliftPerMember",
    label: "CLV uplift per member, before fixed cost",
    unit: "money",
    good: "up",
    formula: "the same total uplift / day-one customers who enrolled",
    worlds: "program",
    kind: "ratio",
    of: ({ ledger, value, twinValue, terms }) => [
      (value.dayOneValue - twinValue.dayOneValue) / terms.scale,
      overAges(ledger, "enrolments"),
    ],
  },
  {
    key: "incrementalRevenue",
    label: "Incremental revenue",
    unit: "money",
    good: "up",
    formula: "revenue − revenue of the same people without the program, not discounted",
    worlds: "program",
    kind: "mean",
    of: ({ value, twinValue }) => total(value.revenue) - total(twinValue.revenue),
  },
  {
    key: "causalLift",
    label: "Incremental revenue, relative",
    unit: "share",
    good: "up",
    formula: "incremental revenue / revenue without the program",
    worlds: "program",
    kind: "ratio",
    of: ({ value, twinValue }) => [total(value.revenue) - total(twinValue.revenue), total(twinValue.revenue)],
  },
  {
    key: "incrementalMargin",
    label: "Incremental margin (discounted)",
    unit: "money",
    good: "up",
    formula: "discounted margin at shelf price − that of the same people without the program, before program cost",
    worlds: "program",
    kind: "mean",
    of: incrementalMargin,
  },
  {
    key: "programCost",
    label: "Program cost (discounted)",
    unit: "money",
    good: "down",
    formula: "discounted rewards + communication + running + one-off cost, gross",
    worlds: "program",
    kind: "mean",
    of: ({ value }) => value.programCostDiscounted,
  },
  {
    key: "outstandingCharge",
    label: "Charge for outstanding points (discounted)",
    unit: "money",
    good: "down",
    formula: "points outstanding at the horizon × their expected redemption × cost per point redeemed, discounted",
    worlds: "program",
    kind: "mean",
    of: ({ value }) => value.chargeDiscounted,
  },
  {
    key: "netValue",
    label: "Net value (discounted)",
    unit: "money",
    good: "up",
    formula: "incremental margin − program cost − charge for outstanding points, all discounted",
    worlds: "program",
    kind: "mean",
    of: netValue,
  },
  {
    key: "roi",
    label: "ROI",
    unit: "share",
    good: "up",
    formula: "net value / (program cost + charge for outstanding points), discounted, ratio of replicate totals",
    worlds: "program",
    kind: "ratio",
    of: (world) => [netValue(world), fullCost(world)],
  },
  {
    key: "payback",
    label: "Payback",
    unit: "months",
    good: "down",
    formula: "first month from which cumulative discounted net value stays at or above 0: median over replicates",
    worlds: "program",
    kind: "date",
    of: (world) => paybackMonth(cumulativeNetValue(world)),
  },
  {
    key: "breakEvenLift",
    label: "Break-even sales growth",
    unit: "share",
    good: "down",
    formula:
      "c / (m − c), c = program cost and charge, m = margin with the program, both discounted: the growth that would pay for a cost that grows with sales",
    worlds: "program",
    kind: "ratio",
    of: (world) => [fullCost(world), world.value.marginDiscounted - fullCost(world)],
  },
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

const HEADLINES: ReadonlySet<string> = new Set([
  "retention12",
  "clv",
  "clvUplift",
  "incrementalRevenue",
  "incrementalMargin",
  "programCost",
  "outstandingCharge",
  "netValue",
  "roi",
  "payback",
  "pointsOutstanding",
]);

/**
 * A measure as reports need to know it.
 *
 * @param measure with its computation
 * @returns its label, unit, direction and definition
 */
export function labelOf({ key, label, unit, good, formula }: Measure): MeasureLabel {
  return { key, label, unit, good, formula, isHeadline: HEADLINES.has(key) };
}

/**
 * Measures that mean something over a scenario's horizon.
 *
 * @param scenario any world of the group
 * @returns all measures, less retention at 12 months where there are fewer
 * @example
 * const halfYear = override(scenario, { horizon: { months: 6 } });
 * measuresFor(halfYear).some(({ key }) => key === "retention12"); // false
 */
export function measuresFor(scenario: Scenario): readonly Measure[] {
  return MEASURES.filter(({ key }) => key !== "retention12" || scenario.horizon.months >= RETENTION_MONTHS);
}

/**
 * Cumulative discounted net value by month: what the payback is read from. The charge for outstanding points falls on the last month.
 *
 * @param world one world in one replicate
 * @returns minor units by month
 * @example
 * const free = termsOf({ ...drawn, program: null }, 200);
 * const value = valueWorld(twin, free);
 * const world = { ledger: twin, twin, value, twinValue: value, terms: free, expiryMonths: null };
 * cumulativeNetValue(world).every((amount) => amount === 0); // true: no world is worth more than itself
 */
export function cumulativeNetValue(world: WorldReplicate): Float64Array {
  const { value, twinValue, terms } = world;
  const { months } = world.ledger.layout;
  const result = new Float64Array(months);
  let sum = 0;
  for (let month = 0; month < months; month++) {
    if (month === (terms.program?.launchMonth ?? 0)) sum -= value.oneOffDiscounted;
    sum += (value.margin[month] - twinValue.margin[month] - value.programCost[month]) * terms.factor[month];
    if (month === months - 1) sum -= value.chargeDiscounted;
    result[month] = sum;
  }
  return result;
}

function netValue(world: WorldReplicate): number {
  return incrementalMargin(world) - fullCost(world);
}

function incrementalMargin({ value, twinValue, terms }: WorldReplicate): number {
  return discounted(
    value.margin.map((margin, month) => margin - twinValue.margin[month]),
    terms.factor,
  );
}

function fullCost({ value }: WorldReplicate): number {
  return value.programCostDiscounted + value.chargeDiscounted;
}

/**
 * First month from which cumulative sums stay at or above 0.
 *
 * @param sums by month
 * @returns the month, from 1; null when they end below 0
 * @example paybackMonth(Float64Array.of(-5, 2, -1, 0, 3)); // 4
 */
export function paybackMonth(sums: Float64Array): number | null {
  let month = sums.length;
  while (month > 0 && sums[month - 1] >= 0) month--;
  return month === sums.length ? null : month + 1;
}

function dayOneCustomers(ledger: Ledger): number {
  return byCohort(ledger, 0, 0, "customers");
}

function overAges(ledger: Ledger, account: "purchases" | "enrolments"): number {
  let sum = 0;
  for (let age = 0; age < ledger.layout.months; age++) sum += byCohort(ledger, 0, age, account);
  return sum;
}

function overMonths(ledger: Ledger, account: MonthCauseAccount): number[] {
  const sums = new Array<number>(POINT_CAUSES).fill(0);
  for (let month = 0; month < ledger.layout.months; month++) {
    for (let cause = 0; cause < POINT_CAUSES; cause++) {
      sums[cause] += byMonthCause(ledger, month, CAUSES[cause], account);
    }
  }
  return sums;
}

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

function total(amounts: Float64Array): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
