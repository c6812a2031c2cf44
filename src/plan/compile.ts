import { monthStarts } from "../basics/calendar.js";
import { layBooks } from "../ledger/books.js";
import type { DrawnScenario } from "../scenario/scenario.js";
import { compileCustomerBase } from "./customerBase.js";
import type { Plan } from "./plan.js";
import { compileProgram } from "./program.js";
import { shared } from "./shared.js";

export { RETENTION_WINDOW } from "./customerBase.js";

/**
 * Compiles scenarios that share a customer base into one plan.
 *
 * ```
 *  DrawnScenario[] ──▶ calendar, cohorts of the sample ─┐
 *   (same base)   ──▶ quantile tables, loyalty types ───┼──▶ Plan ──▶ simulate
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
  const layout = layBooks(months, base.cohorts.length, base.types.length > 1 ? base.types.length : 0, null);
  const programs = scenarios.flatMap((scenario) =>
    scenario.program === null ? [] : [compileProgram(scenario, scenario.program, { monthStart, base, layout })],
  );
  return Object.freeze({
    layout,
    monthStart: shared(monthStart),
    base,
    programs: Object.freeze(programs),
    baseMultiplierTop: base.baseMultiplier.reduce((top, one) => Math.max(top, one), 0),
  });
}
