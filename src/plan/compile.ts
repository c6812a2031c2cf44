import { DAYS_PER_UNIT, monthNumber, monthStarts } from "../basics/calendar.js";
import { toMinorUnits, toWholeMinorUnits } from "../basics/money.js";
import { layBooks } from "../ledger/books.js";
import { normalQuantile } from "../math/normal.js";
import { betaLeavingQuantile, exponentialQuantile, gammaQuantile } from "../math/quantiles.js";
import { DAY_ONE_COHORT, LAYER_FLOOR } from "../random/address.js";
import type { DrawnScenario } from "../scenario/scenario.js";
import type { CohortPlan, CustomerBasePlan, Plan } from "./plan.js";
import { boundsOf, compileProgram } from "./program.js";
import { quantileTable } from "./quantileTables.js";
import { sampleNewcomers } from "./sample.js";
import { shared } from "./shared.js";

/** Months a purchase keeps a customer among the retained. */
export const RETENTION_WINDOW = 3;

/** Room for rounding between a bound computed here and the same number computed in a life. */
const BOUND_SLACK = 1 + 1e-12;

const MILLION = 1_000_000;

/**
 * Compiles scenarios that share a customer base into one plan.
 *
 * ```
 *  DrawnScenario[] ──▶ calendar, cohorts of the sample ─┐
 *   (same base)   ──▶ quantile tables, money in minor ──┼──▶ Plan ──▶ simulate
 *                 ──▶ each program ─────────────────────┘
 * ```
 *
 * @param scenarios drawn; equal in all but name, about and program; those without program add nothing
 * @param customers how many day-one customers to simulate, 1 to the base's size
 * @returns a frozen plan
 * @throws RangeError when the sample is larger than the base or smaller than 1
 * @example compilePlan([scenario], 1000).programs.length; // 1
 */
export function compilePlan(scenarios: readonly DrawnScenario[], customers: number): Plan {
  const [first] = scenarios;
  const { months, start } = first.horizon;
  if (!Number.isInteger(customers) || customers < 1 || customers > first.customerBase.size) {
    throw new RangeError(`expected a sample of 1 to ${first.customerBase.size} customers, got ${customers}`);
  }
  const monthStart = monthStarts(start, months);
  const base = compileCustomerBase(first, customers, monthStart);
  const programs = scenarios.flatMap((scenario) =>
    scenario.program === null ? [] : [compileProgram(scenario, scenario.program, monthStart)],
  );
  const bounds = programs.map(boundsOf);
  const multiplierTop = bounds.reduce((top, bound) => Math.max(top, bound.multiplier * BOUND_SLACK), 1);
  return Object.freeze({
    layout: layBooks(months, base.cohorts.length),
    monthStart: shared(monthStart),
    base,
    programs: Object.freeze(programs),
    layers: LAYER_FLOOR.findIndex((floor) => floor >= multiplierTop / BOUND_SLACK),
    multiplierTop,
    hazardFloor: bounds.reduce((floor, bound) => Math.min(floor, bound.hazard / BOUND_SLACK), 1 / BOUND_SLACK),
  });
}

function compileCustomerBase(
  scenario: DrawnScenario,
  customers: number,
  monthStart: readonly number[],
): CustomerBasePlan {
  const { customerBase, economics, currency } = scenario;
  const { purchaseRate, attrition, spend } = customerBase;
  const gamma = (shape: number): Float64Array => quantileTable(`gamma ${shape}`, gammaQuantile(shape));
  return Object.freeze({
    cohorts: Object.freeze(cohortsOf(scenario, customers, monthStart)),
    rateTable: gamma(purchaseRate.shape),
    rateParameterDays: purchaseRate.rate * DAYS_PER_UNIT[customerBase.timeUnit],
    leavingTable: quantileTable(`leaving ${attrition.a} ${attrition.b}`, betaLeavingQuantile(attrition.a, attrition.b)),
    spendLevelTable: gamma(spend.q),
    spendRateMinor: toMinorUnits(spend.v, currency.decimals),
    basketTable: gamma(spend.p),
    basketShape: spend.p,
    exponentialTable: quantileTable("exponential", exponentialQuantile),
    normalTable: quantileTable("normal", normalQuantile),
    grossMarginMillionths: Math.round(economics.grossMargin * MILLION),
    costPerPurchaseMinor: toWholeMinorUnits(economics.costPerPurchase, currency.decimals),
    retentionWindow: RETENTION_WINDOW,
  });
}

function cohortsOf(scenario: DrawnScenario, customers: number, monthStart: readonly number[]): CohortPlan[] {
  const { size, acquisition } = scenario.customerBase;
  const { start, months } = scenario.horizon;
  const dayOne = { key: DAY_ONE_COHORT, customers, joinMonth: 0, joinFrom: 0, joinTo: 0 };
  if (acquisition.perMonth === 0) return [dayOne];
  const newcomers = sampleNewcomers(acquisition.perMonth, months, customers / size);
  return [
    dayOne,
    ...newcomers.map((count, month) => ({
      key: (monthNumber(start) + month) >>> 0,
      customers: count,
      joinMonth: month,
      joinFrom: monthStart[month],
      joinTo: monthStart[month + 1],
    })),
  ];
}
