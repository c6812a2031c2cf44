import type { Ledger } from "../ledger/books.js";
import { joinMonth } from "../ledger/books.js";
import { byCohort, byMonth, worldTotal } from "../ledger/read.js";
import { lifetimeValues } from "./lifetimeValue.js";
import type { OutstandingPoints } from "./outstanding.js";
import { expectOutstanding } from "./outstanding.js";
import { dayOneTerms, type Terms } from "./terms.js";

/** What one world was worth in one replicate, scaled to the company, in minor units. Discounted to day one where it says so. */
export interface WorldValue {
  /** By month, not discounted. */
  readonly revenue: Float64Array;
  readonly margin: Float64Array;
  readonly rewardCost: Float64Array;
  readonly perkCost: Float64Array;
  readonly discountCost: Float64Array;
  readonly communicationCost: Float64Array;
  readonly runningCost: Float64Array;
  /** The five together; the one-off cost apart. */
  readonly programCost: Float64Array;
  readonly oneOff: number;
  readonly oneOffDiscounted: number;
  readonly outstanding: OutstandingPoints;
  /** What one outstanding point is charged at, whoever holds it. */
  readonly chargePerPoint: number;
  /** Charge for points outstanding at the horizon, at their expected redemption. */
  readonly charge: number;
  readonly chargeDiscounted: number;
  readonly marginDiscounted: number;
  readonly programCostDiscounted: number;
  /** Of the day-one cohort, in total: discounted margin less acquisition and the customers' own variable program costs. */
  readonly dayOneValue: number;
}

/**
 * Values a world's books.
 *
 * @param ledger books of one world and replicate
 * @param terms of its scenario
 * @returns money by month and discounted, scaled to the company
 * @example
 * const { marginDiscounted, margin } = valueWorld(ledger, terms);
 * marginDiscounted < margin.reduce((sum, month) => sum + month); // true: later money is worth less
 */
export function valueWorld(ledger: Ledger, terms: Terms): WorldValue {
  const { months, cohorts } = ledger.layout;
  const { scale, factor, program } = terms;
  const revenue = new Float64Array(months);
  const margin = new Float64Array(months);
  const rewardCost = new Float64Array(months);
  const perkCost = new Float64Array(months);
  const discountCost = new Float64Array(months);
  const communicationCost = new Float64Array(months);
  const runningCost = new Float64Array(months);
  const programCost = new Float64Array(months);
  for (let month = 0; month < months; month++) {
    revenue[month] = worldTotal(ledger, month, "spend") * scale;
    margin[month] = worldTotal(ledger, month, "margin") * scale;
    rewardCost[month] = worldTotal(ledger, month, "rewardCost") * scale;
    if (program === null) continue;
    perkCost[month] = byMonth(ledger, month, "perkCost") * scale;
    discountCost[month] = worldTotal(ledger, month, "discount") * scale;
    communicationCost[month] = byMonth(ledger, month, "members") * program.perMemberMonth * scale;
    runningCost[month] = month >= program.launchMonth ? program.perMonth : 0;
    programCost[month] =
      rewardCost[month] + perkCost[month] + discountCost[month] + communicationCost[month] + runningCost[month];
  }
  const outstanding = expectOutstanding(ledger, program?.pointsExpire ?? true);
  const chargePerPoint = outstandingCharge(ledger, outstanding, terms);
  const horizonFactor = factor[months - 1];
  const dayOne = lifetimeValues(
    (account, age) => byCohort(ledger, 0, age, account),
    0,
    months,
    dayOneTerms(terms),
    chargePerPoint,
  );
  const charge = closingPoints(ledger, cohorts, months) * chargePerPoint * scale;
  const oneOffDiscounted = program === null ? 0 : program.oneOff * program.launchFactor;
  return {
    revenue,
    margin,
    rewardCost,
    perkCost,
    discountCost,
    communicationCost,
    runningCost,
    programCost,
    oneOff: program?.oneOff ?? 0,
    oneOffDiscounted,
    outstanding,
    chargePerPoint,
    charge,
    chargeDiscounted: charge * horizonFactor,
    marginDiscounted: discounted(margin, factor),
    programCostDiscounted: discounted(programCost, factor) + oneOffDiscounted,
    dayOneValue: dayOne[months - 1] * scale,
  };
}

/**
 * Sum of monthly amounts, each times the factor at its month's end.
 *
 * @param amounts by month
 * @param factor by month
 * @returns the present value
 * @example discounted(Float64Array.of(100, 100), Float64Array.of(0.99, 0.98)); // 197
 */
export function discounted(amounts: Float64Array, factor: Float64Array): number {
  return amounts.reduce((sum, amount, month) => sum + amount * factor[month], 0);
}

/** Charge for one outstanding point, whoever holds it: expected redemption × cost per point redeemed in this run. */
function outstandingCharge(ledger: Ledger, outstanding: OutstandingPoints, terms: Terms): number {
  if (terms.program === null || outstanding.points === 0) return 0;
  let cost = 0;
  let redeemed = 0;
  for (let month = 0; month < ledger.layout.months; month++) {
    cost += worldTotal(ledger, month, "rewardCost");
    redeemed += worldTotal(ledger, month, "redeemed");
  }
  const costPerPoint = redeemed > 0 ? cost / redeemed : terms.program.dearestCostPerPoint;
  return (outstanding.expectedRedeemed / outstanding.points) * costPerPoint;
}

function closingPoints(ledger: Ledger, cohorts: number, months: number): number {
  let points = 0;
  for (let cohort = 0; cohort < cohorts; cohort++) {
    points += byCohort(ledger, cohort, months - 1 - joinMonth(cohort), "closing");
  }
  return points;
}
