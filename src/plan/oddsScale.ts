import { DAYS_PER_UNIT, monthStarts } from "../basics/calendar.js";
import { crossing } from "../math/crossing.js";
import { gammaQuantile } from "../math/quantiles.js";
import { quantileAt } from "../math/quantileTable.js";
import type { DrawnScenario } from "../scenario/scenario.js";
import type { Days } from "./expectedPurchases.js";
import { daysOf, shareMade } from "./expectedPurchases.js";
import type { LeavingPlan } from "./leaving.js";
import { compileLeaving, scaledPropensity } from "./leaving.js";
import { ATTRITION_CODE } from "./plan.js";
import { quantileTable } from "./quantileTables.js";
import type { Mixture } from "./ranks.js";
import { cellShares } from "./ranks.js";
import { Remembered } from "./remembered.js";
import { baseMultipliers, meanOverDays } from "./season.js";
import { mixtureOf } from "./types.js";

/** Cells the ranks of a distribution are cut into. */
const CELLS = 96;

/** The scale is looked for within this factor of 1. */
const WIDEST = 1e6;

/** Leaving that moves purchases by less than this share has no bearing on them: contracts that outlast the horizon. */
const NO_BEARING = 1e-9;

/**
 * What the odds of leaving are multiplied by so that loyalty types leave the purchases to expect as they were fitted.
 *
 * Where one type buys often and stays, and another buys seldom and leaves, the two marginal distributions are still the fitted
 * ones, but together they make more purchases. The scale takes that back: with it, the repeat purchases to expect of day-one
 * customers over the horizon are those of the base without types.
 *
 * ```
 *  rank cells of the rate × rank cells of leaving: without types all pairs of cells weigh the same;
 *  with types Σ over types: share × share of its customers in the one cell × in the other cell
 * ```
 *
 * @param scenario drawn
 * @returns the factor; 1 unless listed types differ both in purchase rate and in leaving
 * @example oddsScaleOf(drawn); // 1: customers of one kind
 */
export function oddsScaleOf(scenario: DrawnScenario): number {
  const { loyaltyTypes, purchaseRate, attrition, timeUnit, season, growth } = scenario.customerBase;
  if (loyaltyTypes === null) return 1;
  const rates = mixtureOf(loyaltyTypes, "purchaseRate");
  const leavings = mixtureOf(loyaltyTypes, "leaving");
  if (rates === null || leavings === null) return 1;
  const name = [loyaltyTypes, purchaseRate, attrition, timeUnit, season, growth.purchaseRate, scenario.horizon];
  return scales.of(JSON.stringify(name), () => solvedScale(scenario, rates, leavings));
}

/** Scales kept: one takes longer than a table, and plans of the same customers share it. */
const scales = new Remembered<number>(200);

function solvedScale(scenario: DrawnScenario, rates: Mixture, leavings: Mixture): number {
  const grid = gridOf(scenario);
  const weights = pairWeights(rates, leavings);
  const target = expected(grid, 1, null);
  const most = expected(grid, 1 / WIDEST, weights);
  if (most - expected(grid, WIDEST, weights) <= NO_BEARING * most) return 1;
  const widest = Math.log(WIDEST);
  return Math.exp(crossing((logOdds) => expected(grid, Math.exp(logOdds), weights) > target, -widest, widest));
}

/** What customers in the middle of each cell are like. */
interface Grid {
  readonly attrition: number;
  readonly perDay: Float64Array;
  readonly leaving: Float64Array;
  readonly days: Days;
}

function gridOf(scenario: DrawnScenario): Grid {
  const { customerBase, horizon } = scenario;
  const { purchaseRate, attrition, timeUnit } = customerBase;
  const monthStart = monthStarts(horizon.start, horizon.months);
  const multiplier = meanOverDays(baseMultipliers(scenario), monthStart);
  const rateTable = quantileTable(`gamma ${purchaseRate.shape}`, gammaQuantile(purchaseRate.shape));
  const perDay = multiplier / (purchaseRate.rate * DAYS_PER_UNIT[timeUnit]);
  const leaving: LeavingPlan = compileLeaving(attrition, timeUnit, 1);
  return {
    attrition: leaving.attrition,
    perDay: middles(rateTable).map((rate) => rate * perDay),
    leaving: middles(leaving.leavingTable).map((value) => value / leaving.leavingParameterDays),
    days: daysOf(monthStart, leaving.contractMonths),
  };
}

function middles(table: Float64Array): Float64Array {
  return Float64Array.from({ length: CELLS }, (_, cell) =>
    quantileAt(table, Math.floor(((cell + 0.5) / CELLS) * 2 ** 32)),
  );
}

/** Weight of each pair of cells, rates × leavings; all of them sum to CELLS². */
function pairWeights(rates: Mixture, leavings: Mixture): Float64Array {
  const [rateCells, leavingCells] = [cellShares(rates, CELLS), cellShares(leavings, CELLS)];
  const weights = new Float64Array(CELLS * CELLS);
  rates.shares.forEach((share, kind) => {
    for (let at = 0; at < weights.length; at++) {
      const row = Math.floor(at / CELLS);
      weights[at] += share * CELLS * rateCells[kind][row] * CELLS * leavingCells[kind][at - row * CELLS];
    }
  });
  return weights;
}

/** Purchases over the grid; only their proportions count. */
function expected({ attrition, perDay, leaving, days }: Grid, odds: number, weights: Float64Array | null): number {
  const isOverTime = attrition === ATTRITION_CODE.overTime;
  const shares = Array.from(leaving, (value) =>
    shareMade(attrition, isOverTime ? value * odds : scaledPropensity(value, odds), days),
  );
  let sum = 0;
  for (let row = 0; row < CELLS; row++) {
    let made = 0;
    for (let column = 0; column < CELLS; column++) {
      const weight = weights === null ? 1 : weights[row * CELLS + column];
      made += weight * shares[column](perDay[row]);
    }
    sum += perDay[row] * made;
  }
  return sum;
}
